/** Local dates and times of the hall's zone (T2). Built on Intl, so a zone with summer time works as well. */
import type { Day } from './ids.ts';

/** Of a hall that says no other. */
export const CHINA_ZONE = 'Asia/Shanghai';

const DAY_MS = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** The local date and time of an instant: `{ day: '2026-11-22', time: '09:05' }`. */
export function localTime(atMs: number, timeZone: string): { day: Day; time: string } {
  let format = formats.get(timeZone);
  if (!format) {
    const digits = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const;
    format = new Intl.DateTimeFormat('sv-SE', { timeZone, ...digits });
    formats.set(timeZone, format);
  }
  const [day = '', time = ''] = format.format(atMs).split(' ');
  return { day, time };
}

/** The instant (ms) of a local time: the first of two; one that summer time skips becomes the first instant after the gap. */
export function instantOf(day: Day, time: string, timeZone: string): number {
  const wanted = wallClock({ day, time });
  // A zone does not change twice within two days, so the day before and the day after hold all there is.
  const candidates = [wanted - DAY_MS, wanted + DAY_MS]
    .map((at) => wanted - offsetAt(at, timeZone))
    .sort((a, b) => a - b);
  const found = candidates.find((at) => at + offsetAt(at, timeZone) === wanted);
  if (found !== undefined) return found;
  let at = candidates[0]!;
  while (at + offsetAt(at, timeZone) < wanted) at += 60_000;
  return at;
}

/** How far the zone is ahead of UTC at a whole minute, in ms. */
function offsetAt(atMs: number, timeZone: string): number {
  return wallClock(localTime(atMs, timeZone)) - atMs;
}

/** Local date and time as if they were UTC, to count with. */
function wallClock({ day, time }: { day: Day; time: string }): number {
  return Date.parse(`${day}T${time}:00Z`);
}

export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** ISO weekday: Monday is 1. */
export function weekday(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}
