/** Residents turned away are counted, by hour and matter (T10). */
import type { MatterId } from '../../../schema/ids.ts';
import { type Refusal, refuse } from '../../../schema/refusal.ts';
import { localTime } from '../../../schema/time.ts';
import { matterOf } from '../../catalogue/views/matter-view.ts';
import { daysNow, running } from '../../hours/views/open-hours.ts';
import type { Tx } from '../../ledger/commit.ts';
import { dayStream } from '../stream.ts';

type Input = { matterId: MatterId; why: 'closed' | 'last-ticket' | 'too-long' };

export function turnAway(tx: Tx, { matterId, why }: Input): { seq: number } | Refusal {
  const matter = matterOf(tx, matterId);
  if (!matter) return refuse('matter-unknown');
  // Filed as a ticket would have been: a morning may run beside the night before (T2).
  const open = running(tx).filter(({ letters }) => letters.includes(matter.letter));
  const days = open.length > 0 ? open.map((one) => one.day).sort() : daysNow(tx);
  const hour = Number(localTime(tx.nowMs, tx.timeZone).time.slice(0, 2));
  tx.run(dayStream, days.at(-1)!, () => [{ type: 'resident-turned-away' as const, matterId, hour, why }]);
  return { seq: tx.head() };
}
