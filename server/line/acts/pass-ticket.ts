/** What a counter does with a visit besides serving it (T7, T8): one more matter, a pause for a copy, another counter. */
import { isOfferedOn } from '../../../schema/catalogue/standing.ts';
import type { MatterId, TicketId } from '../../../schema/ids.ts';
import type { PassedTo } from '../../../schema/line/ticket.ts';
import { isRefusal, type Refusal, refuse } from '../../../schema/refusal.ts';
import { matterOf } from '../../catalogue/views/matter-view.ts';
import { counterPlans } from '../../hall/tables/counter-plans.ts';
import type { Tx } from '../../ledger/commit.ts';
import { decideTicket } from '../rules/ticket.ts';
import type { Serves } from '../rules/ticket-life.ts';
import { counterStates } from '../tables/counter-states.ts';
import { counterWith, servesOf } from './at-counter.ts';
import { replyOf, type TicketReply } from './in-line.ts';
import { openCasesOf } from './serve-ticket.ts';
import { stepTicket } from './step-ticket.ts';

type OnTicket = { ticketId: TicketId };
type Done = TicketReply | Refusal;

/** By whoever has the ticket, or while it waits; where the counter can do it, it is begun at once. */
export function addMatter(tx: Tx, { ticketId, matterId }: OnTicket & { matterId: MatterId }): Done {
  const matter = matterOf(tx, matterId);
  if (!matter) return refuse('matter-unknown');
  if (!matter.offered || !isOfferedOn(matter, tx.today)) return refuse('matter-not-offered');
  const found = counterWith(tx, ticketId);
  if (isRefusal(found)) return found;
  const { letters, leaves = [] } = found.at;
  const here = letters.includes(matter.letter) && !leaves.some((one) => one.matterId === matterId);
  const command = { type: 'add-matter', matterId, letter: matter.letter, by: 'clerk', here } as const;
  const ticket = stepTicket(tx, ticketId, (state) => decideTicket(state, command, tx));
  if (isRefusal(ticket)) return ticket;
  if (ticket.sitting.includes(matterId)) openCasesOf(tx, ticket, found.at, [matterId]);
  return replyOf(ticket);
}

/** T7: the place is held for `awayMs`, as it is for somebody who steps away. */
export function holdTicket(tx: Tx, { ticketId }: OnTicket): Done {
  const found = counterWith(tx, ticketId);
  if (isRefusal(found)) return found;
  const ticket = stepTicket(tx, ticketId, (state) => decideTicket(state, { type: 'hold-ticket', at: found.at }, tx));
  if (isRefusal(ticket)) return ticket;
  tx.later({ kind: 'return-ticket', data: { ticketId, until: ticket.awayUntil! } }, ticket.awayUntil!);
  return replyOf(ticket);
}

/** T8: rank and number stay; it is nobody else's while that counter is open, or that clerk sits at one. */
export function passTicket(tx: Tx, { ticketId, to }: OnTicket & { to: PassedTo }): Done {
  const found = counterWith(tx, ticketId);
  if (isRefusal(found)) return found;
  const serves = servedBy(tx, to);
  if (isRefusal(serves)) return serves;
  const command = { type: 'pass-ticket', at: found.at, to, serves } as const;
  return replyOf(stepTicket(tx, ticketId, (state) => decideTicket(state, command, tx)));
}

/** Refused where nobody would call it. */
function servedBy(tx: Tx, to: PassedTo): Serves | Refusal {
  const states = tx.read(counterStates);
  const state = 'counterId' in to ? states.byId(to.counterId) : states.ofClerk(to.clerkId);
  if (!state || state.phase === 'closed') return refuse('counter-not-open');
  const counter = tx.read(counterPlans).all().get(state.id);
  const isOwn = tx.actor.kind === 'clerk' && state.clerkId === tx.actor.id;
  if (!counter || isOwn) return refuse('counter-unknown');
  return servesOf(tx, counter);
}
