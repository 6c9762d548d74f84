/** H11, L3: nothing is changed so that an opening loses its last counter of a group, or of a matter that names its own. */
import { type Naming, namedCounters } from '../../../schema/catalogue/named-counters.ts';
import type { CounterPlan } from '../../../schema/hall/plan.ts';
import type { Opening } from '../../../schema/hours/opening.ts';
import { namesFact, type Refusal, refuse } from '../../../schema/refusal.ts';
import { localTime } from '../../../schema/time.ts';
import { matters } from '../../catalogue/tables/matters.ts';
import { counterPlans } from '../../hall/tables/counter-plans.ts';
import type { Reader } from '../../ledger/reader.ts';
import { lostBy, namedLostBy } from '../rules/cover.ts';
import { appointments } from '../tables/appointments.ts';
import { openingsOf } from '../views/open-hours.ts';

/** Planned and running openings that the change would leave without a counter for one of their groups. */
export function keepCover(from: Reader, { counter }: { counter: CounterPlan }): Refusal | null {
  const plans = from.read(counterPlans).all();
  const now = new Date(from.nowMs).toISOString();
  const ahead = openingsOf(from).filter((one) => one.phase === 'running' || one.phase === 'planned');
  const left = ahead.filter((one) => one.endsAt > now);
  const lost = lostBy(counter, left, plans);
  const [first] = lost;
  if (!first) return keepNamed(from, counter, left);
  const group = lost
    .filter((one) => one.opening === first.opening)
    .map((one) => one.letter)
    .join(', ');
  return refuse('counter-needed', {
    counter: plans.get(counter.id)?.label ?? counter.label,
    opening: startOf(from, first.opening),
    group,
    openings: new Set(lost.map((one) => one.opening.id)).size,
    bookings: lost.reduce((sum, { opening, letter }) => sum + from.read(appointments).countOf(opening.id, letter), 0),
  });
}

function keepNamed(from: Reader, counter: CounterPlan, ahead: readonly Opening[]): Refusal | null {
  const plans = from.read(counterPlans).all();
  const lost = namedLostBy(counter, ahead, plans, from.read(matters).naming());
  const [first] = lost;
  if (!first) return null;
  const { countIn } = from.read(appointments);
  return refuse('counter-named', {
    counter: plans.get(counter.id)?.label ?? counter.label,
    opening: startOf(from, first.opening),
    ...namesFact('matter', first.matter.names),
    openings: new Set(lost.map((one) => one.opening.id)).size,
    bookings: lost.reduce((sum, { opening, matter }) => sum + countIn(opening.id, matter.id), 0),
  });
}

/** Who booked a matter finds one of its counters in the opening. */
export function keepBooked(from: Reader, { matter }: { matter: Naming }): Refusal | null {
  if (!matter.counters) return null;
  const inUse = [...from.read(counterPlans).all().values()].filter((counter) => counter.inUse);
  const counters = namedCounters(matter, matter.letter, inUse);
  const now = new Date(from.nowMs).toISOString();
  for (const one of openingsOf(from)) {
    if (one.phase === 'cancelled' || one.endsAt <= now || !one.letters.includes(matter.letter)) continue;
    if (!counters || counters.some((id) => one.counterIds.includes(id))) continue;
    const bookings = from.read(appointments).countIn(one.id, matter.id);
    if (bookings > 0) return refuse('counters-leave-booked', { opening: startOf(from, one), bookings });
  }
  return null;
}

function startOf(from: Reader, opening: Opening): string {
  const { day, time } = localTime(Date.parse(opening.startsAt), from.timeZone);
  return `${day} ${time}`;
}
