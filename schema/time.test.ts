import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { addDays, instantOf, localTime, weekday } from './time.ts';

const SHANGHAI = 'Asia/Shanghai';
const BERLIN = 'Europe/Berlin';
const NEW_YORK = 'America/New_York';
const at = (instant: string) => Date.parse(instant);

describe('local time', () => {
  it('[T2] the day of an instant is the local one, whatever UTC says', () => {
    expect(localTime(at('2026-11-22T15:59:00Z'), SHANGHAI)).toEqual({ day: '2026-11-22', time: '23:59' });
    expect(localTime(at('2026-11-22T16:00:00Z'), SHANGHAI)).toEqual({ day: '2026-11-23', time: '00:00' });
    expect(instantOf('2026-11-23', '00:00', SHANGHAI)).toBe(at('2026-11-22T16:00:00Z'));
  });

  it('[T2] a zone with summer time has its own hour on each side of the change', () => {
    expect(instantOf('2026-03-28', '09:00', BERLIN)).toBe(at('2026-03-28T08:00:00Z'));
    expect(instantOf('2026-03-29', '09:00', BERLIN)).toBe(at('2026-03-29T07:00:00Z'));
    expect(instantOf('2026-10-25', '09:00', BERLIN)).toBe(at('2026-10-25T08:00:00Z'));
  });

  it.each([
    [BERLIN, '2026-03-29', '02:30', '2026-03-29T01:00:00Z'],
    [BERLIN, '2026-03-29', '02:00', '2026-03-29T01:00:00Z'],
    [NEW_YORK, '2026-03-08', '02:59', '2026-03-08T07:00:00Z'],
    ['Australia/Lord_Howe', '2026-10-04', '02:10', '2026-10-03T15:30:00Z'],
  ])(
    '[T2] a local time that summer time skips becomes the first instant after the gap: %s, %s %s',
    (zone, day, time, instant) => {
      expect(instantOf(day, time, zone)).toBe(at(instant));
    },
  );

  it.each([
    [BERLIN, '2026-10-25', '02:30', '2026-10-25T00:30:00Z'],
    [NEW_YORK, '2026-11-01', '01:30', '2026-11-01T05:30:00Z'],
  ])('[T2] in %s the time that comes twice, %s %s, is the first of both', (zone, day, time, instant) => {
    expect(instantOf(day, time, zone)).toBe(at(instant));
  });

  it('[T2] a property: an instant made local and back is the same minute, in every zone, twice an hour for two years', () => {
    const zones = fc.constantFrom(SHANGHAI, BERLIN, NEW_YORK, 'Asia/Kathmandu', 'Australia/Lord_Howe', 'UTC');
    const half = 30 * 60_000;
    const instants = fc.integer({ min: at('2026-01-01T00:00:00Z') / half, max: at('2028-01-01T00:00:00Z') / half });
    fc.assert(
      fc.property(zones, instants, (zone, halves) => {
        const { day, time } = localTime(halves * half, zone);
        const back = instantOf(day, time, zone);
        expect(localTime(back, zone)).toEqual({ day, time });
        expect(back).toBeLessThanOrEqual(halves * half);
      }),
      { numRuns: 500 },
    );
  });

  it('[T2] days are added by the calendar, over months, years and leap days', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
    expect(addDays('2026-11-23', 0)).toBe('2026-11-23');
    expect(['2026-11-23', '2026-11-28', '2026-11-29'].map(weekday)).toEqual([1, 6, 7]);
  });
});

describe('a date', () => {
  it('[C9] [T2] a date and its weekday are those that Temporal counts, asked for once or twice, in this century or another', () => {
    const epoch = Temporal.PlainDate.from('1970-01-01');
    const number = fc.oneof(fc.integer({ min: 9_000, max: 50_000 }), fc.integer({ min: -100_000, max: 100_000 }));
    fc.assert(
      fc.property(number, fc.integer({ min: -500, max: 500 }), (from, days) => {
        const [first, then] = [epoch.add({ days: from }), epoch.add({ days: from + days })];
        for (const _ of [1, 2]) {
          expect(addDays(first.toString(), days)).toBe(then.toString());
          expect(weekday(first.toString())).toBe(first.dayOfWeek);
        }
      }),
    );
  });
});
