import { expect, test } from 'vitest';
import { secondsLeft } from './idle.ts';
import { layoutOf, pageOf } from './layout.ts';

test('the wheelchair layout keeps what is touched in the lower half of every screen', () => {
  expect(layoutOf(1080, 1920, false).shape).toBe('tall');
  expect(layoutOf(1080, 1920, true).shape).toBe('wide');
  expect(layoutOf(1280, 1024, false).shape).toBe('wide');
  expect(layoutOf(1280, 1024, true).shape).toBe('strip');
});

test('a list is cut into pages and none is empty', () => {
  const thirty = Array.from({ length: 30 }, (_, i) => i);
  expect(pageOf(thirty, 0, 9)).toMatchObject({ page: 0, pages: 4 });
  expect(pageOf(thirty, 99, 9).shown).toEqual([27, 28, 29]);
  expect(pageOf([], 0, 9)).toEqual({ shown: [], page: 0, pages: 1 });
});

test('the kiosk returns after 30 s and shows the last ten', () => {
  expect(secondsLeft(0)).toBeNull();
  expect(secondsLeft(19_000)).toBeNull();
  expect(secondsLeft(20_000)).toBe(10);
  expect(secondsLeft(29_500)).toBe(1);
  expect(secondsLeft(31_000)).toBe(0);
});
