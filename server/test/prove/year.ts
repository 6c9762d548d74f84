/** A year of a municipality through the running system, by the moved clock: its figures, who had what when, and its reports (C2, S4, H13). */
import type { Day } from '../../../schema/ids.ts';
import { addDays } from '../../../schema/time.ts';
import { actCount, liveYear, MATTER, yearsHall } from '../year/lived-year.ts';
import { plannedVisits, VISITS } from '../year/planned-visits.ts';
import { MUNICIPAL, plannedYear } from '../year/planned-year.ts';
import { reportDifferences } from '../year/read-report.ts';
import { answerableDifferences, yearAlone } from '../year/read-year.ts';

const FIRST = '2026-01-05' as Day;
/** So that each case comes in the year whose calendar is official. */
const YEAR = 355;
/** How often each kind of visit is lived that the log of cases does not know. */
const EACH_VISIT = 8;
/** How far the lived figures may be from those of the real log: people decide on workdays alone. */
const NEAR = 0.04;

export async function municipalYear(
  instants: number,
  seed: number,
  onPart: (done: number) => void = () => {},
): Promise<{ holds: boolean; figures: string }> {
  const size = { staff: MUNICIPAL.staff, firstDay: FIRST, days: YEAR };
  const year = {
    cases: plannedYear(seed, { ...size, cases: MUNICIPAL.cases }),
    visits: plannedVisits(seed, { ...size, visits: EACH_VISIT * VISITS.length }),
  };
  const hall = await yearsHall(MUNICIPAL.staff, FIRST);
  try {
    const acts = actCount(year);
    await liveYear(hall, year, (done) => onPart(Math.round((done / acts) * instants)));
    const { db } = hall.system.store;
    const lived = yearAlone(db, MATTER);
    const isNear = (found: number, goal: number) => Math.abs(found - goal) <= NEAR * goal;
    const wrong = [
      ...(lived.cases === MUNICIPAL.cases && lived.staff === MUNICIPAL.staff
        ? []
        : ['not the cases or the staff planned']),
      ...(isNear(lived.halfDays, MUNICIPAL.halfDays) ? [] : ['the half is not the log’s']),
      ...(isNear(lived.mostDays, MUNICIPAL.mostDays) ? [] : ['nine in ten are not the log’s']),
      ...(isNear(lived.latePart, MUNICIPAL.latePart) ? [] : ['the late part is not the log’s']),
      ...(await answerableDifferences(hall, instants, seed)),
      ...(await reportDifferences(hall, [
        [FIRST, addDays(FIRST, YEAR)],
        [addDays(FIRST, YEAR + 1), addDays(FIRST, 2 * YEAR)],
        [addDays(FIRST, 90), addDays(FIRST, 179)],
      ])),
    ];
    const events = db.prepare<[], number>('SELECT count(*) FROM ledger').pluck().get()!;
    const came = Object.entries(lived.came).map(([by, count]) => `${by} ${count}`);
    const figures = [
      `seed ${seed}: ${lived.cases} cases (${came.join(', ')}), ${year.visits.length} visits, ${lived.staff} staff, ${events} events`,
      `decided within ${lived.halfDays} days (half) and ${lived.mostDays} (nine in ten), ${Math.round(lived.latePart * 1000) / 10} % late`,
      `${instants} instants and 3 reports: ${wrong.length} differences`,
      ...wrong.slice(0, 5),
    ];
    return { holds: wrong.length === 0, figures: figures.join('; ') };
  } finally {
    // Verified and rebuilt at its end.
    await hall.stop();
  }
}
