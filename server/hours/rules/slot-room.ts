/** What of a slot falls to counters that alone do a matter (L3). Pure. */
import type { CounterId } from '../../../schema/ids.ts';

/**
 * `taken`: of each place that is taken the counters that alone do its matter; none where each counter does. Also the
 * places of a larger set of counters do not overflow. At least one place where one of the counters is there.
 */
export function roomIn(
  capacity: number,
  serving: readonly CounterId[],
  named: readonly CounterId[],
  taken: readonly (readonly CounterId[])[],
): number {
  const there = (counters: readonly CounterId[]) => counters.filter((id) => serving.includes(id));
  const own = there(named);
  if (own.length === 0) return 0;
  const bound = taken.map(there).filter((counters) => counters.length > 0);
  const isWithin = (inner: readonly CounterId[], outer: readonly CounterId[]) =>
    inner.every((id) => outer.includes(id));
  const sets = [own, ...bound.filter((counters) => isWithin(own, counters))];
  const rooms = sets.map((counters) => {
    const part = Math.max(1, Math.floor((capacity * counters.length) / serving.length));
    return part - bound.filter((one) => isWithin(one, counters)).length;
  });
  return Math.max(0, Math.min(...rooms));
}
