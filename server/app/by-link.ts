/** What somebody finds and does who holds a link or a paper, and no account: on the phone and at the kiosk (C12, P3). */
import { type CaseView, PlaceView, type TicketAct, type TicketView } from '../../schema/api.ts';
import type { CaseId, RequestId, TicketId } from '../../schema/ids.ts';
import { isRefusal, type Refusal, refuse } from '../../schema/refusal.ts';
import { type Actor, actorName } from '../../schema/who.ts';
import { access } from '../store/access.ts';
import { people } from '../store/people.ts';
import { appointments } from '../store/projections/appointments.ts';
import type { StoredCase } from '../store/projections/cases.ts';
import { cases } from '../store/projections/cases.ts';
import { papers } from '../store/projections/papers.ts';
import type { StoredTicket } from '../store/projections/tickets.ts';
import { tickets } from '../store/projections/tickets.ts';
import type { Hall } from './hall.ts';
import { letPass, rejoin, returnToLine, stepAway, withdraw } from './in-line.ts';
import type { TicketReply } from './serve.ts';
import { caseView, ticketView } from './views.ts';

/** Four digits are guessed in 10,000 tries: so many wrong ones are free within REST_MS, for a kiosk and for a number. */
const FREE_TRIES = { device: 60, number: 5 };
const REST_MS = 10 * 60_000;
export const RECEIPT_TRIES = 'receipt:';

export function ticketByLink(hall: Hall, link: string): StoredTicket | Refusal {
  const id = hall.read(people).follow('ticket', link, new Date(hall.nowMs()).toISOString());
  return (id && hall.read(tickets).byId(id as TicketId)) || refuse('link-unknown');
}

export function caseByLink(hall: Hall, link: string): StoredCase | Refusal {
  const id = hall.read(people).follow('case', link, new Date(hall.nowMs()).toISOString());
  return (id && hall.read(cases).byId(id as CaseId)) || refuse('link-unknown');
}

export function ticketOfLink(hall: Hall, link: string): TicketView | Refusal {
  const ticket = ticketByLink(hall, link);
  return isRefusal(ticket) ? ticket : ticketView(hall, ticket);
}

export function caseOfLink(hall: Hall, link: string): CaseView | Refusal {
  const found = caseByLink(hall, link);
  return isRefusal(found) ? found : caseView(hall, found);
}

/** Of the live day only: the number of another day is somebody else's. */
export function placeOf(hall: Hall, number: string): PlaceView | Refusal {
  const ticket = hall.read(tickets).findByNumber(number, hall.day());
  return ticket ? PlaceView.parse(ticketView(hall, ticket)) : refuse('ticket-unknown');
}

export function actByLink(
  hall: Hall,
  actor: Actor,
  { requestId, link, act }: { requestId: RequestId; link: string; act: TicketAct },
): Promise<TicketReply | Refusal> {
  const ticket = ticketByLink(hall, link);
  if (isRefusal(ticket)) return Promise.resolve(ticket);
  const wish = { requestId, ticketId: ticket.id };
  switch (act.kind) {
    case 'step-away':
      return stepAway(hall, actor, wish);
    case 'return':
      return returnToLine(hall, actor, wish);
    case 'let-pass':
      return letPass(hall, actor, { ...wish, count: act.count });
    case 'withdraw':
      return withdraw(hall, actor, wish);
    case 'rejoin':
      return rejoin(hall, actor, wish);
    default:
      return act satisfies never;
  }
}

/**
 * By the number on the receipt and the last four digits of the applicant's telephone. A wrong number and wrong digits
 * are answered alike; tries are counted before they are looked at, so that guesses made at once do not all pass.
 */
export async function caseOfReceipt(
  hall: Hall,
  actor: Actor,
  { receiptNo, lastFour }: { receiptNo: string; lastFour: string },
): Promise<CaseView | Refusal> {
  const answer = await hall.commit({ command: 'try-receipt', requestId: null, actor }, (tx) => {
    const caseId = tx.read(papers).caseOf(receiptNo);
    const found = caseId && tx.read(cases).byId(caseId);
    // Whether there is such a receipt or not: the tries must not tell it either.
    const counted = [
      { key: RECEIPT_TRIES + actorName(actor), free: FREE_TRIES.device },
      { key: RECEIPT_TRIES + receiptNo, free: FREE_TRIES.number },
    ];
    const triesOf = (key: string) => {
      const tries = tx.read(access).tries(key);
      return tries && tries.until > tx.now ? tries : null;
    };
    const restMs = counted.map(({ key, free }) => {
      const tries = triesOf(key);
      return tries && tries.failed >= free ? Date.parse(tries.until) - tx.nowMs : 0;
    });
    if (restMs.some((ms) => ms > 0))
      return refuse('too-many-tries', { minutes: Math.ceil(Math.max(...restMs) / 60_000) });
    const personId = found && personOf(hall, found);
    const right = personId !== null && tx.read(people).hasLastFour(personId, lastFour);
    for (const { key } of counted) {
      const until = triesOf(key)?.until;
      if (!until) tx.write(access).clearTries(key);
      if (!right) tx.write(access).addTry(key, until ?? new Date(tx.nowMs + REST_MS).toISOString());
    }
    // No refusal yet: it would undo the count of the try.
    return { view: right && found ? caseView(hall, found) : null };
  });
  return isRefusal(answer) ? answer : (answer.view ?? refuse('receipt-unknown'));
}

/** Who applied, where that is known: today who booked. */
function personOf(hall: Hall, found: StoredCase) {
  const appointmentId = hall.read(tickets).byId(found.ticketId)?.appointmentId;
  return appointmentId ? (hall.read(appointments).byId(appointmentId)?.personId ?? null) : null;
}
