import { expect, it } from 'vitest';
import { CHINA } from '../../../test/given.ts';
import { type DaysAway, isLongAbsence } from './long-absence.ts';

const facts = { isWorkingDay: CHINA.isWorkingDay, longAbsenceDays: 10 };
const away = (from: string, back: string | null): DaysAway => ({ from, back });

/** Tuesday, 24 November 2026, begins ten working days that end on Monday, 7 December. */
it.each<[string, DaysAway, DaysAway[], boolean]>([
  ['ten working days', away('2026-11-24', '2026-12-08'), [], false],
  ['eleven working days', away('2026-11-24', '2026-12-09'), [], true],
  ['an open one', away('2026-11-24', null), [], true],
  ['eleven in two that adjoin', away('2026-11-24', '2026-12-01'), [away('2026-12-01', '2026-12-09')], true],
  ['the later one of two', away('2026-12-01', '2026-12-09'), [away('2026-11-24', '2026-12-01')], true],
  ['over a weekend', away('2026-11-24', '2026-11-28'), [away('2026-11-30', '2026-12-09')], true],
  ['with a working day between', away('2026-11-24', '2026-12-01'), [away('2026-12-02', '2026-12-10')], false],
  [
    'in three that adjoin',
    away('2026-11-24', '2026-11-26'),
    [away('2026-12-03', '2026-12-09'), away('2026-11-26', '2026-12-03')],
    true,
  ],
  ['before an open one', away('2026-11-24', '2026-11-26'), [away('2026-11-26', null)], true],
])('[C15] absences that adjoin count together, and more than ten working days are long: %s', (_, of, others, long) => {
  expect(isLongAbsence(of, others, facts)).toBe(long);
});
