import { expect, test } from 'vitest';
import type { MyCase } from '../../schema/api.ts';
import { bySoonest, holdStill, urgencyOf } from './case-order.ts';

const one = (number: string, part: Partial<MyCase>) =>
  ({ number, phase: 'accepted', dueOn: null, daysLeft: null, offer: null, ...part }) as MyCase;

test('rows do not move under the hand: the gone stay in their place, the new come last', () => {
  const shown = ['a', 'b', 'c'].map((id) => ({ row: { id, phase: 'old' }, gone: false }));
  const live = ['new', 'c', 'a'].map((id) => ({ id, phase: 'live' }));
  const held = holdStill(shown, live);
  expect(held.map(({ row, gone }) => `${row.id} ${row.phase} ${gone}`)).toEqual([
    'a live false',
    'b old true',
    'c live false',
    'new live false',
  ]);
});

test('a list that is not held shows what is live, in its order', () => {
  expect(holdStill([], [{ id: 'b' }, { id: 'a' }]).map(({ row }) => row.id)).toEqual(['b', 'a']);
});

test('[C9] cases: offers to me, then the soonest clock, then those without a limit, the closed last', () => {
  const offer = { toMe: true } as MyCase['offer'];
  const cases = [
    one('closed', { phase: 'closed', dueOn: '2026-11-01' }),
    one('none', {}),
    one('later', { dueOn: '2026-12-01' }),
    one('sooner', { dueOn: '2026-11-20' }),
    one('offer', { dueOn: '2026-12-30', offer }),
  ];
  expect(bySoonest(cases).map((each) => each.number)).toEqual(['offer', 'sooner', 'later', 'none', 'closed']);
});

test('[C10] overdue is red, the last two working days are amber, the due day itself is not overdue', () => {
  const urgency = (daysLeft: number | null) => urgencyOf({ phase: 'accepted', daysLeft });
  expect([-1, 0, 2, 3, null].map(urgency)).toEqual(['overdue', 'soon', 'soon', 'calm', 'none']);
  expect(urgencyOf({ phase: 'closed', daysLeft: -4 })).toBe('over');
});
