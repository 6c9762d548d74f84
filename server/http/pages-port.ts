/** What the phone pages ask of the house, answered by the use cases; a link is followed before anything is done (P3). */
import type { AppointmentId } from '../../schema/ids.ts';
import { isRefusal, refuse } from '../../schema/refusal.ts';
import { localTime } from '../../schema/time.ts';
import { RESIDENT } from '../../schema/who.ts';
import { cancelAppointment, confirmAppointment, freeSlots, holdSlot } from '../app/appointments.ts';
import { clerkName, hallRow, queueRow } from '../app/board-rows.ts';
import { actByLink, caseByLink, ticketByLink } from '../app/by-link.ts';
import type { Hall } from '../app/hall.ts';
import { contentThen } from '../app/papers.ts';
import { caseView, catalogue, forecast, ticketView } from '../app/views.ts';
import type { CaseFacts, PagesPort, PaperFacts } from '../pages/port.ts';
import { people } from '../store/people.ts';
import { appointments } from '../store/projections/appointments.ts';
import type { StoredCase } from '../store/projections/cases.ts';
import { cases } from '../store/projections/cases.ts';
import type { StoredPaper } from '../store/projections/papers.ts';
import { papers } from '../store/projections/papers.ts';
import { tickets } from '../store/projections/tickets.ts';
import { reference } from '../store/reference.ts';
import { pageEdge } from './edge.ts';

export function createPagesPort(hall: Hall, publicOrigin: string | null): PagesPort {
  const now = () => new Date(hall.nowMs()).toISOString();
  const dayOf = (at: string) => localTime(Date.parse(at), hall.read(reference).hall().timeZone).day;
  const paperFacts = (paper: StoredPaper): PaperFacts => {
    const { no, kind, day, clerkId, firstContact, dueOn, note } = paper;
    const names = { clerk: clerkName(hall, clerkId) ?? '', firstContact: clerkName(hall, firstContact) ?? '' };
    return { no, kind, day, ...names, dueOn, note, ...contentThen(hall, paper) };
  };
  /** A case's link opens when the case has had a conclusion. */
  const linkOf = (found: StoredCase) => (found.phase === 'open' ? null : hall.read(people).linkOf('case', found.id));

  return {
    timeZone: hall.read(reference).hall().timeZone,
    publicOrigin,
    edge: pageEdge(),
    now,
    hall: () => hallRow(hall),
    queues: () => [...hall.read(reference).groups().keys()].flatMap((letter) => queueRow(hall, letter) ?? []),
    catalogue: () => catalogue(hall),
    openings: (from, to) =>
      hall.openings().filter((one) => one.phase !== 'cancelled' && one.day >= from && one.day <= to),
    forecast: (matterId) => forecast(hall, [matterId]),
    slots: (matterId) => freeSlots(hall, matterId),
    hold: (wish) => holdSlot(hall, RESIDENT, wish),
    confirm: (wish) => confirmAppointment(hall, RESIDENT, wish),
    cancel: (wish) => cancelAppointment(hall, RESIDENT, wish),

    appointment(link) {
      const id = hall.read(people).follow('appointment', link, now());
      const found = id && hall.read(appointments).byId(id as AppointmentId);
      if (!found) return refuse('link-unknown');
      const { phase, matterId, day, startsAt, until, code = null } = found;
      const { cancelUntilMs, appointmentLateMs } = hall.settings();
      const cancelUntil = new Date(Date.parse(startsAt) - cancelUntilMs).toISOString();
      const lateMinutes = Math.round(appointmentLateMs / 60_000);
      const issued = found.ticketId && hall.read(tickets).byId(found.ticketId);
      const ticket = issued ? { number: issued.number, link: hall.read(people).linkOf('ticket', issued.id) } : null;
      return { phase, matterId, day, startsAt, until, cancelUntil, code, lateMinutes, ticket };
    },

    ticket(link) {
      const ticket = ticketByLink(hall, link);
      if (isRefusal(ticket)) return ticket;
      const of = hall
        .read(cases)
        .ofTicket(ticket.id)
        .map((found) => ({
          ...caseView(hall, found),
          link: linkOf(found),
          noticeNo: found.noticeNo ?? null,
        }));
      return { ...ticketView(hall, ticket), arrivedAt: ticket.arrivedAt, cases: of };
    },

    actOnTicket: (wish) => actByLink(hall, RESIDENT, wish),

    caseOf(link) {
      const found = caseByLink(hall, link);
      if (isRefusal(found)) return found;
      const { matterId, ticketId, openedAt, offer, note, destination = null } = found;
      const facts: CaseFacts = {
        ...caseView(hall, found),
        matterId,
        number: hall.read(tickets).byId(ticketId)?.number ?? '',
        openedOn: dayOf(openedAt),
        offeredTo: offer ? clerkName(hall, offer.to) : null,
        papers: hall.read(papers).ofCase(found.id).map(paperFacts),
        destination,
        note,
      };
      return facts;
    },
  };
}
