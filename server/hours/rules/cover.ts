/** Which counters do a group's work in an opening (H3, H11, L3): one in use that serves its letter. Pure. */
import type { KeptMatter } from '../../../schema/catalogue/catalogue.ts';
import { type Naming, namedCounters } from '../../../schema/catalogue/named-counters.ts';
import type { CounterPlan } from '../../../schema/hall/plan.ts';
import type { Opening, OpeningPlan } from '../../../schema/hours/opening.ts';
import type { CounterId, Letter, MatterId } from '../../../schema/ids.ts';

type Counters = ReadonlyMap<CounterId, CounterPlan>;
type Planned = Pick<OpeningPlan, 'letters' | 'counterIds'>;
export type Cover = Planned & {
  /** The first counter of the plan that is out of use, and the first group that none serves. */
  outOfUse: CounterPlan | null;
  unserved: Letter | null;
};

/** What of a plan can be done by its counters as they are. */
export function coverOf(plan: Planned, counters: Counters): Cover {
  const known = plan.counterIds.flatMap((id) => counters.get(id) ?? []);
  const unserved = plan.letters.filter((letter) => !isServed(plan, letter, counters));
  return {
    counterIds: known.filter((counter) => counter.inUse).map((counter) => counter.id),
    letters: plan.letters.filter((letter) => !unserved.includes(letter)),
    outOfUse: known.find((counter) => !counter.inUse) ?? null,
    unserved: unserved[0] ?? null,
  };
}

/** Openings with a group that loses its last counter when this one is changed; not those that had none before. */
export function lostBy(
  changed: CounterPlan,
  openings: readonly Opening[],
  counters: Counters,
): { opening: Opening; letter: Letter }[] {
  const after = new Map(counters).set(changed.id, changed);
  return openings.flatMap((opening) =>
    opening.letters
      .filter((letter) => isServed(opening, letter, counters) && !isServed(opening, letter, after))
      .map((letter) => ({ opening, letter })),
  );
}

/** L3: openings with a matter that loses the last counter that it names when this one is changed. */
export function namedLostBy(
  changed: CounterPlan,
  openings: readonly Opening[],
  counters: Counters,
  naming: readonly KeptMatter[],
): { opening: Opening; matter: KeptMatter }[] {
  const after = new Map(counters).set(changed.id, changed);
  return openings.flatMap((opening) =>
    naming
      .filter(({ letter, counters: named }) => {
        const does = (plans: Counters) =>
          isServed({ ...opening, counterIds: opening.counterIds.filter((id) => named?.includes(id)) }, letter, plans);
        return opening.letters.includes(letter) && does(counters) && !does(after);
      })
      .map((matter) => ({ opening, matter })),
  );
}

/** How counters stand, and which matters name some of them. */
export type Standing = { counters: Counters; naming: readonly Naming[] };

/** L3: whether the opening has a counter that may call for this matter somebody who stands in this group. */
export function servesPlace(
  { letter, matterId }: { letter: Letter; matterId: MatterId },
  opening: Planned,
  { counters, naming }: Standing,
): boolean {
  if (!opening.letters.includes(letter)) return false;
  const inUse = [...counters.values()].filter((counter) => counter.inUse);
  const matter = naming.find(({ id }) => id === matterId);
  const named = matter ? namedCounters(matter, letter, inUse) : null;
  const counterIds = opening.counterIds.filter((id) => named?.includes(id) ?? true);
  return isServed({ ...opening, counterIds }, letter, counters);
}

function isServed({ counterIds }: Planned, letter: Letter, counters: Counters): boolean {
  return counterIds.some((id) => {
    const counter = counters.get(id);
    return counter?.inUse === true && counter.letters.includes(letter);
  });
}
