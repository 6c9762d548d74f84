/** The calendar that the program brings: chinese-days has the official years, and the moon for the others (H1). */
import chineseDays from 'chinese-days';
import type { CalendarYear } from '../../schema/hall/calendar.ts';
import type { Day } from '../../schema/ids.ts';
import { addDays } from '../../schema/time.ts';
import { daysOf, isWeekend, type YearDays } from './rules/calendar.ts';

/** Of later years the State Council had published nothing when chinese-days was made. */
const OFFICIAL_UNTIL = 2026;

/** The year as the program has it: official where it was shipped, else its statutory days off. */
export function programYear(year: number): CalendarYear {
  if (year > OFFICIAL_UNTIL) {
    const daysOff = statutoryDays(year);
    return { year, daysOff, makeUpWorkdays: [], source: '', isOfficial: false };
  }
  const [first, last] = [`${year}-01-01`, `${year}-12-31`];
  const makeUpWorkdays = chineseDays.getWorkdaysInRange(first, last, true).filter(isWeekend);
  const daysOff = chineseDays.getHolidaysInRange(first, last, false);
  return { year, daysOff, makeUpWorkdays, source: 'chinese-days', isOfficial: true };
}

const known = new Map<number, YearDays>();

/** The same, made once: it is asked for each day that is counted. */
export function programDays(year: number): YearDays {
  const found = known.get(year) ?? daysOf(programYear(year));
  known.set(year, found);
  return found;
}

/** 全国年节及纪念日放假办法 (2024) Art. 2: 13 days off, by the sun or by the moon. */
export function statutoryDays(year: number): Day[] {
  const lunar = (day: string): Day => chineseDays.getSolarDateFromLunar(`${year}-${day}`).date;
  const newYear = lunar('01-01');
  const spring = [-1, 0, 1, 2].map((n) => addDays(newYear, n));
  const qingming = chineseDays.getSolarTermDate(year, 4, 'pure_brightness');
  const fixed = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'].map((day) => `${year}-${day}`);
  return [...new Set([...fixed, ...spring, qingming, lunar('05-05'), lunar('08-15')])].sort();
}
