/** What one person may see: the forecast before a number, a ticket, a case, my cases (Q6, C12, T10). */
import type { CaseView, Forecast, HallCase, MyCase, TicketView } from '../../schema/api.ts';
import type { Catalogue } from '../../schema/catalogue.ts';
import type { ClerkId, Day, Letter, MatterId, Names } from '../../schema/ids.ts';
import { type Refusal, refuse } from '../../schema/refusal.ts';
import { localTime } from '../../schema/time.ts';
import { nextOpening } from '../domain/openings.ts';
import { virtualArrival } from '../domain/queue.ts';
import { workingDaysLeft } from '../domain/working-days.ts';
import type { StoredCase } from '../store/projections/cases.ts';
import { cases } from '../store/projections/cases.ts';
import { papers } from '../store/projections/papers.ts';
import type { StoredTicket } from '../store/projections/tickets.ts';
import { tickets } from '../store/projections/tickets.ts';
import { reference } from '../store/reference.ts';
import { clerkName, counterLabel } from './board-rows.ts';
import { CHINA } from './calendar.ts';
import { type Hall, issuingOpening } from './hall.ts';
import { papersOf } from './papers.ts';
import { standingOf, standingOfNew } from './standing.ts';

const UNKNOWN: Names = { 'zh-Hans': '', 'zh-Hant': '', en: '' };

export function catalogue(hall: Hall): Catalogue {
  return { groups: [...hall.read(reference).groups().values()], matters: [...hall.read(reference).matters().values()] };
}

/** Before issuing: how many are ahead, the range, and whether calling may stop first (T10); `care` as that class (Q1). */
export function forecast(hall: Hall, matterIds: readonly MatterId[], care = false): Forecast | Refusal {
  const letters: Letter[] = [];
  for (const id of matterIds) {
    const matter = hall.read(reference).matters().get(id);
    if (!matter) return refuse('matter-unknown');
    if (!letters.includes(matter.letter)) letters.push(matter.letter);
  }
  const first = letters[0]!;
  const running = hall.running();
  const openings = letters.map((letter) => issuingOpening(hall, letter, running));
  const opening = openings.find((one) => typeof one === 'string') ?? openings[0]!;
  const day = typeof opening === 'string' ? hall.day() : opening.day;
  // Behind everybody with the same instant, as a number that was drawn now would be.
  const at = virtualArrival(care ? 'care' : 'walk-in', hall.nowMs(), hall.nowMs(), hall.settings());
  const rank = { at, tie: Number.MAX_SAFE_INTEGER };
  return {
    ...standingOfNew(hall, { queues: letters, rank, issueNo: Number.MAX_SAFE_INTEGER, day }),
    closed: typeof opening === 'string' ? opening : null,
    nextStartsAt: nextOpening(hall.nowMs(), hall.openings(), first)?.startsAt ?? null,
  };
}

/** C12, for staff: by the slip's number, or by the number of a receipt or notice. */
export function lookUp(hall: Hall, number: string, day?: Day): TicketView | Refusal {
  const caseId = hall.read(papers).caseOf(number);
  const found = caseId && hall.read(cases).byId(caseId);
  const ticket = found
    ? hall.read(tickets).byId(found.ticketId)
    : hall.read(tickets).findByNumber(number, day ?? hall.day());
  return ticket ? ticketView(hall, ticket) : refuse('ticket-unknown');
}

export function ticketView(hall: Hall, ticket: StoredTicket): TicketView {
  return {
    ticketId: ticket.id,
    number: ticket.number,
    day: ticket.liveDay,
    phase: ticket.phase,
    klass: ticket.klass,
    counterLabel: counterLabel(hall, ticket.counterId),
    ...standingOf(hall, ticket),
    why: ticket.phase === 'called' || ticket.phase === 'serving' ? (ticket.why ?? null) : null,
    awayUntil: ticket.phase === 'away' ? (ticket.awayUntil ?? null) : null,
    rejoinUntil:
      ticket.phase === 'missed' && ticket.missedAt
        ? new Date(Date.parse(ticket.missedAt) + hall.settings().rejoinWithinMs).toISOString()
        : null,
    slip: ticket.slip,
    matterNames: ticket.matters.map((id) => hall.read(reference).matters().get(id)?.names ?? UNKNOWN),
    cases: hall
      .read(cases)
      .ofTicket(ticket.id)
      .map((found) => caseView(hall, found)),
  };
}

export function caseView(hall: Hall, found: StoredCase): CaseView {
  return {
    caseId: found.id,
    phase: found.phase,
    matterNames: hall.read(reference).matters().get(found.matterId)?.names ?? UNKNOWN,
    firstContact: clerkName(hall, found.firstContact) ?? '',
    handler: clerkName(hall, found.handler) ?? '',
    receiptNo: found.receiptNo ?? null,
    acceptedOn: found.acceptedOn ?? null,
    dueOn: found.dueOn ?? null,
    outcome: found.outcome ?? null,
  };
}

/** Cases that this clerk handles, was first contact of, or is offered; the soonest due first (C2, C10). */
export function myCases(hall: Hall, clerkId: ClerkId): MyCase[] {
  return bySoonest(
    hall
      .read(cases)
      .ofClerk(clerkId)
      .map((found): MyCase => {
        const toMe = found.offer?.to === clerkId;
        const mine = found.handler === clerkId ? 'handler' : toMe ? 'receiver' : 'first-contact';
        return { ...hallCase(hall, found, clerkId), mine };
      }),
  );
}

/** Every case that is not closed and no longer at a counter, the soonest due first (C10). */
export function hallCases(hall: Hall, reader: ClerkId): HallCase[] {
  return bySoonest(
    hall
      .read(cases)
      .goingOn()
      .map((found) => hallCase(hall, found, reader)),
  );
}

function bySoonest<T extends HallCase>(cases: T[]): T[] {
  return cases.sort((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999'));
}

function hallCase(hall: Hall, found: StoredCase, reader: ClerkId): HallCase {
  const { offer, proposal, sentBack } = found;
  const today = localTime(hall.nowMs(), hall.read(reference).hall().timeZone).day;
  const nameOf = (id: ClerkId) => clerkName(hall, id) ?? '';
  return {
    ...caseView(hall, found),
    matterId: found.matterId,
    number: hall.read(tickets).byId(found.ticketId)?.number ?? '',
    firstContactId: found.firstContact,
    handlerId: found.handler,
    offer: offer
      ? {
          id: offer.id,
          fromName: nameOf(offer.from),
          toName: nameOf(offer.to),
          toMe: offer.to === reader,
          note: offer.note,
          lapsesAt: offer.lapsesAt,
        }
      : null,
    proposal: proposal
      ? { byName: nameOf(proposal.by), mine: proposal.by === reader, reason: proposal.reason, at: proposal.at }
      : null,
    sentBack: sentBack ? { byName: nameOf(sentBack.by), remark: sentBack.remark, at: sentBack.at } : null,
    papers: papersOf(hall, found.id),
    daysLeft: found.dueOn ? workingDaysLeft(today, found.dueOn, CHINA) : null,
  };
}
