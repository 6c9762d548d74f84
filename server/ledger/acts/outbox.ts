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

/** A fault of long standing is tried again after so long. */
const REST_MOST_MS = 300_000;

/** After each fault the row rests twice as long: two seconds after the first. */
export function markFault(tx: Tx, { id, faults }: Pick<OutboxRow, 'id' | 'faults'>): Nothing {
  const restMs = Math.min(2 ** (faults + 1) * 1_000, REST_MOST_MS);
  tx.write(outbox).markFault(id, new Date(tx.nowMs + restMs).toISOString());
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
