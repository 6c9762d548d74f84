import { expect, test } from 'vitest';
import { clockTime, closerOffset, dayOf, runningTime } from './hall-time.ts';

test("[T2] times and days are the hall's, across midnight", () => {
  expect(clockTime('2026-11-22T16:05:00.000Z')).toBe('00:05');
  expect(dayOf('2026-11-22T16:05:00.000Z')).toBe('2026-11-23');
  expect([runningTime(65_000), runningTime(3_750_000)]).toEqual(['01:05', '1:02:30']);
});

test("the hall's clock is taken from the push that was under way least", () => {
  const first = closerOffset(null, '2026-11-23T01:00:00.000Z', Date.parse('2026-11-23T01:00:09.000Z'));
  const second = closerOffset(first, '2026-11-23T01:01:00.000Z', Date.parse('2026-11-23T01:01:01.000Z'));
  expect([first, second]).toEqual([-9_000, -1_000]);
  expect(closerOffset(second, '2026-11-23T01:02:00.000Z', Date.parse('2026-11-23T01:02:07.000Z'))).toBe(-1_000);
});
