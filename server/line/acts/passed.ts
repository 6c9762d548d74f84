/** Who may call a ticket that was passed to somebody (T8). */
import { counterPlans } from '../../hall/tables/counter-plans.ts';
import type { Tables } from '../../ledger/table.ts';
import type { AtCounter } from '../rules/ticket-command.ts';
import { mattersFor } from '../rules/ticket-life.ts';
import { counterStates } from '../tables/counter-states.ts';
import type { StoredTicket } from '../tables/ticket-row.ts';
import { servesOf } from './at-counter.ts';

/** Whether this counter may call it: it can do a matter of it (L3), and it was passed to nobody who is there and can do one (T8). */
export function mayTake(from: Tables, at: AtCounter) {
  return (ticket: StoredTicket): boolean => {
    const { passedTo } = ticket;
    if (mattersFor(ticket, at).length === 0) return false;
    if (!passedTo) return true;
    if ('counterId' in passedTo && passedTo.counterId === at.counterId) return true;
    if ('clerkId' in passedTo && passedTo.clerkId === at.clerkId) return true;
    const states = from.read(counterStates);
    const seat = 'counterId' in passedTo ? states.byId(passedTo.counterId) : states.ofClerk(passedTo.clerkId);
    if (!seat || seat.phase === 'closed') return true;
    // What its counters do may have been changed since.
    const counter = from.read(counterPlans).all().get(seat.id);
    return !counter || mattersFor(ticket, servesOf(from, counter)).length === 0;
  };
}
