/** The line as a counter sees it. Pure. */

import type { Matter } from '../../schema/catalogue/catalogue.ts';
import { doesMatter } from '../../schema/catalogue/named-counters.ts';
import type { CounterRow, TicketRow } from '../../schema/line/rows.ts';
import { compareRank } from '../../schema/line/ticket.ts';

/** What decides which counter does what: the counters in use, and the matters of the catalogue. */
export type Hall = { counters: readonly CounterRow[]; matters: readonly Matter[] };

/** Tickets with a matter left that this counter can do, in the order of the line (Q1). */
export function atCounter(tickets: TicketRow[], counter: CounterRow, hall: Hall): TicketRow[] {
  const inHall = (ticket: TicketRow) => PLACE_IN_LIST[ticket.phase] !== undefined;
  return tickets.filter((ticket) => inHall(ticket) && canDo(counter, ticket, hall)).sort(inLineOrder);
}

/** T8, L3: of what remains at least one. A matter that left its group is done by all of the group where it stands. */
export function canDo(counter: CounterRow, { queues, remaining }: TicketRow, { counters, matters }: Hall): boolean {
  if (!queues.some((letter) => counter.letters.includes(letter))) return false;
  return remaining.some((id) => {
    const matter = matters.find((one) => one.id === id);
    return !matter || !queues.includes(matter.letter) || doesMatter(counter, matter, matter.letter, counters);
  });
}

const PLACE_IN_LIST: Partial<Record<TicketRow['phase'], number>> = { waiting: 0, away: 1, missed: 2 };

/** Who waits comes first, by rank; then who stepped away, then no-shows. */
export function inLineOrder(a: TicketRow, b: TicketRow): number {
  const place = (PLACE_IN_LIST[a.phase] ?? 3) - (PLACE_IN_LIST[b.phase] ?? 3);
  return place || compareRank(a.rank, b.rank);
}

/** T7: how many wait behind in one of its queues, three at most: so many may be let pass. */
export function behindOf(ticket: TicketRow, tickets: readonly TicketRow[]): number {
  const isBehind = (other: TicketRow) =>
    other.phase === 'waiting' &&
    other.queues.some((letter) => ticket.queues.includes(letter)) &&
    compareRank(other.rank, ticket.rank) > 0;
  return Math.min(3, tickets.filter(isBehind).length);
}
