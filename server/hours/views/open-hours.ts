/** When the hall is open, as everybody may ask it (H4, T10, T12). */

import type { Opening, ShownOpening } from '../../../schema/hours/opening.ts';
import type { Day, Instant, Letter, MatterId } from '../../../schema/ids.ts';
import { Settings } from '../../../schema/settings.ts';
import { addDays, CHINA_ZONE, localTime } from '../../../schema/time.ts';
import { countersOf } from '../../catalogue/views/counters-of.ts';
import { hallRecord } from '../../hall/tables/hall-record.ts';
import { calendarOf } from '../../hall/views/calendar.ts';
import type { Moment, Reader } from '../../ledger/reader.ts';
import type { Tables } from '../../ledger/table.ts';
import { said } from '../../people/views/said.ts';
import {
  afterOpenTime,
  type Calling,
  callingOf,
  cancelledNow,
  cancelledOn,
  hasBegun,
  nextOpening,
  openingAfter,
  runningAt,
  serviceDay,
} from '../rules/calling.ts';
import { openings } from '../tables/openings.ts';

/** Longer than any holiday closes a hall. */
const LAST_CLOSED_DAYS = 14;

/** The instant as the hall reads it: its service day (T2), its date, its zone, its settings. */
export function momentAt(from: Tables, nowMs: number): Moment {
  // The command that sets a hall up finds none yet.
  if (!from.read(hallRecord).isSetUp()) {
    const { day } = localTime(nowMs, CHINA_ZONE);
    return { nowMs, day, today: day, timeZone: CHINA_ZONE, settings: Settings.parse({}) };
  }
  const { timeZone, settings } = from.read(hallRecord).get();
  const { day: today } = localTime(nowMs, timeZone);
  return { nowMs, day: serviceDay(nowMs, openingsAt(from, nowMs, timeZone), timeZone), today, timeZone, settings };
}

/** From yesterday on, in order of their start, with their phases; why one was cancelled is a reference (P1). */
export function openingsOf(from: Reader): readonly Opening[] {
  return openingsAt(from, from.nowMs, from.timeZone);
}

/** The same as people read them: unsealing takes ten microseconds, and every command asks for the openings. */
export function shownOpenings(from: Reader): ShownOpening[] {
  const { isProvisional } = calendarOf(from);
  return openingsOf(from).map((one) => ({
    ...one,
    ...(one.cancelReason ? { cancelReason: said(from, one.cancelReason) } : {}),
    provisional: isProvisional(one.day),
  }));
}

/** Those that run now by the clock. */
export function running(from: Reader): Opening[] {
  return runningAt(from.nowMs, openingsOf(from));
}

/**
 * The service days whose openings run now, the earliest first; outside of openings the service day alone. A night's
 * opening may run beside a morning's: who waits now is asked of both, their day only files them (T2).
 */
export function daysNow(from: Reader): Day[] {
  const days = [...new Set(running(from).map((one) => one.day))].sort();
  return days.length > 0 ? days : [from.day];
}

/** Whose appointments may be checked in: those of the openings that run, and of this date (H8). */
export function checkInDays(from: Reader): Day[] {
  return [...new Set([...daysNow(from), from.today])].sort();
}

/** With whom somebody of this day is called: all whose openings run, where its own does. */
export function daysWith(from: Reader, day: Day): Day[] {
  const days = daysNow(from);
  return days.includes(day) ? days : [day];
}

/** L3: as they are for who stands in these places: without the groups of which they have no counter for that matter. */
export function openFor(from: Reader, places: readonly InQueue[]): readonly Opening[] {
  const named = places.flatMap(({ letter, matterId }) => {
    const counters = matterId ? countersOf(from, { letter, matterId }) : null;
    return counters ? { letter, counters } : [];
  });
  if (named.length === 0) return openingsOf(from);
  const whole = places.filter(({ letter, matterId }) => !matterId || !countersOf(from, { letter, matterId }));
  const isDone = (letter: Letter, { counterIds }: Opening) =>
    named.every((one) => one.letter !== letter) ||
    whole.some((one) => one.letter === letter) ||
    named.some((one) => one.letter === letter && one.counters.some((id) => counterIds.includes(id)));
  return openingsOf(from).map((one) => ({ ...one, letters: one.letters.filter((letter) => isDone(letter, one)) }));
}
/** A queue, and for which matter somebody stands in it; without one the queue alone is asked. */
export type InQueue = { letter: Letter; matterId?: MatterId };

function queuesOf(places: readonly InQueue[]): Letter[] {
  return [...new Set(places.map(({ letter }) => letter))];
}

