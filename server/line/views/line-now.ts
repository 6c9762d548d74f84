/** What many rows of one push need to know of the line; each is asked once a look (see `once`). */
import type { CounterPlan } from '../../../schema/hall/plan.ts';
import type { CounterId, Letter } from '../../../schema/ids.ts';
import { typicalMinutes } from '../../catalogue/views/matter-view.ts';
import { counterPlans } from '../../hall/tables/counter-plans.ts';
import { daysNow, running } from '../../hours/views/open-hours.ts';
import { once, type Reader } from '../../ledger/reader.ts';
import { measure } from '../rules/estimate.ts';
import { calls } from '../tables/calls.ts';
import { counterStates, type StoredCounter } from '../tables/counter-states.ts';
import type { StoredTicket } from '../tables/ticket-row.ts';
import { tickets } from '../tables/tickets.ts';

/** How long each queue is; none where nobody stands. */
export function linesNow(from: Reader): Map<Letter, { waiting: number; away: number }> {
  return from.read(tickets).lines(daysNow(from));
}

/** Whom each counter has. */
export function ticketsAtCounters(from: Reader): Map<CounterId, StoredTicket> {
  return from.read(tickets).atCounters();
}

export function countersNow(from: Reader): Map<CounterId, StoredCounter> {
  return new Map(
    from
      .read(counterStates)
      .all()
      .map((state) => [state.id, state]),
  );
}

/** A counter as a queue of its own, for who is served there alone (L3). */
export const counterKey = (id: CounterId) => `#${id}`;

type Seat = { queues: readonly string[]; ticket: StoredTicket | null };

/** Which counters call, and whom they have: the same for every queue's range. */
export function seatsNow(from: Reader): Seat[] {
  const open = running(from);
  const calling = open.length > 0 ? new Set(open.flatMap(({ counterIds }) => counterIds)) : null;
  const plans = from.read(counterPlans).all();
  const here = once(from, ticketsAtCounters);
  // Made with each push: nothing that is thrown away at once.
  const seats: Seat[] = [];
  for (const { id, phase } of from.read(counterStates).all()) {
    const counter = plans.get(id);
    if (phase !== 'open' || !counter?.inUse || calling?.has(id) === false) continue;
    seats.push({ queues: queuesAt(counter), ticket: here.get(id) ?? null });
  }
  return seats;
}

/** Of a counter as planned; it is another object when it is planned anew. */
const queuesOf = new WeakMap<CounterPlan, readonly string[]>();

function queuesAt(counter: CounterPlan): readonly string[] {
  const known = queuesOf.get(counter);
  if (known) return known;
  const queues = [...counter.letters, counterKey(counter.id)];
  queuesOf.set(counter, queues);
  return queues;
}

/** How long a sitting of a queue takes, in minutes, as measured or, before that, as the catalogue says (Q6). */
export function workOf(from: Reader): (letter: string) => Measured {
  const { durations } = from.read(calls);
  return (letter) => measuredOf(durations(letter), typicalMinutes(from, letter));
}

type Measured = { mean: number; variance: number };
/** The last answer for each list of durations: asked for by each push, and another only after the next sitting. */
const known = new WeakMap<readonly number[], Measured & { typical: number }>();

function measuredOf(durations: readonly number[], typical: number): Measured {
  const last = known.get(durations);
  if (last?.typical === typical) return last;
  const { mean, variance } = measure(durations, typical);
  const found = { mean, variance, typical };
  known.set(durations, found);
  return found;
}
