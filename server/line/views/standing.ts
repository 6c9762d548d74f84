/** Where a ticket stands and what happens next: the one state that phone, kiosk, display and counter render (Q9, T10, T12). */

import type { Day, Instant, Letter } from '../../../schema/ids.ts';
import type { WaitRange } from '../../../schema/line/rows.ts';
import { compareRank } from '../../../schema/line/ticket.ts';
import type { TicketView } from '../../../schema/line/views.ts';
import type { Place } from '../../catalogue/views/counters-of.ts';
import { callingNow, dayHasBegun, daysWith, type InQueue, whyStopped } from '../../hours/views/open-hours.ts';
import type { Reader } from '../../ledger/reader.ts';
import { calledBefore } from '../rules/queue.ts';
import { placesOf } from '../rules/ticket-life.ts';
import type { StoredTicket } from '../tables/ticket-row.ts';
import type { Before } from '../tables/tickets.ts';
import { tickets } from '../tables/tickets.ts';
import { estimateFor, estimateWith, keysOf, paceMs, someNamed } from './estimates.ts';
import { waitingOf } from './waiting.ts';

/** Somebody in line, or who would be. */
export type Standee = Pick<StoredTicket, 'rank' | 'arrivedAt' | 'issueNo'> & {
  queues: readonly Letter[];
  places: readonly Place[];
  day: Day;
  notBeforeMs?: number;
};
export type Standing = Pick<
  TicketView,
  'ahead' | 'aheadBecause' | 'behind' | 'range' | 'waitsFor' | 'closing' | 'booked'
>;

/** T7: nobody lets more pass at once. */
const LET_PASS_MOST = 3;
/** With no counter open there is no range; so near the end that is said. */
const SOON_MS = 60 * 60_000;

const NOT_IN_LINE: Standing = {
  ahead: null,
  aheadBecause: null,
  behind: 0,
  range: null,
  waitsFor: null,
  closing: null,
  booked: null,
};

export function standingOf(from: Reader, ticket: StoredTicket): Standing {
  if (ticket.phase !== 'waiting' && ticket.phase !== 'away') return NOT_IN_LINE;
  const { rank, arrivedAt, issueNo, liveDay: day } = ticket;
  const notBeforeMs = ticket.notBefore ? Date.parse(ticket.notBefore) : undefined;
  const places = placesOf(ticket);
  const standee = { queues: ticket.queues, places, rank, arrivedAt, issueNo, day, notBeforeMs };
  const { before, range } = lineOf(from, standee, ticket);
  const count = (is: (line: Before) => boolean) => before.filter(is).reduce((sum, line) => sum + line.count, 0);
  return {
    ahead: count(() => true),
    aheadBecause: {
      headStart: count((line) => line.later === 1),
      cameBack: count((line) => line.later === 0 && line.back === 1),
    },
    behind: ticket.phase === 'waiting' ? behindOf(from, ticket) : 0,
    booked: bookedFor(from, ticket),
    waitsFor: waitsFor(from, ticket),
    ...untilClosing(from, { places, days: [day] }, range),
  };
}

/** T7: how many might be let pass. */
function behindOf(from: Reader, { liveDay, queues, rank }: StoredTicket): number {
  return Math.min(LET_PASS_MOST, from.read(tickets).behind(daysWith(from, liveDay), queues, rank, LET_PASS_MOST));
}

/** Somebody who comes now (Q6, T10). */
export function standingOfNew(from: Reader, standee: Standee) {
  const { before, range } = lineOf(from, standee);
  return {
    ahead: before.reduce((sum, line) => sum + line.count, 0),
    ...untilClosing(from, { places: standee.places, days: [standee.day] }, range),
  };
}

/** T10, T12: the opening that the ticket waits for while nobody of its queues is called; null while one runs. */
function waitsFor(from: Reader, ticket: StoredTicket): TicketView['waitsFor'] {
  const calling = callingNow(from, placesOf(ticket), [ticket.liveDay]);
  if (calling.phase === 'calling') return null;
  return {
    startsAt: calling.opening?.startsAt ?? null,
    day: calling.opening?.day ?? null,
    because: becauseOf(from, ticket),
  };
}

