import { expect, test } from 'vitest';
import { holdStill } from './held-rows.ts';

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
