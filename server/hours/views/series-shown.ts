/** Series as their planner reads them, with the days on which they open nothing (H2, H10). */
import type { LeftOut, Opening, Series, SeriesShown } from '../../../schema/hours/opening.ts';
import { addDays } from '../../../schema/time.ts';
import { counterPlans } from '../../hall/tables/counter-plans.ts';
import { calendarOf } from '../../hall/views/calendar.ts';
import type { Reader } from '../../ledger/reader.ts';
import { coverOf } from '../rules/cover.ts';
import { overlapping, timesOf } from '../rules/opening-life.ts';
import { seriesDays } from '../rules/series.ts';
import { openings } from '../tables/openings.ts';
import { series } from '../tables/series.ts';

export function seriesShown(from: Reader): SeriesShown[] {
  const known = from.read(openings).lookBack(addDays(from.today, -1));
  return from
    .read(series)
    .all()
    .map((one) => ({ ...one, leftOut: leftOut(from, one, known) }));
}

/** A day that is only not planned yet is none of them. */
function leftOut(from: Reader, one: Series, known: readonly Opening[]): LeftOut[] {
  const until = addDays(from.today, from.settings.expandDays);
  const planned = new Set(known.filter(({ seriesId }) => seriesId === one.id).map(({ day }) => day));
  const { counterIds, letters } = coverOf(one, from.read(counterPlans).all());
  const days = seriesDays(one, from.today, until, calendarOf(from)).filter((day) => !planned.has(day));
  return days.flatMap((day): LeftOut[] => {
    if (letters.length === 0) return [{ day, why: 'uncovered', by: null }];
    const other = overlapping(timesOf({ ...one, day }, from.timeZone), counterIds, known);
    if (!other) return [];
    const { kind, startsAt, endsAt } = other;
    return [{ day, why: 'taken', by: { kind, startsAt, endsAt } }];
  });
}
