import { expect, it } from 'vitest';
import { createPatience } from './patience.ts';

const never = () => false;

it('[S2] visitors who wait for a page go on in the order in which they came, each key in a line of its own', async () => {
  let free = 0;
  const limit = async (key: string) => (key === 'other' || free-- > 0 ? null : 1);
  const wait = createPatience(limit, 10, 5);
  const gone: number[] = [];
  const all = [1, 2, 3].map((n) => wait('hall', never).then(() => gone.push(n)));
  expect(await wait('other', never)).toBe(true);
  expect(gone).toEqual([]);
  free = 1_000;
  await Promise.all(all);
  expect(gone).toEqual([1, 2, 3]);
});

it('[S2] whoever has gone takes nobody’s place, and one more than may wait is told at once', async () => {
  let isOpen = false;
  const asked: string[] = [];
  const limit = async (key: string) => {
    asked.push(key);
    return isOpen ? null : 1;
  };
  const wait = createPatience(limit, 3, 2);
  let isGone = false;
  const [first, second] = [wait('hall', () => isGone), wait('hall', never)];
  expect(await wait('hall', never)).toBe(false);
  const other = wait('other', never);
  expect(await wait('third', never)).toBe(false);
  isGone = true;
  isOpen = true;
  expect(await Promise.all([first, second, other])).toEqual([false, true, true]);
  expect(asked).not.toContain('third');
  expect(await wait('third', never)).toBe(true);
});

it('[S2] a fault of one who waits is its own: the next goes on, and its place is free again', async () => {
  let faults = 1;
  const limit = async () => {
    if (faults-- > 0) throw new Error('limit');
    return null;
  };
  const wait = createPatience(limit, 2, 2);
  const [first, second] = [wait('hall', never), wait('hall', never)];
  await expect(first).rejects.toThrow('limit');
  expect(await second).toBe(true);
  expect(await Promise.all([wait('hall', never), wait('hall', never)])).toEqual([true, true]);
});
