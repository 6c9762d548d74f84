/** What a resident does with a ticket while in line: at the kiosk, by the link, or through a clerk (T6, T7, T9, A1). */
import type { RequestId, TicketId } from '../../../schema/ids.ts';
import { isRefusal, type Refusal, refuse } from '../../../schema/refusal.ts';
import type { Ticket } from '../../../schema/ticket.ts';
import { type Actor, actorKind, CLOCK } from '../../../schema/who.ts';
import { callingOf } from '../../hours/rules/openings.ts';
import type { Tx } from '../../ledger/commit.ts';
import type { Hall } from '../../ledger/hall.ts';
import { compareRank, rankBehind } from '../rules/queue.ts';
import { decideTicket, type TicketCommand } from '../rules/ticket.ts';
import { queuesOf } from '../rules/ticket-life.ts';
import type { StoredTicket } from '../tables/tickets.ts';
import { tickets } from '../tables/tickets.ts';
import type { TicketReply } from './serve-ticket.ts';
import { dayOfPlace, stepTicket } from './step-ticket.ts';

type OnTicket = { requestId: RequestId; ticketId: TicketId };

/** T7: the place is held for `awayMs`; then the clock brings the ticket back. */
export function stepAway(hall: Hall, actor: Actor, input: OnTicket) {
  return inLine(
    hall,
    actor,
    'step-away',
    input,
    () => ({ type: 'step-away', by: actorKind(actor) }),
    (tx, ticket) => {
      const until = ticket.awayUntil!;
      tx.later({ kind: 'return-ticket', data: { ticketId: ticket.id, until } }, until);
    },
  );
}

export function returnToLine(hall: Hall, actor: Actor, input: OnTicket) {
  return inLine(hall, actor, 'return', input, () => ({ type: 'return', by: actorKind(actor), lapsed: false }));
}

/** T7: costs exactly the people let pass. */
export function letPass(hall: Hall, actor: Actor, input: OnTicket & { count: number }) {
  return inLine(hall, actor, 'let-pass', input, (ticket, tx) => {
    const behind = inQueuesOf(ticket, hall, tx).filter((other) => compareRank(other.rank, ticket.rank) > 0);
    const count = Math.min(input.count, behind.length);
    return { type: 'let-pass', count, rank: rankBehind(behind, count), by: actorKind(actor) };
  });
}

/** T6: behind the next `rejoinBehind` waiting, keeping its number. */
export function rejoin(hall: Hall, actor: Actor, input: OnTicket) {
  return inLine(hall, actor, 'rejoin', input, (ticket, tx) => {
    const line = inQueuesOf(ticket, hall, tx);
    const behind = Math.min(tx.settings.rejoinBehind, line.length);
    return { type: 'rejoin', rank: rankBehind(line, behind), behind, by: actorKind(actor) };
  });
}

/** T4: the resident's own needs no reason; a clerk's needs one, and the supervisor hears of it. */
export function withdraw(hall: Hall, actor: Actor, input: OnTicket & { reason?: string | undefined }) {
  const { reason = '' } = input;
  return inLine(hall, actor, 'withdraw', input, (_, tx) =>
    actor.kind === 'clerk'
      ? { type: 'withdraw', by: 'clerk', clerk: { id: actor.id, reason, today: tx.day } }
      : { type: 'withdraw', by: actorKind(actor) },
  );
}

/** T9: the slip's own state; whatever it says, the ticket stays valid. */
export function reportSlip(hall: Hall, actor: Actor, input: OnTicket & { slip: 'printed' | 'failed' | 'reprinted' }) {
  return inLine(hall, actor, 'report-slip', input, () => ({ type: 'report-slip', slip: input.slip }));
}

/** The clock's part of T6 and T7: each acts only on the very call or absence that it was set for. */
export function missByClock(hall: Hall, ticketId: TicketId, calledAt: string): Promise<string> {
  return byClock(hall, ticketId, (ticket) =>
    ticket.phase === 'called' && ticket.calledAt === calledAt && ticket.counterId
      ? { type: 'miss-ticket', counterId: ticket.counterId, by: 'clock' }
      : null,
  );
}

export function returnByClock(hall: Hall, ticketId: TicketId, until: string): Promise<string> {
  return byClock(hall, ticketId, (ticket) =>
    ticket.phase === 'away' && ticket.awayUntil === until
      ? { type: 'return', by: 'clock', lapsed: isCalled(hall, ticket) }
      : null,
  );
}

/** While nobody is called, at lunch, nobody loses a place by not being there (T7, Q9). */
function isCalled(hall: Hall, ticket: Ticket): boolean {
  return callingOf(hall.nowMs(), hall.openings(), queuesOf(ticket), ticket.liveDay).phase === 'calling';
}

async function byClock(hall: Hall, id: TicketId, command: (ticket: Ticket) => TicketCommand | null): Promise<string> {
  const answer = await hall.commit({ command: 'by-clock', requestId: null, actor: CLOCK }, (tx) => {
    let acted = false;
    const ticket = stepTicket(hall, tx, id, (found) => {
      const wanted = found && command(found);
      acted = wanted !== null;
      return wanted ? decideTicket(found, wanted, tx) : [];
    });
    return isRefusal(ticket) ? ticket : acted ? 'done' : 'passed';
  });
  return isRefusal(answer) ? answer.refused : answer;
}

function inLine(
  hall: Hall,
  actor: Actor,
  name: string,
  input: OnTicket,
  command: (ticket: StoredTicket, tx: Tx) => TicketCommand,
  and?: (tx: Tx, ticket: Ticket) => void,
): Promise<TicketReply | Refusal> {
  return hall.commit({ command: name, requestId: input.requestId, actor }, (tx) => {
    const found = tx.read(tickets).byId(input.ticketId);
    if (!found) return refuse('ticket-unknown');
    const ticket = stepTicket(hall, tx, found.id, (state) => decideTicket(state, command(found, tx), tx));
    if (isRefusal(ticket)) return ticket;
    and?.(tx, ticket);
    return { ticketId: ticket.id, number: ticket.number, phase: ticket.phase };
  });
}

/** Who waits in any of the ticket's queues, in order of rank, without itself. */
function inQueuesOf(ticket: StoredTicket, hall: Hall, tx: Tx): StoredTicket[] {
  return [...tx.read(tickets).waitingInOrder(dayOfPlace(hall, tx, ticket))].filter(
    (other) => other.id !== ticket.id && other.queues.some((letter) => ticket.queues.includes(letter)),
  );
}
