/** What a clerk would leave behind by closing the counter or signing out (T5, H4). Pure. */

import type { Matter } from '../../../schema/catalogue/catalogue.ts';
import type { ClerkId } from '../../../schema/ids.ts';
import type { CounterRow, TicketRow } from '../../../schema/line/rows.ts';
import { atCounter, canDo } from '../line-order.ts';
import type { StaffRows } from '../seat.ts';

export type Leaving = {
  counter: CounterRow;
  /** Called or being served here. */
  ticket: TicketRow | null;
  /** People who wait and whom this counter can call. */
  waiting: number;
  /** Of these, whom no other open counter can call. */
  onlyHere: number;
};

/** Null where nothing stands: no counter, or one that is closed. */
export function leavingOf(rows: StaffRows, clerkId: ClerkId, matters: readonly Matter[]): Leaving | null {
  const counter = rows.counters.find((row) => row.clerkId === clerkId && row.phase !== 'closed');
  if (!counter) return null;
  const others = rows.counters.filter((row) => row.id !== counter.id && row.phase === 'open');
  const hall = { counters: rows.counters, matters };
  const elsewhere = (ticket: TicketRow) => others.some((other) => canDo(other, ticket, hall));
  const waiting = atCounter(rows.tickets, counter, hall).filter((ticket) => ticket.phase === 'waiting');
  return {
    counter,
    ticket: rows.tickets.find((row) => row.id === counter.ticketId) ?? null,
    waiting: waiting.length,
    onlyHere: waiting.filter((ticket) => !elsewhere(ticket)).length,
  };
}
