import { expect, test } from 'vitest';
import { gapIn, plain, unbroken } from './unbroken.ts';

test('[A4] no line ends between a figure and its unit, and every other space stays as it is', () => {
  expect(unbroken('前面还有 3 人，A001 的 2 项')).toBe('前面还有 3\u00a0人，A001\u00a0的 2\u00a0项');
  expect(plain(unbroken('前面还有 3 人'))).toBe('前面还有 3 人');
  expect(unbroken('Waiting: 3 people, 12:00')).toBe('Waiting: 3 people, 12:00');
});

test('[A4] between two sentences stands a space in English and nothing in Chinese', () => {
  expect(['zh-Hans', 'zh-Hant', 'en'].map(gapIn)).toEqual(['', '', ' ']);
});
