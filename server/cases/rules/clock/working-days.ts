/** Working days left until a date (C9, C10). */
import type { Calendar } from '../../../../schema/hall/calendar.ts';
import type { Day } from '../../../../schema/ids.ts';
import { addDays } from '../../../../schema/time.ts';

/** Working days from today until `due`: 0 on the day itself, negative afterwards. */
export function workingDaysLeft(today: Day, due: Day, calendar: Calendar): number {
  const [from, to, sign] = today <= due ? [today, due, 1] : [due, today, -1];
  let count = 0;
  for (let day = from; day < to; ) {
    day = addDays(day, 1);
    if (calendar.isWorkingDay(day)) count++;
  }
  return sign * count;
}

/** So many working days before a day. */
export function workingDayBefore(day: Day, days: number, calendar: Calendar): Day {
  let found = day;
  for (let left = days; left > 0; ) {
    found = addDays(found, -1);
    if (calendar.isWorkingDay(found)) left--;
  }
  return found;
}
