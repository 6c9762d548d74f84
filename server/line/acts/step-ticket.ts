/** A step of a ticket with what follows from it at once: its counter closes (T12), or it is carried over (T10). */

import type { Opening } from '../../../schema/hours/opening.ts';
import type { CounterId, Day, TicketId } from '../../../schema/ids.ts';
import type { Ticket, TicketEvent } from '../../../schema/line/ticket.ts';
import { isRefusal, type Refusal } from '../../../schema/refusal.ts';
import { leaveCase } from '../../cases/acts/conclude-case.ts';
import { cases } from '../../cases/tables/cases.ts';
import { callingNow, laterOpening, whyCancelled } from '../../hours/views/open-hours.ts';
import type { Tx } from '../../ledger/commit.ts';
import { sealReasons } from '../../people/acts/keep-words.ts';
import { giveLink } from '../../people/acts/residents.ts';
import { decideCounter } from '../rules/counter.ts';
import { decideTicket } from '../rules/ticket.ts';
import { isAtCounter, placesOf, queuesOf } from '../rules/ticket-life.ts';
import { dayStream, ticketStream } from '../stream.ts';
import { counterStates } from '../tables/counter-states.ts';
import { drafts } from '../tables/drafts.ts';
import { tickets } from '../tables/tickets.ts';
import { stepCounter } from './step-counter.ts';

/** C16: what was typed for a sitting ends with its ticket or its day. */
const ENDS_DRAFTS: TicketEvent['type'][] = [
  'ticket-finished',
  'ticket-withdrawn',
  'ticket-expired',
  'ticket-carried-over',
];

/**
 * The only way by which a ticket may leave a counter or its line. Where the counter was closing, it closes; who comes
 * back to a line whose day is over is carried over; what was begun ends with its ticket: all in the same transaction.
 */
export function stepTicket(
  tx: Tx,
  id: TicketId,
  decide: (ticket: Ticket | null) => TicketEvent[] | Refusal,
): Ticket | Refusal {
  const after = run(tx, id, decide);
  if (isRefusal(after) || after.ticket.phase !== 'waiting' || after.from === 'waiting') {
    return isRefusal(after) ? after : after.ticket;
  }
  if (hasPlace(tx, after.ticket)) return after.ticket;
  const carried = carryOver(tx, after.ticket);
  if (carried) countEnded(tx, after.ticket.liveDay, 1, 0);
  return carried ?? after.ticket;
}

/** T10: to the next opening of a later day, with rank and number; null where none is planned yet. */
export function carryOver(tx: Tx, ticket: Ticket): Ticket | null {
  const next = nextPlace(tx, ticket);
  if (!next) return null;
  const because = whyCancelled(tx, standsIn(ticket), ticket.liveDay) ?? undefined;
  const command = { type: 'carry-over', toDay: next.day, openingId: next.id, because } as const;
  const carried = run(tx, ticket.id, (found) => decideTicket(found, command, tx));
  if (isRefusal(carried)) return null;
  const linkEnds = new Date(Date.parse(next.endsAt) + tx.settings.ticketLinkMs).toISOString();
  giveLink(tx, 'ticket', ticket.id, linkEnds);
  return carried.ticket;
}

/** The service day in whose line the ticket stands as soon as it waits. */
export function dayOfPlace(tx: Tx, ticket: Ticket): Day {
  return hasPlace(tx, ticket) ? ticket.liveDay : (nextPlace(tx, ticket)?.day ?? ticket.liveDay);
}

function nextPlace(tx: Tx, ticket: Ticket): Opening | null {
  const isFree = (day: Day) => !tx.read(tickets).byNumber(ticket.number, day);
  return laterOpening(tx, placesOf(ticket), ticket.liveDay, isFree);
}

/** Whether its day has an opening for it, now or later. */
export function hasPlace(tx: Tx, ticket: Ticket): boolean {
  const calling = callingNow(tx, placesOf(ticket), [ticket.liveDay]);
  return calling.phase === 'calling' || calling.opening !== null;
}

export function countEnded(tx: Tx, day: Day, carriedOver: number, expired: number): void {
  tx.run(dayStream, day, () => [{ type: 'day-ended' as const, carriedOver, expired }]);
}

/** The queues it stands in; those it had when nothing remains. */
function standsIn(ticket: Ticket) {
  const queues = queuesOf(ticket);
  return queues.length > 0 ? queues : ticket.letters;
}

function run(
  tx: Tx,
  id: TicketId,
  decide: (ticket: Ticket | null) => TicketEvent[] | Refusal,
): { ticket: Ticket; from: Ticket['phase'] | null } | Refusal {
  let from: Ticket['phase'] | null = null;
  let at: CounterId | undefined;
  let events: TicketEvent[] = [];
  const ticket = tx.run(ticketStream, id, (found) => {
    from = found?.phase ?? null;
    at = isAtCounter(found) ? found?.counterId : undefined;
    const decided = decide(found);
    if (isRefusal(decided)) return decided;
    events = sealReasons(tx, `ticket:${id}`, decided);
    return events;
  });
  if (isRefusal(ticket)) return ticket;
  // Asked of the read table first: a counter's stream is long, and tickets leave all day.
  if (at && !isAtCounter(ticket) && tx.read(counterStates).byId(at)?.phase === 'closing') {
    stepCounter(tx, at, (counter) => decideCounter(counter, { type: 'ticket-left' }));
  }
  if (events.some(({ type }) => ENDS_DRAFTS.includes(type))) tx.write(drafts).dropOf(id);
  if (ticket.phase === 'withdrawn' || ticket.phase === 'expired') endCases(tx, ticket);
  return { ticket, from };
}

/** C2: a matter that was begun and got no conclusion ends with its ticket, or nobody could ever end it. */
function endCases(tx: Tx, ticket: Ticket): void {
  for (const { id, phase } of tx.read(cases).ofTicket(ticket.id)) {
    if (phase === 'open') leaveCase(tx, id);
  }
}
