/** Who is away for long (C15), now or in an absence that is to be entered. */
import type { ClerkId } from '../../../../schema/ids.ts';
import type { Absence } from '../../../../schema/people/absence.ts';
import { localTime } from '../../../../schema/time.ts';
import { calendarOf } from '../../../hall/views/calendar.ts';
import { once, type Reader } from '../../../ledger/reader.ts';
import { absences } from '../../../people/tables/absences.ts';
import { awayNow } from '../../../people/views/absences.ts';
import { type DaysAway, isLongAbsence } from '../../rules/owners/long-absence.ts';

export type AbsenceSpan = Pick<Absence, 'clerkId' | 'from' | 'until'>;

export function isLong(from: Reader, absence: AbsenceSpan): boolean {
  const dayOf = (at: string) => localTime(Date.parse(at), from.timeZone).day;
  const daysOf = ({ from: since, until }: AbsenceSpan): DaysAway => ({
    from: dayOf(since),
    back: until && dayOf(until),
  });
  const { isWorkingDay } = calendarOf(from);
  const others = from
    .read(absences)
    .ofClerk(absence.clerkId)
    .filter((one) => one.endedAt === null || one.hasBegun)
    .map(({ clerkId, from: since, until, endedAt }) => daysOf({ clerkId, from: since, until: endedAt ?? until }));
  return isLongAbsence(daysOf(absence), others, { isWorkingDay, longAbsenceDays: from.settings.longAbsenceDays });
}

/** Away at this instant. */
export function isLongAbsent(from: Reader, id: ClerkId): boolean {
  const absence = once(from, awayNow).get(id);
  return absence !== undefined && isLong(from, absence);
}
