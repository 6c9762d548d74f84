/** The line of those who wait for a page at one address: the first who came is the first who goes on, and nobody is sent away (S2). */
import type { Limit } from '../limits.ts';

/** True when it may go on; false when it has gone by itself, or at once where `mostOfKey` of its key or `most` in all wait. */
export type Patience = (key: string, isGone: () => boolean) => Promise<boolean>;

export function createPatience(limit: Limit, most: number, mostOfKey: number): Patience {
  const lines = new Map<string, { waiting: number; last: Promise<unknown> }>();
  let waiting = 0;

  async function goesOn(key: string, isGone: () => boolean): Promise<boolean> {
    while (!isGone()) {
      const overMs = await limit(key);
      if (overMs === null) return true;
      await new Promise((resolve) => setTimeout(resolve, overMs));
    }
    return false;
  }

  return async (key, isGone) => {
    const line = lines.get(key) ?? { waiting: 0, last: Promise.resolve() };
    if (waiting >= most || line.waiting >= mostOfKey) return false;
    lines.set(key, line);
    waiting++;
    line.waiting++;
    const own = line.last.then(() => goesOn(key, isGone));
    // The next one's turn comes also after a fault.
    line.last = own.catch(() => {});
    try {
      return await own;
    } finally {
      waiting--;
      if (--line.waiting === 0) lines.delete(key);
    }
  };
}
