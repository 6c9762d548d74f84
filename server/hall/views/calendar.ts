/** The calendar as the hall has it, and as a change would make it (C9, H1). */
import type { Calendar, CalendarChange, CalendarYear, HallDay, PublishedYear } from '../../../schema/hall/calendar.ts';
import type { Day } from '../../../schema/ids.ts';
import { isRefusal, type Refusal, refuse } from '../../../schema/refusal.ts';
import type { Moment } from '../../ledger/reader.ts';
import type { Tables } from '../../ledger/table.ts';
import { programDays, programYear, statutoryDays } from '../program-years.ts';
import { calendarFrom, daysOf, publishedYear, yearFault } from '../rules/calendar.ts';
import { calendarYears } from '../tables/calendar-years.ts';
import { hallDays } from '../tables/hall-days.ts';

export function calendarOf(from: Tables): Calendar {
  return calendarFrom(from.read(calendarYears).days(), from.read(hallDays).all(), programDays);
}

/** C6: as it is published: no day of the hall's own moves a day that another authority or a court counts. */
export function lawCalendarOf(from: Tables): Calendar {
  return calendarFrom(from.read(calendarYears).days(), new Map(), programDays);
}

/** This year, the next one, and each that was imported. */
export function knownYears(from: Tables & Moment): CalendarYear[] {
  const imported = new Map(
    from
      .read(calendarYears)
      .all()
      .map((one) => [one.year, { ...one, isOfficial: true }]),
  );
  const now = yearOf(from.today);
  const years = [...new Set([now, now + 1, ...imported.keys()])].sort((a, b) => a - b);
  return years.map((year) => imported.get(year) ?? programYear(year));
}

export function ownDays(from: Tables): HallDay[] {
  return [...from.read(hallDays).all().values()];
}

/** What the change is once it was checked, or why it cannot be made (A3). */
export function checkedChange(
  from: Tables & Moment,
  change: CalendarChange,
): { published: PublishedYear } | { hallDay: HallDay } | Refusal {
  const { today } = from;
  if ('file' in change) {
    const published = publishedYear(change.file);
    if (published.year < yearOf(today)) return refuse('calendar-year-past', { year: published.year });
    return yearFault(published, statutoryDays(published.year)) ?? { published };
  }
  const { hallDay } = change;
  if (hallDay.day < today) return refuse('hall-day-past', { day: hallDay.day });
  if (hallDay.kind && hallDay.reason === '') return refuse('hall-day-reason');
  return { hallDay };
}

/** As it would be with the change. */
export function calendarWith(from: Tables & Moment, change: CalendarChange): Calendar | Refusal {
  const checked = checkedChange(from, change);
  if (isRefusal(checked)) return checked;
  const years = new Map(from.read(calendarYears).days());
  const days = new Map(from.read(hallDays).all());
  if ('published' in checked) years.set(checked.published.year, daysOf({ ...checked.published, isOfficial: true }));
  else days.set(checked.hallDay.day, checked.hallDay);
  return calendarFrom(years, days, programDays);
}

const LAST_MONTH = '12';

/** The year whose publication is missing: this one, and from December the next; null where all is well. */
export function missingYear(from: Tables & Moment): number | null {
  const { today } = from;
  const wanted = today.slice(5, 7) === LAST_MONTH ? [0, 1] : [0];
  const years = wanted.map((n) => yearOf(today) + n);
  return years.find((year) => calendarOf(from).isProvisional(`${year}-01-01`)) ?? null;
}

function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}
