import { expect, test } from 'vitest';
import type { CounterRow, TicketRow } from '../schema/board.ts';
import { conclusionOf, EMPTY_DRAFT } from './conclusion.ts';
import { inSeveralQueues, occupiedAfterClosing, waitedThrough } from './hall-figures.ts';
import { clockTime, closerOffset, dayOf, runningTime } from './hall-time.ts';
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

test('[T7] [T6] the longest wait is of who waited all along; others carry the word why not', () => {
  const ticket = (id: string, part: Partial<TicketRow> = {}) =>
    ({ id, phase: 'waiting', queues: ['A'], passes: 0, misses: 0, carriedIn: false, ...part }) as TicketRow;
  const tickets = [ticket('pass', { passes: 2 }), ticket('missed', { misses: 1 }), ticket('in', { carriedIn: true })];
  expect(tickets.filter(waitedThrough)).toEqual([]);
  expect([...tickets, ticket('all')].find(waitedThrough)?.id).toBe('all');
});

test('[T8] who stands in two queues is counted apart, so that queues may add to more than the hall has', () => {
  const ticket = (queues: string[], phase = 'waiting') => ({ queues, phase }) as unknown as TicketRow;
  expect(inSeveralQueues([ticket(['A']), ticket(['A', 'B']), ticket(['A', 'B'], 'called')])).toBe(1);
});

test('[T12] counters still occupied after closing: the longest first, none that is free or in its opening', () => {
  const counter = (id: string, ticketId: string | null, closingSince: string | null) =>
    ({ id, ticketId, closingSince }) as CounterRow;
  const rows = [counter('1', 'a', '2026-11-23T09:05:00.000Z'), counter('2', 'b', '2026-11-23T09:00:00.000Z')];
  expect(occupiedAfterClosing([...rows, counter('3', null, null), counter('4', 'c', null)])).toEqual([
    rows[1],
    rows[0],
  ]);
});
