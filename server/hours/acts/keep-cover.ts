/** H11: no counter is changed so that an opening loses its last counter of a group. */
import type { CounterPlan } from '../../../schema/hall/plan.ts';
import { type Refusal, refuse } from '../../../schema/refusal.ts';
import { localTime } from '../../../schema/time.ts';
import { counterPlans } from '../../hall/tables/counter-plans.ts';
import type { Reader } from '../../ledger/reader.ts';
import { lostBy } from '../rules/cover.ts';
import { appointments } from '../tables/appointments.ts';
import { openingsOf } from '../views/open-hours.ts';

/** Planned and running openings that the change would leave without a counter for one of their groups. */
export function keepCover(from: Reader, { counter }: { counter: CounterPlan }): Refusal | null {
  const plans = from.read(counterPlans).all();
  const now = new Date(from.nowMs).toISOString();
  const ahead = openingsOf(from).filter((one) => one.phase === 'running' || one.phase === 'planned');
  const lost = lostBy(
    counter,
    ahead.filter((one) => one.endsAt > now),
    plans,
  );
  const [first] = lost;
  if (!first) return null;
  const { day, time } = localTime(Date.parse(first.opening.startsAt), from.timeZone);
  const group = lost
    .filter((one) => one.opening === first.opening)
    .map((one) => one.letter)
    .join(', ');
  return refuse('counter-needed', {
    counter: plans.get(counter.id)?.label ?? counter.label,
    opening: `${day} ${time}`,
    group,
    openings: new Set(lost.map((one) => one.opening.id)).size,
    bookings: lost.reduce((sum, { opening, letter }) => sum + from.read(appointments).countOf(opening.id, letter), 0),
  });
}
