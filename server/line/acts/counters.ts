/** Opening, pausing and closing a counter (H4). */
import type { CounterId, RequestId } from '../../../schema/ids.ts';
import { isRefusal, type Refusal, refuse } from '../../../schema/refusal.ts';
import type { Actor } from '../../../schema/who.ts';
import { reference } from '../../hall/tables/reference.ts';
import type { Tx } from '../../ledger/commit.ts';
import type { Hall } from '../../ledger/hall.ts';
import { counterStream } from '../../streams.ts';
import { type CounterCommand, decideCounter } from '../rules/counter.ts';
import { decideTicket } from '../rules/ticket.ts';
import { places } from '../tables/places.ts';
import { tickets } from '../tables/tickets.ts';
import { stepTicket } from './step-ticket.ts';

type OnCounter = { requestId: RequestId; counterId: CounterId };

export function openCounter(hall: Hall, actor: Actor, input: OnCounter) {
  return onCounter(hall, actor, 'open-counter', input, (tx, clerkId) => {
    const at = tx
      .read(places)
      .counters()
      .find((other) => other.phase !== 'closed' && other.clerkId === clerkId);
    const sitting = tx.read(places).counter(input.counterId)?.clerkId;
    const busy = at && at.phase === 'closing' && at.id !== input.counterId && tx.read(tickets).atCounter(at.id);
    if (busy) return refuse('counter-busy', { counter: labelOf(tx, at.id), number: busy.number });
    const ticket = tx.read(tickets).atCounter(input.counterId);
    if (ticket && sitting !== clerkId) {
      return refuse('counter-busy', { counter: labelOf(tx, input.counterId), number: ticket.number });
    }
    const { clerks } = tx.read(reference);
    return {
      type: 'open-counter',
      clerkId,
      at: at && at.id !== input.counterId ? labelOf(tx, at.id) : null,
      sitting: (sitting && clerks().get(sitting)?.name) ?? '',
    };
  });
}

export function pauseCounter(hall: Hall, actor: Actor, input: OnCounter & { reason: string }) {
  return onCounter(hall, actor, 'pause-counter', input, (_, clerkId) => ({
    type: 'pause-counter',
    clerkId,
    reason: input.reason,
  }));
}

export function closeCounter(hall: Hall, actor: Actor, input: OnCounter) {
  return onCounter(hall, actor, 'close-counter', input, (tx, clerkId) => {
    const busy = tx.read(tickets).atCounter(input.counterId);
    if (busy) return refuse('counter-busy', { counter: labelOf(tx, input.counterId), number: busy.number });
    // A supervisor may free the counter of somebody who went home.
    const sitting = tx.read(places).counter(input.counterId)?.clerkId;
    const frees = actor.kind === 'clerk' && actor.role === 'supervisor' && sitting;
    return { type: 'close-counter', clerkId: frees || clerkId };
  });
}

/** T12: a supervisor takes the ticket from a counter whose clerk cannot finish; it goes back to its line, the counter closes. */
export function releaseCounter(
  hall: Hall,
  actor: Actor,
  input: OnCounter & { reason: string },
): Promise<{ seq: number } | Refusal> {
  return hall.commit({ command: 'release-counter', requestId: input.requestId, actor }, (tx) => {
    const { counterId, reason } = input;
    if (!tx.read(reference).counters().has(counterId)) return refuse('counter-unknown');
    const ticket = tx.read(tickets).atCounter(counterId);
    if (!ticket) return refuse('counter-free', { counter: labelOf(tx, counterId) });
    // The counter first: a ticket that leaves a closing counter would keep its clerk's seat.
    tx.run(counterStream, counterId, (found) => decideCounter(found, { type: 'release-counter' }));
    const released = stepTicket(hall, tx, ticket.id, (found) => decideTicket(found, { type: 'release', reason }, tx));
    return isRefusal(released) ? released : { seq: tx.head() };
  });
}

function labelOf(tx: Tx, id: CounterId): string {
  return tx.read(reference).counters().get(id)?.label ?? id;
}

function onCounter(
  hall: Hall,
  actor: Actor,
  name: string,
  input: OnCounter,
  command: (tx: Tx, clerkId: Extract<Actor, { kind: 'clerk' }>['id']) => CounterCommand | Refusal,
): Promise<{ seq: number } | Refusal> {
  return hall.commit({ command: name, requestId: input.requestId, actor }, (tx) => {
    if (actor.kind !== 'clerk') return refuse('not-allowed');
    const counter = tx.read(reference).counters().get(input.counterId);
    if (!counter || (name === 'open-counter' && !counter.inUse)) return refuse('counter-unknown');
    const wanted = command(tx, actor.id);
    if (isRefusal(wanted)) return wanted;
    const state = tx.run(counterStream, input.counterId, (found) => decideCounter(found, wanted));
    return isRefusal(state) ? state : { seq: tx.head() };
  });
}
