/** Work that costs much: some at once, the rest in a line in which each key has its turn, more is refused (S2). */
import { type Refusal, refuse } from '../../schema/refusal.ts';
import { createLines } from './lines.ts';

export type InTurn = <T>(key: string, work: () => Promise<T>) => Promise<T | Refusal>;

export function createInTurn(atOnce: number, most: number, mostOfKey: number): InTurn {
  const lines = createLines<() => void>(most, mostOfKey);
  let running = 0;
  return async (key, work) => {
    if (running < atOnce) running++;
    else {
      const turn = Promise.withResolvers<void>();
      if (!lines.join(key, turn.resolve)) return refuse('too-fast');
      await turn.promise;
    }
    try {
      return await work();
    } finally {
      // The place is handed on, so that nothing slips in between.
      const next = lines.next();
      if (next) next();
      else running--;
    }
  };
}
