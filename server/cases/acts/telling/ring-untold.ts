/** C12: what a message about a case did not tell is told by a call. */
import type { UntoldDay } from '../../../../schema/cases/conclusion.ts';
import type { CaseId } from '../../../../schema/ids.ts';
import { MESSAGES, type MessageKind } from '../../../../schema/messages/message.ts';
import { isRefusal, type Refusal } from '../../../../schema/refusal.ts';
import type { Tx } from '../../../ledger/commit.ts';
import type { Reader } from '../../../ledger/reader.ts';
import { cases } from '../../tables/cases.ts';
import { papers } from '../../tables/papers.ts';
import { runCase } from '../step-case.ts';

type Failed = { kind: string; refs: Record<string, string> };

export function ringUntold(tx: Tx, { kind, refs }: Failed): Refusal | null {
  const caseId = refs.caseId as CaseId | undefined;
  if (!caseId || !isKind(kind) || !tx.read(cases).byId(caseId)) return null;
  const found = runCase(tx, caseId, { type: 'ring-untold', kind, days: daysOf(tx, caseId, kind, refs.duty) });
  return isRefusal(found) ? found : null;
}

function isKind(kind: string): kind is MessageKind {
  return Object.hasOwn(MESSAGES, kind);
}

/** C17: as the last paper of that day names them. */
function daysOf(from: Reader, caseId: CaseId, kind: MessageKind, duty: string | undefined): UntoldDay[] {
  if (kind !== 'case-due-moved' && kind !== 'case-day-moved') return [];
  const ofDay = from
    .read(papers)
    .ofCase(caseId)
    .filter((one) => one.kind === 'due-change' && one.content?.duty === duty);
  const { dueBefore, dueOn, content } = ofDay.at(-1) ?? {};
  return dueBefore && dueOn && dueBefore !== dueOn
    ? [{ what: content?.duty ?? 'due', from: dueBefore, to: dueOn }]
    : [];
}
