/** Words of the staff go into their sealed table before an event holds them (P1). */
import type { Day } from '../../../schema/ids.ts';
import { addDays } from '../../../schema/time.ts';
import type { Tx } from '../../ledger/commit.ts';
import type { Tables, Writer } from '../../ledger/table.ts';
import { texts } from '../tables/texts.ts';

/** `wish` with a reference for each of its words, and what must be kept when the wish is done. */
export type Held<T> = { wish: T; words: ReadonlyMap<string, string> };

/** `fields`: names under which words stand, at any depth. Empty ones stay. */
export function holdWords<T>(from: Tables, about: string, wish: T, fields: ReadonlySet<string>): Held<T> {
  const words = new Map<string, string>();
  const held = (value: unknown, name = ''): unknown => {
    if (typeof value === 'string' && value !== '' && fields.has(name)) {
      const ref = from.read(texts).refOf(about, value);
      words.set(ref, value);
      return ref;
    }
    if (Array.isArray(value)) return value.map((one) => held(one));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, held(one, key)]));
  };
  return { wish: held(wish) as T, words };
}

/** `day` null: what they were said of goes on. */
export function endWords(to: Writer, about: string, day: Day | null): void {
  to.write(texts).keepUntil(about, day);
}

/** At once. */
export function eraseWords(to: Writer, about: string): void {
  to.write(texts).eraseOf(about);
}

export function keepWords(to: Writer, about: string, { words }: Held<unknown>): void {
  for (const [ref, said] of words) to.write(texts).add(ref, about, said);
}

const REASON = new Set(['reason']);

/**
 * Events of a day with references for their reasons, which are kept as long as people are. Of what has no case; without
 * a reason nothing is asked and nothing is written.
 */
export function sealReasons<E>(tx: Tx, about: string, events: E[]): E[] {
  const held = holdWords(tx, about, events, REASON);
  if (held.words.size === 0) return events;
  keepWords(tx, about, held);
  endWords(tx, about, addDays(tx.today, tx.settings.personDays));
  return held.wish;
}
