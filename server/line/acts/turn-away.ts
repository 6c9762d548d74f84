/** Residents turned away are counted, by hour and matter (T10). */
import type { MatterId, RequestId } from '../../../schema/ids.ts';
import { type Refusal, refuse } from '../../../schema/refusal.ts';
import { localTime } from '../../../schema/time.ts';
import type { Actor } from '../../../schema/who.ts';
import { reference } from '../../hall/tables/reference.ts';
import type { Hall } from '../../ledger/hall.ts';
import { dayStream } from '../../streams.ts';

type Input = { requestId: RequestId; matterId: MatterId; why: 'closed' | 'last-ticket' | 'too-long' };

export function turnAway(hall: Hall, actor: Actor, input: Input): Promise<{ seq: number } | Refusal> {
  return hall.commit({ command: 'turn-away', requestId: input.requestId, actor }, (tx) => {
    const { matterId, why } = input;
    if (!tx.read(reference).matters().has(matterId)) return refuse('matter-unknown');
    const hour = Number(localTime(tx.nowMs, tx.timeZone).time.slice(0, 2));
    tx.run(dayStream, tx.day, () => [{ type: 'resident-turned-away' as const, matterId, hour, why }]);
    return { seq: tx.head() };
  });
}
