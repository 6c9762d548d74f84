import { expect, test } from 'vitest';
import type { TicketRow } from '../schema/board.ts';
import { conclusionOf, EMPTY_DRAFT } from './conclusion.ts';
import { callsByHour } from './hall-figures.ts';
import { clockTime, closerOffset, dayOf, plusDays, runningTime } from './hall-time.ts';
import { csvOf } from './table-file.ts';

test('[C5] a conclusion is complete only with what its kind needs', () => {
  expect(conclusionOf('done', EMPTY_DRAFT)).toEqual({ kind: 'done', note: '' });
  expect(conclusionOf('answered', EMPTY_DRAFT)).toBeNull();
  expect(conclusionOf('not-needed', { ...EMPTY_DRAFT, note: ' ' })).toBeNull();
  const away = { ...EMPTY_DRAFT, place: '区医保局', address: '和润路 30 号' };
  expect(conclusionOf('not-ours', away)).toBeNull();
  expect(conclusionOf('not-ours', { ...away, telephone: '0851-0000 1111' })).toMatchObject({ kind: 'not-ours' });
});

test('[C7] a notice names at least one material, each by its index, in order', () => {
  expect(conclusionOf('notice', EMPTY_DRAFT)).toBeNull();
  expect(conclusionOf('notice', { ...EMPTY_DRAFT, missing: [3, 0] })).toMatchObject({ missing: [0, 3] });
});

test("[T2] times and days are the hall's, across midnight", () => {
  expect(clockTime('2026-11-22T16:05:00.000Z')).toBe('00:05');
  expect(dayOf('2026-11-22T16:05:00.000Z')).toBe('2026-11-23');
  expect(plusDays('2026-12-31', 1)).toBe('2027-01-01');
  expect([runningTime(65_000), runningTime(3_750_000)]).toEqual(['01:05', '1:02:30']);
});

test("the hall's clock is taken from the push that was under way least", () => {
  const first = closerOffset(null, '2026-11-23T01:00:00.000Z', Date.parse('2026-11-23T01:00:09.000Z'));
  const second = closerOffset(first, '2026-11-23T01:01:00.000Z', Date.parse('2026-11-23T01:01:01.000Z'));
  expect([first, second]).toEqual([-9_000, -1_000]);
  expect(closerOffset(second, '2026-11-23T01:02:00.000Z', Date.parse('2026-11-23T01:02:07.000Z'))).toBe(-1_000);
});

test('a spreadsheet cell is quoted where it must be and is never a formula', () => {
  expect(csvOf(['a'], [['1,"2"'], ['=SUM(A1)'], [null], [3]])).toBe('\uFEFFa\r\n"1,""2"""\r\n\'=SUM(A1)\r\n\r\n3\r\n');
});

test('[T2] calls by hour: every hour of the hall between the first and the last has a bar', () => {
  const called = (at: string | null) => ({ calledAt: at }) as TicketRow;
  const tickets = ['2026-11-23T01:10:00.000Z', '2026-11-23T01:50:00.000Z', '2026-11-23T03:00:00.000Z', null].map(
    called,
  );
  expect(callsByHour(tickets)).toEqual([
    { hour: 9, calls: 2 },
    { hour: 10, calls: 0 },
    { hour: 11, calls: 1 },
  ]);
});
