/** On which days a series opens (H1, H2). Pure: the calendar is passed in. */
import type { Calendar } from '../../../schema/hall/calendar.ts';
import type { SeriesPlan } from '../../../schema/hours/opening.ts';
import type { Day } from '../../../schema/ids.ts';
import { addDays, weekday } from '../../../schema/time.ts';

/** H2: the days of this range on which the series opens. */
export function seriesDays(plan: SeriesPlan, from: Day, to: Day, calendar: Calendar): Day[] {
  const days: Day[] = [];
  const first = from > plan.firstDay ? from : plan.firstDay;
  const last = plan.lastDay && plan.lastDay < to ? plan.lastDay : to;
  for (let day = first; day <= last; day = addDays(day, 1)) {
    if (opensOn(plan, day, calendar) && weeksBetween(plan.firstDay, day) % plan.everyWeeks === 0) days.push(day);
  }
  return days;
}

function opensOn(plan: SeriesPlan, day: Day, calendar: Calendar): boolean {
  if (plan.days === 'workdays') return calendar.isWorkingDay(day);
  if (plan.days === 'rest-days') return !calendar.isWorkingDay(day);
  // H1: a holiday takes the day, the Saturday in it too; a make-up workday leaves it.
  return plan.days.includes(weekday(day)) && !calendar.isHoliday(day);
}

function weeksBetween(first: Day, day: Day): number {
  const monday = (of: Day) => Date.parse(`${addDays(of, 1 - weekday(of))}T00:00:00Z`);
  return Math.round((monday(day) - monday(first)) / (7 * 86_400_000));
}
