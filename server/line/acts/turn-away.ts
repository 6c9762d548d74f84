/** Residents turned away are counted, by hour and matter (T10). */
import type { MatterId } from '../../../schema/ids.ts';
import { type Refusal, refuse } from '../../../schema/refusal.ts';
import { localTime } from '../../../schema/time.ts';
import { matterOf } from '../../catalogue/views/matter-view.ts';
import type { Tx } from '../../ledger/commit.ts';
import { dayStream } from '../stream.ts';

type Input = { matterId: MatterId; why: 'closed' | 'last-ticket' | 'too-long' };

export function turnAway(tx: Tx, { matterId, why }: Input): { seq: number } | Refusal {
  if (!matterOf(tx, matterId)) return refuse('matter-unknown');
  const hour = Number(localTime(tx.nowMs, tx.timeZone).time.slice(0, 2));
  tx.run(dayStream, tx.day, () => [{ type: 'resident-turned-away' as const, matterId, hour, why }]);
  return { seq: tx.head() };
}
