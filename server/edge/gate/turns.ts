/** The line of strangers' requests: one in a turn of the event loop, each key in its turn, so that no crowd takes the hall (S2). */

/** True when it may go on, false at once when too many wait already. */
export type Turns = { wait: (key: string, isGone: () => boolean) => Promise<boolean>; waiting: () => number };

type Line = { go: () => void; isGone: () => boolean }[];

/**
 * What a clerk, kiosk or display asks stands in no line: it waits for one stranger's request at most. `most` wait in
 * all, `mostOfKey` of one key; a request whose sender has gone leaves the line without being served.
 */
export function createTurns(most: number, mostOfKey: number): Turns {
  /** In the order of their turns. */
  const lines = new Map<string, Line>();
  let waiting = 0;
  let isServing = false;

  function serve(): void {
    const next = lines.entries().next();
    if (next.done) {
      isServing = false;
      return;
    }
    const [key, line] = next.value;
    const { go, isGone } = line.shift()!;
    lines.delete(key);
    if (line.length > 0) lines.set(key, line);
    waiting--;
    if (!isGone()) go();
    // What came meanwhile from the network is read before the next turn.
    setImmediate(serve);
  }

  return {
    wait(key, isGone) {
      const line = lines.get(key) ?? [];
      if (waiting >= most || line.length >= mostOfKey) return Promise.resolve(false);
      return new Promise((resolve) => {
        line.push({ go: () => resolve(true), isGone });
        lines.set(key, line);
        waiting++;
        if (isServing) return;
        isServing = true;
        setImmediate(serve);
      });
    },
    waiting: () => waiting,
  };
}
