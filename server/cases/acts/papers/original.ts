/** C7: a paper without the line of a reprint comes out once, on its day, for the counter that was answered with its key. */
import type { CaseId } from '../../../../schema/ids.ts';
import { type Refusal, refuse } from '../../../../schema/refusal.ts';
import type { Tx } from '../../../ledger/commit.ts';
import { links } from '../../../people/tables/links.ts';
import { papers, type StoredPaper } from '../../tables/papers.ts';
import { giveCaseLink, type OnCase, stepCase } from '../step-case.ts';

/** Where the counter prints what it has just made. */
export function originalPath(tx: Tx, { kind, no, caseId }: Pick<StoredPaper, 'kind' | 'no' | 'caseId'>): string {
  return `/paper/${kind}/${giveCaseLink(tx, caseId as CaseId)}?no=${no}&original=${tx.read(links).of('original', no)}`;
}

/** C18: from then on its resident has it. */
export function printOriginal(
  tx: Tx,
  { caseId, no, key }: OnCase & { no: string; key: string },
): { seq: number } | Refusal {
  const paper = tx
    .read(papers)
    .ofCase(caseId)
    .find((one) => one.no === no);
  if (!paper) return refuse('not-found');
  if (paper.day !== tx.today || key !== tx.read(links).of('original', no)) return refuse('paper-printed');
  return stepCase(tx, { caseId }, (by) => ({ type: 'print-paper', by, no }));
}
