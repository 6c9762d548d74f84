/** One command on a case by a clerk. */
import type { CaseId, ClerkId } from '../../../schema/ids.ts';
import { isRefusal, type Refusal, refuse } from '../../../schema/refusal.ts';
import type { Tx } from '../../ledger/commit.ts';
import { giveLink } from '../../people/acts/residents.ts';
import { type CaseCommand, decideCase } from '../rules/case.ts';
import { caseStream } from '../stream.ts';

export type OnCase = { caseId: CaseId };

export function stepCase(
  tx: Tx,
  { caseId }: OnCase,
  command: (clerkId: ClerkId) => CaseCommand,
): { seq: number } | Refusal {
  const { actor } = tx;
  if (actor.kind !== 'clerk') return refuse('not-allowed');
  const found = tx.run(caseStream, caseId, (state) => decideCase(state, command(actor.id), tx));
  if (isRefusal(found)) return found;
  giveCaseLink(tx, caseId);
  return { seq: tx.head() };
}

/** The resident follows it for as long as it goes on (P3). */
export function giveCaseLink(tx: Tx, caseId: CaseId): string {
  return giveLink(tx, 'case', caseId, new Date(tx.nowMs + tx.settings.caseLinkMs).toISOString());
}
