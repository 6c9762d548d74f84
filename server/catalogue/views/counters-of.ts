/** Which counters do which matter (L3). */
import { namedCounters } from '../../../schema/catalogue/named-counters.ts';
import type { CounterPlan } from '../../../schema/hall/plan.ts';
import type { CounterId, Letter, MatterId } from '../../../schema/ids.ts';
import { counterPlans } from '../../hall/tables/counter-plans.ts';
import type { Tables } from '../../ledger/table.ts';
import { matters } from '../tables/matters.ts';

/** A matter for which somebody stands in the queue of a group. */
export type Place = { letter: Letter; matterId: MatterId };

/** The counters that alone do it there; null: each of the group. */
export function countersOf(from: Tables, { letter, matterId }: Place): CounterId[] | null {
  const matter = from
    .read(matters)
    .naming()
    .find(({ id }) => id === matterId);
  return matter ? namedCounters(matter, letter, inUse(from)) : null;
}

/** What of its groups this counter leaves to others. */
export function leftToOthers(from: Tables, counterId: CounterId): Place[] {
  return from
    .read(matters)
    .naming()
    .filter((matter) => namedCounters(matter, matter.letter, inUse(from))?.includes(counterId) === false)
    .map(({ id: matterId, letter }) => ({ matterId, letter }));
}

/** Those in use that serve the group. */
export function countersServing(from: Tables, letter: Letter): CounterPlan[] {
  return inUse(from).filter(({ letters }) => letters.includes(letter));
}

function inUse(from: Tables): CounterPlan[] {
  return [...from.read(counterPlans).all().values()].filter((counter) => counter.inUse);
}
