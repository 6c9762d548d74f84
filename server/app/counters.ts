/** Opening, pausing and closing a counter (H4). */
import type { CounterId, RequestId } from '../../schema/ids.ts';
import { isRefusal, type Refusal, refuse } from '../../schema/refusal.ts';
import { type CounterCommand, decideCounter } from '../domain/counter.ts';
import type { Actor } from './actor.ts';
import type { Tx } from './commit.ts';
import type { Hall } from './hall.ts';
import { counterStream } from './streams.ts';

type OnCounter = { requestId: RequestId; counterId: CounterId };

export function openCounter(hall: Hall, actor: Actor, input: OnCounter) {
  return onCounter(hall, actor, 'open-counter', input, (tx, clerkId) => {
    const at = tx.store.places.counters().find((other) => other.phase !== 'closed' && other.clerkId === clerkId);
    const sitting = tx.store.places.counter(input.counterId)?.clerkId;
    const ticket = tx.store.tickets.atCounter(input.counterId);
    if (ticket && sitting !== clerkId) {
      const counter = tx.store.reference.counters().get(input.counterId)?.label ?? '';
      return refuse('counter-busy', { counter, number: ticket.number });
    }
    const { counters, clerks } = tx.store.reference;
    return {
      type: 'open-counter',
      clerkId,
      at: at && at.id !== input.counterId ? (counters().get(at.id)?.label ?? at.id) : null,
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
    const busy = tx.store.tickets.atCounter(input.counterId);
    const counter = tx.store.reference.counters().get(input.counterId)?.label ?? '';
    if (busy) return refuse('counter-busy', { counter, number: busy.number });
    // A supervisor may free the counter of somebody who went home.
    const sitting = tx.store.places.counter(input.counterId)?.clerkId;
    const frees = actor.kind === 'clerk' && actor.role === 'supervisor' && sitting;
    return { type: 'close-counter', clerkId: frees || clerkId };
  });
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
    const counter = tx.store.reference.counters().get(input.counterId);
    if (!counter || (name === 'open-counter' && !counter.inUse)) return refuse('counter-unknown');
    const wanted = command(tx, actor.id);
    if (isRefusal(wanted)) return wanted;
    const state = tx.run(counterStream, input.counterId, (found) => decideCounter(found, wanted));
    return isRefusal(state) ? state : { seq: tx.store.ledger.head() };
  });
}
