import { expect, test } from 'vitest';
import { monthsOf, spansOf } from './month-list.ts';

test('[H1] days in a row are one span, and others stand alone', () => {
  expect(spansOf(['2026-02-15', '2026-02-16', '2026-02-17', '2026-02-20'])).toEqual(['15–17', '20']);
  expect(spansOf([])).toEqual([]);
});

test('[H1] a year is told by the months that have a day off or a make-up workday', () => {
  const year = { daysOff: ['2026-01-01', '2026-01-02', '2026-10-01'], makeUpWorkdays: ['2026-02-14'] };
  expect(monthsOf(year)).toEqual([
    { month: 1, off: ['1–2'], worked: [] },
    { month: 2, off: [], worked: ['14'] },
    { month: 10, off: ['1'], worked: [] },
  ]);
});
