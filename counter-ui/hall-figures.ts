/** Figures of the hall now, from the staff board alone. */
import type { CounterRow, TicketRow } from '../schema/board.ts';
import { hourOf } from './hall-time.ts';
import { inLineOrder } from './state.ts';

/** Who waits longest, first. */
export function longestWaiting(tickets: TicketRow[]): TicketRow[] {
  return tickets
    .filter((ticket) => ticket.phase === 'waiting')
    .sort((a, b) => a.arrivedAt.localeCompare(b.arrivedAt) || inLineOrder(a, b));
}

/** Q3: called tickets that others with a smaller rank stood before. */
export function outOfOrder(tickets: TicketRow[]): TicketRow[] {
  return tickets.filter((ticket) => (ticket.why?.passedOver ?? 0) > 0);
}

/** Open counters without a ticket. */
export function freeCounters(counters: CounterRow[]): CounterRow[] {
  return counters.filter((counter) => counter.phase === 'open' && !counter.ticketId);
}

/** Tickets by the hall's hour of their last call; every hour between the first and the last has a bar. */
export function callsByHour(tickets: TicketRow[]): { hour: number; calls: number }[] {
  const hours = tickets.flatMap((ticket) => (ticket.calledAt ? [hourOf(ticket.calledAt)] : []));
  if (hours.length === 0) return [];
  const first = Math.min(...hours);
  return Array.from({ length: Math.max(...hours) - first + 1 }, (_, at) => ({
    hour: first + at,
    calls: hours.filter((hour) => hour === first + at).length,
  }));
}
