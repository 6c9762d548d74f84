/** Who waits, as the rules of the queue take it (Q1). */

import type { Day, Letter } from '../../../schema/ids.ts';
import type { Tables } from '../../ledger/table.ts';
import type { Waiting } from '../rules/queue.ts';
import type { StoredTicket } from '../tables/ticket-row.ts';
import { tickets } from '../tables/tickets.ts';

/** In order of rank, read one at a time. */
export function* lineOn(
  from: Tables,
  days: readonly Day[],
  queues: readonly Letter[],
): Generator<Waiting & StoredTicket> {
  for (const ticket of from.read(tickets).waitingInOrder(days, queues)) yield waitingOf(ticket);
}

export function waitingOf(ticket: StoredTicket): Waiting & StoredTicket {
  return {
    ...ticket,
    arrivedAtMs: Date.parse(ticket.arrivedAt),
    notBeforeMs: ticket.notBefore ? Date.parse(ticket.notBefore) : undefined,
  };
}
