/** The only way by which a counter changes: one command on its stream of the service day (H4). */
import type { CounterId } from '../../../schema/ids.ts';
import { type Counter, type CounterEvent, counterDay } from '../../../schema/line/counter.ts';
import { isRefusal, type Refusal } from '../../../schema/refusal.ts';
import type { Tx } from '../../ledger/commit.ts';
import { sealReasons } from '../../people/acts/keep-words.ts';
import { counterStream } from '../stream.ts';
import { counterStates } from '../tables/counter-states.ts';

/** The first change of a day begins its stream with the counter as it stood. */
export function stepCounter(
  tx: Tx,
  id: CounterId,
  decide: (counter: Counter | null) => CounterEvent[] | Refusal,
): Counter | null | Refusal {
  const stands = tx.read(counterStates).byId(id);
  return tx.run(counterStream, counterDay(id, tx.day), (today) => {
    // A clock that was set back may have led to an earlier day: the table says how it stands.
    const isCurrent = today?.phase === stands?.phase && today?.clerkId === stands?.clerkId;
    const decided = decide(isCurrent ? today : stands);
    const events = isRefusal(decided) ? decided : sealReasons(tx, `counter:${id}`, decided);
    if (isCurrent || !stands || isRefusal(events) || events.length === 0) return events;
    const { phase, clerkId, closedByOpening, closingOf } = stands;
    return [{ type: 'counter-carried' as const, phase, clerkId, closedByOpening, closingOf }, ...events];
  });
}
