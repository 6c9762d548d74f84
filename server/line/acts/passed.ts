/** Who may call a ticket that was passed to somebody (T8). */
import type { Tables } from '../../ledger/table.ts';
import type { AtCounter } from '../rules/ticket-command.ts';
import { mattersFor } from '../rules/ticket-life.ts';
import { counterStates } from '../tables/counter-states.ts';
import type { StoredTicket } from '../tables/ticket-row.ts';

/** Whether this counter may call it: it can do a matter of it (L3), and it was passed to nobody, to this one, or to somebody who is there no longer. */
export function mayTake(from: Tables, at: AtCounter) {
  return (ticket: StoredTicket): boolean => {
    const { passedTo } = ticket;
    if (mattersFor(ticket, at).length === 0) return false;
    if (!passedTo) return true;
    const states = from.read(counterStates);
    if ('counterId' in passedTo)
      return passedTo.counterId === at.counterId || (states.byId(passedTo.counterId)?.phase ?? 'closed') === 'closed';
    const seat = states.ofClerk(passedTo.clerkId);
    return passedTo.clerkId === at.clerkId || !seat || seat.phase === 'closed';
  };
}
