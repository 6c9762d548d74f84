import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Series } from '../../../schema/hours/opening.ts';
import type { CounterId, Day, Letter, SeriesId } from '../../../schema/ids.ts';
import { addDays } from '../../../schema/time.ts';
import { programDays } from '../../hall/program-years.ts';
import { calendarFrom } from '../../hall/rules/calendar.ts';
import { seriesDays } from './series.ts';
import { clashWithSeries } from './series-clash.ts';

const CHINA = calendarFrom(new Map(), new Map(), programDays);
const AT = { calendar: CHINA, timeZone: 'Asia/Shanghai' };
const MONDAY: Day = '2026-11-23';
const counters = (...ids: string[]) => ids as CounterId[];
const series = (more: Partial<Series> = {}): Series => ({
  id: 's1' as SeriesId,
  kind: 'regular',
  from: '09:00',
  to: '17:00',
  letters: ['A' as Letter],
  counterIds: counters('c1', 'c2'),
  bookableShare: 0,
  days: 'workdays',
  everyWeeks: 1,
  firstDay: MONDAY,
  ...more,
});

it('[H10] a plan of four weeks ahead runs into the series day that nobody has planned yet', () => {
  const wanted = { day: '2026-12-21' as Day, from: '16:30', to: '19:00', counterIds: counters('c1') };
  const clash = { seriesId: 's1', day: '2026-12-21', from: '09:00' };
  expect(clashWithSeries(wanted, [series()], MONDAY, AT)).toEqual(clash);
  expect(clashWithSeries({ ...wanted, from: '17:00' }, [series()], MONDAY, AT)).toBeNull();
  expect(clashWithSeries({ ...wanted, counterIds: counters('c3') }, [series()], MONDAY, AT)).toBeNull();
  // Nearer days are openings, and judged as such.
  expect(clashWithSeries(wanted, [series()], '2026-12-22', AT)).toBeNull();
});

it('[H10] [T2] a night meets the morning after it, and a morning the night before', () => {
  const night = series({ from: '22:00', to: '02:00', days: [2] });
  const morning = { day: '2026-11-25' as Day, from: '01:00', to: '03:00', counterIds: counters('c1') };
  expect(clashWithSeries(morning, [night], MONDAY, AT)).toMatchObject({ day: '2026-11-24', from: '22:00' });
  expect(clashWithSeries({ ...morning, from: '02:00' }, [night], MONDAY, AT)).toBeNull();
  const late = { ...morning, day: '2026-11-24' as Day, from: '23:00', to: '09:30' };
  expect(clashWithSeries(late, [series({ days: [3] })], MONDAY, AT)).toMatchObject({ day: '2026-11-25' });
});

it('[H10] [H1] where the clocks change, a night meets what is planned in its hours that there are', () => {
  // On 2027-03-28 the clocks of Berlin go from 02:00 to 03:00.
  const berlin = { ...AT, timeZone: 'Europe/Berlin' };
  const night = series({ from: '22:00', to: '02:00', days: [6] });
  const plan = { day: '2027-03-28' as Day, from: '02:30', to: '04:00', counterIds: counters('c1') };
  expect(clashWithSeries(plan, [night], MONDAY, berlin)).toBeNull();
  expect(clashWithSeries({ ...plan, from: '01:30' }, [night], MONDAY, berlin)).toMatchObject({ day: '2027-03-27' });
});

it('[H10] a property: a plan runs into a series exactly where a quarter of an hour has a counter of both', () => {
  const quarter = (n: number) => `${String(n >> 2).padStart(2, '0')}:${String((n % 4) * 15).padStart(2, '0')}`;
  const hours = fc
    .record({
      begin: fc.nat(95),
      length: fc.integer({ min: 1, max: 60 }),
      counterIds: fc.uniqueArray(fc.constantFrom(...counters('c1', 'c2', 'c3')), { minLength: 1 }),
    })
    .map(({ begin, length, ...plan }) => ({ ...plan, from: quarter(begin), to: quarter((begin + length) % 96) }));
  const days = fc.oneof(
    fc.constantFrom('workdays' as const, 'rest-days' as const),
    fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 2 }),
  );
  /** Each quarter of an hour at a counter, written out. */
  const grid = ({ from, to, counterIds }: { from: string; to: string; counterIds: CounterId[] }, day: Day) => {
    const at = (time: string) => Date.parse(`${day}T${time}:00Z`) / 900_000;
    const end = to > from ? at(to) : at(to) + 96;
    const quarters = Array.from({ length: end - at(from) }, (_, n) => at(from) + n);
    return counterIds.flatMap((id) => quarters.map((one) => `${id} ${one}`));
  };
  let clashes = 0;
  fc.assert(
    fc.property(hours, fc.nat(60), hours, days, fc.integer({ min: 1, max: 4 }), (one, on, times, of, everyWeeks) => {
      const other = series({ ...times, days: of, everyWeeks });
      const wanted = { ...one, day: addDays(MONDAY, on) };
      const taken = new Set(seriesDays(other, MONDAY, '2027-02-28', CHINA).flatMap((day) => grid(other, day)));
      const shared = grid(wanted, wanted.day).some((each) => taken.has(each));
      if (shared) clashes++;
      expect(clashWithSeries(wanted, [other], MONDAY, AT) !== null).toBe(shared);
    }),
    { numRuns: 600 },
  );
  expect(clashes).toBeGreaterThan(60);
});
