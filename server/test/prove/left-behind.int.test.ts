import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { eventually, MONDAY_9, PASSWORD } from '../harness.ts';
import { childHall } from '../house/child-hall.ts';
import { testHallData } from '../test-data.ts';
import { endRedisUnder, ownTemporaryFolder, redisUnder } from './left-behind.ts';

const plan = { data: testHallData(), password: PASSWORD, nowMs: MONDAY_9 + 60_000, runs: true };

it('a hall that was killed leaves its Redis until the folder is cleaned, and a machine that lost its power none', async () => {
  const killed = childHall(plan);
  await killed.start();
  await killed.kill();
  expect(redisUnder(killed.dir)).toHaveLength(1);
  await killed.clean();
  await eventually(() => expect(redisUnder(killed.dir)).toEqual([]));
  const cut = childHall(plan, { afterKill: () => {} });
  await cut.start();
  await cut.kill();
  await eventually(() => expect(redisUnder(cut.dir)).toEqual([]));
  await cut.clean();
});

it('what a run that was killed left is ended and removed by the next one', async () => {
  const ended = spawn(process.execPath, ['-e', '']);
  await once(ended, 'exit');
  const folder = mkdtempSync(join(tmpdir(), `sw-${ended.pid}-`));
  process.env.TMPDIR = folder;
  const hall = childHall(plan);
  process.env.TMPDIR = dirname(folder);
  await hall.start();
  await hall.kill();
  const disk = mkdtempSync(join(folder, 'disk-'));
  expect(spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk]).status).toBe(0);
  ownTemporaryFolder()();
  await eventually(() => expect(redisUnder(folder)).toEqual([]));
  expect(existsSync(folder)).toBe(false);
});

it('a Redis that a run leaves is ended and named', async () => {
  const end = ownTemporaryFolder();
  const folder = tmpdir();
  const hall = childHall(plan);
  await hall.start();
  await hall.kill();
  expect(hall.dir.startsWith(join(folder, '/'))).toBe(true);
  expect(end).toThrow(/left running: 1 redis-server \(pids \d+\)/);
  await eventually(() => expect(redisUnder(folder)).toEqual([]));
  expect(endRedisUnder(folder)).toEqual([]);
});
