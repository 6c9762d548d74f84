/** Days and times as residents read them: local to the hall, 24 hours. */
import type { Day, Instant, Language } from './ids.ts';
import { localTime } from './time.ts';

const LOCALES: Record<Language, string> = { 'zh-Hans': 'zh-CN', 'zh-Hant': 'zh-Hant-TW', en: 'en-GB' };

export function localDay(instant: Instant, timeZone: string): Day {
  return localTime(Date.parse(instant), timeZone).day;
}

/** `11月23日 周一`, `Mon 23 Nov`. */
export function dayText(day: Day, language: Language): string {
  const at = new Date(`${day}T00:00:00Z`);
  const text = (options: Intl.DateTimeFormatOptions) =>
    at.toLocaleDateString(LOCALES[language], { ...options, timeZone: 'UTC' });
  if (language === 'en') return text({ weekday: 'short', day: 'numeric', month: 'short' }).replace(',', '');
  return `${at.getUTCMonth() + 1}月${at.getUTCDate()}日 ${text({ weekday: 'short' })}`;
}

/** With the year, for papers: `2026年11月23日`, `23 November 2026`. */
export function dateText(day: Day, language: Language): string {
  const at = new Date(`${day}T00:00:00Z`);
  if (language !== 'en') return `${at.getUTCFullYear()}年${at.getUTCMonth() + 1}月${at.getUTCDate()}日`;
  return at.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
}

/** To the second: `09:01:10`. */
export function secondText(instant: Instant, timeZone: string): string {
  return `${timeText(instant, timeZone)}:${instant.slice(17, 19)}`;
}

export function timeText(instant: Instant, timeZone: string): string {
  return localTime(Date.parse(instant), timeZone).time;
}
