import { afterEach, describe, expect, it } from 'vitest';
import type { Day } from '../../../schema/ids.ts';
import { addDays } from '../../../schema/time.ts';
import type { TestHall } from '../harness.ts';
import { actCount, liveYear, MATTER, yearsHall } from './lived-year.ts';
import { plannedVisits, VISITS } from './planned-visits.ts';
import { MUNICIPAL, plannedYear } from './planned-year.ts';
import { reportDifferences } from './read-report.ts';
import { answerableDifferences, yearAlone } from './read-year.ts';

const FIRST = '2026-01-05' as Day;
let hall: TestHall | null = null;
afterEach(async () => {
  await hall?.stop();
  hall = null;
});

describe('a lived year', () => {
  it('[C2] [S4] a planned year has the municipality’s figures, and the same seed gives the same year', () => {
    const size = { cases: MUNICIPAL.cases, staff: MUNICIPAL.staff, firstDay: FIRST, days: 365 };
    const year = plannedYear(7, size);
    expect(year).toEqual(plannedYear(7, size));
    expect(new Set(year.map(({ clerk }) => clerk)).size).toBe(MUNICIPAL.staff);
    expect(new Set(year.map(({ by }) => by)).size).toBe(4);
    for (const { comesAt, handedInAt, handovers, decidedAt, toldAt } of year) {
      const times = [comesAt, handedInAt ?? comesAt, ...handovers.map(({ at }) => at), decidedAt, toldAt];
      expect(times).toEqual([...times].sort((a, b) => a - b));
    }
    expect(actCount({ cases: year, visits: [] })).toBeGreaterThan(3 * MUNICIPAL.cases);
  });

  it('[C2] [C9] [S4] [H13] the hall says of two months by six clerks what the bare events say: who had what when, and its reports', async () => {
    const size = { staff: 6, firstDay: FIRST, days: 60 };
    const cases = plannedYear(11, { ...size, cases: 24 });
    const visits = plannedVisits(11, { ...size, visits: VISITS.length });
    hall = await yearsHall(6, FIRST);
    await liveYear(hall, { cases, visits });
    const figures = yearAlone(hall.system.store.db, MATTER);
    expect(figures).toMatchObject({ cases: 24, came: { ticket: 12, web: 8, letter: 3, 'e-mail': 1 } });
    expect(await answerableDifferences(hall, 60, 3)).toEqual([]);
    const periods: [Day, Day][] = [
      [FIRST, addDays(FIRST, 366)],
      [addDays(FIRST, 20), addDays(FIRST, 45)],
    ];
    expect(await reportDifferences(hall, periods)).toEqual([]);
    // Of days before the year each figure is nothing on both sides, which proves nothing.
    const before = await reportDifferences(hall, [[addDays(FIRST, -9), addDays(FIRST, -8)]]);
    const unproved = ['outOfOrder', 'turnedAway', 'noticesAgain', 'conclusion escalated', 'paper delivery'];
    expect(before).toEqual(expect.arrayContaining(unproved.map((name) => `${name} is compared and never happened`)));
  }, 180_000);
});
