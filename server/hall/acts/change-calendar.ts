/** The calendar as the administrator keeps it: a year's publication, or a day of the hall's own (H1, S4). */
import { isDeepStrictEqual } from 'node:util';
import type { CalendarChange, MovedDue } from '../../../schema/hall/calendar.ts';
import { isRefusal, type Refusal } from '../../../schema/refusal.ts';
import type { Tx } from '../../ledger/commit.ts';
import { calendarChanged } from '../hooks.ts';
import { calendarYearStream, hallDayStream } from '../stream.ts';
import { checkedChange } from '../views/calendar.ts';

/** Answers with the due dates that it moved (C17); saved as it was, nothing has happened. */
export function changeCalendar(tx: Tx, { change }: { change: CalendarChange }): { moved: MovedDue[] } | Refusal {
  const checked = checkedChange(tx, change);
  if (isRefusal(checked)) return checked;
  const head = tx.head();
  if ('published' in checked) {
    const { published } = checked;
    const { year, ...said } = published;
    const event = { type: 'calendar-year-set' as const, ...said };
    tx.run(calendarYearStream, String(year), (before) => (isDeepStrictEqual(before, published) ? [] : [event]));
  } else {
    const { hallDay } = checked;
    const { day, ...said } = hallDay;
    const event = { type: 'hall-day-set' as const, ...said };
    tx.run(hallDayStream, day, (before) => {
      const isAsBefore = hallDay.kind ? isDeepStrictEqual(before, hallDay) : !before?.kind;
      return isAsBefore ? [] : [event];
    });
  }
  const moved: MovedDue[] = [];
  if (tx.head() === head) return { moved };
  return tx.tell(calendarChanged, { moved }) ?? { moved };
}
