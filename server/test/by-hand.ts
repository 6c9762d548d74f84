/** THE ORACLE OF DUE DAYS (C9): nothing of it is the program's but the calendar. */

import type { Calendar } from '../../schema/hall/calendar.ts';
import type { Day } from '../../schema/ids.ts';
import { addDays } from '../../schema/time.ts';
import type { CaseClock } from '../cases/rules/clock/deadline.ts';

/** Marks days on a long list, as somebody would on a wall calendar, and counts what is left. */
export function byHand({ accepted, limit, pauses, extendedBy }: CaseClock, calendar: Calendar): Day {
  const wall = Array.from({ length: 700 }, (_, n) => ({ day: addDays(accepted, n + 1), open: true }));
  for (const one of wall) if (limit.unit === 'working' && !calendar.isWorkingDay(one.day)) one.open = false;
  for (const { told, until, ended } of pauses) {
    const last = [until, ended ?? until].sort()[0]!;
    for (const one of wall) if (one.day > told && one.day <= last) one.open = false;
  }
  const wanted = limit.days + extendedBy;
  return wanted === 0 ? accepted : wall.filter(({ open }) => open)[wanted - 1]!.day;
}
