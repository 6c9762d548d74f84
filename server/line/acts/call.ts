/** Calling: the next one, this one with a reason, again (Q1–Q5, T5, T6). */
import type { CounterId, Language, RequestId, TicketId } from '../../../schema/ids.ts';
import { isRefusal, type Refusal, refuse } from '../../../schema/refusal.ts';
import type { CallReason } from '../../../schema/ticket.ts';
import type { Actor } from '../../../schema/who.ts';
import { whySentence } from '../../../schema/why.ts';
import { reference } from '../../hall/tables/reference.ts';
import type { Tx } from '../../ledger/commit.ts';
import type { Hall } from '../../ledger/hall.ts';
import { ticketStream } from '../../streams.ts';
import { chooseNext, chooseThis, type Waiting } from '../rules/queue.ts';
import { type AtCounter, decideTicket } from '../rules/ticket.ts';
import type { StoredTicket } from '../tables/tickets.ts';
import { tickets } from '../tables/tickets.ts';
import { openCounterOf } from './at-counter.ts';

export type Called = { ticketId: TicketId; number: string; sentence: string };
type Input = { requestId: RequestId; counterId: CounterId; language?: Language };

/** Q5: assigned now, not at issue; two counters at once get two different tickets. */
export function callNext(hall: Hall, actor: Actor, input: Input): Promise<Called | Refusal> {
  return hall.commit({ command: 'call-next', requestId: input.requestId, actor }, (tx) => {
    const at = freeCounter(tx, input.counterId);
    if (isRefusal(at)) return at;
    const chosen = chooseNext(line(tx), at.letters, tx.nowMs);
    return chosen ? call(tx, at, chosen.ticket.id, chosen.why, input.language) : refuse('nobody-waiting');
  });
}

/** Q4. */
export function callThis(
  hall: Hall,
  actor: Actor,
  input: Input & { ticketId: TicketId; reason: string },
): Promise<Called | Refusal> {
  return hall.commit({ command: 'call-this', requestId: input.requestId, actor }, (tx) => {
    if (actor.kind !== 'clerk' || !actor.mayPick) return refuse('not-allowed');
    const at = freeCounter(tx, input.counterId);
    if (isRefusal(at)) return at;
    const ticket = tx.read(tickets).byId(input.ticketId);
    if (!ticket) return refuse('ticket-unknown');
    if (ticket.phase !== 'waiting' || ticket.liveDay !== tx.day) {
      return refuse('ticket-not-waiting', { number: ticket.number });
    }
    if (!ticket.queues.some((letter) => at.letters.includes(letter))) return refuse('matter-not-here');
    const why = chooseThis(line(tx), waitingOf(ticket), at.letters, input.reason, tx.nowMs);
    return call(tx, at, ticket.id, why, input.language);
  });
}

/** T6: the no-show clock; due when nobody answered this call. */
export function missLater(tx: Tx, ticketId: TicketId): void {
  const due = new Date(tx.nowMs + tx.settings.noShowAfterMs).toISOString();
  tx.later({ kind: 'miss-ticket', data: { ticketId, calledAt: tx.now } }, due);
}

function call(
  tx: Tx,
  at: AtCounter,
  ticketId: TicketId,
  why: CallReason,
  language: Language = 'zh-Hans',
): Called | Refusal {
  const ticket = tx.run(ticketStream, ticketId, (found) => decideTicket(found, { type: 'call-ticket', at, why }, tx));
  if (isRefusal(ticket)) return ticket;
  missLater(tx, ticketId);
  return { ticketId, number: ticket.number, sentence: whySentence(why, language) };
}

/** T5: the counter takes people and has nobody. */
function freeCounter(tx: Tx, counterId: CounterId): AtCounter | Refusal {
  const at = openCounterOf(tx, counterId);
  if (isRefusal(at)) return at;
  const busy = tx.read(tickets).atCounter(counterId);
  if (!busy) return at;
  const counter = tx.read(reference).counters().get(counterId)?.label ?? '';
  return refuse('counter-busy', { counter, number: busy.number });
}

function* line(tx: Tx): Generator<Waiting> {
  for (const ticket of tx.read(tickets).waitingInOrder(tx.day)) yield waitingOf(ticket);
}

export function waitingOf(ticket: StoredTicket): Waiting {
  return {
    ...ticket,
    arrivedAtMs: Date.parse(ticket.arrivedAt),
    notBeforeMs: ticket.notBefore ? Date.parse(ticket.notBefore) : undefined,
  };
}
