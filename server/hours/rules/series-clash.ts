/** What a plan runs into that is not planned yet: the days of series, however far ahead (H2, H10). Pure. */
import type { Calendar } from '../../../schema/hall/calendar.ts';
import type { OpeningPlan, Series } from '../../../schema/hours/opening.ts';
import type { CounterId, Day, SeriesId } from '../../../schema/ids.ts';
import { addDays } from '../../../schema/time.ts';
import { meet, timesOf } from './opening-life.ts';
import { seriesDays } from './series.ts';

/** On which day, and from when, HH:MM of the hall, a series has a counter of the plan. */
export type Clash = { seriesId: SeriesId; day: Day; from: string };
type Planned = Pick<OpeningPlan, 'day' | 'from' | 'to'> & { counterIds: readonly CounterId[] };

/** Where the plans are. */
type At = { calendar: Calendar; timeZone: string };

/** The first day of these series, `from` a day on, that shares a counter and a time with an opening. */
export function clashWithSeries(
  wanted: Planned,
  series: readonly Series[],
  from: Day,
  { calendar, timeZone }: At,
): Clash | null {
  const times = timesOf(wanted, timeZone);
  const after = addDays(wanted.day, 1);
  const before = [addDays(wanted.day, -1), from].sort()[1]!;
  for (const other of series) {
    if (!other.counterIds.some((id) => wanted.counterIds.includes(id))) continue;
    const day = seriesDays(other, before, after, calendar).find((one) =>
      meet(times, timesOf({ ...other, day: one }, timeZone)),
    );
    if (day) return { seriesId: other.id, day, from: other.from };
  }
  return null;
}
