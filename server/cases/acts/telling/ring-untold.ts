/** C12: what a message about a case did not tell is told by a call. */
import type { UntoldDay } from '../../../../schema/cases/conclusion.ts';
import type { CaseId } from '../../../../schema/ids.ts';
import { MESSAGES, type MessageKind } from '../../../../schema/messages/message.ts';
import { isRefusal, type Refusal } from '../../../../schema/refusal.ts';
import type { Tx } from '../../../ledger/commit.ts';
import type { Reader } from '../../../ledger/reader.ts';
import { daysOn } from '../../rules/residents/ring.ts';
import { papers } from '../../tables/papers.ts';
import { runCase } from '../step-case.ts';

type Refs = Record<string, string>;

export function ringUntold(tx: Tx, { kind, refs }: { kind: string; refs: Refs }): Refusal | null {
  const caseId = refs.caseId as CaseId | undefined;
  if (!isKind(kind) || !caseId) return null;
  const isMoved = kind === 'case-due-moved' || kind === 'case-day-moved';
  const days = isMoved ? daysOf(tx, caseId, refs) : [];
  const rung = runCase(tx, caseId, { type: 'ring-untold', kind, days });
  return isRefusal(rung) ? rung : null;
}

function isKind(kind: string): kind is MessageKind {
  return Object.hasOwn(MESSAGES, kind);
}

/** C17: as the paper says that the message told; a message of an older program names none, and told the last one. */
function daysOf(from: Reader, caseId: CaseId, { paper, duty, about }: Refs): UntoldDay[] {
  const given = from.read(papers).ofCase(caseId);
  const told = given.findLast(({ no, kind, content }) =>
    paper ? no === paper : kind === 'due-change' && content?.duty === duty,
  );
  if (!told?.dueBefore || !told.dueOn) return [];
  const { no, dueBefore, dueOn: to, content } = told;
  return daysOn({ no, duty: content?.duty, about, from: dueBefore, to, legal: content?.legal });
}
