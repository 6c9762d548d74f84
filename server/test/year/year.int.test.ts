import { afterEach, describe, expect, it } from 'vitest';
import type { Day } from '../../../schema/ids.ts';
import { addDays } from '../../../schema/time.ts';
import type { TestHall } from '../harness.ts';
import { actCount, liveYear, yearsHall } from './lived-year.ts';
import { MUNICIPAL, plannedYear } from './planned-year.ts';
import { answerableDifferences, reportDifferences, yearAlone } from './read-year.ts';

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
    expect(actCount(year)).toBeGreaterThan(3 * MUNICIPAL.cases);
  });

  it('[C2] [C9] [S4] [H13] the hall says of two months by six clerks what the bare events say: who had what when, and its reports', async () => {
    const year = plannedYear(11, { cases: 24, staff: 6, firstDay: FIRST, days: 60 });
    hall = await yearsHall(6, FIRST);
    await liveYear(hall, year);
    const figures = yearAlone(hall.system.store.db);
    expect(figures).toMatchObject({ cases: 24, came: { ticket: 12, web: 8, letter: 3, 'e-mail': 1 } });
    expect(await answerableDifferences(hall, 60, 3)).toEqual([]);
    const periods: [Day, Day][] = [
      [FIRST, addDays(FIRST, 366)],
      [addDays(FIRST, 20), addDays(FIRST, 45)],
    ];
    expect(await reportDifferences(hall, periods)).toEqual([]);
  });
});
