/** Opening, pausing, closing and releasing a counter (H4, T12). */
import type { ClerkId, CounterId } from '../../../schema/ids.ts';
import { isRefusal, type Refusal, refuse } from '../../../schema/refusal.ts';
import { counterPlans } from '../../hall/tables/counter-plans.ts';
import { counterLabel } from '../../hall/views/counter-label.ts';
import type { Tx } from '../../ledger/commit.ts';
import { clerkName } from '../../people/views/staff.ts';
import { type CounterCommand, decideCounter } from '../rules/counter.ts';
import { decideTicket } from '../rules/ticket.ts';
import { counterStates } from '../tables/counter-states.ts';
import { tickets } from '../tables/tickets.ts';
import { stepCounter } from './step-counter.ts';
import { stepTicket } from './step-ticket.ts';

type OnCounter = { counterId: CounterId };
type Done = { seq: number } | Refusal;

export function openCounter(tx: Tx, { counterId }: OnCounter): Done {
  if (!tx.read(counterPlans).all().get(counterId)?.inUse) return refuse('counter-unknown');
  return onCounter(tx, counterId, (clerkId) => {
    const others = tx.read(counterStates).all();
    const at = others.find((other) => other.phase !== 'closed' && other.clerkId === clerkId);
    const sitting = tx.read(counterStates).byId(counterId)?.clerkId;
    const busy = at && at.phase === 'closing' && at.id !== counterId && tx.read(tickets).atCounter(at.id);
    if (busy) return refuse('counter-busy', { counter: labelOf(tx, at.id), number: busy.number });
    const ticket = tx.read(tickets).atCounter(counterId);
    if (ticket && sitting !== clerkId) {
      return refuse('counter-busy', { counter: labelOf(tx, counterId), number: ticket.number });
    }
    return {
      type: 'open-counter',
      clerkId,
      at: at && at.id !== counterId ? labelOf(tx, at.id) : null,
      sitting: clerkName(tx, sitting) ?? '',
    };
  });
}

export function pauseCounter(tx: Tx, { counterId, reason }: OnCounter & { reason: string }): Done {
  return onCounter(tx, counterId, (clerkId) => ({ type: 'pause-counter', clerkId, reason }));
}

export function closeCounter(tx: Tx, { counterId }: OnCounter): Done {
  return onCounter(tx, counterId, (clerkId) => {
    const busy = tx.read(tickets).atCounter(counterId);
    if (busy) return refuse('counter-busy', { counter: labelOf(tx, counterId), number: busy.number });
    // A supervisor may free the counter of somebody who went home.
    const sitting = tx.read(counterStates).byId(counterId)?.clerkId;
    const isSupervisor = tx.actor.kind === 'clerk' && tx.actor.role === 'supervisor';
    return { type: 'close-counter', clerkId: (isSupervisor && sitting) || clerkId };
  });
}

/** T12: a supervisor takes the ticket from a counter whose clerk cannot finish; it goes back to its line, the counter closes. */
export function releaseCounter(tx: Tx, { counterId, reason }: OnCounter & { reason: string }): Done {
  if (!tx.read(counterPlans).all().has(counterId)) return refuse('counter-unknown');
  const ticket = tx.read(tickets).atCounter(counterId);
  if (!ticket) return refuse('counter-free', { counter: labelOf(tx, counterId) });
  // The counter first: a ticket that leaves a closing counter would keep its clerk's seat.
  stepCounter(tx, counterId, (found) => decideCounter(found, { type: 'release-counter' }));
  const released = stepTicket(tx, ticket.id, (found) => decideTicket(found, { type: 'release', reason }, tx));
  return isRefusal(released) ? released : { seq: tx.head() };
}

function onCounter(tx: Tx, counterId: CounterId, command: (clerkId: ClerkId) => CounterCommand | Refusal): Done {
  if (tx.actor.kind !== 'clerk') return refuse('not-allowed');
  if (!tx.read(counterPlans).all().has(counterId)) return refuse('counter-unknown');
  const wanted = command(tx.actor.id);
  if (isRefusal(wanted)) return wanted;
  const state = stepCounter(tx, counterId, (found) => decideCounter(found, wanted));
  return isRefusal(state) ? state : { seq: tx.head() };
}

function labelOf(tx: Tx, id: CounterId): string {
  return counterLabel(tx, id) ?? id;
}
