/** Who sits where: what every command at a counter asks first. */
import type { CounterPlan } from '../../../schema/hall/plan.ts';
import type { CounterId, TicketId } from '../../../schema/ids.ts';
import { type Refusal, refuse } from '../../../schema/refusal.ts';
import type { Actor } from '../../../schema/who.ts';
import { leftToOthers } from '../../catalogue/views/counters-of.ts';
import { counterPlans } from '../../hall/tables/counter-plans.ts';
import type { Tx } from '../../ledger/commit.ts';
import type { Tables } from '../../ledger/table.ts';
import type { AtCounter } from '../rules/ticket-command.ts';
import type { Serves } from '../rules/ticket-life.ts';
import { counterStates } from '../tables/counter-states.ts';
import type { StoredTicket } from '../tables/ticket-row.ts';
import { tickets } from '../tables/tickets.ts';

/** The counter at which this clerk sits and which takes people; else the refusal. */
export function openCounterOf(tx: Tx, counterId: CounterId): AtCounter | Refusal {
  const counter = tx.read(counterPlans).all().get(counterId);
  if (!counter?.inUse) return refuse('counter-unknown');
  const state = tx.read(counterStates).byId(counterId);
  if (!state || state.phase === 'closed') return refuse('counter-not-open');
  if (tx.actor.kind !== 'clerk' || state.clerkId !== tx.actor.id) return refuse('clerk-not-here');
  if (state.phase === 'closing') return refuse('counter-closing');
  if (state.phase !== 'open') return refuse('counter-not-open');
  return { counterId, clerkId: tx.actor.id, ...servesOf(tx, counter) };
}

/** What it does: its groups, but for matters that name other counters (L3). */
export function servesOf(from: Tables, { id, letters }: CounterPlan): Serves {
  return { letters, leaves: leftToOthers(from, id) };
}

/** The ticket that this clerk serves now. */
export function ticketServedBy(from: Tables, ticketId: TicketId, actor: Actor): StoredTicket | Refusal {
  const ticket = from.read(tickets).byId(ticketId);
  if (!ticket) return refuse('ticket-unknown');
  const isHere = actor.kind === 'clerk' && ticket.phase === 'serving' && ticket.clerkId === actor.id;
  return isHere ? ticket : refuse('not-allowed');
}

/** A ticket, and the counter that has it, where this clerk sits; a counter that an opening's end closed finishes what it has. */
export function counterWith(tx: Tx, ticketId: TicketId): { ticket: StoredTicket; at: AtCounter } | Refusal {
  const ticket = tx.read(tickets).byId(ticketId);
  if (!ticket) return refuse('ticket-unknown');
  if (tx.actor.kind !== 'clerk') return refuse('not-allowed');
  const counterId = ticket.counterId ?? tx.read(counterStates).ofClerk(tx.actor.id)?.id;
  const counter = counterId && tx.read(counterPlans).all().get(counterId);
  if (!counter || !counterId) return refuse('clerk-not-here');
  if (tx.read(counterStates).byId(counterId)?.clerkId !== tx.actor.id) {
    return ticket.counterId
      ? refuse('ticket-elsewhere', { number: ticket.number, counter: counter.label })
      : refuse('clerk-not-here');
  }
  return { ticket, at: { counterId, clerkId: tx.actor.id, ...servesOf(tx, counter) } };
}
