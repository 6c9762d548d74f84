import { expect, test } from 'vitest';
import { followingOf, meaningOf, missingOf } from './meaning.ts';

const item = (id: string) => ({ id, 'zh-Hans': id, 'zh-Hant': id });
const matter = { materials: [item('a'), item('b')], limitDays: 20 };

test('[C7] [C16] all that lies there is an acceptance, a part of it a notice, and nothing ticked no conclusion yet', () => {
  expect(meaningOf(matter, [])).toBeNull();
  expect(meaningOf(matter, ['b'])).toBe('notice');
  expect(meaningOf(matter, ['b', 'a'])).toBe('accepted');
  expect(meaningOf({ ...matter, limitDays: 0 }, ['a', 'b'])).toBe('done');
  expect(meaningOf({ ...matter, materials: [] }, [])).toBe('accepted');
  expect(missingOf(matter, ['b'])).toEqual(['a']);
});

test('[C13] where all that is missing may follow, what is ticked is an acceptance, and else a notice', () => {
  const follows = { ...matter, materials: [item('a'), { ...item('b'), mayFollow: true }] };
  expect(meaningOf(follows, ['a'])).toBe('accepted');
  expect(followingOf(follows, ['a'])).toEqual(['b']);
  expect(meaningOf(follows, ['b'])).toBe('notice');
  expect(followingOf(follows, ['b'])).toEqual([]);
  expect(followingOf(follows, ['a', 'b'])).toEqual([]);
  expect(followingOf(follows, [])).toEqual([]);
  expect(meaningOf({ ...follows, limitDays: 0 }, ['a'])).toBe('notice');
});
