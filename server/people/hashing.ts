/** argon2id, a few at once in the whole hall: each takes 19 MB, a core, and a thread that files need, too (S2). */
import { argon2 } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { promisify } from 'node:util';
import type { Refusal } from '../../schema/refusal.ts';
import { createInTurn, type Line } from '../ledger/turns/in-turn.ts';
import { createLines } from '../ledger/turns/lines.ts';

const derive = promisify(argon2);
/** Is handed to what has its turn, and to nothing else. */
export type Hash = (parameters: Parameters<typeof derive>[1]) => Promise<Buffer>;
/** Whose turn it is: an account at a place. Places where the staff signed in before have a line of their own. */
export type HashTurn = { isKnown: boolean; key: string };

/** One core is for the hall's own thread. */
export const AT_ONCE = Math.max(1, availableParallelism() - 1);
/** In each of the two lines: some seconds of hashing. */
const MOST = 100;
/** As many guesses as an account has at a place before it has to wait. */
const MOST_OF_KEY = 5;

const hash: Hash = (parameters) => derive('argon2id', parameters);
const inTurn = createInTurn<HashTurn>(AT_ONCE, twoLines());

/** Refused where too many wait. */
export function hashInTurn<T>(turn: HashTurn, work: (hash: Hash) => Promise<T>): Promise<T | Refusal> {
  return inTurn(turn, () => work(hash));
}

/** Of a set-up and of the shell, while nobody is served. */
export function hashApart<T>(work: (hash: Hash) => Promise<T>): Promise<T> {
  return work(hash);
}

/** Known places and strange ones are served by turns: a crowd of strangers keeps no clerk waiting. */
function twoLines(): Line<HashTurn> {
  const known = createLines<() => void>(MOST, MOST_OF_KEY);
  const strange = createLines<() => void>(MOST, MOST_OF_KEY);
  let order = [known, strange];
  return {
    join: ({ isKnown, key }, go) => (isKnown ? known : strange).join(key, go),
    next() {
      order = order.toReversed();
      return order[0]!.next() ?? order[1]!.next();
    },
  };
}
