/** Which counters do a matter (L3): those that it names, of its group; where it names none, all of its group. Pure. */
import type { CounterId, Letter, MatterId } from '../ids.ts';

export type Naming = { id: MatterId; letter: Letter; counters?: CounterId[] | null | undefined };
/** A counter in use. */
export type InUse = { id: CounterId; letters: readonly Letter[] };

/**
 * Null: each counter of the group. So it is where somebody stands in a group that the matter has left (H12), and where no
 * named counter serves the group any more: nobody waits for a counter that is not there.
 */
export function namedCounters(matter: Naming, standsIn: Letter, inUse: Iterable<InUse>): CounterId[] | null {
  const { counters, letter } = matter;
  if (!counters || letter !== standsIn) return null;
  const named = [...inUse].flatMap(({ id, letters }) => (counters.includes(id) && letters.includes(letter) ? id : []));
  return named.length > 0 ? named : null;
}

/** Whether the counter does it for somebody who stands in this group. */
export function doesMatter(counter: InUse, matter: Naming, standsIn: Letter, inUse: Iterable<InUse>): boolean {
  if (!counter.letters.includes(standsIn)) return false;
  return namedCounters(matter, standsIn, inUse)?.includes(counter.id) ?? true;
}
