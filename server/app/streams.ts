/** The streams of the ledger: how each is folded, and which read tables its events write. Live and rebuild share them. */
import type { Appointment, AppointmentEvent } from '../../schema/appointment.ts';
import type { Case, CaseEvent } from '../../schema/case.ts';
import type { Counter, CounterEvent } from '../../schema/counter.ts';
import type { AppointmentId, CaseId, CounterId, OpeningId, TicketId } from '../../schema/ids.ts';
import type { MessageEvent } from '../../schema/message.ts';
import type { DayEvent, OpeningEvent, OpeningPhase } from '../../schema/opening.ts';
import type { Ticket, TicketEvent } from '../../schema/ticket.ts';
import { localTime } from '../../schema/time.ts';
import { evolveAppointment, takesPlace } from '../domain/appointment.ts';
import { evolveCase } from '../domain/case.ts';
import { evolveCounter } from '../domain/counter.ts';
import { evolveOpening } from '../domain/openings.ts';
import { evolveTicket, isAtCounter } from '../domain/ticket-life.ts';
import type { Entry } from '../store/ledger.ts';
import { appointments } from '../store/projections/appointments.ts';
import { calls } from '../store/projections/calls.ts';
import { cases } from '../store/projections/cases.ts';
import { dayTickets } from '../store/projections/day-tickets.ts';
import { papers } from '../store/projections/papers.ts';
import { places } from '../store/projections/places.ts';
import { tickets } from '../store/projections/tickets.ts';
import { reference } from '../store/reference.ts';
import type { Reader, Writer } from '../store/table.ts';

export type Stream<S, E extends { type: string }> = {
  kind: string;
  evolve: (state: S | null, event: E, id: string, at: string) => S;
  /** Writes the read tables; `before` is the state without this event. Never reads the clock or the outside. */
  project: (to: Writer, state: S, entry: Entry<E>, before: S | null) => void;
};

export const ticketStream: Stream<Ticket, TicketEvent> = {
  kind: 'ticket',
  evolve: (state, event, id, at) => evolveTicket(state, event, id as TicketId, at),
  project(to, ticket, { seq, at, version, event, actor }, before) {
    to.write(tickets).save(ticket, at, version);
    to.write(tickets).moveInLines(before, ticket);
    if (event.type === 'ticket-called') {
      to.write(calls).addCall(ticket, seq, at, event.why.rule);
      if (event.why.rule === 'out-of-order') {
        const { liveDay: day, id: ticketId } = ticket;
        to.write(places).addNote({
          seq,
          at,
          day,
          kind: 'called-out-of-order',
          caseId: null,
          ticketId,
          clerkId: event.clerkId,
        });
      }
    }
    if (event.type === 'ticket-withdrawn' && event.clerkId) {
      const { id: ticketId, liveDay } = ticket;
      const { day = liveDay, clerkId, reason: detail } = event;
      to.write(places).addNote({ seq, at, day, kind: 'ticket-withdrawn', caseId: null, ticketId, clerkId, detail });
    }
    if (event.type === 'ticket-recalled') to.write(calls).addCall(ticket, seq, at, null);
    to.write(dayTickets).save(ticket, event, at, before);
    if (before?.counterId && isAtCounter(before) && !isAtCounter(ticket)) to.write(places).freed(before.counterId, at);
    const released = releaseOf(event, actor);
    if (released) {
      const { liveDay: day, id: ticketId } = ticket;
      to.write(places).addNote({ seq, at, day, kind: 'counter-released', caseId: null, ticketId, ...released });
    }
    if (before?.phase === 'serving' && ticket.phase !== 'serving') to.write(calls).addSitting(before, seq, at);
  },
};

/** T12: whom a supervisor took a ticket from. */
function releaseOf(event: TicketEvent, actor: string) {
  const isRelease =
    event.type === 'ticket-released' || (event.type === 'ticket-finished' && event.reason !== undefined);
  if (!isRelease) return null;
  const { counterId, clerkId, reason: detail = null } = event;
  return { counterId, clerkId, byClerk: actor.startsWith('clerk:') ? idOf(actor) : null, detail };
}

