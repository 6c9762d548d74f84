/** The streams of the line: tickets, counters, and service days. */

import type { CaseId, CounterId, TicketId } from '../../schema/ids.ts';
import { type Counter, type CounterEvent, counterOf } from '../../schema/line/counter.ts';
import type { DayEvent } from '../../schema/line/day.ts';
import { CALLS_KEPT } from '../../schema/line/rows.ts';
import type { Ticket, TicketEvent } from '../../schema/line/ticket.ts';
import { cases } from '../cases/tables/cases.ts';
import { daysNow } from '../hours/views/open-hours.ts';
import type { Reader } from '../ledger/reader.ts';
import { idOf, type Stream, type Touched } from '../ledger/subject/stream.ts';
import { notes } from '../messages/tables/notes.ts';
import { evolveCounter } from './rules/counter.ts';
import { evolveTicket, isAtCounter } from './rules/ticket-life.ts';
import { calls } from './tables/calls.ts';
import { counterStates } from './tables/counter-states.ts';
import { daySums } from './tables/day-sums.ts';
import { dayTickets } from './tables/day-tickets.ts';
import { days } from './tables/days.ts';
import { tickets } from './tables/tickets.ts';

/** Where the ticket stands: its row, its queues, and the cases of its sitting. */
function rowsOf(from: Reader, ticketId: TicketId, ticket: Ticket | null): Touched {
  let known: CaseId[] | null = null;
  const own = () => {
    known ??= from
      .read(cases)
      .ofTicket(ticketId)
      .map((found) => found.id);
    return known;
  };
  const queues = ticket?.letters ?? [];
  return { tickets: [ticketId], queues, served: own, asks: () => (own().length > 0 ? ['cases'] : []) };
}

const ofTicket = (from: Reader, id: string): Touched =>
  rowsOf(from, id as TicketId, from.read(tickets).byId(id as TicketId));

const withCounter = (from: Reader, id: string, { counterId }: { counterId: CounterId }): Touched => ({
  ...ofTicket(from, id),
  counters: [counterId],
});

/** Its number stays with a counter that it was called to: whichever that was. */
const withCounters = (from: Reader, id: string): Touched => ({ ...ofTicket(from, id), counters: 'all' });

/** The call is shown, and the oldest one no longer. */
function withCall(from: Reader, id: string, { counterId }: { counterId: CounterId }, seq: number): Touched {
  const before = () => from.read(calls).before(daysNow(from), seq, CALLS_KEPT);
  return { ...ofTicket(from, id), counters: [counterId], calls: () => [seq, before() ?? seq].map(String) };
}

/** Q4: called out of order the supervisor is told. */
function withThisCall(from: Reader, id: string, event: Extract<TicketEvent, { type: 'ticket-called' }>, seq: number) {
  const touched = withCall(from, id, event, seq);
  return event.why.rule === 'out-of-order' ? { ...touched, notes: [String(seq)] } : touched;
}

/** The supervisor may be told: of a clerk's withdrawal (T4), of a counter that was released (T12). */
function withNote(touched: Touched, isTold: boolean, seq: number): Touched {
  return isTold ? { ...touched, notes: [String(seq)] } : touched;
}

