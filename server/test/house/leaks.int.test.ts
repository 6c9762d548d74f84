import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { Redis } from 'ioredis';
import { afterEach, expect, it } from 'vitest';
import { hallRecord } from '../../hall/tables/hall-record.ts';
import { startTestHall } from '../harness.ts';
import { leftOpenSince, socketIn, whatIsOpen } from '../left-open.ts';

const ends: (() => unknown)[] = [];
const before = whatIsOpen();
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
  // The next test begins without what this one left.
  expect(await leftOpenSince(before)).toEqual([]);
});

it('a hall that leaves nothing open stops without a complaint', async () => {
  const hall = await startTestHall();
  await hall.kiosk();
  await hall.stop();
});

it.each([
  ['an hour', 3_600_000],
  ['a second', 1_000],
])('a timer of %s that is left running is named when the hall stops', async (_, ms) => {
  const hall = await startTestHall();
  const timer = setTimeout(() => {}, ms);
  ends.push(() => clearTimeout(timer));
  await expect(hall.stop()).rejects.toThrow('1 × Timeout');
});

it('a socket and its server that are left open are named when the hall stops', async () => {
  const hall = await startTestHall();
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  ends.push(() => new Promise((resolve) => server.close(resolve)));
  await expect(hall.stop()).rejects.toThrow('1 × TCPServerWrap');
});

it.each([
  ['that the hall waits for', false],
  ['that goes on by itself', true],
])('a child process %s is named with its command when the hall stops', async (_, detached) => {
  const hall = await startTestHall();
  const child = spawn('sleep', ['60'], { stdio: 'ignore', detached });
  ends.push(() => ended(child));
  await once(child, 'spawn');
  if (detached) child.unref();
  await expect(hall.stop()).rejects.toThrow(`child process ${child.pid}: sleep 60`);
});

it('a key in the hall’s Redis that is not the hall’s own is named before Redis stops', async () => {
  const hall = await startTestHall();
  const redis = new Redis({ path: socketIn(hall.dir) });
  const { key } = hall.system.hall.read(hallRecord).get();
  await redis.mset('stray', '1', `hall${key}`, '1', `{hall${key}}:later:own`, '1');
  redis.disconnect();
  await expect(hall.stop()).rejects.toThrow(/keys outside \{hall\w+\}: (stray, hall\w+|hall\w+, stray)$/);
});

it('[D2] a board with a change that no push told is named when the hall stops', async () => {
  const hall = await startTestHall();
  const { db } = hall.system.store;
  // What no commit told is on no follower's board.
  db.prepare(`UPDATE counters SET label = 'untold' WHERE id = 'c1'`).run();
  hall.system.store.reread();
  await expect(hall.stop()).rejects.toThrow(/board (display|staff)/);
});

function ended(child: ChildProcess): Promise<unknown> {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  return gone;
}
