/** Papers that come after a case is closed (C5): taken at any counter, answered by whoever had the case last. */
import type { LateAnswer } from '../../../../schema/cases/late-papers.ts';
import { isRefusal, type Refusal, refuse } from '../../../../schema/refusal.ts';
import type { Tx } from '../../../ledger/commit.ts';
import { cases } from '../../tables/cases.ts';
import { heirOf, linkedSince } from '../../views/late-papers.ts';
import { originalPath } from '../papers/original.ts';
import { type OnCase, runCase, stepCase } from '../step-case.ts';

/** The receipt is given at once. */
export function takeLatePapers(
  tx: Tx,
  { caseId, items, note }: OnCase & { items: string[]; note: string },
): { no: string; paper: string } | Refusal {
  if (tx.actor.kind !== 'clerk') return refuse('not-allowed');
  const before = tx.read(cases).byId(caseId);
  if (!before) return refuse('case-unknown');
  const to = heirOf(tx, before);
  const found = runCase(tx, caseId, { type: 'take-late-papers', by: tx.actor.id, items, note, to });
  if (isRefusal(found)) return found;
  const { no } = found.latePapers.at(-1)!;
  return { no, paper: originalPath(tx, { kind: 'late-receipt', no, caseId }) };
}

export function answerLatePapers(
  tx: Tx,
  input: OnCase & { no: string; kind: LateAnswer; text: string },
): { seq: number } | Refusal {
  const { caseId, no, kind, text } = input;
  const papers = tx
    .read(cases)
    .byId(caseId)
    ?.latePapers.find((one) => one.no === no);
  const linkedNo = papers ? linkedSince(tx, caseId, papers) : null;
  const isSupervisor = tx.actor.kind === 'clerk' && tx.actor.role === 'supervisor';
  return stepCase(tx, input, (by) => ({ type: 'answer-late-papers', by, no, kind, text, linkedNo, isSupervisor }));
}
