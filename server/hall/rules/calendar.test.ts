import { describe, expect, it } from 'vitest';
import type { CalendarFile } from '../../../schema/hall/calendar.ts';
import type { Day } from '../../../schema/ids.ts';
import { addDays } from '../../../schema/time.ts';
import year2026 from '../../test/calendar/cn-2026.json' with { type: 'json' };
import { programDays, programYear, statutoryDays } from '../program-years.ts';
import { calendarFrom, daysOf, publishedYear, yearFault } from './calendar.ts';

const SHIPPED = calendarFrom(new Map(), new Map(), programDays);

/** 全国年节及纪念日放假办法 (2024), as counted by hand for 2027. */
const STATUTORY_2027 = [
  ...['2027-01-01', '2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08', '2027-04-05', '2027-05-01', '2027-05-02'],
  ...['2027-06-09', '2027-09-15', '2027-10-01', '2027-10-02', '2027-10-03'],
];
const file: CalendarFile = {
  year: 2027,
  source: '国办发明电〔2026〕×号',
  days_off: [...STATUTORY_2027, '2027-02-09', '2027-02-10'],
  make_up_workdays: ['2027-02-20'],
};

describe('the calendar', () => {
  it('[H1] the working days of 2026 are those of the State Council notice', () => {
    for (let day = '2026-01-01'; day <= '2026-12-31'; day = addDays(day, 1)) {
      const weekend = [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
      const works = year2026.make_up_workdays.includes(day) || !(weekend || year2026.days_off.includes(day));
      expect([day, SHIPPED.isWorkingDay(day)]).toEqual([day, works]);
      expect([day, SHIPPED.isHoliday(day)]).toEqual([day, year2026.days_off.includes(day)]);
      expect(SHIPPED.isProvisional(day)).toBe(false);
    }
    expect(programYear(2026)).toMatchObject({
      daysOff: year2026.days_off,
      makeUpWorkdays: year2026.make_up_workdays,
      isOfficial: true,
    });
  });

  it('[H1] [C9] a year without an official calendar has its statutory days and weekends off, and says so', () => {
    expect(statutoryDays(2027)).toEqual(STATUTORY_2027);
    expect(STATUTORY_2027.every(SHIPPED.isHoliday)).toBe(true);
    expect([...STATUTORY_2027, '2027-01-02'].some(SHIPPED.isWorkingDay)).toBe(false);
    expect(['2027-01-04', '2027-02-09', '2027-05-03'].every(SHIPPED.isWorkingDay)).toBe(true);
    expect(SHIPPED.isProvisional('2027-01-01')).toBe(true);
    expect(programYear(2027)).toMatchObject({ isOfficial: false, makeUpWorkdays: [] });
  });

  it('[H1] statutory days of the moon are found in other years, too', () => {
    expect(statutoryDays(2028)).toEqual(expect.arrayContaining(['2028-01-25', '2028-04-04', '2028-05-28']));
    // In 2028 中秋 is the third day of 国庆.
    expect(statutoryDays(2028)).toHaveLength(12);
  });

  it('[H1] an imported year takes the place of the program’s, and is not provisional', () => {
    const published = { ...publishedYear(file), isOfficial: true };
    const calendar = calendarFrom(new Map([[2027, daysOf(published)]]), new Map(), programDays);
    expect(calendar.isWorkingDay('2027-02-20')).toBe(true);
    expect(calendar.isWorkingDay('2027-02-09')).toBe(false);
    expect(calendar.isProvisional('2027-02-09')).toBe(false);
    expect(calendar.isProvisional('2028-02-09')).toBe(true);
  });

  it('[H1] a hall’s own day beats the official year, off as well as worked', () => {
    const own = new Map<Day, { kind: 'off' | 'worked' | null }>([
      ['2026-11-24', { kind: 'off' }],
      ['2026-10-01', { kind: 'worked' }],
      ['2026-10-02', { kind: null }],
    ]);
    const { isWorkingDay, isHoliday } = calendarFrom(new Map(), own, programDays);
    expect([isWorkingDay('2026-11-24'), isHoliday('2026-11-24')]).toEqual([false, true]);
    expect([isWorkingDay('2026-10-01'), isHoliday('2026-10-01')]).toEqual([true, false]);
    expect([isWorkingDay('2026-10-02'), isHoliday('2026-10-02')]).toEqual([false, true]);
  });
});

const faultOf = (wanted: CalendarFile) => yearFault(publishedYear(wanted), statutoryDays(wanted.year));

describe('the file of a year', () => {
  it('[A3] a file as the State Council publishes it has no fault', () => {
    expect(faultOf(file)).toBeNull();
    expect(faultOf(year2026)).toBeNull();
  });

  it.each<[string, Partial<CalendarFile>, string, object]>([
    [
      'a day of another year',
      { days_off: [...file.days_off, '2026-12-31'] },
      'calendar-other-year',
      { day: '2026-12-31' },
    ],
    ['a day twice', { days_off: [...file.days_off, '2027-01-01'] }, 'calendar-twice', { day: '2027-01-01' }],
    ['a make-up day that is off', { make_up_workdays: ['2027-02-06'] }, 'calendar-both', { day: '2027-02-06' }],
    ['a make-up day in the week', { make_up_workdays: ['2027-02-17'] }, 'calendar-make-up', { day: '2027-02-17' }],
    ['too few days', { days_off: STATUTORY_2027.slice(0, 9) }, 'calendar-too-few', { day: '2027-09-15' }],
  ])('[A3] a fault of the file is named with its day: %s', (_, wrong, refused, facts) => {
    expect(faultOf({ ...file, ...wrong })).toMatchObject({ refused, facts });
  });
});