/** The opening that issues tickets for this place now, of several the last to end; or why none does (H4). */
export function issuingOpening(from: Reader, place: InQueue): Opening | 'hall-closed' | 'queue-closed' {
  const open = runningAt(from.nowMs, openFor(from, [place]));
  if (open.length === 0) return 'hall-closed';
  const now = new Date(from.nowMs).toISOString();
  const issuing = open.filter((one) => one.letters.includes(place.letter) && now < one.lastTicketAt);
  return issuing.sort((a, b) => a.endsAt.localeCompare(b.endsAt)).at(-1) ?? 'queue-closed';
}

/** The next opening to begin; for this place, where one is named. */
export function nextToBegin(from: Reader, place?: InQueue): Opening | null {
  return nextOpening(from.nowMs, place ? openFor(from, [place]) : openingsOf(from), place?.letter);
}

/** The next opening of that day for one of these places that has not begun. */
export function plannedOn(from: Reader, day: Day, places: readonly InQueue[]): Opening | undefined {
  const shares = (one: Opening) => places.some(({ letter }) => one.letters.includes(letter));
  return openFor(from, places).find((one) => one.phase === 'planned' && one.day === day && shares(one));
}

/** Whether who stands in these places on one of these days is called now, and until when. */
export function callingNow(from: Reader, places: readonly InQueue[], days: readonly Day[]): Calling {
  return callingOf(from.nowMs, openFor(from, places), queuesOf(places), days);
}

/** T10: the opening of a later day to which somebody of these places is carried over. */
export function laterOpening(
  from: Reader,
  places: readonly InQueue[],
  day: Day,
  isFree: (day: Day) => boolean,
): Opening | null {
  return openingAfter(from.nowMs, openFor(from, places), queuesOf(places), day, isFree);
}

/** T12: why calling stopped for these queues: of an opening that would run now. */
export function whyStopped(from: Reader, queues: readonly Letter[]): string | null {
  return said(from, cancelledNow(from.nowMs, openingsOf(from), queues));
}

/** T12: why that day's last opening for these queues never came or ended early. */
export function whyCancelled(from: Reader, queues: readonly Letter[], day: Day): string | null {
  return said(from, cancelledOn(openingsOf(from), queues, day));
}

/** Whether an opening of that day for these queues has begun. */
export function dayHasBegun(from: Reader, queues: readonly Letter[], day: Day): boolean {
  return hasBegun(from.nowMs, openingsOf(from), queues, day);
}

/** The planned end of the day's last opening for these queues, cancelled or not; ms, 0 where there was none. */
export function lastEndMs(from: Reader, queues: readonly Letter[], day: Day): number {
  const ends = openingsOf(from).filter(
    (one) => one.day === day && one.letters.some((letter) => queues.includes(letter)),
  );
  return Math.max(0, ...ends.map((one) => Date.parse(one.endsAt)));
}

/**
 * C3: the instant at which so much open time has passed since then, by the openings as they are now. One that ended early
 * or was cancelled half-way counts for as long as it was open.
 */
export function openTimeAfter(
  from: Reader,
  openMs: number,
  since: Instant = new Date(from.nowMs).toISOString(),
): Instant {
  const sinceMs = Date.parse(since);
  const { lookBack, turnedAt } = from.read(openings);
  const held = lookBack(addDays(localTime(sinceMs, from.timeZone).day, -1)).map((one) => {
    if (one.phase !== 'cancelled' && one.phase !== 'ended') return one;
    const [endsAt = one.endsAt] = [turnedAt(one.id) ?? one.endsAt, one.endsAt].sort();
    return { ...one, phase: 'ended' as const, endsAt };
  });
  return new Date(afterOpenTime(sinceMs, openMs, held)).toISOString();
}

/** The end of the last opening of an earlier service day, cancelled ones left out; null where there was none lately. */
export function lastClosedAt(from: Reader): Instant | null {
  const now = new Date(from.nowMs).toISOString();
  const ended = from
    .read(openings)
    .lookBack(addDays(from.day, -LAST_CLOSED_DAYS))
    .filter((one) => one.day < from.day && one.endsAt <= now && one.phase !== 'cancelled')
    .map((one) => one.endsAt);
  return ended.sort().at(-1) ?? null;
}

/** Also inside a transaction, and after one that was undone, this is what the file says. */
function openingsAt(from: Tables, nowMs: number, timeZone: string): readonly Opening[] {
  return from.read(openings).from(addDays(localTime(nowMs, timeZone).day, -1));
}