/** T12: why it did not come to its day, until that day has begun; then why calling stopped on it. */
function becauseOf(from: Reader, ticket: StoredTicket): string | null {
  const { queues, liveDay, carriedBecause = null } = ticket;
  return dayHasBegun(from, queues, liveDay) ? whyStopped(from, queues) : (carriedBecause ?? whyStopped(from, queues));
}

/** Q6: a range that a closing cuts is no range; then `closing` says when calling stops and goes on. */
export function untilClosing(
  from: Reader,
  { places, days }: { places: readonly InQueue[]; days: readonly Day[] },
  range: WaitRange | null,
): Pick<Standing, 'range' | 'closing'> {
  const calling = callingNow(from, places, days);
  if (calling.phase === 'stopped') return { range: null, closing: null };
  const leftMs = Date.parse(calling.stopsAt) - from.nowMs;
  const fits = range ? range.mostMin * 60_000 <= leftMs : leftMs > SOON_MS;
  return fits
    ? { range, closing: null }
    : { range: null, closing: { at: calling.stopsAt, goesOnAt: calling.goesOnAt } };
}

/** Q2: who is booked is told when calling begins, not that it may be at once. */
function bookedFor(from: Reader, { notBefore }: StoredTicket): TicketView['booked'] {
  if (!notBefore || Date.parse(notBefore) <= from.nowMs) return null;
  const slotAt: Instant = new Date(Date.parse(notBefore) + from.settings.appointmentEarlyMs).toISOString();
  return { slotAt, callableAt: notBefore };
}

/**
 * Who will be called before this one, and the wait. While somebody booked is there before the time (Q2), or a matter
 * names its counters (L3), rank alone does not say it: then the line is played through at the pace of the open counters.
 */
function lineOf(from: Reader, standee: Standee, ticket?: StoredTicket): { before: Before[]; range: WaitRange | null } {
  const { queues, places, rank } = standee;
  const keys = keysOf(from, places);
  const days = daysWith(from, standee.day);
  const nowMs = from.nowMs;
  const shares = (of: readonly string[] | string) => queues.some((letter) => of.includes(letter));
  const isPlain = !someNamed(from, queues) && !from.read(tickets).hasEarly(days, new Date(nowMs).toISOString());
  if (isPlain) {
    const before = from
      .read(tickets)
      .before(days, standee)
      .filter((line) => shares(line.queues));
    return { before, range: estimateFor(from, queues, days, rank) };
  }
  const others = from
    .read(tickets)
    .live(days)
    .filter((one) => one.id !== ticket?.id && days.includes(one.liveDay));
  const line = others.filter((one) => (one.phase === 'waiting' || one.phase === 'away') && shares(one.queues));
  const me = { queues, rank, notBeforeMs: standee.notBeforeMs };
  const first = new Set(calledBefore(line.map(waitingOf), me, nowMs, paceMs(from, keys, queues)).map((one) => one.id));
  const before = line
    .filter((one) => first.has(one.id))
    .map((one) => ({
      queues: one.queues.join(''),
      // Who is booked stands where the time says, whoever came first.
      later: (cameLater(one, standee) && one.klass !== 'walk-in') || one.notBefore !== undefined ? 1 : 0,
      back: one.why === undefined ? 0 : 1,
      count: 1,
    }));
  const ahead = others
    .filter((one) => one.phase === 'waiting')
    .filter((one) => (shares(one.queues) ? first.has(one.id) : compareRank(one.rank, rank) < 0))
    .map((one) => ({ queues: keysOf(from, placesOf(one)), letter: one.queues[0] ?? '', count: 1 }));
  const range = estimateWith(from, keys, ahead);
  const untilMin = standee.notBeforeMs ? Math.ceil((standee.notBeforeMs - nowMs) / 60_000) : 0;
  if (!range || untilMin <= 0) return { before, range };
  return {
    before,
    range: { halfMin: Math.max(range.halfMin, untilMin), mostMin: Math.max(range.mostMin, untilMin) },
  };
}

function cameLater(one: StoredTicket, than: Standee): boolean {
  return one.arrivedAt > than.arrivedAt || (one.arrivedAt === than.arrivedAt && one.issueNo > than.issueNo);
}
