import { expect, it } from 'vitest';
import type { HallCase } from '../../../schema/cases/views.ts';
import type { ClerkId, MatterId } from '../../../schema/ids.ts';
import type { CounterRow } from '../../../schema/line/rows.ts';
import { chosenOf, loadsOf } from './choice.ts';

const [ONE, TWO, BOSS] = ['one', 'two', 'boss'] as ClerkId[] as [ClerkId, ClerkId, ClerkId];
const one = (handlerId: ClerkId, daysLeft: number | null, more: Partial<HallCase> = {}) =>
  ({
    ...{ handlerId, daysLeft, phase: 'accepted', matterId: 'A-1', offer: null, pause: null, lateTask: null },
    ...{ correction: null },
    ...more,
  }) as HallCase;
const offer = { toName: '二' } as NonNullable<HallCase['offer']>;
const CASES = [one(ONE, -1), one(ONE, 1), one(ONE, 9, { offer }), one(TWO, 9, { matterId: 'B-1' as MatterId })];
const clerk = (id: ClerkId, name: string, role: 'clerk' | 'supervisor' = 'clerk') => ({ id, name, role, active: true });

it('[C10] the hall’s cases are narrowed by handler, matter and how they stand', () => {
  const of = (choice: object) =>
    chosenOf(CASES, { handler: null, matterId: null, state: null, ...choice }).map((found) => CASES.indexOf(found));
  expect(of({})).toEqual([0, 1, 2, 3]);
  expect(of({ handler: ONE })).toEqual([0, 1, 2]);
  expect(of({ matterId: 'B-1' })).toEqual([3]);
  expect(of({ state: 'overdue' })).toEqual([0]);
  expect(of({ state: 'soon' })).toEqual([1]);
  expect(of({ state: 'offered' })).toEqual([2]);
  expect(of({ state: 'decided' })).toEqual([]);
  expect(of({ handler: ONE, state: 'accepted' })).toEqual([0, 1, 2]);
});

it('[C11] [C15] each clerk’s load says what is open and late, where the clerk is, and of how many matters A and B', () => {
  const loads = loadsOf({
    cases: [...CASES, one(BOSS, 3), one(TWO, -5, { phase: 'closed' })],
    clerks: [clerk(TWO, '二'), clerk(ONE, '一'), clerk(BOSS, '长', 'supervisor')],
    counters: [{ clerkId: ONE, label: '3' } as CounterRow],
    absences: [{ clerkId: TWO, isAway: true, until: null }],
    matters: [
      { clerkA: ONE, clerkB: TWO },
      { clerkA: ONE, clerkB: null },
    ],
  });
  expect(loads).toEqual([
    { id: ONE, name: '一', open: 3, overdue: 1, soon: 1, offered: 0, counter: '3', away: null, a: 2, b: 0 },
    { id: TWO, name: '二', open: 1, overdue: 0, soon: 0, offered: 1, counter: null, away: { until: null }, a: 0, b: 1 },
    { id: BOSS, name: '长', open: 1, overdue: 0, soon: 0, offered: 0, counter: null, away: null, a: 0, b: 0 },
  ]);
});

it('[C15] a supervisor without a case is nobody who could take more', () => {
  const facts = { cases: [], counters: [], absences: [], matters: [] };
  expect(loadsOf({ ...facts, clerks: [clerk(BOSS, '长', 'supervisor')] })).toEqual([]);
});
