/** What the clerk's screen is and may do now. Pure: rows of the staff board and an instant in, facts out. */
import type { Boards } from '../../schema/board.ts';
import type { CaseRow } from '../../schema/cases/rows.ts';
import type { Matter } from '../../schema/catalogue/catalogue.ts';
import type { ClerkId, MatterId } from '../../schema/ids.ts';
import type { CounterRow, TicketRow } from '../../schema/line/rows.ts';
import { atCounter } from './line-order.ts';

export type StaffRows = Boards['staff'];

/** A matter of the ticket at my counter. `here`: part of this sitting, so I must conclude it (C5, T8). */
export type SittingMatter = { matterId: MatterId; caseRow: CaseRow | null; here: boolean; concluded: boolean };

/** Where I sit and whom I have before me. */
export type Seat = {
  counter: CounterRow | null;
  ticket: TicketRow | null;
  matters: SittingMatter[];
  /** People whom `call next` could call. */
  waiting: number;
  /** Of the hall's settings those that countdowns need (T6). */
  limits: StaffRows['settings'][number];
};

export function seatOf(rows: StaffRows, clerkId: ClerkId, matters: readonly Matter[]): Seat {
  const counter = rows.counters.find((row) => row.clerkId === clerkId) ?? null;
  const ticket = rows.tickets.find((row) => row.id === counter?.ticketId) ?? null;
  const hall = { counters: rows.counters, matters };
  return {
    counter,
    ticket,
    matters: ticket ? sittingMatters(rows, ticket) : [],
    waiting: counter ? atCounter(rows.tickets, counter, hall).filter((t) => t.phase === 'waiting').length : 0,
    limits: rows.settings[0]!,
  };
}

/** The one thing to do now. */
export type NextAction =
  | { kind: 'open-counter' }
  | { kind: 'call-next'; live: boolean }
  | { kind: 'start' }
  | { kind: 'conclude'; matterId: MatterId; nth: number; of: number }
  | { kind: 'hand-back'; remaining: MatterId[] }
  | { kind: 'finish' };

export function nextAction({ counter, ticket, matters, waiting }: Seat): NextAction {
  if (ticket?.phase === 'called') return { kind: 'start' };
  if (ticket?.phase === 'serving') {
    const here = matters.filter((matter) => matter.here);
    const open = here.find((matter) => !matter.concluded);
    if (open) return { kind: 'conclude', matterId: open.matterId, nth: here.indexOf(open) + 1, of: here.length };
    const remaining = matters.filter((matter) => !matter.concluded).map((matter) => matter.matterId);
    return remaining.length > 0 ? { kind: 'hand-back', remaining } : { kind: 'finish' };
  }
  if (counter?.phase === 'open') return { kind: 'call-next', live: waiting > 0 };
  return { kind: 'open-counter' };
}

/** Which other keys do something now. `waitS` counts down to the next recall (T6). */
export type LiveKeys = {
  recall: { live: boolean; waitS: number; left: number };
  miss: boolean;
  putBack: boolean;
  finish: boolean;
  handBack: boolean;
  conclude: boolean;
  /** Matters of the sitting without a conclusion: why `finish` is not live. */
  unconcluded: number;
  pause: boolean;
  close: boolean;
};

export function liveKeys(seat: Seat, nowMs: number): LiveKeys {
  const { counter, ticket, limits } = seat;
  const called = ticket?.phase === 'called';
  const serving = ticket?.phase === 'serving';
  const unconcluded = seat.matters.filter((matter) => matter.here && !matter.concluded).length;
  const action = nextAction(seat).kind;
  const left = called ? Math.max(0, limits.callLimit - ticket.callNo) : 0;
  const waitS = called && ticket.calledAt ? secondsUntil(Date.parse(ticket.calledAt) + limits.callGapMs, nowMs) : 0;
  return {
    recall: { live: called && left > 0 && waitS === 0, waitS, left },
    miss: called,
    putBack: called,
    finish: action === 'finish',
    handBack: action === 'hand-back',
    conclude: serving && unconcluded > 0,
    unconcluded,
    pause: counter?.phase === 'open' && !ticket,
    close: counter !== null && (counter.phase === 'open' || counter.phase === 'paused') && !ticket,
  };
}

function sittingMatters(rows: StaffRows, ticket: TicketRow): SittingMatter[] {
  const remaining = new Set(ticket.remaining);
  const sitting = new Set(ticket.sitting);
  const order = ticket.matters.map((matterId) => ({
    matterId,
    caseRow: rows.served.find((row) => row.ticketId === ticket.id && row.matterId === matterId) ?? null,
    here: sitting.has(matterId),
    concluded: !remaining.has(matterId),
  }));
  return order.filter((matter) => matter.here || !matter.concluded);
}

/**
 * Of which of its cases the person is asked and shown (C16): of one that still goes on, since nobody is entered for one
 * that is over; among these of a matter that keeps an identity document.
 */
export function caseOfPerson(
  matters: readonly SittingMatter[],
  isKept: (matterId: MatterId) => boolean,
): CaseRow | null {
  const taken = matters.flatMap(({ caseRow }) => caseRow ?? []);
  const goingOn = taken.filter(({ phase }) => phase !== 'closed');
  const among = goingOn.length > 0 ? goingOn : taken;
  return among.find(({ matterId }) => isKept(matterId)) ?? among[0] ?? null;
}

function secondsUntil(atMs: number, nowMs: number): number {
  return Math.max(0, Math.ceil((atMs - nowMs) / 1000));
}
