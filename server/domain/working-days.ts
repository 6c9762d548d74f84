/** Working days of China's calendar with its make-up workdays (C9). Holidays and make-up days come from chinese-days (H1). */
import chineseDays from 'chinese-days';
import type { Day } from '../../schema/ids.ts';
import { addDays } from './local-time.ts';

export function isWorkingDay(day: Day): boolean {
  return chineseDays.isWorkday(day);
}

/** A day off of a public holiday, by its own name: not a mere weekend. */
export function isHoliday(day: Day): boolean {
  return chineseDays.getHolidaysInRange(day, day, false).length > 0;
}

/**
 * C9: the last day of a limit that counts from the working day after acceptance (行政许可法 Art. 82); calendar limits
 * count every day. 0 days: the day itself.
 */
export function dueDay(accepted: Day, days: number, unit: 'working' | 'calendar'): Day {
  if (unit === 'calendar') return addDays(accepted, days);
  let day = accepted;
  for (let left = days; left > 0; ) {
    day = addDays(day, 1);
    if (isWorkingDay(day)) left--;
  }
  return day;
}

/** Working days from today until `due`: 0 on the day itself, negative afterwards. */
export function workingDaysLeft(today: Day, due: Day): number {
  const [from, to, sign] = today <= due ? [today, due, 1] : [due, today, -1];
  let count = 0;
  for (let day = from; day < to; ) {
    day = addDays(day, 1);
    if (isWorkingDay(day)) count++;
  }
  return sign * count;
}
