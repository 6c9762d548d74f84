/** What becomes of rows that are due: handed over, done, forgotten (H9). */
import type { Nothing, Tx } from '../commit.ts';
import { type OutboxRow, outbox } from '../tables/outbox.ts';
import { requests } from '../tables/requests.ts';

/** Answers and done rows are kept for so long. */
const KEPT_MS = 7 * 24 * 3_600_000;

/** True once: the compare-and-set. */
export function markDone(tx: Tx, { id, result }: { id: number; result: string }): { first: boolean } {
  return { first: tx.write(outbox).markDone(id, tx.now, result) };
}

export function markFault(tx: Tx, { id, restMs }: { id: number; restMs: number }): Nothing {
  tx.write(outbox).markFault(id, new Date(tx.nowMs + restMs).toISOString());
  return {};
}

/** What was in trouble may be well again. */
export function endRests(tx: Tx): Nothing {
  tx.write(outbox).endRests();
  return {};
}

export function markAdded(tx: Tx, rows: readonly OutboxRow[]): Nothing {
  for (const { id } of rows) tx.write(outbox).markAdded(id, tx.now);
  return {};
}

/** Redis may have forgotten everything. */
export function forgetAdded(tx: Tx): Nothing {
  tx.write(outbox).forgetAdded();
  return {};
}

export function dropOldAnswers(tx: Tx): void {
  const before = new Date(tx.nowMs - KEPT_MS).toISOString();
  tx.write(requests).dropBefore(before);
  tx.write(outbox).dropBefore(before);
}
