/** Which days are worked: the official publication of a year, and the hall's own days above it (C9, H1). */
import { z } from 'zod';
import { event } from '../event.ts';
import { Day } from '../ids.ts';
import { remark } from '../typed/remark.ts';

/** As a value that rules are given. */
export type Calendar = {
  isWorkingDay: (day: Day) => boolean;
  /** A day off of a public holiday or of the hall's own: not a mere weekend. */
  isHoliday: (day: Day) => boolean;
  /** Of a year without its official publication: statutory days and weekends alone are known. */
  isProvisional: (day: Day) => boolean;
};

const publication = { daysOff: z.array(Day), makeUpWorkdays: z.array(Day), source: z.string() };

export const CalendarYear = z.object({ year: z.number().int(), ...publication, isOfficial: z.boolean() });
export type CalendarYear = z.infer<typeof CalendarYear>;
export type PublishedYear = Omit<CalendarYear, 'isOfficial'>;

const MOST_DAYS = 366;
const days = z.array(Day).max(MOST_DAYS);

/** The file that is imported once a year, in the words of the State Council's notice. */
export const CalendarFile = z.object({
  year: z.number().int().min(2000).max(2099),
  source: remark(500, 1),
  days_off: days,
  make_up_workdays: days,
});
export type CalendarFile = z.infer<typeof CalendarFile>;

/** `kind` null: the day has none of its own any more, and is as its year says. */
export const HallDay = z.object({ day: Day, kind: z.enum(['off', 'worked']).nullable(), reason: remark(200) });
export type HallDay = z.infer<typeof HallDay>;

export const CalendarChange = z.union([z.object({ file: CalendarFile }), z.object({ hallDay: HallDay })]);
export type CalendarChange = z.infer<typeof CalendarChange>;

/** What of a case has a day that is counted in working days, besides the promised limit (C17). */
export const ToldDuty = z.enum(['legal-due', 'deemed', 'telling', 'escalation', 'review', 'inquiry', 'late-papers']);
export type ToldDuty = z.infer<typeof ToldDuty>;
/** Counted in the same way, and told to the staff alone: it moves without a paper. */
export const OwnDuty = z.enum(['ring', 'sent-back']);
export type OwnDuty = z.infer<typeof OwnDuty>;
export type CountedDuty = ToldDuty | OwnDuty;

/** A case of which a day that was told is another one under a calendar; `noticeNo` is of the paper that says so. */
export const MovedDue = z.object({
  number: z.string(),
  from: Day,
  to: Day,
  noticeNo: z.string().nullable(),
  /** What it is the day of; absent: the due day. */
  duty: z.enum([...ToldDuty.options, ...OwnDuty.options]).optional(),
});
export type MovedDue = z.infer<typeof MovedDue>;

export const KnownCalendar = z.object({ years: z.array(CalendarYear), hallDays: z.array(HallDay) });

/** The stream's id is the year. */
export const CalendarYearEvent = event('calendar-year-set', publication);
export type CalendarYearEvent = z.infer<typeof CalendarYearEvent>;

/** The stream's id is the day. */
export const HallDayEvent = event('hall-day-set', { kind: HallDay.shape.kind, reason: z.string() });
export type HallDayEvent = z.infer<typeof HallDayEvent>;
