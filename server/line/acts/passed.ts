/** Who may call a ticket that was passed to somebody (T8). */
import type { PassedTo } from '../../../schema/line/ticket.ts';
import type { Tables } from '../../ledger/table.ts';
import { counterStates } from '../tables/counter-states.ts';

/** Whether this counter may call it: it was passed to nobody, to this one, or to somebody who is there no longer. */
export function mayTake(from: Tables, at: { counterId: string; clerkId: string }) {
  return ({ passedTo }: { passedTo?: PassedTo | undefined }): boolean => {
    if (!passedTo) return true;
    const states = from.read(counterStates);
    if ('counterId' in passedTo)
      return passedTo.counterId === at.counterId || (states.byId(passedTo.counterId)?.phase ?? 'closed') === 'closed';
    const seat = states.ofClerk(passedTo.clerkId);
    return passedTo.clerkId === at.clerkId || !seat || seat.phase === 'closed';
  };
}