export const caseStream: Stream<Case, CaseEvent> = {
  kind: 'case',
  evolve: (state, event, id, at) => evolveCase(state, event, id as CaseId, at),
  project(to, found, { seq, at, event }, before) {
    to.write(cases).save(found, event, at);
    if (event.type === 'case-accepted' || event.type === 'notice-given')
      to.write(papers).add(found, event, localDayOf(to, at));
    if (before?.phase === 'proposed' && found.phase !== 'proposed')
      to.write(places).endNotes('refusal-proposed', found.id);
    if (event.type === 'refusal-proposed') {
      const { day, by: clerkId, reason: detail } = event;
      const { id: caseId, ticketId, receiptNo: about } = found;
      to.write(places).addNote({ seq, at, day, kind: 'refusal-proposed', caseId, ticketId, clerkId, about, detail });
    }
    if (event.type === 'handover-lapsed') {
      const { id: caseId, ticketId } = found;
      const day = event.day ?? localDayOf(to, at);
      to.write(places).addNote({ seq, at, day, kind: 'handover-lapsed', caseId, ticketId, clerkId: event.from });
    }
  },
};

export const counterStream: Stream<Counter, CounterEvent> = {
  kind: 'counter',
  evolve: (state, event, id) => evolveCounter(state, event, id as CounterId),
  project: (to, counter, { at }) => to.write(places).saveCounter(counter, at),
};

export const openingStream: Stream<OpeningPhase, OpeningEvent> = {
  kind: 'opening',
  evolve: (state, event) => evolveOpening(state, event),
  project: (to, phase, { stream, at, event }) =>
    to
      .write(places)
      .saveOpening(idOf(stream) as OpeningId, phase, at, event.type === 'opening-cancelled' ? event.reason : null),
};

export const appointmentStream: Stream<Appointment, AppointmentEvent> = {
  kind: 'appointment',
  evolve: (state, event, id) => evolveAppointment(state, event, id as AppointmentId),
  project(to, found, { event }, before) {
    to.write(appointments).save(found);
    const had = before !== null && takesPlace(before.phase);
    if (event.type === 'slot-held') to.write(appointments).take(found.slotId, event.capacity);
    if (had && !takesPlace(found.phase)) to.write(appointments).free(found.slotId);
  },
};

/** A service day: its id is the date. */
export const dayStream: Stream<number, DayEvent> = {
  kind: 'day',
  evolve: (count) => (count ?? 0) + 1,
  project(to, _, { seq, stream, event }) {
    const day = idOf(stream);
    switch (event.type) {
      case 'resident-turned-away':
        return to.write(places).addTurnedAway(seq, day, event.hour, event.matterId, event.why);
      case 'day-ended':
        return to.write(places).addEndedDay(day, event.carriedOver, event.expired);
      default:
        return event satisfies never;
    }
  },
};

/** A message's stream begins and ends with its failure. */
export const messageStream: Stream<MessageEvent, MessageEvent> = {
  kind: 'message',
  evolve: (_, event) => event,
  project(to, { kind, why, about, day }, { seq, at }) {
    const detail = `${kind} ${why}`;
    to.write(places).addNote({
      seq,
      at,
      day,
      kind: 'message-failed',
      caseId: null,
      ticketId: null,
      clerkId: null,
      about,
      detail,
    });
  },
};

// biome-ignore lint/suspicious/noExplicitAny: a table of streams of different states; each entry is typed above.
export const STREAMS: Record<string, Stream<any, any>> = {
  ticket: ticketStream,
  case: caseStream,
  counter: counterStream,
  opening: openingStream,
  appointment: appointmentStream,
  day: dayStream,
  message: messageStream,
};

/** T2: for events of a ledger that did not hold their day yet: the hall's date at that instant. */
function localDayOf(from: Reader, at: string): string {
  const timeZone = from.read(reference).isSetUp() ? from.read(reference).hall().timeZone : 'Asia/Shanghai';
  return localTime(Date.parse(at), timeZone).day;
}

/** 'ticket:01J…' → '01J…'. */
export function idOf(stream: string): string {
  return stream.slice(stream.indexOf(':') + 1);
}

export function kindOf(stream: string): string {
  return stream.slice(0, stream.indexOf(':'));
}
