/** The rows of the boards, each from the file as it is now; a row that is no longer on its board is null. */
import type {
  CallRow,
  CaseRow,
  CounterRow,
  HallRow,
  NoteRow,
  OpeningRow,
  QueueRow,
  TicketRow,
} from '../../schema/board.ts';
import { CALLS_KEPT } from '../../schema/board.ts';
import type { CaseId, ClerkId, CounterId, Day, Instant, Letter, TicketId } from '../../schema/ids.ts';
import type { Opening } from '../../schema/opening.ts';
import { addDays } from '../../schema/time.ts';
import type { StoredCase } from '../cases/tables/cases.ts';
import { cases } from '../cases/tables/cases.ts';
import { reference } from '../hall/tables/reference.ts';
import { nextOpening } from '../hours/rules/openings.ts';
import type { Hall } from '../ledger/hall.ts';
import type { StoredCall } from './tables/calls.ts';
import { calls } from './tables/calls.ts';
import { places } from './tables/places.ts';
import type { StoredTicket } from './tables/tickets.ts';
import { tickets } from './tables/tickets.ts';
import { estimateNew } from './views/estimates.ts';
import { untilClosing } from './views/standing.ts';

/** Openings shown: today's and those of the next week. */
const OPENING_DAYS = 7;
/** Longer than any holiday closes a hall. */
const LAST_CLOSED_DAYS = 14;
const FAR_FUTURE = '9999';
const IN_LINE = ['waiting', 'away'];
const LIVE = ['waiting', 'called', 'serving', 'away', 'missed'];

export function hallRow(hall: Hall): HallRow {
  const { names, telephone, address, sample } = hall.read(reference).hall();
  const running = hall.openings().filter((opening) => opening.phase === 'running');
  const next = nextOpening(hall.nowMs(), hall.openings());
  const last = (pick: 'endsAt' | 'lastTicketAt') =>
    running
      .map((opening) => opening[pick])
      .sort()
      .at(-1) ?? null;
  return {
    id: 'hall',
    names,
    telephone,
    address,
    origin: hall.publicOrigin,
    sample,
    open: running.length > 0,
    day: hall.day(),
    endsAt: last('endsAt'),
    lastTicketAt: last('lastTicketAt'),
    nextStartsAt: next?.startsAt ?? null,
    nextKind: next?.kind ?? null,
  };
}

export function openingRows(hall: Hall): OpeningRow[] {
  const today = hall.day();
  const until = addDays(today, OPENING_DAYS);
  return hall
    .openings()
    .filter((opening) => opening.day >= today && opening.day <= until)
    .map(({ id, kind, phase, day, startsAt, endsAt, lastTicketAt, letters }) => ({
      id,
      kind,
      phase,
      day,
      startsAt,
      endsAt,
      lastTicketAt,
      letters,
    }));
}

export function queueRow(hall: Hall, letter: Letter): QueueRow | null {
  const group = hall.read(reference).groups().get(letter);
  if (!group) return null;
  const day = hall.day();
  const { waiting, away } = hall.read(tickets).line(day, letter);
  const open = hall
    .read(places)
    .counters()
    .filter(
      (state) => state.phase === 'open' && hall.read(reference).counters().get(state.id)?.letters.includes(letter),
    );
  const running = hall.openings().filter((opening) => opening.phase === 'running' && opening.letters.includes(letter));
  return {
    id: letter,
    names: group.names,
    waiting,
    away,
    openCounters: open.length,
    lastNumber: hall.read(calls).lastNumber(day, letter),
    ...untilClosing(hall, { queues: [letter], day }, estimateNew(hall, [letter])),
    open: running.some((opening) => hall.nowMs() < Date.parse(opening.lastTicketAt)),
    kept: running.length > 0 ? null : keptOf(hall, letter),
  };
}

/**
 * T10: who stands in a queue of which nobody is called now, on the first day on which they are to come; by the phases of
 * openings, so that a row moves with events. Who is to come on a later day still is counted there.
 */
function keptOf(hall: Hall, letter: Letter): QueueRow['kept'] {
  const [first] = hall.read(tickets).pending(letter);
  if (!first) return null;
  return { count: first.count, startsAt: plannedOn(hall, first.day, [letter])?.startsAt ?? null };
}

/** The next opening of that day for one of these queues that has not begun. */
function plannedOn(hall: Hall, day: Day, queues: readonly Letter[]): Opening | undefined {
  const shares = (one: Opening) => one.letters.some((letter) => queues.includes(letter));
  return hall.openings().find((one) => one.phase === 'planned' && one.day === day && shares(one));
}

