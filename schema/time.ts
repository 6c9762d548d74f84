/** Local dates and times of the hall's zone (T2), by Temporal; a zone with summer time works as well. */
import { Temporal } from 'temporal-polyfill';
import type { Day } from './ids.ts';

/** Of a hall that says no other. */
export const CHINA_ZONE = 'Asia/Shanghai';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** The minute that was asked for last, by zone: nearly every question is about now, and Temporal takes ten microseconds. */
const latest = new Map<string, { minute: number; local: { day: Day; time: string } }>();

/** The local date and time of an instant: `{ day: '2026-11-22', time: '09:05' }`. */
export function localTime(atMs: number, timeZone: string): { day: Day; time: string } {
  const minute = Math.floor(atMs / MINUTE_MS);
  const known = latest.get(timeZone);
  if (known?.minute === minute) return known.local;
  const at = Temporal.Instant.fromEpochMilliseconds(minute * MINUTE_MS).toZonedDateTimeISO(timeZone);
  const local = { day: at.toPlainDate().toString(), time: at.toPlainTime().toString({ smallestUnit: 'minute' }) };
  latest.set(timeZone, { minute, local });
  return local;
}

/** The instant (ms) of a local time: the first of two; one that summer time skips becomes the first instant after the gap. */
export function instantOf(day: Day, time: string, timeZone: string): number {
  const wanted = Temporal.PlainDateTime.from(`${day}T${time}`);
  const at = wanted.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  if (at.toPlainDateTime().equals(wanted)) return at.epochMilliseconds;
  // Of a time that does not exist Temporal gives one before the gap.
  return at.getTimeZoneTransition('next')!.epochMilliseconds;
}

/**
 * A date without a zone is its number since 1970. A list of cases counts thousands of days, so the number and the text of
 * each are made once; those of one century alone, whatever is typed.
 */
const numbers = new Map<Day, number>();
const texts = new Map<number, Day>();
const [KEPT_FROM, KEPT_TO] = [Date.UTC(2000, 0, 1) / DAY_MS, Date.UTC(2100, 0, 1) / DAY_MS];

function numberOf(day: Day): number {
  const known = numbers.get(day);
  if (known !== undefined) return known;
  const number = Date.parse(`${day}T00:00:00Z`) / DAY_MS;
  if (number >= KEPT_FROM && number < KEPT_TO) numbers.set(day, number);
  return number;
}

export function addDays(day: Day, days: number): Day {
  const number = numberOf(day) + days;
  const known = texts.get(number);
  if (known !== undefined) return known;
  const text = new Date(number * DAY_MS).toISOString().slice(0, 10);
  if (number >= KEPT_FROM && number < KEPT_TO) texts.set(number, text);
  return text;
}

/** ISO weekday: Monday is 1. */
export function weekday(day: Day): number {
  // The first of January 1970 was a Thursday.
  return ((((numberOf(day) + 3) % 7) + 7) % 7) + 1;
}
