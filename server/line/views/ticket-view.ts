/** What one person may see of a ticket: the forecast before a number, and where it stands (Q6, C12, T10). */

import type { CaseId, Day, MatterId, TicketId } from '../../../schema/ids.ts';
import type { Forecast, OwnTicket, TicketView } from '../../../schema/line/views.ts';
import { isRefusal, type Refusal, refuse } from '../../../schema/refusal.ts';
import { cases } from '../../cases/tables/cases.ts';
import { papers } from '../../cases/tables/papers.ts';
import type { Place } from '../../catalogue/views/counters-of.ts';
import { matterNames, matterOf } from '../../catalogue/views/matter-view.ts';
import { counterLabel } from '../../hall/views/counter-label.ts';
import { daysNow, issuingOpening, nextToBegin } from '../../hours/views/open-hours.ts';
import type { Reader } from '../../ledger/reader.ts';
import { links } from '../../people/tables/links.ts';
import { virtualArrival } from '../rules/queue.ts';
import { rejoinUntil } from '../rules/ticket.ts';
import { counterStates } from '../tables/counter-states.ts';
import type { StoredTicket } from '../tables/ticket-row.ts';
import { tickets } from '../tables/tickets.ts';
import { residentCase, toCome } from './resident-case.ts';
import { saidWhy } from './said-why.ts';
import { standingOf, standingOfNew } from './standing.ts';

/** Before issuing: how many are ahead, the range, and whether calling may stop first (T10); `care` as that class (Q1). */
export function forecast(
  from: Reader,
  { matterIds, care = false }: { matterIds: readonly MatterId[]; care?: boolean },
): Forecast | Refusal {
  const places: Place[] = [];
  for (const id of matterIds) {
    const matter = matterOf(from, id);
    if (!matter) return refuse('matter-unknown');
    places.push({ letter: matter.letter, matterId: id });
  }
  const letters = [...new Set(places.map(({ letter }) => letter))];
  const openings = places.map((place) => issuingOpening(from, place));
  const opening = openings.find((one) => typeof one === 'string') ?? openings[0]!;
  const day = typeof opening === 'string' ? from.day : opening.day;
  // Behind everybody with the same instant, as a number that was drawn now would be.
  const at = virtualArrival(care ? 'care' : 'walk-in', from.nowMs, from.nowMs, from.settings);
  const rank = { at, tie: Number.MAX_SAFE_INTEGER };
  const arrivedAt = new Date(from.nowMs).toISOString();
  return {
    ...standingOfNew(from, { queues: letters, places, rank, arrivedAt, issueNo: Number.MAX_SAFE_INTEGER, day }),
    closed: typeof opening === 'string' ? opening : null,
    nextStartsAt: nextToBegin(from, places[0])?.startsAt ?? null,
  };
}

/** P3. */
export function ticketOfLink(from: Reader, link: string): StoredTicket | Refusal {
  const id = from.read(links).follow('ticket', link, new Date(from.nowMs).toISOString());
  return (id && from.read(tickets).byId(id as TicketId)) || refuse('link-unknown');
}

/** The ticket that an appointment became, for whoever has the appointment's link. */
export function issuedTicket(from: Reader, id: TicketId): { number: string; link: string } | null {
  const issued = from.read(tickets).byId(id);
  return issued && { number: issued.number, link: from.read(links).of('ticket', id) };
}

/** C12, for staff: by the slip's number, or by the number of a receipt or notice. */
export function lookUp(from: Reader, { number, day }: { number: string; day?: Day }): TicketView | Refusal {
  const caseId = from.read(papers).caseOf(number);
  const found = caseId && from.read(cases).byId(caseId);
  const { ticketId } = found?.origin ?? {};
  const ticket = ticketId
    ? from.read(tickets).byId(ticketId)
    : from.read(tickets).findByNumber(number, day ? [day] : daysNow(from));
  return ticket ? ticketView(from, ticket) : refuse('ticket-unknown');
}

export function ticketView(from: Reader, ticket: StoredTicket): TicketView {
  const standsFrom = toCome(from, ticket.standsFrom);
  return {
    ticketId: ticket.id,
    number: ticket.number,
    day: ticket.liveDay,
    phase: ticket.phase,
    klass: ticket.klass,
    counterLabel: counterLabel(from, ticket.counterId),
    ...standingOf(from, ticket),
    why: ticket.phase === 'called' || ticket.phase === 'serving' ? saidWhy(from, ticket.why) : null,
    waitsAt: ticket.phase === 'waiting' ? waitsAt(from, ticket) : null,
    awayUntil: ticket.phase === 'away' ? (ticket.awayUntil ?? null) : null,
    rejoinUntil: ticket.phase === 'missed' ? rejoinUntil(ticket, from.settings) : null,
    undoUntil: ticket.phase === 'withdrawn' ? standsFrom : null,
    standsFrom,
    slip: ticket.slip,
    matterNames: ticket.matters.map((id) => matterNames(from, id)),
    cases: from
      .read(cases)
      .ofTicket(ticket.id)
      .map((found) => residentCase(from, found)),
  };
}

/** C12, P3: a case's link is there once the case has had a conclusion, and until it has run out. */
export function ownTicket(from: Reader, { link }: { link: string }): OwnTicket | Refusal {
  const ticket = ticketOfLink(from, link);
  if (isRefusal(ticket)) return ticket;
  const { cases: shown, ...view } = ticketView(from, ticket);
  const linkOf = (id: CaseId) => from.read(links).live('case', id, new Date(from.nowMs).toISOString());
  return { ...view, cases: shown.map((one) => ({ ...one, link: one.phase === 'open' ? null : linkOf(one.caseId) })) };
}

/** T8: the label of the counter to which it was passed, or at which that clerk sits. */
function waitsAt(from: Reader, { passedTo }: StoredTicket): string | null {
  if (!passedTo) return null;
  const states = from.read(counterStates);
  const seat = 'counterId' in passedTo ? states.byId(passedTo.counterId) : states.ofClerk(passedTo.clerkId);
  return seat && seat.phase !== 'closed' ? counterLabel(from, seat.id) : null;
}
