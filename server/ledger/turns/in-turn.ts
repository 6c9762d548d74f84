/** Work that costs much: some at once, the rest in a line in which each key has its turn, more is refused (S2). */
import { type Refusal, refuse } from '../../../schema/refusal.ts';
import type { Lines } from './lines.ts';

/** `K`: what says whose turn it is. */
export type Line<K> = Omit<Lines<() => void, K>, 'waiting'>;
export type InTurn<K> = <T>(key: K, work: () => Promise<T>) => Promise<T | Refusal>;

export function createInTurn<K>(atOnce: number, line: Line<K>): InTurn<K> {
  let running = 0;
  return async (key, work) => {
    if (running < atOnce) running++;
    else {
      const turn = Promise.withResolvers<void>();
      if (!line.join(key, turn.resolve)) return refuse('too-fast');
      await turn.promise;
    }
    try {
      return await work();
    } finally {
      // The place is handed on, so that nothing slips in between.
      const next = line.next();
      if (next) next();
      else running--;
    }
  };
}
