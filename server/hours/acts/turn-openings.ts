/** Openings begin and end by themselves, and can be cancelled (H1, H4, T12). */

import type { Opening } from '../../../schema/hours/opening.ts';
import type { OpeningId } from '../../../schema/ids.ts';
import { isRefusal, type Refusal, refuse } from '../../../schema/refusal.ts';
import type { Tx } from '../../ledger/commit.ts';
import { sealReasons } from '../../people/acts/keep-words.ts';
import { openingTurned } from '../hooks.ts';
import { decideOpening } from '../rules/opening-life.ts';
import { openingStream } from '../stream.ts';
import { openingsOf } from '../views/open-hours.ts';
import { cancelAppointmentsOf } from './book-appointment.ts';

/** H1: what was planned is not deleted; that it was cancelled, by whom and why, is an event. */
export function cancelOpening(
  tx: Tx,
  { openingId, reason }: { openingId: OpeningId; reason: string },
): { seq: number } | Refusal {
  const before = byId(tx, openingId);
  if (!before) return refuse('opening-unknown');
  const phase = tx.run(openingStream, openingId, (state) => {
    const decided = decideOpening(state, { type: 'cancel', reason });
    return isRefusal(decided) ? decided : sealReasons(tx, `opening:${openingId}`, decided);
  });
  if (isRefusal(phase)) return phase;
  cancelAppointmentsOf(tx, openingId);
  return tx.tell(openingTurned, { before, became: 'cancelled' }) ?? { seq: tx.head() };
}

export function beginOpening(tx: Tx, { openingId }: { openingId: OpeningId }): string | Refusal {
  const before = byId(tx, openingId);
  if (before?.phase !== 'planned') return 'passed';
  tx.run(openingStream, openingId, (phase) => decideOpening(phase, { type: 'begin' }));
  return tx.tell(openingTurned, { before, became: 'running' }) ?? 'done';
}

export function endOpening(tx: Tx, { openingId }: { openingId: OpeningId }): string | Refusal {
  const before = byId(tx, openingId);
  if (before?.phase !== 'running') return 'passed';
  tx.run(openingStream, openingId, (phase) => decideOpening(phase, { type: 'end' }));
  return tx.tell(openingTurned, { before, became: 'ended' }) ?? 'done';
}

function byId(tx: Tx, id: OpeningId): Opening | undefined {
  return openingsOf(tx).find((one) => one.id === id);
}
