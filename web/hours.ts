/** How screens say a time: the hall's local time in the reader's language, never the machine's own zone (T2). */

import type { OpeningKind } from '../schema/hours/opening.ts';
import type { OpeningRow } from '../schema/hours/rows.ts';
import { type Day, type Instant, inLanguage, type Language } from '../schema/ids.ts';
import { addDays, CHINA_ZONE, localTime } from '../schema/time.ts';

const LOCALE: Record<Language, string> = { 'zh-Hans': 'zh-CN', 'zh-Hant': 'zh-TW', en: 'en-GB' };
const NEAR = [
  { 'zh-Hans': '今天', 'zh-Hant': '今天', en: 'today' },
  { 'zh-Hans': '明天', 'zh-Hant': '明天', en: 'tomorrow' },
];
const KINDS: Record<OpeningKind, { 'zh-Hans': string; 'zh-Hant': string; en: string }> = {
  regular: { 'zh-Hans': '常规', 'zh-Hant': '常規', en: 'regular' },
  staggered: { 'zh-Hans': '错时', 'zh-Hant': '錯時', en: 'staggered' },
  extended: { 'zh-Hans': '延时', 'zh-Hant': '延時', en: 'extended' },
  weekend: { 'zh-Hans': '周末', 'zh-Hant': '週末', en: 'weekend' },
};

/** 09:05 */
export function clockTime(instant: Instant | number): string {
  return format('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }, instant);
}

/** 11月23日 星期一 */
export function longDay(instant: Instant | number, language: Language): string {
  return ['zh-Hans', 'zh-Hant'].includes(language)
    ? `${format(LOCALE[language], { month: 'long', day: 'numeric' }, instant)} ${format(LOCALE[language], { weekday: 'long' }, instant)}`
    : format(LOCALE[language], { weekday: 'long', day: 'numeric', month: 'long' }, instant);
}

/** The hall's local date of an instant. */
export function localDay(instant: Instant | number): Day {
  return localTime(typeof instant === 'number' ? instant : Date.parse(instant), CHINA_ZONE).day;
}

/** A calendar date that has no time: 11月30日. */
export function shortDate(day: Day, language: Language): string {
  return format(LOCALE[language], { month: 'long', day: 'numeric' }, Date.parse(`${day}T12:00:00+08:00`));
}

/** 今天 18:00, 明天 09:00, else 11月28日 星期六 09:00. */
export function dayAndTime(instant: Instant, nowMs: number, language: Language): string {
  const today = localDay(nowMs);
  const near = NEAR.find((_, away) => addDays(today, away) === localDay(instant));
  return `${near ? inLanguage(near, language) : longDay(instant, language)} ${clockTime(instant)}`;
}

/** 08:30–12:00 */
export function fromTo(opening: Pick<OpeningRow, 'startsAt' | 'endsAt'>): string {
  return `${clockTime(opening.startsAt)}–${clockTime(opening.endsAt)}`;
}

export function kindName(kind: OpeningKind, language: Language): string {
  return inLanguage(KINDS[kind], language);
}

/** In order: today's openings that are not cancelled, and one of the evening before that still runs. */
export function openingsOf(today: Day, openings: OpeningRow[]): OpeningRow[] {
  return openings
    .filter(({ day, phase }) => phase === 'running' || (day === today && phase !== 'cancelled'))
    .sort((a, b) => a.startsAt.localeCompare(b.startsAt));
}

function format(locale: string, options: Intl.DateTimeFormatOptions, instant: Instant | number): string {
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: CHINA_ZONE }).format(new Date(instant));
}