export const ticketStream: Stream<Ticket, TicketEvent> = {
  kind: 'ticket',
  v: 2,
  grows: 'life',
  evolve: (state, event, id, at) => evolveTicket(state, event, id as TicketId, at),
  tables: [tickets, calls, dayTickets, daySums, notes, counterStates],
  project(to, ticket, { seq, at, version, event, actor }, before) {
    to.write(tickets).save(ticket, at, version);
    to.write(tickets).moveInLines(before, ticket);
    if (event.type === 'ticket-called') {
      to.write(calls).addCall(ticket, seq, at, event.why.rule);
      if (event.why.rule === 'out-of-order') {
        const { liveDay: day, number } = ticket;
        const { clerkId } = event;
        to.write(notes).add({ seq, at, day, kind: 'called-out-of-order', caseId: null, number, clerkId });
      }
    }
    if (event.type === 'ticket-withdrawn' && event.clerkId) {
      const { number, liveDay } = ticket;
      const { day = liveDay, clerkId, reason: detail } = event;
      to.write(notes).add({ seq, at, day, kind: 'ticket-withdrawn', caseId: null, number, clerkId, detail });
    }
    if (event.type === 'ticket-recalled') to.write(calls).addCall(ticket, seq, at, null);
    for (const day of new Set([before?.liveDay ?? ticket.liveDay, ticket.liveDay])) to.write(daySums).drop(day);
    to.write(dayTickets).save(ticket, event, at, before);
    if (before?.counterId && isAtCounter(before) && !isAtCounter(ticket))
      to.write(counterStates).freed(before.counterId, at);
    if (event.type === 'step-undone' && before) {
      if (event.undone === 'ticket-finished') to.write(calls).dropSitting(before);
      if (event.undone === 'ticket-withdrawn') to.write(notes).endOf(event.undone, ticket.number, event.since);
    }
    const released = releaseOf(event, actor);
    if (released) {
      const { liveDay: day, number } = ticket;
      to.write(notes).add({ seq, at, day, kind: 'counter-released', caseId: null, number, ...released });
    }
    if (before?.phase === 'serving' && ticket.phase !== 'serving') to.write(calls).addSitting(before, seq, at);
  },
  touches: {
    'ticket-issued': ofTicket,
    'ticket-called': withThisCall,
    'ticket-recalled': withCall,
    'ticket-put-back': withCounter,
    'ticket-missed': withCounter,
    'ticket-rejoined': ofTicket,
    'serving-started': withCounter,
    'matter-concluded': ofTicket,
    'ticket-handed-back': withCounter,
    'ticket-finished': (from, id, event, seq) =>
      withNote(withCounter(from, id, event), event.reason !== undefined, seq),
    'ticket-stepped-away': ofTicket,
    'ticket-returned': ofTicket,
    'others-let-pass': ofTicket,
    'ticket-withdrawn': (from, id, { clerkId }, seq) => withNote(ofTicket(from, id), clerkId !== undefined, seq),
    'ticket-released': (from, id, event, seq) => withNote(withCounter(from, id, event), true, seq),
    'ticket-carried-over': withCounters,
    'ticket-expired': withCounters,
    // A queue more than before.
    'matter-added': ofTicket,
    'ticket-held': withCounter,
    'ticket-passed': (from, id, { counterId }) => ({
      ...ofTicket(from, id),
      ...(counterId ? { counters: [counterId] } : {}),
    }),
    'slip-reported': ofTicket,
    'step-undone': (from, id, event) => {
      const ticket = from.read(tickets).byId(id as TicketId);
      const { counterId, number = '' } = ticket ?? {};
      const told = event.undone === 'ticket-withdrawn' ? from.read(notes).of(event.undone, number, event.since) : [];
      return {
        ...ofTicket(from, id),
        ...(counterId ? { counters: [counterId] } : {}),
        ...(told.length > 0 ? { notes: told.map(String) } : {}),
      };
    },
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

/** A counter more or less changes every queue's wait. */
const ofCounter = (_: Reader, id: string): Touched => ({
  counters: [counterOf(id)],
  queues: 'all',
  asks: [],
});

export const counterStream: Stream<Counter, CounterEvent> = {
  kind: 'counter',
  v: 1,
  grows: 'day',
  evolve: (state, event, id) => evolveCounter(state, event, counterOf(id)),
  tables: [counterStates],
  project(to, counter, { at, event }) {
    // Carried into the next day it is as it was, and since when.
    if (event.type !== 'counter-carried') to.write(counterStates).save(counter, at);
  },
  touches: {
    'counter-carried': 'none',
    'counter-opened': ofCounter,
    'counter-paused': ofCounter,
    'counter-closing': ofCounter,
    'counter-closed': ofCounter,
  },
};

/** A service day: its id is the date. */
export const dayStream: Stream<number, DayEvent> = {
  kind: 'day',
  v: 1,
  grows: 'day',
  evolve: (count) => (count ?? 0) + 1,
  tables: [days, daySums],
  project(to, _, { seq, stream, event }) {
    const day = idOf(stream);
    switch (event.type) {
      case 'resident-turned-away':
        return to.write(days).addTurnedAway(seq, day, event.hour, event.matterId, event.why);
      case 'day-ended':
        return to.write(daySums).fold(day);
      default:
        return event satisfies never;
    }
  },
  touches: { 'resident-turned-away': 'none', 'day-ended': 'none' },
};
