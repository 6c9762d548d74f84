/** What a clerk does with the ticket at the counter (T4–T8), and the cases that serving opens (C1, C5). */
import type { Conclusion } from '../../../schema/cases/conclusion.ts';
import { isTaken } from '../../../schema/cases/events.ts';
import type { CaseId, MatterId, TicketId } from '../../../schema/ids.ts';
import type { Ticket } from '../../../schema/line/ticket.ts';
import { isRefusal, type Refusal, refuse } from '../../../schema/refusal.ts';
import { type Concluded, concludeCase, concludedOf, openCase } from '../../cases/acts/conclude-case.ts';
import { concludeTaken } from '../../cases/acts/take-case.ts';
import { cases } from '../../cases/tables/cases.ts';
import { appointments } from '../../hours/tables/appointments.ts';
import type { Tx } from '../../ledger/commit.ts';
import { decideTicket } from '../rules/ticket.ts';
import type { AtCounter, TicketCommand } from '../rules/ticket-command.ts';
import { ticketStream } from '../stream.ts';
import { drafts } from '../tables/drafts.ts';
import { counterWith } from './at-counter.ts';
import { missLater } from './call.ts';
import { replyOf, type TicketReply } from './in-line.ts';
import { stepTicket } from './step-ticket.ts';

type OnTicket = { ticketId: TicketId };
type Done = TicketReply | Refusal;

export function recallTicket(tx: Tx, { ticketId }: OnTicket): Done {
  const stood = atCounter(tx, ticketId, (at) => ({ type: 'recall-ticket', at }));
  if (!isRefusal(stood)) missLater(tx, ticketId);
  return replyOf(isRefusal(stood) ? stood : stood.ticket);
}

export function putBack(tx: Tx, { ticketId, reason }: OnTicket & { reason: string }): Done {
  return step(tx, ticketId, (at) => ({ type: 'put-back', at, reason }));
}

export function missTicket(tx: Tx, { ticketId }: OnTicket): Done {
  return step(tx, ticketId, ({ counterId }) => ({ type: 'miss-ticket', counterId, by: 'clerk' }));
}

/** C1: who starts serving a matter is its first contact; a case that was left open is taken on. */
export function startServing(tx: Tx, { ticketId }: OnTicket): Done {
  const stood = atCounter(tx, ticketId, (at) => ({ type: 'start-serving', at }));
  if (isRefusal(stood)) return stood;
  openCasesOf(tx, stood.ticket, stood.at, stood.ticket.sitting);
  return replyOf(stood.ticket);
}

/** C1: of each of these matters, for whoever is at the counter. */
export function openCasesOf(tx: Tx, ticket: Ticket, at: AtCounter, matters: readonly MatterId[]): void {
  const { counterId, clerkId } = at;
  const origin = { kind: 'ticket', ticketId: ticket.id, number: ticket.number, day: ticket.liveDay } as const;
  const appointment = ticket.appointmentId ? tx.read(appointments).byId(ticket.appointmentId) : null;
  const personId = appointment?.personId;
  for (const matterId of matters) openCase(tx, { matterId, origin, personId, counterId, clerkId });
}

/** T8: back in line with rank and number for what others must do. */
export function handBack(tx: Tx, { ticketId }: OnTicket): Done {
  return step(tx, ticketId, (at) => ({ type: 'hand-back', at }));
}

export function finishTicket(tx: Tx, { ticketId }: OnTicket): Done {
  return step(tx, ticketId, (at) => ({ type: 'finish-ticket', at }));
}

/** C5: the matter of a ticket gets its conclusion where the ticket is, one that came without a ticket anywhere. */
export function concludeMatter(
  tx: Tx,
  { caseId, conclusion, helper }: { caseId: CaseId; conclusion: Conclusion; helper?: boolean | undefined },
): Concluded | Refusal {
  const before = tx.read(cases).byId(caseId);
  if (before && isTaken(before.origin)) return concludeTaken(tx, { caseId, conclusion, helper });
  if (!before?.origin.ticketId) return refuse('case-unknown');
  const stood = counterWith(tx, before.origin.ticketId);
  if (isRefusal(stood)) return stood;
  const { at } = stood;
  const found = concludeCase(tx, { caseId, clerkId: at.clerkId, conclusion, helper });
  if (isRefusal(found)) return found;
  tx.write(drafts).drop(caseId);
  const concluded = { type: 'conclude-matter', at, matterId: found.matterId, caseId } as const;
  const ticket = tx.run(ticketStream, before.origin.ticketId, (state) => decideTicket(state, concluded, tx));
  return isRefusal(ticket) ? ticket : concludedOf(tx, found, conclusion);
}

function step(tx: Tx, ticketId: TicketId, command: (at: AtCounter) => TicketCommand): Done {
  const stood = atCounter(tx, ticketId, command);
  return replyOf(isRefusal(stood) ? stood : stood.ticket);
}

/** One command on a ticket by the clerk who has it. */
function atCounter(
  tx: Tx,
  ticketId: TicketId,
  command: (at: AtCounter) => TicketCommand,
): { ticket: Ticket; at: AtCounter } | Refusal {
  const found = counterWith(tx, ticketId);
  if (isRefusal(found)) return found;
  const { at } = found;
  const ticket = stepTicket(tx, ticketId, (state) => decideTicket(state, command(at), tx));
  return isRefusal(ticket) ? ticket : { ticket, at };
}
