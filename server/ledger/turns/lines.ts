/** A line in which each key has its turn, however many of another key came before; too many are not let in (S2). */

export type Lines<T, K = string> = {
  /** False where too many wait already: `most` in all, or `mostOfKey` of this key. */
  join: (key: K, one: T) => boolean;
  /** The one whose turn it is, or null. */
  next: () => T | null;
  waiting: () => number;
};

export function createLines<T>(most: number, mostOfKey: number): Lines<T> {
  /** In the order of their turns. */
  const lines = new Map<string, T[]>();
  let waiting = 0;
  return {
    join(key, one) {
      const line = lines.get(key) ?? [];
      if (waiting >= most || line.length >= mostOfKey) return false;
      line.push(one);
      lines.set(key, line);
      waiting++;
      return true;
    },
    next() {
      const first = lines.entries().next();
      if (first.done) return null;
      const [key, line] = first.value;
      const one = line.shift()!;
      lines.delete(key);
      if (line.length > 0) lines.set(key, line);
      waiting--;
      return one;
    },
    waiting: () => waiting,
  };
}
