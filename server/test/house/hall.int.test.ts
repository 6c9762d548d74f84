import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { CLOCK } from '../../../schema/who.ts';
import { openFolder } from '../../hall-folder.ts';
import { movedByHand } from '../../ledger/clock.ts';
import type { Hall } from '../../ledger/hall.ts';
import { setUpHall } from '../../set-up.ts';
import { openHall } from '../../subjects.ts';
import { testHallData } from '../test-data.ts';

const BEFORE_MIDNIGHT = Date.parse('2026-11-23T15:59:59.000Z');
let dir: string;
let hall: Hall;
let close: () => void;
let looks = 0;
let nowMs = Date.parse('2026-11-20T01:00:00.000Z');
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'shouwen-hall-'));
  const { store, release } = openFolder(dir);
  // Each look at this clock is a second later than the one before.
  hall = openHall(store, { readings: movedByHand(() => nowMs + 1_000 * looks++) });
  close = () => {
    store.close();
    release();
    rmSync(dir, { recursive: true, force: true });
  };
  await setUpHall(hall, testHallData(), { sample: false, password: 'a-password-for-tests' });
  nowMs = BEFORE_MIDNIGHT;
  looks = 0;
});
afterEach(() => close());

it('[T2] a command reads one clock: what it looks at last is of the instant and the day on which it began', async () => {
  const seen = await hall.commit({ command: 'look', requestId: null, actor: CLOCK }, (tx) => ({
    first: [tx.nowMs, tx.day],
    outside: hall.look(({ day }) => day),
    last: [tx.nowMs, tx.day, tx.now],
  }));
  expect(seen).toEqual({
    first: [BEFORE_MIDNIGHT, '2026-11-23'],
    outside: '2026-11-24',
    last: [BEFORE_MIDNIGHT, '2026-11-23', '2026-11-23T15:59:59.000Z'],
  });
});

it('[T2] a command that fails lets the clock go on, and the next one has its own instant', async () => {
  const fails = hall.commit({ command: 'fail', requestId: null, actor: CLOCK }, () => {
    throw new Error('of the test');
  });
  await expect(fails).rejects.toThrow('of the test');
  const of = () => hall.commit({ command: 'look', requestId: null, actor: CLOCK }, (tx) => ({ day: tx.day }));
  expect(await Promise.all([of(), of()])).toEqual([{ day: '2026-11-24' }, { day: '2026-11-24' }]);
  expect(hall.look(({ day }) => day)).toBe('2026-11-24');
});
