import { expect, test } from 'vitest';
import { clockTime, dayAndTime, fromTo, localDay, longDay, shortDate } from './hours.ts';

const evening = '2026-11-22T16:30:00.000Z'; // half past midnight of the 23rd in the hall

test('[T2] a screen says the hall’s local time, whatever zone the machine has', () => {
  expect(clockTime(evening)).toBe('00:30');
  expect(localDay(evening)).toBe('2026-11-23');
  expect(fromTo({ startsAt: '2026-11-23T00:30:00.000Z', endsAt: '2026-11-23T04:00:00.000Z' })).toBe('08:30–12:00');
});

test('[A4] days are said in the reader’s language', () => {
  expect(longDay(evening, 'zh-Hans')).toBe('11月23日 星期一');
  expect(longDay(evening, 'en')).toBe('Monday 23 November');
  expect(shortDate('2026-11-30', 'zh-Hant')).toBe('11月30日');
});

test('[H3] today and tomorrow are called so', () => {
  const now = Date.parse(evening);
  expect(dayAndTime('2026-11-23T10:00:00.000Z', now, 'zh-Hans')).toBe('今天 18:00');
  expect(dayAndTime('2026-11-24T01:00:00.000Z', now, 'zh-Hant')).toBe('明天 09:00');
  expect(dayAndTime('2026-11-28T01:00:00.000Z', now, 'zh-Hans')).toBe('11月28日 星期六 09:00');
});
