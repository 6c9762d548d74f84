/** C17: open cases whose limit ends on another day, counted again from acceptance; older ledgers hold no limit. */
import type { Calendar, CalendarChange, MovedDue } from '../../../schema/hall/calendar.ts';
import type { Day } from '../../../schema/ids.ts';
import { isRefusal, type Refusal } from '../../../schema/refusal.ts';
import { calendarWith } from '../../hall/views/calendar.ts';
import type { Reader } from '../../ledger/reader.ts';
import type { Tables } from '../../ledger/table.ts';
import { deadlineOf } from '../rules/clock/deadline.ts';
import { clockOf } from '../rules/still.ts';
import { cases, type StoredCase } from '../tables/cases.ts';

export function movedDues(from: Tables, calendar: Calendar): { found: StoredCase; from: Day; to: Day }[] {
  return from
    .read(cases)
    .goingOn()
    .flatMap((found) => {
      const { dueOn, phase } = found;
      const clock = phase === 'accepted' || phase === 'proposed' ? clockOf(found) : null;
      const to = clock && deadlineOf(clock, calendar).due;
      return dueOn && to && to !== dueOn ? [{ found, from: dueOn, to }] : [];
    })
    .sort((a, b) => a.from.localeCompare(b.from) || numberOf(a.found).localeCompare(numberOf(b.found)));
}

export function previewDues(from: Reader, { change }: { change: CalendarChange }): MovedDue[] | Refusal {
  const calendar = calendarWith(from, change);
  if (isRefusal(calendar)) return calendar;
  return movedDues(from, calendar).map(({ found, ...due }) => ({ number: numberOf(found), ...due, noticeNo: null }));
}

export function numberOf(found: StoredCase): string {
  return found.receiptNo ?? found.origin.number;
}
