/** What a resident does with a ticket while in line: at the kiosk, by the link, or through a clerk (T6, T7, T9, A1). */

import type { TicketId } from '../../../schema/ids.ts';
import { compareRank, type Ticket } from '../../../schema/line/ticket.ts';
import type { TicketAct } from '../../../schema/line/views.ts';
import { isRefusal, type Refusal, refuse } from '../../../schema/refusal.ts';
import { actorKind } from '../../../schema/who.ts';
import { callingNow, daysWith } from '../../hours/views/open-hours.ts';
import type { Tx } from '../../ledger/commit.ts';
import { rankBehind } from '../rules/queue.ts';
import { decideTicket } from '../rules/ticket.ts';
import type { TicketCommand } from '../rules/ticket-command.ts';
import { placesOf } from '../rules/ticket-life.ts';
import type { StoredTicket } from '../tables/ticket-row.ts';
import { tickets } from '../tables/tickets.ts';
import { ticketOfLink } from '../views/ticket-view.ts';
import { dayOfPlace, stepTicket } from './step-ticket.ts';
import { undoStep } from './undo-step.ts';

export type TicketReply = { ticketId: TicketId; number: string; phase: string };
type OnTicket = { ticketId: TicketId };
type Done = TicketReply | Refusal;

/** T7: the place is held for `awayMs`; then the clock brings the ticket back. */
export function stepAway(tx: Tx, { ticketId }: OnTicket): Done {
  const ticket = inLine(tx, ticketId, () => ({ type: 'step-away', by: actorKind(tx.actor) }));
  if (isRefusal(ticket)) return ticket;
  const until = ticket.awayUntil!;
  tx.later({ kind: 'return-ticket', data: { ticketId, until } }, until);
  return replyOf(ticket);
}

export function returnToLine(tx: Tx, { ticketId }: OnTicket): Done {
  return replyOf(inLine(tx, ticketId, () => ({ type: 'return', by: actorKind(tx.actor), lapsed: false })));
}

/** T7: costs exactly the people let pass. */
export function letPass(tx: Tx, { ticketId, count: wanted }: OnTicket & { count: number }): Done {
  const ticket = inLine(tx, ticketId, (found) => {
    const behind = inQueuesOf(tx, found).filter((other) => compareRank(other.rank, found.rank) > 0);
    const count = Math.min(wanted, behind.length);
    return { type: 'let-pass', count, rank: rankBehind(behind, count), by: actorKind(tx.actor) };
  });
  return replyOf(ticket);
}

/** T6: behind the next `rejoinBehind` waiting, keeping its number. */
export function rejoin(tx: Tx, { ticketId }: OnTicket): Done {
  const ticket = inLine(tx, ticketId, (found) => {
    const line = inQueuesOf(tx, found);
    const behind = Math.min(tx.settings.rejoinBehind, line.length);
    return { type: 'rejoin', rank: rankBehind(line, behind), behind, by: actorKind(tx.actor) };
  });
  return replyOf(ticket);
}

/** T4: the resident's own needs no reason; a clerk's needs one, and the supervisor hears of it. */
export function withdraw(tx: Tx, { ticketId, reason = '' }: OnTicket & { reason?: string | undefined }): Done {
  const { actor } = tx;
  const command = (): TicketCommand =>
    actor.kind === 'clerk'
      ? { type: 'withdraw', by: 'clerk', clerk: { id: actor.id, reason, today: tx.today } }
      : { type: 'withdraw', by: actorKind(actor) };
  return replyOf(inLine(tx, ticketId, command));
}

/** T9: the slip's own state; whatever it says, the ticket stays valid. */
export function reportSlip(tx: Tx, { ticketId, slip }: OnTicket & { slip: 'printed' | 'failed' | 'reprinted' }): Done {
  return replyOf(inLine(tx, ticketId, () => ({ type: 'report-slip', slip })));
}

/** A1, P3: whoever holds the link does it, on the phone or at the kiosk. */
export function actByLink(tx: Tx, { link, act }: { link: string; act: TicketAct }): Done {
  const ticket = ticketOfLink(tx, link);
  if (isRefusal(ticket)) return ticket;
  const on = { ticketId: ticket.id };
  switch (act.kind) {
    case 'step-away':
      return stepAway(tx, on);
    case 'return':
      return returnToLine(tx, on);
    case 'let-pass':
      return letPass(tx, { ...on, count: act.count });
    case 'withdraw':
      return withdraw(tx, on);
    case 'rejoin':
      return rejoin(tx, on);
    case 'undo':
      return undoStep(tx, on);
    default:
      return act satisfies never;
  }
}

/** The clock's part of T6 and T7: each acts only on the very call or absence that it was set for. */
export function missByClock(tx: Tx, { ticketId, calledAt }: OnTicket & { calledAt: string }): string | Refusal {
  return byClock(tx, ticketId, (ticket) =>
    ticket.phase === 'called' && ticket.calledAt === calledAt && ticket.counterId
      ? { type: 'miss-ticket', counterId: ticket.counterId, by: 'clock' }
      : null,
  );
}

export function returnByClock(tx: Tx, { ticketId, until }: OnTicket & { until: string }): string | Refusal {
  return byClock(tx, ticketId, (ticket) =>
    ticket.phase === 'away' && ticket.awayUntil === until
      ? { type: 'return', by: 'clock', lapsed: isCalled(tx, ticket) }
      : null,
  );
}

/** While nobody is called, at lunch, nobody loses a place by not being there (T7, Q9). */
function isCalled(tx: Tx, ticket: Ticket): boolean {
  return callingNow(tx, placesOf(ticket), [ticket.liveDay]).phase === 'calling';
}

function byClock(tx: Tx, id: TicketId, command: (ticket: Ticket) => TicketCommand | null): string | Refusal {
  let acted = false;
  const ticket = stepTicket(tx, id, (found) => {
    const wanted = found && command(found);
    acted = wanted !== null;
    return wanted ? decideTicket(found, wanted, tx) : [];
  });
  return isRefusal(ticket) ? ticket : acted ? 'done' : 'passed';
}

function inLine(tx: Tx, ticketId: TicketId, command: (ticket: StoredTicket) => TicketCommand): Ticket | Refusal {
  const found = tx.read(tickets).byId(ticketId);
  if (!found) return refuse('ticket-unknown');
  return stepTicket(tx, ticketId, (state) => decideTicket(state, command(found), tx));
}

export function replyOf(ticket: Ticket | Refusal): Done {
  return isRefusal(ticket) ? ticket : { ticketId: ticket.id, number: ticket.number, phase: ticket.phase };
}

/** Who waits in any of the ticket's queues, in order of rank, without itself. */
function inQueuesOf(tx: Tx, ticket: StoredTicket): StoredTicket[] {
  return [...tx.read(tickets).waitingInOrder(daysWith(tx, dayOfPlace(tx, ticket)), ticket.queues)].filter(
    (other) => other.id !== ticket.id,
  );
}
