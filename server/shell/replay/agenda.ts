/** What is to happen on a replayed day, in order of its minute; what happens may add more. */

type Item = { at: number; order: number; act: () => Promise<unknown> };

export function createAgenda() {
  const items: Item[] = [];
  return {
    /** Behind everything of the same minute and order. */
    add(at: number, order: number, act: Item['act']): void {
      let low = 0;
      for (let high = items.length; low < high; ) {
        const middle = (low + high) >> 1;
        const other = items[middle]!;
        if (other.at < at || (other.at === at && other.order <= order)) low = middle + 1;
        else high = middle;
      }
      items.splice(low, 0, { at, order, act });
    },
    /** Until nothing is left; `moveTo` is asked before each new minute, and nothing happens later than `until`. */
    async run(until: number, moveTo: (at: number) => Promise<void>, onDone: () => void): Promise<void> {
      let now = -1;
      for (let item = items.shift(); item; item = items.shift()) {
        const at = Math.min(item.at, until);
        if (at > now) await moveTo(at);
        now = Math.max(now, at);
        await item.act();
        onDone();
      }
    },
  };
}
