/** H11, L3: nothing is changed so that an opening loses its last counter of a group, or of a matter that names its own. */
import type { CounterPlan } from '../../../schema/hall/plan.ts';
import type { Opening } from '../../../schema/hours/opening.ts';
import { namesFact, type Refusal, refuse } from '../../../schema/refusal.ts';
import { localTime } from '../../../schema/time.ts';
import { matters } from '../../catalogue/tables/matters.ts';
import { matterNames } from '../../catalogue/views/matter-view.ts';
import { counterPlans } from '../../hall/tables/counter-plans.ts';
import type { Reader } from '../../ledger/reader.ts';
import { lostBy, namedLostBy } from '../rules/cover.ts';
import { appointments } from '../tables/appointments.ts';
import { type CoverChange, coverAfter, openingsAhead } from '../views/cover-after.ts';

/** Planned and running openings that the change would leave without a counter for one of their groups. */
export function keepCover(from: Reader, { counter }: { counter: CounterPlan }): Refusal | null {
  const plans = from.read(counterPlans).all();
  const ahead = openingsAhead(from);
  const lost = lostBy(counter, ahead, plans);
  const [first] = lost;
  if (!first) return keepNamed(from, counter, ahead) ?? keepBooked(from, { counter });
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

/** L3: who has booked finds a counter that does the matter in the opening; told before the change is written. */
export function keepBooked(from: Reader, change: CoverChange): Refusal | null {
  const after = coverAfter(from, change);
  for (const opening of after?.ahead ?? []) {
    for (const { letter, matterId, count } of from.read(appointments).placesIn(opening.id)) {
      if (!after?.losesIn({ letter, matterId }, opening)) continue;
      const facts = { opening: startOf(from, opening), bookings: count };
      if ('matter' in change) return refuse('counters-leave-booked', facts);
      const names = namesFact('matter', matterNames(from, matterId));
      return refuse('counter-leaves-booked', { counter: change.counter.label, ...names, ...facts });
    }
  }
  return null;
}

function startOf(from: Reader, opening: Opening): string {
  const { day, time } = localTime(Date.parse(opening.startsAt), from.timeZone);
  return `${day} ${time}`;
}
