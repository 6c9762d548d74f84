/** C12: what a message about a case did not tell is told by a call. */
import type { Case } from '../../../../schema/cases/case.ts';
import { UntoldDay } from '../../../../schema/cases/conclusion.ts';
import type { CaseId, Day } from '../../../../schema/ids.ts';
import { MESSAGES, type MessageKind } from '../../../../schema/messages/message.ts';
import { isRefusal, type Refusal } from '../../../../schema/refusal.ts';
import type { Tx } from '../../../ledger/commit.ts';
import type { Reader } from '../../../ledger/reader.ts';
import { toldDays } from '../../rules/clock/told-days.ts';
import { cases } from '../../tables/cases.ts';
import { papers } from '../../tables/papers.ts';
import { runCase } from '../step-case.ts';

type Failed = { kind: string; refs: Record<string, string> };

export function ringUntold(tx: Tx, { kind, refs }: Failed): Refusal | null {
  if (!isKind(kind)) return null;
  const caseId = refs.caseId as CaseId | undefined;
  const found = caseId && tx.read(cases).byId(caseId);
  if (!found) return null;
  const rung = runCase(tx, found.id, { type: 'ring-untold', kind, days: daysOf(tx, found, kind, refs.duty) });
  return isRefusal(rung) ? rung : null;
}

function isKind(kind: string): kind is MessageKind {
  return Object.hasOwn(MESSAGES, kind);
}

/** C17: as the last paper of each such day names it. */
function daysOf(from: Reader, found: Case, kind: MessageKind, wanted: string | undefined): UntoldDay[] {
  if (kind !== 'case-due-moved' && kind !== 'case-day-moved') return [];
  const given = from
    .read(papers)
    .ofCase(found.id)
    .filter((one) => one.kind === 'due-change' && one.content?.duty === wanted);
  const last = given.at(-1);
  const what = UntoldDay.shape.what.safeParse(wanted ?? 'due').data;
  if (!wanted || !what) return last ? movedTo({ what: 'due', to: last.dueOn }, last.dueBefore) : [];
  return toldDays(found).flatMap(({ duty, by, about }) =>
    duty === wanted ? movedTo({ what, to: by, about }, given.findLast(({ dueOn }) => dueOn === by)?.dueBefore) : [],
  );
}

type Now = { what: UntoldDay['what']; to: Day | null; about?: string | undefined };

function movedTo({ what, to, about }: Now, from: Day | null | undefined): UntoldDay[] {
  return from && to && from !== to ? [{ what, from, to, ...(about ? { about } : {}) }] : [];
}
