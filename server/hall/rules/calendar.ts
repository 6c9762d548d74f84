/** Which days are worked (C9, H1): the publication of each year, and the hall's own days above it. */
import type { Calendar, CalendarFile, CalendarYear, HallDay, PublishedYear } from '../../../schema/hall/calendar.ts';
import type { Day } from '../../../schema/ids.ts';
import { type Refusal, refuse } from '../../../schema/refusal.ts';
import { weekday } from '../../../schema/time.ts';

export type YearDays = { off: ReadonlySet<Day>; worked: ReadonlySet<Day>; isOfficial: boolean };

/** H1: a hall's own day beats the year; a year that nobody imported is as the program has it. */
export function calendarFrom(
  imported: ReadonlyMap<number, YearDays>,
  ownDays: ReadonlyMap<Day, Pick<HallDay, 'kind'>>,
  programDays: (year: number) => YearDays,
): Calendar {
  // Nearly every day that is asked is of the year of the one before.
  let last = { text: '', days: null as YearDays | null };
  const yearOf = (day: Day) => {
    if (last.days && day.startsWith(last.text)) return last.days;
    const text = day.slice(0, 4);
    const days = imported.get(Number(text)) ?? programDays(Number(text));
    last = { text, days };
    return days;
  };
  return {
    isWorkingDay(day) {
      const own = ownDays.get(day)?.kind;
      if (own) return own === 'worked';
      const { off, worked } = yearOf(day);
      return worked.has(day) || !(off.has(day) || isWeekend(day));
    },
    isHoliday(day) {
      const own = ownDays.get(day)?.kind;
      return own ? own === 'off' : yearOf(day).off.has(day);
    },
    isProvisional: (day) => !yearOf(day).isOfficial,
  };
}

export function daysOf({ daysOff, makeUpWorkdays, isOfficial }: Omit<CalendarYear, 'year' | 'source'>): YearDays {
  return { off: new Set(daysOff), worked: new Set(makeUpWorkdays), isOfficial };
}

/** The file's content, its days in order. */
export function publishedYear({ year, source, days_off, make_up_workdays }: CalendarFile): PublishedYear {
  return { year, source, daysOff: [...days_off].sort(), makeUpWorkdays: [...make_up_workdays].sort() };
}

/** The first thing that no publication of that year would say, or null (A3); `statutory` are the days that each has. */
export function yearFault({ year, daysOff, makeUpWorkdays }: PublishedYear, statutory: Day[]): Refusal | null {
  const all = [...daysOff, ...makeUpWorkdays];
  const other = all.find((day) => !day.startsWith(`${year}-`));
  if (other) return refuse('calendar-other-year', { day: other, year });
  const both = makeUpWorkdays.find((day) => daysOff.includes(day));
  if (both) return refuse('calendar-both', { day: both });
  const twice = [daysOff, makeUpWorkdays].flatMap((list) => list.filter((day, at) => list.indexOf(day) !== at))[0];
  if (twice) return refuse('calendar-twice', { day: twice });
  const weekday = makeUpWorkdays.find((day) => !isWeekend(day));
  if (weekday) return refuse('calendar-make-up', { day: weekday });
  const missing = statutory.find((day) => !daysOff.includes(day));
  return missing ? refuse('calendar-too-few', { day: missing, year }) : null;
}

export function isWeekend(day: Day): boolean {
  return weekday(day) > 5;
}
