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

// A date without a zone is counted by UTC: eighty times a case on a list, where Temporal takes ten times as long.
export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** ISO weekday: Monday is 1. */
export function weekday(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}
