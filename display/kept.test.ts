import { expect, test } from 'vitest';
import type { Letter } from '../schema/ids.ts';
import type { QueueRow } from '../schema/line/rows.ts';
import { keptLines } from './kept.ts';
import { say } from './words/say.ts';

const NOON = Date.parse('2026-11-24T04:10:00.000Z');
const queue = (id: string, kept: QueueRow['kept'], waiting = 0): QueueRow => ({
  id: id as Letter,
  names: { 'zh-Hans': id, 'zh-Hant': id, en: id },
  waiting,
  away: 0,
  openCounters: 0,
  lastNumber: null,
  range: null,
  closing: null,
  open: kept === null,
  kept,
});
const lines = (queues: QueueRow[], language: 'zh-Hans' | 'en' = 'zh-Hans') =>
  keptLines(queues, NOON, language, say(language));
const afternoon = { count: 2, startsAt: '2026-11-24T05:00:00.000Z' };
const thursday = { count: 1, startsAt: '2026-11-26T01:00:00.000Z' };

test('[T10] the display says until when waiting numbers are kept, and nothing where all are called', () => {
  expect(lines([queue('A', null, 3), queue('B', null)])).toEqual([]);
  expect(lines([queue('A', afternoon), queue('B', afternoon)])).toEqual([
    '现在停止叫号，13:00\u00a0继续，号码和次序不变。',
  ]);
  expect(lines([queue('A', thursday)])).toEqual(['今天已停止叫号，未办的号票保留到 11月26日 星期四 09:00。']);
});

test('[T12] queues that go on at different times, or beside others that are called, are named', () => {
  expect(lines([queue('C', thursday), queue('A', thursday), queue('B', afternoon)], 'en')).toEqual([
    'B: Nobody is called now; calling goes on at 13:00, numbers and places are kept.',
    'A C: Calling has ended for today; waiting numbers are kept until Thursday 26 November 09:00.',
  ]);
  expect(lines([queue('A', { count: 1, startsAt: null }), queue('B', null, 4)])).toEqual([
    'A：已停止叫号，未办的号票保留。以后的开放时间请电话咨询。',
  ]);
});
