/** What others did with the cases of which somebody was first contact, since that person looked last (C2). */
import type { CaseEvent } from '../../../schema/cases/events.ts';
import type { CaseNews, CaseStepKind } from '../../../schema/cases/history.ts';
import type { CaseId, ClerkId } from '../../../schema/ids.ts';
import { matterNames } from '../../catalogue/views/matter-view.ts';
import type { Entry, LedgerReader } from '../../ledger/ledger.ts';
import type { Reader } from '../../ledger/reader.ts';
import { idOf, kindOf } from '../../ledger/subject/stream.ts';
import { clerkName } from '../../people/views/staff.ts';
import { cases } from '../tables/cases.ts';
import { looks } from '../tables/looks.ts';
import { factsOf } from './case-history.ts';
import { caseNumber } from './duties.ts';
import { isTold } from './telling/staff-words.ts';

const SHOWN_MOST = 50;
/** So many events of all cases are looked through; who was away for longer reads the pages of the cases. */
const LOOKED_MOST = 3_000;
const PAGE = 500;
/** Besides the steps: warnings, dates and offers. */
const MORE: CaseStepKind[] = [
  'deadline-warned',
  'duty-warned',
  'duty-late',
  'due-moved',
  'handover-offered',
  'handover-lapsed',
  'handover-declined',
  'group-offered',
  'group-declined',
  'group-offer-ended',
];

export function caseNews(from: Reader, clerkId: ClerkId, ledger: LedgerReader): CaseNews {
  const since = from.read(looks).of(clerkId);
  const own = new Map<string, boolean>();
  const isOwn = (stream: string) => {
    const known = own.get(stream) ?? from.read(cases).byId(idOf(stream) as CaseId)?.firstContact === clerkId;
    own.set(stream, known);
    return known;
  };
  const found: Entry<CaseEvent>[] = [];
  let [before, looked, more] = [Number.MAX_SAFE_INTEGER, 0, true];
  while (more && looked < LOOKED_MOST && found.length <= SHOWN_MOST) {
    const entries = ledger.latestOf<CaseEvent>(['case'], before, PAGE).filter(({ seq }) => seq > since);
    found.push(...entries.filter((entry) => isNews(entry, clerkId) && isOwn(entry.stream)));
    looked += entries.length;
    before = entries.at(-1)?.seq ?? before;
    more = entries.length === PAGE;
  }
  return {
    items: found.slice(0, SHOWN_MOST).map((entry) => itemOf(from, entry)),
    isCut: found.length > SHOWN_MOST || more,
    seenTo: found[0]?.seq ?? since,
  };
}

/** Nobody is told of what the person did. */
function isNews({ actor, event }: Entry<CaseEvent>, clerkId: ClerkId): boolean {
  // Q8: what was read in from another system's log is no news.
  if (event.happenedAt !== undefined) return false;
  return actor !== `clerk:${clerkId}` && (isTold(event.type) || MORE.includes(event.type));
}

function itemOf(from: Reader, { seq, at, actor, stream, event }: Entry<CaseEvent>): CaseNews['items'][number] {
  const found = from.read(cases).byId(idOf(stream) as CaseId)!;
  return {
    ...{ seq, at, kind: event.type, caseId: found.id, number: caseNumber(found) },
    matterNames: matterNames(from, found.matterId),
    byName: kindOf(actor) === 'clerk' ? clerkName(from, idOf(actor)) : null,
    // None of these events holds words, which only the hall's own process opens.
    facts: factsOf(from, event),
  };
}
