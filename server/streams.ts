/** The streams of the ledger: how each is folded, and which read tables its events write. Live and rebuild share them. */
import type { Appointment, AppointmentEvent } from '../schema/appointment.ts';
import type { Case, CaseEvent } from '../schema/case.ts';
import type { Counter, CounterEvent } from '../schema/counter.ts';
import type { AppointmentId, CaseId, CounterId, OpeningId, TicketId } from '../schema/ids.ts';
import type { LedgerEvents, StreamKind } from '../schema/ledger.ts';
import type { MessageEvent } from '../schema/message.ts';
import type { DayEvent, OpeningEvent, OpeningPhase } from '../schema/opening.ts';
import type { Ticket, TicketEvent } from '../schema/ticket.ts';
import { CHINA_ZONE, localTime } from '../schema/time.ts';
import { evolveCase } from './cases/rules/case.ts';
import { cases } from './cases/tables/cases.ts';
import { papers } from './cases/tables/papers.ts';
import { reference } from './hall/tables/reference.ts';
import { evolveAppointment, takesPlace } from './hours/rules/appointment.ts';
import { evolveOpening } from './hours/rules/openings.ts';
import { appointments } from './hours/tables/appointments.ts';
import { idOf, kindOf, type Stream, type Touched } from './ledger/stream.ts';
import type { Reader } from './ledger/table.ts';
import { evolveCounter } from './line/rules/counter.ts';
import { evolveTicket, isAtCounter } from './line/rules/ticket-life.ts';
import { calls } from './line/tables/calls.ts';
import { dayTickets } from './line/tables/day-tickets.ts';
import { places } from './line/tables/places.ts';
import { tickets } from './line/tables/tickets.ts';

/** Where the ticket stands: its row, its queues, and the cases of its sitting. */
function rowsOf(from: Reader, ticketId: TicketId, ticket: Ticket | null): Touched {
  return {
    tickets: [ticketId],
    queues: ticket?.letters ?? [],
    cases: from
      .read(cases)
      .ofTicket(ticketId)
      .map((found) => found.id),
  };
}

const ofTicket = (from: Reader, id: string): Touched =>
  rowsOf(from, id as TicketId, from.read(tickets).byId(id as TicketId));

const withCounter = (from: Reader, id: string, { counterId }: { counterId: CounterId }): Touched => ({
  ...ofTicket(from, id),
  counters: [counterId],
});

/** Its number stays with a counter that it was called to: whichever that was. */
const withCounters = (from: Reader, id: string): Touched => ({ ...ofTicket(from, id), counters: 'all' });

function withCall(from: Reader, id: string, event: { counterId: CounterId; callNo: number }): Touched {
  const { counterId, callNo } = event;
  const ticket = from.read(tickets).byId(id as TicketId);
  const called = ticket && { ticketId: ticket.id, number: ticket.number, letter: ticket.letter, counterId, callNo };
  return { ...rowsOf(from, id as TicketId, ticket), counters: [counterId], ...(called && { called }) };
}

