import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Pause } from '../../../../schema/cases/deadline.ts';
import type { Calendar } from '../../../../schema/hall/calendar.ts';
import type { Day } from '../../../../schema/ids.ts';
import { addDays } from '../../../../schema/time.ts';
import { byHand } from '../../../test/by-hand.ts';
import { CHINA } from '../../../test/given.ts';
import { type CaseClock, countOf, deadlineOf, isPaused, pauseUntil, warnings } from './deadline.ts';

const clock = (accepted: Day, days: number, more: Partial<CaseClock> = {}): CaseClock => ({
  accepted,
  limit: { days, unit: 'working' },
  pauses: [],
  extendedBy: 0,
  ...more,
});
const due = (...of: Parameters<typeof clock>) => deadlineOf(clock(...of), CHINA).due;
const pause = (told: Day, until: Day, ended?: Day): Pause => ({ told, until, ...(ended ? { ended } : {}) });

describe('the due day, by worked examples of 2026', () => {
  test.each<[string, Day, number, Partial<CaseClock>, Day]>([
    ['over the Spring Festival, with its make-up workday', '2026-02-13', 5, {}, '2026-02-27'],
    ['over Labour Day', '2026-04-30', 10, {}, '2026-05-18'],
    ['over a Sunday that is worked', '2026-09-18', 5, {}, '2026-09-24'],
    ['over the National Day', '2026-09-30', 20, {}, '2026-11-03'],
    ['paused for six days', '2026-09-07', 10, { pauses: [pause('2026-09-14', '2026-09-21')] }, '2026-09-29'],
    ['extended', '2026-04-30', 10, { extendedBy: 5 }, '2026-05-25'],
    [
      'paused and extended',
      '2026-09-07',
      10,
      { pauses: [pause('2026-09-14', '2026-09-21')], extendedBy: 5 },
      '2026-10-12',
    ],
    [
      'paused twice at once: a day is left out once',
      '2026-09-07',
      10,
      { pauses: [pause('2026-09-14', '2026-09-18'), pause('2026-09-16', '2026-09-22')] },
      '2026-09-30',
    ],
    [
      'paused over days that are off anyway',
      '2026-09-24',
      5,
      { pauses: [pause('2026-09-30', '2026-10-07')] },
      '2026-10-09',
    ],
    [
      'waiting for what a notice asked for',
      '2026-06-08',
      5,
      { pauses: [pause('2026-06-12', '2026-06-22')] },
      '2026-06-23',
    ],
    ['of a limit of no days', '2026-09-26', 0, {}, '2026-09-26'],
  ])('[C9] a case is due as counted by hand: %s', (_, accepted, days, more, expected) => {
    expect(due(accepted, days, more)).toBe(expected);
  });

  it('[C9] a pause of ten planned days moves the date, and its early end moves it back', () => {
    const until = pauseUntil('2026-09-14', 10, 'working', CHINA);
    expect(due('2026-09-07', 10, { pauses: [pause('2026-09-14', until)] })).toBe('2026-10-10');
    expect(due('2026-09-07', 10, { pauses: [pause('2026-09-14', until, '2026-09-17')] })).toBe('2026-09-23');
  });

  it('[C9] a pause that nobody ends is over at its planned end', () => {
    const until = pauseUntil('2026-09-14', 5, 'working', CHINA);
    expect(until).toBe('2026-09-20');
    expect(due('2026-09-07', 10, { pauses: [pause('2026-09-14', until)] })).toBe('2026-09-28');
    // Its cause ended later than planned: without another notice the clock ran.
    expect(due('2026-09-07', 10, { pauses: [pause('2026-09-14', until, '2026-09-24')] })).toBe('2026-09-28');
  });

  it('[C9] each day is shown as counted or as left out, and why', () => {
    const { days } = deadlineOf(clock('2026-09-23', 4, { pauses: [pause('2026-09-28', '2026-09-29')] }), CHINA);
    expect(days.map(({ day, why }) => `${day.slice(5)} ${why ?? 'counts'}`)).toEqual([
      '09-24 counts',
      '09-25 holiday',
      '09-26 holiday',
      '09-27 holiday',
      '09-28 counts',
      '09-29 paused',
      '09-30 counts',
      ...[1, 2, 3, 4, 5, 6, 7].map((n) => `10-0${n} holiday`),
      '10-08 counts',
    ]);
  });

  it('[C9] each day of a calendar limit counts but those of a pause', () => {
    const of = { limit: { days: 10, unit: 'calendar' as const } };
    expect(due('2026-09-24', 10, of)).toBe('2026-10-04');
    expect(due('2026-09-24', 10, { ...of, pauses: [pause('2026-09-26', '2026-09-29')] })).toBe('2026-10-07');
  });
});

