/** Who has a counter now, and would have none when a counter, or what a matter names, is changed (L3, H11). */
import { isDeepStrictEqual } from 'node:util';
import type { Naming } from '../../../schema/catalogue/named-counters.ts';
import type { CounterPlan } from '../../../schema/hall/plan.ts';
import type { Opening } from '../../../schema/hours/opening.ts';
import type { Day, Letter, MatterId } from '../../../schema/ids.ts';
import { matters } from '../../catalogue/tables/matters.ts';
import { counterPlans } from '../../hall/tables/counter-plans.ts';
import type { Reader } from '../../ledger/reader.ts';
import { type Standing, servesPlace } from '../rules/cover.ts';
import { openingsOf } from './open-hours.ts';

export type CoverChange = { counter: CounterPlan } | { matter: Naming };
type Place = { letter: Letter; matterId: MatterId };

/** Null: the change takes no counter from anybody. */
export function coverAfter(from: Reader, change: CoverChange) {
  const now = standingNow(from);
  const then = changed(now, change);
  if (isDeepStrictEqual(now, then)) return null;
  const ahead = openingsAhead(from);
  const has = (place: Place, standing: Standing, openings: readonly Opening[]) =>
    openings.some((opening) => servesPlace(place, opening, standing));
  const isLost = (place: Place, openings: readonly Opening[]) =>
    has(place, now, openings) && !has(place, then, openings);
  return {
    ahead,
    losesIn: (place: Place, opening: Opening) => isLost(place, [opening]),
    /** A day with a counter is not put off to a later one. */
    loses: (place: Place, day: Day) =>
      isLost(
        place,
        ahead.filter((opening) => opening.day === day),
      ) || isLost(place, ahead),
  };
}

/** Whether an opening that runs, or is to come, has a counter for this place. */
export function isEverServed(from: Reader): (place: Place) => boolean {
  const [standing, ahead] = [standingNow(from), openingsAhead(from)];
  return (place) => ahead.some((opening) => servesPlace(place, opening, standing));
}

export function openingsAhead(from: Reader): Opening[] {
  const now = new Date(from.nowMs).toISOString();
  return openingsOf(from).filter(({ phase, endsAt }) => (phase === 'running' || phase === 'planned') && endsAt > now);
}

function standingNow(from: Reader): Standing {
  const naming = from.read(matters).naming();
  return { counters: from.read(counterPlans).all(), naming: naming.map(namingOf) };
}

function changed(now: Standing, change: CoverChange): Standing {
  if ('counter' in change) return { ...now, counters: new Map(now.counters).set(change.counter.id, change.counter) };
  const { matter } = change;
  const others = now.naming.filter(({ id }) => id !== matter.id);
  if (!matter.counters) return { ...now, naming: others };
  const next = namingOf(matter);
  const isKnown = others.length < now.naming.length;
  return { ...now, naming: isKnown ? now.naming.map((one) => (one.id === next.id ? next : one)) : [...others, next] };
}

function namingOf({ id, letter, counters }: Naming): Naming {
  return { id, letter, counters };
}
