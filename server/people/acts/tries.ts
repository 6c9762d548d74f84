/** Guessing is slow: tries are counted before they are looked at, so that guesses made at once do not all pass. */
import type { Instant } from '../../../schema/ids.ts';
import { type Refusal, refuse } from '../../../schema/refusal.ts';
import type { Tx } from '../../ledger/commit.ts';
import { tries } from '../tables/tries.ts';

/** Keys of tries at receipts begin so. */
export const RECEIPT_TRIES = 'receipt:';
/** Keys of look-ups of people begin so; each counts, right or wrong. */
export const PERSON_TRIES = 'person:';
/** Keys of tries at appointments begin so. */
export const CHECK_IN_TRIES = 'check-in:';

type Guarded = { key: string /** So many wrong ones are free. */; free: number };

/** The refusal while one of them rests. */
export function restsOf(tx: Tx, guarded: readonly Guarded[]): Refusal | null {
  const restMs = guarded.map(({ key, free }) => {
    const found = present(tx, key);
    return found && found.failed >= free ? Date.parse(found.until) - tx.nowMs : 0;
  });
  const most = Math.max(0, ...restMs);
  return most > 0 ? refuse('too-many-tries', { minutes: Math.ceil(most / 60_000) }) : null;
}

/** One more wrong try; the rest is counted from the first one on, for `restMs`. */
export function addTry(tx: Tx, key: string, restMs: number): void {
  const until = present(tx, key)?.until;
  if (!until) tx.write(tries).clear(key);
  tx.write(tries).add(key, until ?? new Date(tx.nowMs + restMs).toISOString());
}

export function dropRestedTries(tx: Tx): void {
  for (const kind of [RECEIPT_TRIES, PERSON_TRIES, CHECK_IN_TRIES]) tx.write(tries).drop(kind, tx.now);
}

function present(tx: Tx, key: string): { failed: number; until: Instant } | null {
  const found = tx.read(tries).of(key);
  return found && found.until > tx.now ? found : null;
}
