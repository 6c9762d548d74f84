/** Limits counted in working days of a calendar (C9). */
import type { Case, CaseLimit } from '../../../schema/cases/case.ts';
import type { Calendar } from '../../../schema/hall/calendar.ts';
import type { Day } from '../../../schema/ids.ts';
import { addDays } from '../../../schema/time.ts';

/**
 * C9: the last day of a limit that counts from the working day after acceptance (行政许可法 Art. 82); calendar limits
 * count every day. 0 days: the day itself.
 */
export function dueDay(accepted: Day, { days, unit }: CaseLimit, calendar: Calendar): Day {
  if (unit === 'calendar') return addDays(accepted, days);
  let day = accepted;
  for (let left = days; left > 0; ) {
    day = addDays(day, 1);
    if (calendar.isWorkingDay(day)) left--;
  }
  return day;
}

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

type Counted = Partial<Pick<Case, 'acceptedOn' | 'dueOn' | 'limit'>>;

/** The due day of an open case as the calendar is now; null where no limit is known (C17). */
export function dueNow({ acceptedOn, dueOn, limit }: Counted, calendar: Calendar): Day | null {
  return acceptedOn && dueOn && limit ? dueDay(acceptedOn, limit, calendar) : null;
}

/** Whether a working day that was counted is of a year without an official calendar, so that the date may still move. */
export function isProvisionalDue({ acceptedOn, dueOn, limit }: Counted, calendar: Calendar): boolean {
  if (!acceptedOn || !dueOn || limit?.unit !== 'working') return false;
  for (let day = acceptedOn; day < dueOn; ) {
    day = addDays(day, 1);
    if (calendar.isProvisional(day)) return true;
  }
  return false;
}
