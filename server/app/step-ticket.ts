/** A step of a ticket with what follows from it at once: its counter closes (T12), or it is carried over (T10). */
import type { CounterId, Day, TicketId } from '../../schema/ids.ts';
import { isRefusal, type Refusal } from '../../schema/refusal.ts';
import type { Ticket, TicketEvent } from '../../schema/ticket.ts';
import { decideCounter } from '../domain/counter.ts';
import { callingOf, cancelledNow, openingAfter } from '../domain/openings.ts';
import { decideTicket } from '../domain/ticket.ts';
import { queuesOf } from '../domain/ticket-life.ts';
import { people } from '../store/people.ts';
import { places } from '../store/projections/places.ts';
import { tickets } from '../store/projections/tickets.ts';
import type { Tx } from './commit.ts';
import type { Hall } from './hall.ts';
import { counterStream, dayStream, ticketStream } from './streams.ts';

/**
 * The only way by which a ticket may leave a counter. Where the counter was closing, it closes; who comes back to a line
 * whose day is over is carried over in the same transaction.
 */
export function stepTicket(
  hall: Hall,
  tx: Tx,
  id: TicketId,
  decide: (ticket: Ticket | null) => TicketEvent[] | Refusal,
): Ticket | Refusal {
  const after = run(tx, id, decide);
  if (isRefusal(after) || after.ticket.phase !== 'waiting' || after.from === 'waiting') {
    return isRefusal(after) ? after : after.ticket;
  }
  if (hasPlace(hall, tx, after.ticket)) return after.ticket;
  const because = cancelledNow(tx.nowMs, hall.openings(), standsIn(after.ticket)) ?? undefined;
  const carried = carryOver(hall, tx, after.ticket, because);
  if (carried) countEnded(tx, after.ticket.liveDay, 1, 0);
  return carried ?? after.ticket;
}

/** T10: to the next opening of a later day, with rank and number; null where none is planned yet. */
export function carryOver(hall: Hall, tx: Tx, ticket: Ticket, because?: string): Ticket | null {
  const isFree = (day: Day) => !tx.read(tickets).byNumber(ticket.number, day);
  const next = openingAfter(tx.nowMs, hall.openings(), standsIn(ticket), ticket.liveDay, isFree);
  if (!next) return null;
  const command = { type: 'carry-over', toDay: next.day, openingId: next.id, because } as const;
  const carried = run(tx, ticket.id, (found) => decideTicket(found, command, tx));
  if (isRefusal(carried)) return null;
  const linkEnds = new Date(Date.parse(next.endsAt) + tx.settings.ticketLinkMs).toISOString();
  tx.write(people).addLink('ticket', ticket.id, linkEnds);
  return carried.ticket;
}

/** Whether its day has an opening for it, now or later. */
export function hasPlace(hall: Hall, tx: Tx, ticket: Ticket): boolean {
  const calling = callingOf(tx.nowMs, hall.openings(), standsIn(ticket), ticket.liveDay);
  return calling.phase === 'calling' || calling.opening !== null;
}

export function countEnded(tx: Tx, day: Day, carriedOver: number, expired: number): void {
  tx.run(dayStream, day, () => [{ type: 'day-ended' as const, carriedOver, expired }]);
}

/** T5: who has a counter for itself. */
export function isAtCounter(ticket: Pick<Ticket, 'phase'> | null): boolean {
  return ticket?.phase === 'called' || ticket?.phase === 'serving';
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
  const ticket = tx.run(ticketStream, id, (found) => {
    from = found?.phase ?? null;
    at = isAtCounter(found) ? found?.counterId : undefined;
    return decide(found);
  });
  if (isRefusal(ticket)) return ticket;
  // Asked of the read table first: a counter's stream is long, and tickets leave all day.
  if (at && !isAtCounter(ticket) && tx.read(places).counter(at)?.phase === 'closing') {
    tx.run(counterStream, at, (counter) => decideCounter(counter, { type: 'ticket-left' }));
  }
  return { ticket, from };
}
