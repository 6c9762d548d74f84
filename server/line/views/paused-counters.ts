/** Why each counter that pauses does; the words of its clerk are in the counter's stream of its service day. */
import type { CounterId } from '../../../schema/ids.ts';
import { type CounterEvent, counterDay } from '../../../schema/line/counter.ts';
import { addDays } from '../../../schema/time.ts';
import { localDayOf } from '../../hall/views/local-day.ts';
import type { LedgerReader } from '../../ledger/ledger.ts';
import type { Reader } from '../../ledger/reader.ts';
import { said } from '../../people/views/said.ts';
import { counterStates } from '../tables/counter-states.ts';

export function pausedCounters(from: Reader, ledger: LedgerReader): { counterId: CounterId; reason: string }[] {
  return from
    .read(counterStates)
    .all()
    .filter(({ phase }) => phase === 'paused')
    .flatMap(({ id, since }) => {
      const today = localDayOf(from, since);
      // T2: past midnight the service day is the one before.
      const [paused] = [today, addDays(today, -1)]
        .flatMap((day) => ledger.load<CounterEvent>(`counter:${counterDay(id, day)}`))
        .filter(({ at }) => at === since)
        .flatMap(({ event }) => (event.type === 'counter-paused' ? event : []));
      return paused ? { counterId: id, reason: said(from, paused.reason) } : [];
    });
}
