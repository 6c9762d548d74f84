/** C17: cases of which a day that was told is another one, counted again; older ledgers do not hold how they were counted. */

import type { Calendar, CalendarChange, CountedDuty, MovedDue } from '../../../schema/hall/calendar.ts';
import type { Day } from '../../../schema/ids.ts';
import { isRefusal, type Refusal } from '../../../schema/refusal.ts';
import { calendarWith } from '../../hall/views/calendar.ts';
import type { Reader } from '../../ledger/reader.ts';
import type { Tables } from '../../ledger/table.ts';
import { clockOf } from '../rules/clock/case-clock.ts';
import { deadlineOf } from '../rules/clock/deadline.ts';
import { otherDays } from '../rules/clock/told-days.ts';
import { cases, type StoredCase } from '../tables/cases.ts';

type Moves = { found: StoredCase; from: Day; to: Day; duty?: CountedDuty };

export function movedDues(from: Tables, calendar: Calendar): Moves[] {
  const known = from.read(cases);
  // Of a closed case an answer may be owed (C5, C6, C12).
  const all = new Map([...known.goingOn(), ...known.asked()].map((found) => [found.id, found]));
  return [...all.values()]
    .flatMap((found): Moves[] => {
      const others = otherDays(found, calendar).map(({ duty, by, to }) => ({ found, from: by, to, duty }));
      return [...dueMoved(found, calendar), ...others];
    })
    .sort((a, b) => a.from.localeCompare(b.from) || numberOf(a.found).localeCompare(numberOf(b.found)));
}

function dueMoved(found: StoredCase, calendar: Calendar): Moves[] {
  const { dueOn, phase } = found;
  const clock = phase === 'accepted' || phase === 'proposed' ? clockOf(found) : null;
  const to = clock && deadlineOf(clock, calendar).due;
  return dueOn && to && to !== dueOn ? [{ found, from: dueOn, to }] : [];
}

export function previewDues(from: Reader, { change }: { change: CalendarChange }): MovedDue[] | Refusal {
  const calendar = calendarWith(from, change);
  if (isRefusal(calendar)) return calendar;
  return movedDues(from, calendar).map(({ found, ...due }) => ({ number: numberOf(found), ...due, noticeNo: null }));
}

export function numberOf(found: StoredCase): string {
  return found.receiptNo ?? found.origin.number;
}
