/** What became of the machine's clock, in the ledger (Q8). */
import type { Step } from '../../ledger/clock.ts';
import type { Nothing, Tx } from '../../ledger/commit.ts';
import { operationStream } from '../stream.ts';

export function recordStep(tx: Tx, { byMs, held, fromMs }: Step): Nothing {
  const event = { type: 'clock-stepped' as const, byMs: Math.round(byMs), from: new Date(fromMs).toISOString(), held };
  tx.run(operationStream, tx.day, () => [event]);
  return {};
}

/** To be called before the hall follows the machine's clock; `aheadMs`: by how much that is ahead. */
export function recordConfirmed(tx: Tx, { aheadMs }: { aheadMs: number }): Nothing {
  tx.run(operationStream, tx.day, () => [{ type: 'clock-confirmed' as const, byMs: Math.round(aheadMs) }]);
  return {};
}
