/** The rows of the line: queues, counters, calls, tickets, and the cases of those who are being served. */

import type { CaseRow } from '../../schema/cases/rows.ts';
import type { Opening } from '../../schema/hours/opening.ts';
import type { CaseId, CounterId, Instant, Letter, TicketId } from '../../schema/ids.ts';
import type { CallRow, CounterRow, QueueRow, TicketRow } from '../../schema/line/rows.ts';
import { CALLS_KEPT } from '../../schema/line/rows.ts';
import { caseRow } from '../cases/board.ts';
import { cases } from '../cases/tables/cases.ts';
import { counterPlans } from '../hall/tables/counter-plans.ts';
import { groups } from '../hall/tables/groups.ts';
import { counterLabel } from '../hall/views/counter-label.ts';
import { daysNow, openFor, openingsOf, plannedOn } from '../hours/views/open-hours.ts';
import { once, type Reader } from '../ledger/reader.ts';
import type { Rows } from '../ledger/subject/board.ts';
import { clerkName } from '../people/views/staff.ts';
import { placesOf } from './rules/ticket-life.ts';
import { calls, type StoredCall } from './tables/calls.ts';
import { counterStates } from './tables/counter-states.ts';
import type { StoredTicket } from './tables/ticket-row.ts';
import { tickets } from './tables/tickets.ts';
import { estimateNew } from './views/estimates.ts';
import { countersNow, linesNow, ticketsAtCounters } from './views/line-now.ts';
import { saidWhy } from './views/said-why.ts';
import { untilClosing } from './views/standing.ts';

const IN_LINE = ['waiting', 'away'];
const LIVE = ['waiting', 'called', 'serving', 'away', 'missed'];

export function queueRow(from: Reader, letter: Letter): QueueRow | null {
  const group = from.read(groups).all().get(letter);
  if (!group) return null;
  const days = daysNow(from);
  const { waiting, away } = once(from, linesNow).get(letter) ?? { waiting: 0, away: 0 };
  const plans = from.read(counterPlans).all();
  let openCounters = 0;
  for (const { id, phase } of from.read(counterStates).all())
    if (phase === 'open' && plans.get(id)?.letters.includes(letter)) openCounters++;
  const running = openingsOf(from).filter((opening) => opening.phase === 'running' && opening.letters.includes(letter));
  return {
    id: letter,
    names: group.names,
    waiting,
    away,
    openCounters,
    lastNumber: from.read(calls).lastNumber(days, letter),
    ...untilClosing(from, { places: [{ letter }], days }, estimateNew(from, [letter])),
    open: running.some((opening) => from.nowMs < Date.parse(opening.lastTicketAt)),
    kept: running.length > 0 ? null : keptOf(from, letter),
  };
}

/**
 * T10: who stands in a queue of which nobody is called now, on the first day on which they are to come; by the phases of
 * openings, so that a row moves with events. Who is to come on a later day still is counted there.
 */
function keptOf(from: Reader, letter: Letter): QueueRow['kept'] {
  const [first] = from.read(tickets).pending(letter);
  if (!first) return null;
  return { count: first.count, startsAt: plannedOn(from, first.day, [{ letter }])?.startsAt ?? null };
}

function counterRow(from: Reader, id: CounterId): CounterRow | null {
  const counter = from.read(counterPlans).all().get(id);
  if (!counter?.inUse) return null;
  const state = once(from, countersNow).get(id);
  const ticket = once(from, ticketsAtCounters).get(id);
  // Whoever has somebody there sits there, whatever became of the opening (T12).
  const clerkId = state && (state.phase !== 'closed' || ticket) ? (state.clerkId ?? null) : null;
  return {
    id,
    label: counter.label,
    phase: state?.phase ?? 'closed',
    letters: counter.letters,
    clerkId,
    clerkName: clerkName(from, clerkId),
    ticketId: ticket?.id ?? null,
    number: ticket?.number ?? null,
    ticketPhase: ticket?.phase ?? null,
    since: ticket?.startedAt ?? ticket?.calledAt ?? laterOf(state?.since, state?.freeSince),
    closingSince: ticket && state && (state.phase === 'closing' || state.phase === 'closed') ? state.since : null,
  };
}

function laterOf(a: Instant | undefined, b: Instant | undefined): Instant | null {
  return [a ?? '', b ?? ''].sort().at(-1) || null;
}

