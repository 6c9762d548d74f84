/** The line as a counter sees it. Pure. */

import type { Letter } from '../../schema/ids.ts';
import type { TicketRow } from '../../schema/line/rows.ts';

/** Tickets with a matter left that a counter with these letters can do, in the order of the line (Q1). */
export function atLetters(tickets: TicketRow[], letters: Letter[]): TicketRow[] {
  const concerns = (ticket: TicketRow) => ticket.queues.some((letter) => letters.includes(letter));
  const inHall = (ticket: TicketRow) => PLACE_IN_LIST[ticket.phase] !== undefined;
  return tickets.filter((ticket) => inHall(ticket) && concerns(ticket)).sort(inLineOrder);
}

const PLACE_IN_LIST: Partial<Record<TicketRow['phase'], number>> = { waiting: 0, away: 1, missed: 2 };

/** Who waits comes first, by rank; then who stepped away, then no-shows. */
export function inLineOrder(a: TicketRow, b: TicketRow): number {
  const place = (PLACE_IN_LIST[a.phase] ?? 3) - (PLACE_IN_LIST[b.phase] ?? 3);
  return place || a.rank.at - b.rank.at || a.rank.tie - b.rank.tie;
}
