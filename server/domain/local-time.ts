/** Local dates and times of the hall's zone (T2). Built on Intl, so a zone with summer time works as well. */
import type { Day } from '../../schema/ids.ts';

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

/** The instant (ms) of a local time; a time that summer time skips becomes the first instant after the gap. */
export function instantOf(day: Day, time: string, timeZone: string): number {
  const wanted = Date.parse(`${day}T${time}:00Z`);
  let guess = wanted;
  for (let round = 0; round < 3; round++) {
    const seen = localTime(guess, timeZone);
    const off = wanted - Date.parse(`${seen.day}T${seen.time}:00Z`);
    if (off === 0) return guess;
    guess += off;
  }
  return guess;
}

export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** ISO weekday: Monday is 1. */
export function weekday(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}
