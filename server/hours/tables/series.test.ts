import { test } from 'vitest';
import { at, type Line, specify } from '../../test/given-ledger.ts';

const PLAN = {
  type: 'series-planned' as const,
  kind: 'regular' as const,
  from: '09:00',
  to: '17:00',
  letters: ['A'],
  counterIds: ['c1'],
  bookableShare: 0.5,
  days: 'workdays' as const,
  everyWeeks: 1,
  firstDay: '2026-11-23',
};
const planned = (time: string, id: string, other: { to?: string; lastDay?: string } = {}): Line => [
  at(time),
  `series:${id}`,
  { ...PLAN, ...other },
];
const written = (to: string, last = '') =>
  `{"kind":"regular","from":"09:00","to":"${to}","letters":["A"],"counterIds":["c1"],"bookableShare":0.5,` +
  `"days":"workdays","everyWeeks":1,"firstDay":"2026-11-23"${last}}`;

specify(['series'], ({ gives }) => {
  test('[H2] a series is as it was planned last, and another series is as it was', () => {
    gives(
      'series',
      [planned('00:00', 'r1'), planned('00:01', 'r2'), planned('00:02', 'r1', { to: '12:00', lastDay: '2026-12-31' })],
      [
        { id: 'r1', plan: written('12:00', ',"lastDay":"2026-12-31"') },
        { id: 'r2', plan: written('17:00') },
      ],
    );
  });
});