export function counterRow(hall: Hall, id: CounterId): CounterRow | null {
  const counter = hall.read(reference).counters().get(id);
  if (!counter?.inUse) return null;
  const state = hall.read(places).counter(id);
  const ticket = hall.read(tickets).atCounter(id);
  // Whoever has somebody there sits there, whatever became of the opening (T12).
  const clerkId = state && (state.phase !== 'closed' || ticket) ? (state.clerkId ?? null) : null;
  return {
    id,
    label: counter.label,
    phase: state?.phase ?? 'closed',
    letters: counter.letters,
    clerkId,
    clerkName: clerkName(hall, clerkId),
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

export function callRows(hall: Hall): CallRow[] {
  return hall
    .read(calls)
    .last(hall.day(), CALLS_KEPT)
    .map((call) => callRow(hall, call));
}

export function callRow(hall: Hall, call: Omit<StoredCall, 'rule'>): CallRow {
  const { seq, at, number, letter, counterId, callNo } = call;
  return {
    id: String(seq),
    seq,
    at,
    number,
    letter: letter as Letter,
    counterLabel: counterLabel(hall, counterId) ?? '',
    callNo,
  };
}

export function ticketRow(hall: Hall, id: TicketId): TicketRow | null {
  const ticket = hall.read(tickets).byId(id);
  if (!ticket || !LIVE.includes(ticket.phase)) return null;
  // Whoever is at a counter is on the board, also past the day's change (T2).
  return ticket.liveDay === hall.day() || ticket.phase === 'serving' || ticket.phase === 'called'
    ? rowOfTicket(hall, ticket)
    : null;
}

export function rowOfTicket(hall: Hall, ticket: StoredTicket): TicketRow {
  const isRunning = (one: Opening) => one.phase === 'running' && one.day === ticket.liveDay && sharesQueue(one, ticket);
  const running = hall.openings().some(isRunning);
  const next = plannedOn(hall, ticket.liveDay, ticket.queues);
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
    calledAt: ticket.calledAt ?? null,
    startedAt: ticket.startedAt ?? null,
    missedAt: ticket.missedAt ?? null,
    awayUntil: ticket.awayUntil ?? null,
    passes: ticket.passes,
    misses: ticket.misses,
    carriedIn: ticket.liveDay !== ticket.day,
    waitsFor: running || !IN_LINE.includes(ticket.phase) ? null : { startsAt: next?.startsAt ?? null },
    why: ticket.why ?? null,
  };
}

function sharesQueue(opening: Opening, ticket: StoredTicket): boolean {
  return opening.letters.some((letter) => ticket.queues.includes(letter));
}

/** Of the present sittings, with an open offer, and those whose refusal was proposed or sent back (C6). */
export function caseRow(hall: Hall, id: CaseId): CaseRow | null {
  const found = hall.read(cases).byId(id);
  if (!found) return null;
  const ticket = hall.read(tickets).byId(found.ticketId);
  const sitting = ticket?.phase === 'serving';
  const shown = found.offer || found.sentBack || found.phase === 'proposed' || sitting;
  return shown ? rowOfCase(hall, found) : null;
}

export function rowOfCase(hall: Hall, found: StoredCase): CaseRow {
  const { offer } = found;
  return {
    id: found.id,
    phase: found.phase,
    matterId: found.matterId,
    ticketId: found.ticketId,
    number: hall.read(tickets).byId(found.ticketId)?.number ?? '',
    firstContact: found.firstContact,
    firstContactName: clerkName(hall, found.firstContact) ?? '',
    handler: found.handler,
    handlerName: clerkName(hall, found.handler) ?? '',
    receiptNo: found.receiptNo ?? null,
    acceptedOn: found.acceptedOn ?? null,
    dueOn: found.dueOn ?? null,
    outcome: found.outcome ?? null,
    sentBack: found.sentBack !== undefined,
    offer: offer
      ? {
          ...offer,
          fromName: clerkName(hall, offer.from) ?? '',
          toName: clerkName(hall, offer.to) ?? '',
        }
      : null,
  };
}

/** Today's notes, and those that came since the hall closed last: what happens at night is read in the morning. */
export function noteRows(hall: Hall): NoteRow[] {
  return notesNow(hall)
    .filter((note) => !note.over)
    .map(({ seq, at, kind, caseId, ticketId, clerkId, counterId, byClerk, about, detail }) => ({
      id: String(seq),
      at,
      kind: kind as NoteRow['kind'],
      caseId: caseId as CaseId | null,
      number: ticketId ? (hall.read(tickets).byId(ticketId as TicketId)?.number ?? null) : null,
      clerkName: clerkName(hall, clerkId as ClerkId | null),
      clerkId: clerkId as ClerkId | null,
      counterLabel: counterLabel(hall, counterId),
      byName: clerkName(hall, byClerk as ClerkId | null),
      about: about ?? null,
      detail: detail ?? null,
    }));
}

/** Of these, the ids of those that were answered meanwhile. */
export function notesOver(hall: Hall): string[] {
  return notesNow(hall)
    .filter((note) => note.over)
    .map((note) => String(note.seq));
}

function notesNow(hall: Hall) {
  return hall.read(places).notes(hall.day(), lastClosedAt(hall));
}

/** The end of the last opening of an earlier service day; the far future where there was none lately. */
function lastClosedAt(hall: Hall): Instant {
  const today = hall.day();
  const now = new Date(hall.nowMs()).toISOString();
  const ended = hall
    .read(reference)
    .openingsFrom(addDays(today, -LAST_CLOSED_DAYS))
    .filter((one) => one.day < today && one.endsAt <= now && hall.read(places).openingPhase(one.id) !== 'cancelled')
    .map((one) => one.endsAt);
  return ended.sort().at(-1) ?? FAR_FUTURE;
}

export function counterLabel(hall: Hall, id: string | null | undefined): string | null {
  return (
    hall
      .read(reference)
      .counters()
      .get(id as CounterId)?.label ?? null
  );
}

export function clerkName(hall: Hall, id: ClerkId | null | undefined): string | null {
  return (id && hall.read(reference).clerks().get(id)?.name) ?? null;
}
