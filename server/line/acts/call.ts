/** Calling: the next one, this one with a reason, again (Q1–Q5, T5, T6). */
import type { CounterId, Instant, Language, TicketId } from '../../../schema/ids.ts';
import type { CallReason } from '../../../schema/line/ticket.ts';
import { whySentence } from '../../../schema/line/why.ts';
import { isRefusal, type Refusal, refuse } from '../../../schema/refusal.ts';
import { counterLabel } from '../../hall/views/counter-label.ts';
import { daysNow } from '../../hours/views/open-hours.ts';
import type { Tx } from '../../ledger/commit.ts';
import { sealReasons } from '../../people/acts/keep-words.ts';
import { chooseNext, chooseThis } from '../rules/queue.ts';
import { decideTicket } from '../rules/ticket.ts';
import type { AtCounter } from '../rules/ticket-command.ts';
import { mattersFor } from '../rules/ticket-life.ts';
import { ticketStream } from '../stream.ts';
import { tickets } from '../tables/tickets.ts';
import { lineOn, waitingOf } from '../views/waiting.ts';
import { openCounterOf } from './at-counter.ts';
import { mayTake } from './passed.ts';

export type Called = { ticketId: TicketId; number: string; sentence: string };
type Input = { counterId: CounterId; language?: Language };

/** Q5: assigned now, not at issue; two counters at once get two different tickets. */
export function callNext(tx: Tx, input: Input): Called | Refusal {
  const at = freeCounter(tx, input.counterId);
  if (isRefusal(at)) return at;
  const chosen = chooseNext(lineOn(tx, daysNow(tx), at.letters), at.letters, tx.nowMs, mayTake(tx, at));
  return chosen ? call(tx, at, chosen.ticket.id, chosen.why, input.language) : refuse('nobody-waiting');
}

/** Q4. */
export function callThis(tx: Tx, input: Input & { ticketId: TicketId; reason: string }): Called | Refusal {
  const { actor } = tx;
  if (actor.kind !== 'clerk' || !actor.mayPick) return refuse('not-allowed');
  const at = freeCounter(tx, input.counterId);
  if (isRefusal(at)) return at;
  const ticket = tx.read(tickets).byId(input.ticketId);
  if (!ticket) return refuse('ticket-unknown');
  if (ticket.phase !== 'waiting' || !daysNow(tx).includes(ticket.liveDay)) {
    return refuse('ticket-not-waiting', { number: ticket.number });
  }
  if (mattersFor(ticket, at).length === 0) return refuse('matter-not-here');
  const line = lineOn(tx, daysNow(tx), at.letters);
  const why = chooseThis(line, waitingOf(ticket), at.letters, input.reason, tx.nowMs, mayTake(tx, at));
  return call(tx, at, ticket.id, why, input.language);
}

/** T6: the no-show clock; due when nobody answered this call. `before`: when it was made that stands again (C18). */
export function missLater(tx: Tx, ticketId: TicketId, before?: Instant): void {
  const due = new Date(tx.nowMs + tx.settings.noShowAfterMs).toISOString();
  tx.later(
    { kind: 'miss-ticket', data: { ticketId, calledAt: before ?? tx.now, ...(before ? { again: tx.now } : {}) } },
    due,
  );
}

function call(
  tx: Tx,
  at: AtCounter,
  ticketId: TicketId,
  why: CallReason,
  language: Language = 'zh-Hans',
): Called | Refusal {
  const ticket = tx.run(ticketStream, ticketId, (found) => {
    const events = decideTicket(found, { type: 'call-ticket', at, why }, tx);
    return isRefusal(events) ? events : sealReasons(tx, `ticket:${ticketId}`, events);
  });
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
  return refuse('counter-busy', { counter: counterLabel(tx, counterId) ?? '', number: busy.number });
}
