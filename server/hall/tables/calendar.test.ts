import { test } from 'vitest';
import { at, type Line, specify } from '../../test/given-ledger.ts';

const year = (time: string, id: string, daysOff: string[], makeUpWorkdays: string[]): Line => [
  at(time),
  `calendar-year:${id}`,
  { type: 'calendar-year-set', daysOff, makeUpWorkdays, source: '国办' },
];
const own = (time: string, day: string, kind: 'off' | 'worked' | null, reason: string): Line => [
  at(time),
  `hall-day:${day}`,
  { type: 'hall-day-set', kind, reason },
];

specify(['calendar_years', 'hall_days'], ({ gives }) => {
  test('[H1] a year is as it was imported last, and another year is as it was', () => {
    gives(
      'calendar_years',
      [
        year('00:00', '2027', ['2027-01-01'], []),
        year('00:01', '2028', ['2028-01-01'], []),
        year('00:02', '2027', ['2027-01-01', '2027-02-06'], ['2027-02-20']),
      ],
      [
        { year: 2027, days_off: '["2027-01-01","2027-02-06"]', make_up_workdays: '["2027-02-20"]', source: '国办' },
        { year: 2028, days_off: '["2028-01-01"]', make_up_workdays: '[]', source: '国办' },
      ],
    );
  });

  test('[H1] a hall’s own day is as it was said last, and is gone once the day has none of its own', () => {
    gives(
      'hall_days',
      [
        own('00:00', '2026-11-24', 'off', '停电'),
        own('00:01', '2026-11-28', 'off', '盘点'),
        own('00:02', '2026-11-28', 'worked', '补办'),
        own('00:03', '2026-11-24', null, ''),
      ],
      [{ day: '2026-11-28', kind: 'worked', reason: '补办' }],
    );
  });
});
