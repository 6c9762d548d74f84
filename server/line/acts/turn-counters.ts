/** What openings, plans and people that come and go mean for counters: line's reactions to those below it (H4, T12). */

import type { CounterPlan } from '../../../schema/hall/plan.ts';
import type { Opening } from '../../../schema/hours/opening.ts';
import type { CounterId } from '../../../schema/ids.ts';
import type { CounterEvent } from '../../../schema/line/counter.ts';
import type { Clerk } from '../../../schema/people/clerk.ts';
import { isRefusal, namesFact, type Refusal, refuse } from '../../../schema/refusal.ts';
import { matterNames } from '../../catalogue/views/matter-view.ts';
import { counterLabel } from '../../hall/views/counter-label.ts';
import { type CoverChange, coverAfter } from '../../hours/views/cover-after.ts';
import { openingsOf } from '../../hours/views/open-hours.ts';
import type { Tx } from '../../ledger/commit.ts';
import { clerks } from '../../people/tables/clerks.ts';
import { sessions } from '../../people/tables/sessions.ts';
import { awayNow } from '../../people/views/absences.ts';
import { decideCounter } from '../rules/counter.ts';
import { decideTicket } from '../rules/ticket.ts';
import { placesOf } from '../rules/ticket-life.ts';
import { counterStates } from '../tables/counter-states.ts';
import { LAST_DAY } from '../tables/ticket-row.ts';
import { tickets } from '../tables/tickets.ts';
import { sweepDay } from './end-day.ts';
import { stepCounter } from './step-counter.ts';
import { stepTicket } from './step-ticket.ts';

const NAMED_MOST = 6;

/** H4: an opening seats whom its last end left seated; its end closes its counters, an occupied one when it is free (T12). */
export function turnCounters(
  tx: Tx,
  { before, became }: { before: Opening; became: 'running' | 'ended' | 'cancelled' },
): null {
  if (became === 'running') openCounters(tx, before);
  else if (before.phase === 'running') closeCounters(tx, before);
  if (became === 'running') return null;
  // T12: who waited for a cancelled one learns now, and not at the end that was planned, where the number went.
  if (became === 'cancelled') sweepDay(tx, before.day);
  const { day, endsAt } = before;
  // Every opening asks for its day's end; the one that is not the day's last finds more to come and passes.
  tx.later({ kind: 'end-day', data: { day, round: Date.parse(endsAt) } }, endsAt);
  return null;
}

/** No counter is taken out of use while a ticket is there. */
export function keepOccupied(tx: Tx, { counter }: { counter: CounterPlan }): Refusal | null {
  const ticket = counter.inUse ? null : tx.read(tickets).atCounter(counter.id);
  return ticket && refuse('counter-busy', { counter: counter.label, number: ticket.number });
}

/** L3: nothing is changed so that somebody who has a number, also by check-in, is left without a counter that may call it. */
export function keepWaiting(tx: Tx, change: CoverChange): Refusal | null {
  const after = coverAfter(tx, change);
  if (!after) return null;
  const left = tx
    .read(tickets)
    .unfinishedUpTo(LAST_DAY)
    .flatMap((ticket) => {
      const place = placesOf(ticket).find((one) => after.loses(one, ticket.liveDay));
      return place ? [{ number: ticket.number, place }] : [];
    });
  const [first] = left;
  if (!first) return null;
  const named = left.slice(0, NAMED_MOST).map(({ number }) => number);
  const numbers = named.join(', ') + (left.length > named.length ? ' …' : '');
  const facts = {
    waiting: left.length,
    numbers,
    ...namesFact('matter', matterNames(tx, first.place.matterId)),
  };
  if ('matter' in change) return refuse('counters-leave-waiting', facts);
  return refuse('counter-leaves-waiting', { counter: change.counter.label, ...facts });
}

/** H4: who works here no more sits nowhere, and no opening seats them again; refused while a ticket is there. */
export function leaveSeats(tx: Tx, { clerk }: { clerk: Clerk }): Refusal | null {
  const seats = tx.read(counterStates).all();
  for (const { id } of seats.filter((counter) => counter.clerkId === clerk.id)) {
    const ticket = tx.read(tickets).atCounter(id);
    if (ticket) return refuse('counter-busy', { counter: counterLabel(tx, id) ?? id, number: ticket.number });
    // Not the clerk's own command: it also gives up a seat that the last opening's end has kept.
    const left: CounterEvent = { type: 'counter-closed', clerkId: clerk.id };
    stepCounter(tx, id, () => [left]);
  }
  return null;
}

/** S2: at once, also in the middle of a sitting: the ticket returns to its line with its rank (T12), the counter closes. */
export function vacateSeats(tx: Tx, { clerk, reason }: { clerk: Clerk; reason: string }): Refusal | null {
  const seats = tx.read(counterStates).all();
  for (const { id } of seats.filter((counter) => counter.clerkId === clerk.id)) {
    const ticket = tx.read(tickets).atCounter(id);
    const left: CounterEvent = { type: 'counter-closed', clerkId: clerk.id };
    // The counter first: a ticket that leaves a closing counter would keep its clerk's seat.
    stepCounter(tx, id, () => [left]);
    const released =
      ticket && stepTicket(tx, ticket.id, (found) => decideTicket(found, { type: 'release', reason }, tx));
    if (isRefusal(released)) return released;
  }
  return null;
}

function openCounters(tx: Tx, { id: openingId, counterIds }: Opening): void {
  for (const counterId of counterIds) {
    // Asked one by one: who sat at two of them is seated at the first.
    if (!goesOn(tx, counterId) && !isSeatedStill(tx, counterId)) continue;
    const command = { type: 'begin-opening', openingId } as const;
    stepCounter(tx, counterId, (counter) => decideCounter(counter, command));
  }
}

/** But for those that another running opening holds open. */
function closeCounters(tx: Tx, opening: Opening): void {
  const others = openingsOf(tx).filter((one) => one.id !== opening.id && one.phase === 'running');
  for (const counterId of opening.counterIds) {
    if (others.some((one) => one.counterIds.includes(counterId))) continue;
    const busy = tx.read(tickets).atCounter(counterId) !== null;
    const command = { type: 'end-opening', openingId: opening.id, busy } as const;
    stepCounter(tx, counterId, (counter) => decideCounter(counter, command));
  }
}

/** T12: a counter that has not finished when the next opening begins simply goes on. */
function goesOn(tx: Tx, counterId: CounterId): boolean {
  return tx.read(counterStates).byId(counterId)?.phase === 'closing';
}

/** Who sat there when the last opening ended is still in the house, and nowhere else. */
function isSeatedStill(tx: Tx, counterId: CounterId): boolean {
  const clerkId = tx.read(counterStates).byId(counterId)?.clerkId;
  // C11: nobody sits where somebody is away.
  if (!clerkId || awayNow(tx).has(clerkId)) return false;
  if (!tx.read(clerks).all().get(clerkId)?.active || !tx.read(sessions).has(clerkId, tx.now)) return false;
  const others = tx.read(counterStates).all();
  return !others.some((other) => other.id !== counterId && other.clerkId === clerkId && other.phase !== 'closed');
}
