/** Snapshots that screens ask for anew: of one session or device one at a time, however many sockets it has (S2). */

export type AskedAgain<S> = {
  /** Answered at once, or when those of the same `key` that asked before were, `ms` apart; asked twice meanwhile is once. */
  ask: (key: string, socket: S) => void;
  /** A socket that ended waits no more. */
  leave: (key: string, socket: S) => void;
  close: () => void;
};

export function createAskedAgain<S>(ms: number, answer: (socket: S) => void): AskedAgain<S> {
  /** Keys that were answered less than `ms` ago, and who waits there. */
  const resting = new Map<string, { waiting: Set<S>; timer?: NodeJS.Timeout }>();

  function next(key: string): void {
    const rest = resting.get(key)!;
    const [first] = rest.waiting;
    if (first === undefined) return void resting.delete(key);
    rest.waiting.delete(first);
    rest.timer = setTimeout(next, ms, key);
    answer(first);
  }

  return {
    ask(key, socket) {
      const rest = resting.get(key);
      if (rest) return void rest.waiting.add(socket);
      resting.set(key, { waiting: new Set([socket]) });
      next(key);
    },
    leave: (key, socket) => void resting.get(key)?.waiting.delete(socket),
    close() {
      for (const { timer } of resting.values()) clearTimeout(timer);
      resting.clear();
    },
  };
}