export const ticketStream: Stream<Ticket, TicketEvent> = {
  kind: 'ticket',
  evolve: (state, event, id, at) => evolveTicket(state, event, id as TicketId, at),
  tables: [tickets, calls, dayTickets, places],
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
  touches: {
    'ticket-issued': ofTicket,
    'ticket-called': withCall,
    'ticket-recalled': withCall,
    'ticket-put-back': withCounter,
    'ticket-missed': withCounter,
    'ticket-rejoined': ofTicket,
    'serving-started': withCounter,
    'matter-concluded': ofTicket,
    'ticket-handed-back': withCounter,
    'ticket-finished': withCounter,
    'ticket-stepped-away': ofTicket,
    'ticket-returned': ofTicket,
    'others-let-pass': ofTicket,
    'ticket-withdrawn': ofTicket,
    'ticket-released': withCounter,
    'ticket-carried-over': withCounters,
    'ticket-expired': withCounters,
    'slip-reported': ofTicket,
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

const ofCase = (_: Reader, id: string): Touched => ({ cases: [id as CaseId] });

export const caseStream: Stream<Case, CaseEvent> = {
  kind: 'case',
  evolve: (state, event, id, at) => evolveCase(state, event, id as CaseId, at),
  tables: [cases, papers, places],
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
  touches: {
    'case-opened': ofCase,
    'case-resumed': ofCase,
    'case-accepted': ofCase,
    'notice-given': ofCase,
    'handover-offered': ofCase,
    'handover-accepted': ofCase,
    'handover-declined': ofCase,
    'handover-lapsed': ofCase,
    'handover-taken-back': ofCase,
    'refusal-proposed': ofCase,
    'refusal-confirmed': ofCase,
    'refusal-sent-back': ofCase,
    'refusal-taken-back': ofCase,
    'case-closed': ofCase,
  },
};

/** A counter more or less changes every queue's wait. */
const ofCounter = (_: Reader, id: string): Touched => ({ counters: [id as CounterId], queues: 'all' });

export const counterStream: Stream<Counter, CounterEvent> = {
  kind: 'counter',
  evolve: (state, event, id) => evolveCounter(state, event, id as CounterId),
  tables: [places],
  project: (to, counter, { at }) => to.write(places).saveCounter(counter, at),
  touches: {
    'counter-opened': ofCounter,
    'counter-paused': ofCounter,
    'counter-closing': ofCounter,
    'counter-closed': ofCounter,
  },
};

export const openingStream: Stream<OpeningPhase, OpeningEvent> = {
  kind: 'opening',
  evolve: (state, event) => evolveOpening(state, event),
  tables: [places],
  project: (to, phase, { stream, at, event }) =>
    to
      .write(places)
      .saveOpening(idOf(stream) as OpeningId, phase, at, event.type === 'opening-cancelled' ? event.reason : null),
  touches: { 'opening-began': 'all', 'opening-ended': 'all', 'opening-cancelled': 'all' },
};

export const appointmentStream: Stream<Appointment, AppointmentEvent> = {
  kind: 'appointment',
  evolve: (state, event, id) => evolveAppointment(state, event, id as AppointmentId),
  tables: [appointments],
  project(to, found, { event }, before) {
    to.write(appointments).save(found);
    const had = before !== null && takesPlace(before.phase);
    if (event.type === 'slot-held') to.write(appointments).take(found.slotId, event.capacity);
    if (had && !takesPlace(found.phase)) to.write(appointments).free(found.slotId);
  },
  touches: {
    'slot-held': 'none',
    'hold-lapsed': 'none',
    'appointment-confirmed': 'none',
    'appointment-cancelled': 'none',
    'appointment-checked-in': 'none',
    'appointment-missed': 'none',
  },
};

/** A service day: its id is the date. */
export const dayStream: Stream<number, DayEvent> = {
  kind: 'day',
  evolve: (count) => (count ?? 0) + 1,
  tables: [places],
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
  touches: { 'resident-turned-away': 'all', 'day-ended': 'all' },
};

/** A message's stream begins and ends with its failure. */
export const messageStream: Stream<MessageEvent, MessageEvent> = {
  kind: 'message',
  evolve: (_, event) => event,
  tables: [places],
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
  touches: { 'message-failed': 'none' },
};

/** Every stream of the ledger; rebuild, verify and pushes follow this list alone. */
export const STREAMS: { [K in StreamKind]: Stream<unknown, LedgerEvents[K]> } = {
  ticket: ticketStream,
  case: caseStream,
  counter: counterStream,
  opening: openingStream,
  appointment: appointmentStream,
  day: dayStream,
  message: messageStream,
};

/** The stream of a name such as 'ticket:01J…'; null for a kind that this program does not know. */
export function streamOf(name: string): Stream<unknown, { type: string }> | null {
  const known: Record<string, Stream<unknown, { type: string }>> = STREAMS;
  return known[kindOf(name)] ?? null;
}

/** T2: for events of a ledger that did not hold their day yet: the hall's date at that instant. */
function localDayOf(from: Reader, at: string): string {
  const timeZone = from.read(reference).isSetUp() ? from.read(reference).hall().timeZone : CHINA_ZONE;
  return localTime(Date.parse(at), timeZone).day;
}
