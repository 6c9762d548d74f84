import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Day } from '../../../../schema/ids.ts';
import { addDays } from '../../../../schema/time.ts';
import { programDays, statutoryDays } from '../../../hall/program-years.ts';
import { calendarFrom, daysOf } from '../../../hall/rules/calendar.ts';
import { deadlineOf } from './deadline.ts';
import { workingDaysLeft as leftOf } from './working-days.ts';

const CHINA = calendarFrom(new Map(), new Map(), programDays);
const { isWorkingDay, isHoliday } = CHINA;
const dueDay = (accepted: Day, days: number, unit: 'working' | 'calendar', calendar = CHINA) =>
  deadlineOf({ accepted, limit: { days, unit }, pauses: [], extendedBy: 0 }, calendar).due;
const workingDaysLeft = (today: Day, due: Day) => leftOf(today, due, CHINA);

/** 国务院办公厅关于2026年部分节假日安排的通知: 中秋 9 月 25–27 日, 国庆 10 月 1–7 日, 9 月 20 日、10 月 10 日上班. */
const OFF = ['2026-09-19', '2026-09-25', '2026-09-26', '2026-09-27', '2026-10-01', '2026-10-07', '2026-10-11'];
const MADE_UP = ['2026-09-20', '2026-10-10'];

const days = fc.integer({ min: 0, max: 700 }).map((n) => addDays('2026-01-01', n));

describe('working days', () => {
  it('[C9] [H1] holidays are off and make-up workdays are not, whatever the weekday', () => {
    expect(OFF.filter(isWorkingDay)).toEqual([]);
    expect(MADE_UP.filter(isWorkingDay)).toEqual(MADE_UP);
    expect(['2026-09-24', '2026-09-28', '2026-09-30', '2026-10-08'].every(isWorkingDay)).toBe(true);
  });

  it('[H1] a holiday is one by name; a weekend or a make-up workday is none', () => {
    expect(['2026-09-25', '2026-09-26', '2026-10-03', '2026-10-07'].every(isHoliday)).toBe(true);
    expect(['2026-09-19', '2026-10-10', '2026-10-11', '2026-10-08'].some(isHoliday)).toBe(false);
  });

  it('[C9] a limit counts from the working day after acceptance', () => {
    expect(dueDay('2026-11-23', 1, 'working')).toBe('2026-11-24');
    expect(dueDay('2026-11-27', 1, 'working')).toBe('2026-11-30');
    expect(dueDay('2026-11-28', 1, 'working')).toBe('2026-11-30');
    expect(dueDay('2026-11-23', 20, 'working')).toBe('2026-12-21');
    expect(dueDay('2026-11-23', 0, 'working')).toBe('2026-11-23');
  });

  it('[C9] a limit over mid-autumn and national day counts both make-up workdays', () => {
    // Sat 19 off, Sun 20 worked, 21–24, 25–27 off, 28–30, 1–7 off, 8, 9, Sat 10 worked, Sun 11 off.
    expect(dueDay('2026-09-18', 1, 'working')).toBe('2026-09-20');
    expect(dueDay('2026-09-18', 5, 'working')).toBe('2026-09-24');
    expect(dueDay('2026-09-18', 6, 'working')).toBe('2026-09-28');
    expect(dueDay('2026-09-30', 1, 'working')).toBe('2026-10-08');
    expect(dueDay('2026-09-30', 3, 'working')).toBe('2026-10-10');
    expect(dueDay('2026-09-30', 4, 'working')).toBe('2026-10-12');
  });

  it.each<[string, Day, number, Day]>([
    ['1: over the spring festival with its make-up Saturday', '2026-02-13', 5, '2026-02-27'],
    ['6: over the labour day with its make-up Saturday', '2026-04-30', 10, '2026-05-18'],
    ['8: with a make-up Sunday', '2026-09-18', 5, '2026-09-24'],
    ['9: over the national day', '2026-09-30', 20, '2026-11-03'],
    ['18: into a year without an official calendar', '2026-12-24', 10, '2027-01-08'],
  ])('[C9] a worked example of the field is due on its day: %s', (_, accepted, limit, due) => {
    expect(dueDay(accepted, limit, 'working')).toBe(due);
  });

  it('[C9] [C17] a day off of the hall’s own moves the due day by one working day', () => {
    const closed = calendarFrom(new Map(), new Map([['2026-02-24', { kind: 'off' }]]), programDays);
    expect(dueDay('2026-02-13', 5, 'working', closed)).toBe('2026-02-28');
  });

  it('[C9] a due day is provisional when a working day was counted in a year without an official calendar', () => {
    const isProvisional = (accepted: Day, days: number, unit: 'working' | 'calendar', calendar = CHINA) =>
      deadlineOf({ accepted, limit: { days, unit }, pauses: [], extendedBy: 0 }, calendar).provisional;
    expect(isProvisional('2026-12-24', 10, 'working')).toBe(true);
    expect(isProvisional('2026-12-17', 10, 'working')).toBe(false);
    expect(isProvisional('2026-12-24', 10, 'calendar')).toBe(false);
    const year = { daysOff: statutoryDays(2027), makeUpWorkdays: [], isOfficial: true };
    const official = calendarFrom(new Map([[2027, daysOf(year)]]), new Map(), programDays);
    expect(isProvisional('2026-12-24', 10, 'working', official)).toBe(false);
  });

  it('[C9] a calendar limit counts every day', () => {
    expect(dueDay('2026-09-24', 10, 'calendar')).toBe('2026-10-04');
  });

  it('[C9] a property: the due day is a working day with exactly so many after acceptance, and what is left counts down to 0', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 60 }), (accepted, limit) => {
        const due = dueDay(accepted, limit, 'working');
        expect(isWorkingDay(due)).toBe(true);
        expect(workingDaysLeft(accepted, due)).toBe(limit);
        expect(workingDaysLeft(due, accepted)).toBe(-limit);
        expect(workingDaysLeft(due, due)).toBe(0);
        expect(workingDaysLeft(addDays(due, 1), due)).toBe(isWorkingDay(addDays(due, 1)) ? -1 : -0);
      }),
    );
  });
});
