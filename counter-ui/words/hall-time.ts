/** The hall's time, whatever the office PC's clock and zone say. */
import type { Day, Instant, Language } from '../../schema/ids.ts';
import { CHINA_ZONE, localTime, weekday } from '../../schema/time.ts';

const LOCALE: Record<Language, string> = { 'zh-Hans': 'zh-CN', 'zh-Hant': 'zh-TW', en: 'en-GB' };

/**
 * How far the hall's clock is ahead of this PC's, in ms. What arrives was written a little earlier, so each sample
 * is at most the true difference and the largest sample is the best one.
 */
export function closerOffset(offset: number | null, at: Instant, localMs: number): number {
  const sample = Date.parse(at) - localMs;
  return offset === null ? sample : Math.max(offset, sample);
}

/** 09:05 */
export function clockTime(instant: Instant | number): string {
  return format('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(instant));
}

/** The hall's date of an instant. */
export function dayOf(instant: Instant | number): Day {
  return localTime(typeof instant === 'number' ? instant : Date.parse(instant), CHINA_ZONE).day;
}

/** 11月23日 周一, Mon 23 Nov */
export function dayText(day: Day, language: Language): string {
  return new Intl.DateTimeFormat(LOCALE[language], {
    month: language === 'en' ? 'short' : 'long',
    day: 'numeric',
    weekday: 'short',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`));
}

/** With the year, for what may be months away: 2026年11月23日, 23 Nov 2026 */
export function dateText(day: Day, language: Language): string {
  return new Intl.DateTimeFormat(LOCALE[language], {
    year: 'numeric',
    month: language === 'en' ? 'short' : 'long',
    day: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`));
}

/** 4:07, 1:02:30 */
export function runningTime(ms: number): string {
  const s = Math.max(0, Math.floor(ms / 1000));
  const tail = `${String(Math.floor(s / 60) % 60).padStart(2, '0')}:${String(s % 60).padStart(2, '0')}`;
  return s >= 3600 ? `${Math.floor(s / 3600)}:${tail}` : tail;
}

export function minutesSince(instant: Instant, nowMs: number): number {
  return Math.max(0, Math.floor((nowMs - Date.parse(instant)) / 60_000));
}

function format(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale}${JSON.stringify(options)}`;
  const made = formats.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: CHINA_ZONE });
  formats.set(key, made);
  return made;
}

// Making a formatter is slow on an office PC; a list of thirty rows asks for the same few.
const formats = new Map<string, Intl.DateTimeFormat>();

/** Of an ISO weekday, Monday is 1. */
export function weekdayName(weekday: number, language: Language): string {
  // 1 January 2024 was a Monday.
  const day = new Date(Date.UTC(2024, 0, weekday));
  return new Intl.DateTimeFormat(LOCALE[language], { weekday: 'short', timeZone: 'UTC' }).format(day);
}

/** 周一, Mon */
export function weekdayOf(day: Day, language: Language): string {
  return weekdayName(weekday(day), language);
}

/** 2月, February */
export function monthName(month: number, language: Language): string {
  const first = new Date(Date.UTC(2024, month - 1, 1));
  return new Intl.DateTimeFormat(LOCALE[language], {
    month: language === 'en' ? 'long' : 'numeric',
    timeZone: 'UTC',
  }).format(first);
}
