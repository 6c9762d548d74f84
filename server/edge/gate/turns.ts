/** The line of strangers' requests: one in a turn of the event loop, each key in its turn, so that no crowd takes the hall (S2). */
import { createLines } from '../../ledger/turns/lines.ts';

/** True when it may go on, false at once when too many wait already. */
export type Turns = { wait: (key: string, isGone: () => boolean) => Promise<boolean>; waiting: () => number };

type Waiting = { go: () => void; isGone: () => boolean };

/**
 * What a clerk, kiosk or display asks stands in no line: it waits for one stranger's request at most. `most` wait in
 * all, `mostOfKey` of one key; a request whose sender has gone leaves the line without being served.
 */
export function createTurns(most: number, mostOfKey: number): Turns {
  const lines = createLines<Waiting>(most, mostOfKey);
  let isServing = false;

  function serve(): void {
    const next = lines.next();
    if (!next) {
      isServing = false;
      return;
    }
    if (!next.isGone()) next.go();
    // What came meanwhile from the network is read before the next turn.
    setImmediate(serve);
  }

  return {
    wait: (key, isGone) =>
      new Promise((resolve) => {
        if (!lines.join(key, { go: () => resolve(true), isGone })) return resolve(false);
        if (isServing) return;
        isServing = true;
        setImmediate(serve);
      }),
    waiting: lines.waiting,
  };
}
