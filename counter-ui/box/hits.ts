/** What the one box lists: what was found, else what can be asked for, and the matters of what is typed. Pure. */

import type { Matter } from '../../schema/catalogue/catalogue.ts';
import { findMatters } from '../../schema/catalogue/find-matter.ts';
import type { CaseId, MatterId, Names } from '../../schema/ids.ts';
import { type BoxAnswer, type SoughtThing, soughtOf } from '../../schema/line/box.ts';
import type { TicketView } from '../../schema/line/views.ts';
import type { MaskedPerson } from '../../schema/people/person.ts';

export type CaseHit = {
  kind: 'case';
  caseId: CaseId;
  number: string;
  names: Names;
  state: { phase: string; outcome: string | null };
  /** Heads the cases of one person. */
  of: MaskedPerson | null;
};
export type Hit =
  | { kind: 'ask'; sought: SoughtThing }
  | { kind: 'ticket'; ticket: TicketView }
  | CaseHit
  /** Nothing goes on and nothing is left of it: there is nothing to choose. */
  | { kind: 'person'; of: MaskedPerson }
  | { kind: 'matter'; matterId: MatterId };

const MATTERS_MOST = 6;

export function hitsOf(typed: string, answer: BoxAnswer | null, matters: readonly Matter[]): Hit[] {
  const offered = findMatters(matters, typed)
    .slice(0, MATTERS_MOST)
    .map((matter): Hit => ({ kind: 'matter', matterId: matter.id }));
  const sought = soughtOf(typed);
  const found = answer ? foundIn(answer, sought) : [];
  const ask: Hit[] = sought && !answer ? [{ kind: 'ask', sought }] : [];
  // Words are a matter's sooner than a person's; a number is hardly ever a matter's.
  return sought?.kind === 'person' && sought.keys.at(-1)?.by === 'name'
    ? [...found, ...offered, ...ask]
    : [...found, ...ask, ...offered];
}

function foundIn({ ticket, cases, people }: BoxAnswer, sought: SoughtThing | null): Hit[] {
  // A case that was found by a paper may have no receipt.
  const typed = sought?.kind === 'paper' ? sought.number : '';
  const own = [...(ticket?.cases ?? []), ...cases].map(
    ({ caseId, receiptNo, matterNames, phase, outcome }): Hit => ({
      kind: 'case',
      caseId,
      number: ticket ? (receiptNo ?? ticket.number) : typed,
      names: matterNames,
      state: { phase, outcome },
      of: null,
    }),
  );
  const theirs = people.flatMap(({ person, cases }): Hit[] =>
    cases.length === 0
      ? [{ kind: 'person', of: person }]
      : cases.map(({ caseId, receiptNo, number, matterNames, phase, outcome }) => ({
          kind: 'case',
          caseId,
          number: receiptNo ?? number,
          names: matterNames,
          state: { phase, outcome },
          of: person,
        })),
  );
  return [...(ticket ? [{ kind: 'ticket', ticket } as const] : []), ...own, ...theirs];
}
