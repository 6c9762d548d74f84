import { expect, test } from 'vitest';
import { PROTOCOL, type Snapshot } from '../schema/board.ts';
import type { Letter } from '../schema/ids.ts';
import type { CallRow } from '../schema/line/rows.ts';
import { type Announcer, hear, lastCalls, quiet, spoken } from './announcer.ts';

const T0 = Date.parse('2026-11-23T02:00:00.000Z');
const instant = (seconds: number) => new Date(T0 + seconds * 1_000).toISOString();

function call(seq: number, number: string, atSecond: number, counterLabel = '3', callNo = 1): CallRow {
  return { id: String(seq), seq, at: instant(atSecond), number, letter: number[0] as Letter, counterLabel, callNo };
}

function board(
  atSecond: number,
  calls: CallRow[],
  seq = Math.max(0, ...calls.map((one) => one.seq)),
): Snapshot<'display'> {
  return {
    board: 'display',
    v: PROTOCOL,
    seq,
    at: instant(atSecond),
    rows: { hall: [], settings: [], openings: [], queues: [], counters: [], calls },
  };
}

/** Speaks everything that is there and says in which order. */
function speakAll(state: Announcer): { order: string[]; state: Announcer } {
  const order: string[] = [];
  let now = state;
  while (now.current) {
    order.push(now.current.number);
    now = spoken(now);
  }
  return { order, state: now };
}

const atWork = hear(quiet, board(0, [call(5, 'A001', -5)]));

test('[D1] the calls of the first board are not spoken', () => {
  expect(atWork.current).toBeNull();
  expect(atWork.waiting).toEqual([]);
});

test('[D1] each call is spoken in full: the next one waits and never overwrites', () => {
  const two = hear(atWork, board(1, [call(6, 'A002', 1), call(7, 'B001', 1, '4')]));
  expect(two.current?.number).toBe('A002');
  const three = hear(two, board(2, [call(6, 'A002', 1), call(7, 'B001', 1, '4'), call(8, 'A003', 2)]));
  expect(three.current?.number).toBe('A002');
  const { order, state } = speakAll(three);
  expect(order).toEqual(['A002', 'B001', 'A003']);
  expect(state.spokenSeq).toBe(8);
});

test('[D1] a board that brings nothing new speaks nothing twice', () => {
  const rows = [call(6, 'A002', 1)];
  const once = speakAll(hear(atWork, board(1, rows))).state;
  expect(hear(once, board(3, rows, 9)).current).toBeNull();
});

test('[D1][T6] a recall of the same number is a call of its own', () => {
  const rows = [call(6, 'A002', 1), call(9, 'A002', 25, '3', 2)];
  expect(speakAll(hear(hear(atWork, board(1, rows.slice(0, 1))), board(25, rows))).order).toEqual(['A002', 'A002']);
});

test('[D1] after a lost line only missed calls younger than 60 s are spoken', () => {
  const back = hear(
    atWork,
    board(300, [call(6, 'A002', 100), call(7, 'A003', 240), call(8, 'A004', 241), call(9, 'A005', 299)]),
  );
  expect(speakAll(back).order).toEqual(['A004', 'A005']);
});

test('[D1] what has lined up is spoken however long the line of calls is', () => {
  let state = atWork;
  const rows: CallRow[] = [];
  for (let seq = 6; seq < 46; seq++) {
    rows.push(call(seq, `A${seq}`, seq));
    state = hear(state, board(seq, rows));
  }
  expect(speakAll(state).order).toHaveLength(40);
});

test('[D1] a call is heard though the board’s own seq ran ahead of it', () => {
  expect(hear(hear(quiet, board(0, [], 40)), board(1, [call(7, 'A002', 1)], 41)).current?.number).toBe('A002');
});

test('[D1] neither a restored ledger nor a clock set back silences new calls or repeats old ones', () => {
  const restored = [call(2, 'A001', 399), call(3, 'A002', 401)];
  expect(speakAll(hear(atWork, board(401, restored))).order).toEqual(['A001', 'A002']);
  const spokenOnce = speakAll(hear(atWork, board(401, restored))).state;
  expect(hear(spokenOnce, board(402, restored)).current).toBeNull();
  const setBack = [call(5, 'A001', -5), call(6, 'A002', -300)];
  expect(speakAll(hear(atWork, board(-299, setBack))).order).toEqual(['A002']);
});

test('[D1] the last six stay, newest first, each number once and none before its turn', () => {
  const rows = Array.from({ length: 9 }, (_, i) => call(6 + i, `A00${i}`, i));
  const again = [...rows, call(30, 'A007', 30, '5', 2)];
  const state = spoken(hear(hear(atWork, board(9, rows)), board(30, again)));
  const shown = lastCalls(state, again, 6).map((one) => one.number);
  expect(shown).toEqual(['A001', 'A000']);
  const { state: after } = speakAll(state);
  expect(lastCalls(after, again, 6).map((one) => `${one.number}@${one.counterLabel}`)).toEqual([
    'A007@5',
    'A008@3',
    'A006@3',
    'A005@3',
    'A004@3',
    'A003@3',
  ]);
});
