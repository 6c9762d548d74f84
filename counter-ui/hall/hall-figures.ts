/** Figures of the hall now, from the staff board alone. */
import type { CounterRow, TicketRow } from '../../schema/line/rows.ts';
import { inLineOrder } from '../work/line-order.ts';

/** Who waits longest, first. */
export function longestWaiting(tickets: TicketRow[]): TicketRow[] {
  return tickets
    .filter((ticket) => ticket.phase === 'waiting')
    .sort((a, b) => a.arrivedAt.localeCompare(b.arrivedAt) || inLineOrder(a, b));
}

/** Q3: called in their turn, though others with a smaller rank stood before; what was called out of order is a note (Q4). */
export function regularCalls(tickets: TicketRow[]): TicketRow[] {
  return tickets.filter(({ why }) => why && why.rule !== 'out-of-order' && why.passedOver > 0);
}

/** Open counters without a ticket. */
export function freeCounters(counters: CounterRow[]): CounterRow[] {
  return counters.filter((counter) => counter.phase === 'open' && !counter.ticketId);
}

/** Whose wait is of one piece: let nobody pass, was not missed, came today. */
export function waitedThrough(ticket: TicketRow): boolean {
  return ticket.passes === 0 && ticket.misses === 0 && !ticket.carriedIn;
}

/** T12: counters with somebody there though calling is over, who has waited longest for their end first. */
export function occupiedAfterClosing(counters: CounterRow[]): CounterRow[] {
  return counters
    .filter((counter) => counter.ticketId && counter.closingSince)
    .sort((a, b) => a.closingSince!.localeCompare(b.closingSince!));
}

/** Who stands in more than one queue: the queues add to more than the hall has. */
export function inSeveralQueues(tickets: TicketRow[]): number {
  return tickets.filter((ticket) => ticket.phase === 'waiting' && ticket.queues.length > 1).length;
}
