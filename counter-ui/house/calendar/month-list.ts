/** The days of a year as people read them: month by month, days in a row as one span. Pure. */
import type { CalendarYear } from '../../../schema/hall/calendar.ts';
import type { Day } from '../../../schema/ids.ts';

export type Month = { month: number; off: string[]; worked: string[] };

export function monthsOf({ daysOff, makeUpWorkdays }: Pick<CalendarYear, 'daysOff' | 'makeUpWorkdays'>): Month[] {
  const monthOf = (day: Day) => Number(day.slice(5, 7));
  const months = [...new Set([...daysOff, ...makeUpWorkdays].map(monthOf))].sort((a, b) => a - b);
  const spans = (days: Day[], month: number) => spansOf(days.filter((day) => monthOf(day) === month));
  return months.map((month) => ({ month, off: spans(daysOff, month), worked: spans(makeUpWorkdays, month) }));
}

/** Days of one month, in their order. */
export function spansOf(days: Day[]): string[] {
  const spans: { first: number; last: number }[] = [];
  for (const day of days) {
    const date = Number(day.slice(8));
    const open = spans.at(-1);
    if (open?.last === date - 1) open.last = date;
    else spans.push({ first: date, last: date });
  }
  return spans.map(({ first, last }) => (first === last ? String(first) : `${first}–${last}`));
}