function callRow(from: Reader, { seq, at, number, letter, counterId, callNo }: StoredCall): CallRow {
  const label = counterLabel(from, counterId) ?? '';
  return { id: String(seq), seq, at, number, letter: letter as Letter, counterLabel: label, callNo };
}

function ticketRow(from: Reader, id: TicketId): TicketRow | null {
  const ticket = from.read(tickets).byId(id);
  if (!ticket || !LIVE.includes(ticket.phase)) return null;
  // Whoever is at a counter is on the board, also past the day's change (T2).
  return daysNow(from).includes(ticket.liveDay) || ticket.phase === 'serving' || ticket.phase === 'called'
    ? rowOfTicket(from, ticket)
    : null;
}

function rowOfTicket(from: Reader, ticket: StoredTicket): TicketRow {
  const isRunning = (one: Opening) => one.phase === 'running' && one.day === ticket.liveDay && sharesQueue(one, ticket);
  const places = placesOf(ticket);
  const running = openFor(from, places).some(isRunning);
  const next = plannedOn(from, ticket.liveDay, places);
  return {
    id: ticket.id,
    number: ticket.number,
    letter: ticket.letter,
    phase: ticket.phase,
    klass: ticket.klass,
    channel: ticket.channel,
    matters: ticket.matters,
    remaining: ticket.remaining,
    queues: ticket.queues,
    sitting: ticket.sitting,
    arrivedAt: ticket.arrivedAt,
    rank: ticket.rank,
    notBefore: ticket.notBefore ?? null,
    counterId: ticket.counterId ?? null,
    callNo: ticket.callNo,
    calls: ticket.counterId ? from.read(calls).ofTicket(ticket.id) : 0,
    calledAt: ticket.calledAt ?? null,
    startedAt: ticket.startedAt ?? null,
    missedAt: ticket.missedAt ?? null,
    awayUntil: ticket.awayUntil ?? null,
    passedTo: ticket.passedTo ?? null,
    passes: ticket.passes,
    misses: ticket.misses,
    carriedIn: ticket.liveDay !== ticket.day,
    waitsFor: running || !IN_LINE.includes(ticket.phase) ? null : { startsAt: next?.startsAt ?? null },
    why: saidWhy(from, ticket.why),
  };
}

function sharesQueue(opening: Opening, ticket: StoredTicket): boolean {
  return opening.letters.some((letter) => ticket.queues.includes(letter));
}

const present = <R>(rows: (R | null)[]): R[] => rows.filter((row) => row !== null);

const queues: Rows<QueueRow> = {
  row: (from, id) => queueRow(from, id as Letter),
  rows: (from) => present([...from.read(groups).all().keys()].map((letter) => queueRow(from, letter))),
};

const counters: Rows<CounterRow> = {
  row: (from, id) => counterRow(from, id as CounterId),
  rows: (from) => present([...from.read(counterPlans).all().keys()].map((id) => counterRow(from, id))),
};

/** The last CALLS_KEPT of the day. */
const callRows: Rows<CallRow> = {
  row(from, id) {
    const call = from.read(calls).bySeq(Number(id));
    const days = daysNow(from);
    return call && days.includes(call.day) && from.read(calls).after(days, call.seq) < CALLS_KEPT
      ? callRow(from, call)
      : null;
  },
  rows: (from) =>
    from
      .read(calls)
      .last(daysNow(from), CALLS_KEPT)
      .map((call) => callRow(from, call)),
};

const ticketRows: Rows<TicketRow> = {
  row: (from, id) => ticketRow(from, id as TicketId),
  rows: (from) =>
    from
      .read(tickets)
      .live(daysNow(from))
      .map((ticket) => rowOfTicket(from, ticket)),
};

/** C1, C5: what the clerks have before them. */
const served: Rows<CaseRow> = {
  row(from, id) {
    const found = from.read(cases).byId(id as CaseId);
    const ticket = found?.origin.ticketId && from.read(tickets).byId(found.origin.ticketId);
    return found && ticket && ticket.phase === 'serving' ? caseRow(from, found) : null;
  },
  rows: (from) =>
    from
      .read(tickets)
      .serving()
      .flatMap((ticketId) => from.read(cases).ofTicket(ticketId))
      .map((found) => caseRow(from, found)),
};

export const lineBoard = { queues, counters, calls: callRows, tickets: ticketRows, served };
