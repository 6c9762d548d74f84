/** What a plan runs into that is not planned yet: the days of series, however far ahead (H2, H10). Pure. */
import type { Calendar } from '../../../schema/hall/calendar.ts';
import type { OpeningPlan, Series } from '../../../schema/hours/opening.ts';
import type { CounterId, Day, SeriesId } from '../../../schema/ids.ts';
import { addDays } from '../../../schema/time.ts';
import { seriesDays } from './series.ts';

/** On which day, and from when, HH:MM of the hall, a series has a counter of the plan. */
export type Clash = { seriesId: SeriesId; day: Day; from: string };
type Planned = Pick<OpeningPlan, 'day' | 'from' | 'to'> & { counterIds: readonly CounterId[] };

const MINUTES = 24 * 60;

/** The first day of these series, `from` a day on, that shares a counter and a time with an opening. */
export function clashWithSeries(
  wanted: Planned,
  series: readonly Series[],
  calendar: Calendar,
  from: Day,
): Clash | null {
  const after = addDays(wanted.day, 1);
  const before = [addDays(wanted.day, -1), from].sort()[1]!;
  for (const other of series) {
    if (!other.counterIds.some((id) => wanted.counterIds.includes(id))) continue;
    const day = seriesDays(other, before, after, calendar).find((one) => overlap(wanted, { ...other, day: one }));
    if (day) return { seriesId: other.id, day, from: other.from };
  }
  return null;
}

/** In the hall's own clock: a plan names no other. */
function overlap(a: Omit<Planned, 'counterIds'>, b: Omit<Planned, 'counterIds'>): boolean {
  const shift = (Date.parse(b.day) - Date.parse(a.day)) / 60_000;
  const [one, other] = [minutesOf(a), minutesOf(b)];
  return other.start + shift < one.end && one.start < other.end + shift;
}

/** From midnight of its day; one that ends on the next day ends later than that day's midnight (T2). */
function minutesOf({ from, to }: Pick<Planned, 'from' | 'to'>): { start: number; end: number } {
  const [start, end] = [from, to].map((time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3)));
  return { start: start!, end: end! > start! ? end! : end! + MINUTES };
}
