/** C18: the last step of a ticket taken back, and with a conclusion its case's. */
import type { ClerkId, CounterId, Instant, TicketId } from '../../../schema/ids.ts';
import type { Ticket, UndoableStep } from '../../../schema/line/ticket.ts';
import { isRefusal, type Refusal } from '../../../schema/refusal.ts';
import { actorKind } from '../../../schema/who.ts';
import { undoConclusion } from '../../cases/acts/conclude-case.ts';
import { cases } from '../../cases/tables/cases.ts';
import { daysNow } from '../../hours/views/open-hours.ts';
import type { Tx } from '../../ledger/commit.ts';
import { decideCounter } from '../rules/counter.ts';
import { decideTicket } from '../rules/ticket.ts';
import { calls } from '../tables/calls.ts';
import { counterStates } from '../tables/counter-states.ts';
import { tickets } from '../tables/tickets.ts';
import { missLater } from './call.ts';
import { stepCounter } from './step-counter.ts';
import { stepTicket } from './step-ticket.ts';

type Reply = { ticketId: TicketId; number: string; phase: string };

/** By whoever did it; within `undoMs`, while nobody was told. All of it, or nothing. */
export function undoStep(
  tx: Tx,
  { ticketId, step }: { ticketId: TicketId; step?: UndoableStep | undefined },
): Reply | Refusal {
  const { actor } = tx;
  const clerkId = actor.kind === 'clerk' ? actor.id : undefined;
  let undo: Ticket['undo'];
  const ticket = stepTicket(tx, ticketId, (found) => {
    undo = found?.undo;
    const calledAgain = found !== null && clerkId !== undefined && hasCalledAgain(tx, found, clerkId);
    return decideTicket(found, { type: 'undo', by: actorKind(actor), clerkId, calledAgain, step }, tx);
  });
  if (isRefusal(ticket)) return ticket;
  if (clerkId && ticket.counterId)
    stepCounter(tx, ticket.counterId, (counter) => decideCounter(counter, { type: 'ticket-back', clerkId }));
  for (const caseId of endedBy(tx, ticketId, undo)) {
    const found = undoConclusion(tx, { caseId });
    if (isRefusal(found)) return found;
  }
  if (undo?.step === 'ticket-missed') missLater(tx, ticketId, ticket.calledAt);
  if (ticket.phase === 'away') returnLater(tx, ticketId, ticket.awayUntil!);
  return { ticketId: ticket.id, number: ticket.number, phase: ticket.phase };
}

/** T7: the clock's own turn may have come meanwhile. */
function returnLater(tx: Tx, ticketId: TicketId, until: Instant): void {
  tx.later({ kind: 'return-ticket', data: { ticketId, until, again: tx.now } }, until);
}

/** Its counter has somebody else, called somebody else meanwhile, or is this clerk's no more. */
function hasCalledAgain(tx: Tx, { id, counterId, undo }: Ticket, clerkId: ClerkId): boolean {
  if (!counterId || undo?.step === 'ticket-withdrawn') return false;
  const seat = tx.read(counterStates).byId(counterId);
  if (!seat || seat.clerkId !== clerkId) return true;
  // T12: it closed as this ticket left, and nobody sits elsewhere since.
  const sitsElsewhere = tx.read(counterStates).ofClerk(clerkId)?.phase !== 'closed';
  if (seat.phase === 'closed' && (!seat.closedByOpening || sitsElsewhere)) return true;
  const has = tx.read(tickets).atCounter(counterId);
  return has ? has.id !== id : lastCalledTo(tx, counterId) !== id;
}

function lastCalledTo(tx: Tx, counterId: CounterId): TicketId | null {
  const seq = tx.read(calls).lastTo(daysNow(tx), counterId);
  return (seq !== null && tx.read(calls).bySeq(seq)?.ticketId) || null;
}

/** What ended with the step: the case that was concluded, or those that a withdrawal left. */
function endedBy(tx: Tx, ticketId: TicketId, undo: Ticket['undo']) {
  if (undo?.caseId) return [undo.caseId];
  if (undo?.step !== 'ticket-withdrawn') return [];
  const isLeft = ({ outcome, closedAt }: { outcome?: string; closedAt?: string }) =>
    outcome === 'withdrawn' && closedAt === undo.at;
  return tx
    .read(cases)
    .ofTicket(ticketId)
    .filter(isLeft)
    .map(({ id }) => id);
}
