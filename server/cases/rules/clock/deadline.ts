/**
 * THE DEADLINE OF A CASE (C9, C10): counted from its acceptance each time, by the calendar as it is, leaving out what was
 * told to be left out. Nothing is added to a stored date, so the order in which things became known does not matter.
 */

import type { Count, CountedDay, CountedRun, Limit, Pause } from '../../../../schema/cases/deadline.ts';
import type { Calendar } from '../../../../schema/hall/calendar.ts';
import type { Day } from '../../../../schema/ids.ts';
import { addDays } from '../../../../schema/time.ts';

/** What a case's clock runs by. `extendedBy`: days of the limit's unit; 0 without an extension. */
export type CaseClock = { accepted: Day; limit: Limit; pauses: readonly Pause[]; extendedBy: number };

export type Deadline = {
  due: Day;
  /** Each day after acceptance up to the due one. */
  days: CountedDay[];
  /** C9: a working day was counted in a year without an official calendar, so the date may still move. */
  provisional: boolean;
};

/** 行政许可法 Art. 82: the working day after acceptance is the first. A limit of 0 is due on the day itself. */
export function deadlineOf({ accepted, limit, pauses, extendedBy }: CaseClock, calendar: Calendar): Deadline {
  const days: CountedDay[] = [];
  let day = accepted;
  for (let left = limit.days + extendedBy; left > 0; ) {
    day = addDays(day, 1);
    const why = leftOut(day, limit, pauses, calendar);
    if (why === null) left--;
    days.push({ day, why });
  }
  return {
    due: day,
    days,
    provisional: limit.unit === 'working' && days.some((one) => calendar.isProvisional(one.day)),
  };
}

/** The same days in short, as page and paper show them. */
export function countOf({ limit, extendedBy }: CaseClock, { days }: Deadline): Count {
  const runs: CountedRun[] = [];
  for (const { day, why } of days) {
    const last = runs.at(-1);
    if (last && last.why === why) runs[runs.length - 1] = { ...last, to: day, days: last.days + 1 };
    else runs.push({ from: day, to: day, days: 1, why });
  }
  return { limit, extendedBy, runs };
}

/** The last day of a pause of so many days of the limit's unit, counted from the day after it was told. */
export function pauseUntil(told: Day, days: number, unit: Limit['unit'], calendar: Calendar): Day {
  return deadlineOf({ accepted: told, limit: { days, unit }, pauses: [], extendedBy: 0 }, calendar).due;
}

/** Whether the day is of a pause: from the day after it was told up to and including that on which its cause ended. */
export function isPaused(day: Day, pauses: readonly Pause[]): boolean {
  return pauses.some(
    ({ told, until, ended }) => told < day && day <= (ended !== undefined && ended < until ? ended : until),
  );
}

/** C10: when a handler is reminded, each day once: the part of the limit, from 0 to 1, that is over with that day. */
export function warnings(clock: CaseClock, parts: readonly number[], calendar: Calendar): Map<Day, number> {
  const counted = deadlineOf(clock, calendar).days.filter(({ why }) => why === null);
  const on = new Map<Day, number>();
  for (const part of [...parts, 1]) {
    const nth = Math.max(1, Math.ceil(counted.length * part));
    const day = counted[nth - 1]?.day;
    // Of a short limit the last day says it all.
    if (day) on.set(day, part);
  }
  return on;
}

function leftOut(day: Day, { unit }: Limit, pauses: readonly Pause[], calendar: Calendar): CountedDay['why'] {
  if (unit === 'working' && !calendar.isWorkingDay(day)) return calendar.isHoliday(day) ? 'holiday' : 'weekend';
  return isPaused(day, pauses) ? 'paused' : null;
}
