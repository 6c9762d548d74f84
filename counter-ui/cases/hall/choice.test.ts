import { expect, it } from 'vitest';
import type { ClerkId } from '../../../schema/ids.ts';
import type { CounterRow } from '../../../schema/line/rows.ts';
import { loadsOf } from './choice.ts';

const [ONE, TWO, BOSS] = ['one', 'two', 'boss'] as ClerkId[] as [ClerkId, ClerkId, ClerkId];
const carries = (clerkId: ClerkId, open: number, more = {}) => ({
  ...{ clerkId, name: '', open, overdue: 0, soon: 0, offered: 0, owed: 0 },
  ...more,
});
const clerk = (id: ClerkId, name: string, role: 'clerk' | 'supervisor' = 'clerk') => ({ id, name, role, active: true });

it('[C11] [C15] each clerk’s load says what is open and late, where the clerk is, and of how many matters A and B', () => {
  const loads = loadsOf({
    carried: [carries(ONE, 3, { overdue: 1, soon: 1 }), carries(TWO, 1, { offered: 1, owed: 2 }), carries(BOSS, 1)],
    clerks: [clerk(TWO, '二'), clerk(ONE, '一'), clerk(BOSS, '长', 'supervisor')],
    counters: [{ clerkId: ONE, label: '3' } as CounterRow],
    absences: [{ clerkId: TWO, isAway: true, until: null }],
    matters: [
      { clerkA: ONE, clerkB: TWO },
      { clerkA: ONE, clerkB: null },
    ],
  });
  expect(loads).toEqual([
    { id: ONE, name: '一', open: 3, overdue: 1, soon: 1, offered: 0, owed: 0, counter: '3', away: null, a: 2, b: 0 },
    {
      id: TWO,
      name: '二',
      open: 1,
      overdue: 0,
      soon: 0,
      offered: 1,
      owed: 2,
      counter: null,
      away: { until: null },
      a: 0,
      b: 1,
    },
    { id: BOSS, name: '长', open: 1, overdue: 0, soon: 0, offered: 0, owed: 0, counter: null, away: null, a: 0, b: 0 },
  ]);
});

it('[C15] a supervisor without a case is nobody who could take more', () => {
  const facts = { carried: [carries(BOSS, 0, { offered: 1 })], counters: [], absences: [], matters: [] };
  expect(loadsOf({ ...facts, clerks: [clerk(BOSS, '长', 'supervisor')] })).toEqual([]);
});