describe('warnings', () => {
  it('[C10] warnings come at half, at four fifths and on the last day', () => {
    expect([...warnings(clock('2026-02-13', 10), [0.5, 0.8], CHINA)]).toEqual([
      ['2026-02-27', 0.5],
      ['2026-03-03', 0.8],
      ['2026-03-05', 1],
    ]);
  });

  it('[C10] warnings come once where a limit is one day, and none in a pause', () => {
    expect([...warnings(clock('2026-02-13', 1), [0.5, 0.8], CHINA)]).toEqual([['2026-02-14', 1]]);
    const paused = clock('2026-09-07', 10, { pauses: [pause('2026-09-14', '2026-09-21')] });
    expect([...warnings(paused, [0.5, 0.8], CHINA).keys()]).toEqual(['2026-09-14', '2026-09-24', '2026-09-29']);
  });
});

const START = '2026-01-01';
const someDay = fc.integer({ min: 0, max: 300 }).map((n) => addDays(START, n));
const somePause = fc
  .record({
    told: someDay,
    days: fc.integer({ min: 1, max: 40 }),
    endedAfter: fc.option(fc.integer({ min: 0, max: 50 })),
  })
  .map(({ told, days, endedAfter }) =>
    pause(told, addDays(told, days), endedAfter === null ? undefined : addDays(told, endedAfter)),
  );
const someClock = fc.record({
  accepted: someDay,
  limit: fc.record({
    days: fc.integer({ min: 0, max: 60 }),
    unit: fc.constantFrom('working' as const, 'calendar' as const),
  }),
  pauses: fc.array(somePause, { maxLength: 4 }),
  extendedBy: fc.integer({ min: 0, max: 10 }),
});

describe('the due day, by an oracle', () => {
  it('[C9] a property: what page and paper say of the count begins with the day after acceptance, leaves out no day, and counts the limit', () => {
    fc.assert(
      fc.property(someClock, (one) => {
        const deadline = deadlineOf(one, CHINA);
        const { runs } = countOf(one, deadline);
        let next = addDays(one.accepted, 1);
        for (const [at, { from, to, days, why }] of runs.entries()) {
          expect(from).toBe(next);
          expect(addDays(from, days - 1)).toBe(to);
          expect(why).not.toBe(runs[at - 1]?.why);
          next = addDays(to, 1);
        }
        expect(next).toBe(addDays(deadline.due, 1));
        const counted = runs.filter(({ why }) => why === null).reduce((sum, { days }) => sum + days, 0);
        expect(counted).toBe(one.limit.days + one.extendedBy);
      }),
    );
  });

  it('[C9] a property: it is the day that is found by marking and counting, whatever was paused and extended', () => {
    fc.assert(
      fc.property(someClock, (one) => {
        expect(deadlineOf(one, CHINA).due).toBe(byHand(one, CHINA));
      }),
      { numRuns: 400 },
    );
  });

  it('[C9] [C17] a property: pauses, extension and a day off in any order give one due day', () => {
    fc.assert(
      fc.property(someClock, fc.infiniteStream(fc.nat()), someDay, (one, random, off) => {
        const calendar: Calendar = { ...CHINA, isWorkingDay: (day) => day !== off && CHINA.isWorkingDay(day) };
        const shuffled = one.pauses
          .map((each) => ({ each, at: random.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ each }) => each);
        const { due } = deadlineOf(one, calendar);
        expect(deadlineOf({ ...one, pauses: shuffled }, calendar).due).toBe(due);
        expect(due >= deadlineOf({ ...one, pauses: [] }, calendar).due).toBe(true);
        // A day that was left out twice counts as one.
        expect(deadlineOf({ ...one, pauses: [...one.pauses, ...one.pauses] }, calendar).due).toBe(due);
      }),
    );
  });

  it('[C9] a property: the days of the count are those after acceptance without a gap, and as many count as the limit has', () => {
    fc.assert(
      fc.property(someClock, (one) => {
        const { days } = deadlineOf(one, CHINA);
        expect(days.map(({ day }) => day)).toEqual(days.map((_, n) => addDays(one.accepted, n + 1)));
        expect(days.filter(({ why }) => why === null)).toHaveLength(one.limit.days + one.extendedBy);
        for (const { day, why } of days) if (why === 'paused') expect(isPaused(day, one.pauses)).toBe(true);
      }),
    );
  });
});
