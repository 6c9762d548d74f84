import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { adoptRows } from '../../adopt-rows.ts';
import { openFolder } from '../../hall-folder.ts';
import { readMark } from '../../ledger/file/in-use.ts';
import { bringUpToDate } from '../../ledger/rebuild.ts';
import type { Store } from '../../ledger/store.ts';
import { STREAMS } from '../../subjects.ts';
import { startTestHall } from '../harness.ts';
import { redisUnder } from '../prove/left-behind.ts';
import { asOlderFile } from './older-file.ts';

const KIB = 1_024;
const FULL = /^the disk of .* is full; make room on it, and start again$/;

/** A disk of its own, of 40 MB. */
let disk: string;
let dir: string;

beforeEach(() => {
  disk = mkdtempSync(join(tmpdir(), 'shouwen-disk-'));
  dir = join(disk, 'data');
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=40m,mode=700', 'tmpfs', disk], { encoding: 'utf8' });
  expect(mounted.status, `a disk of its own is needed for this test: ${mounted.stderr}`).toBe(0);
});
afterEach(() => {
  spawnSync('umount', ['--lazy', disk]);
  rmSync(disk, { recursive: true, force: true });
});

function start(use: (store: Store) => void = () => {}): void {
  const { store, release } = openFolder(dir);
  use(store);
  store.close();
  release();
}

/** Runs this with so much of the disk left, and makes room again. */
async function withRoom<T>(bytes: number, run: () => T | Promise<T>): Promise<T> {
  const { bavail, bsize } = statfsSync(disk);
  const other = join(disk, 'somebody-else');
  writeFileSync(other, Buffer.alloc(Math.max(0, bavail * bsize - bytes)));
  try {
    return await run();
  } finally {
    rmSync(other);
  }
}

/** What a start answers on such a disk: the sentence of its refusal, or null. */
function refusal(bytes: number): Promise<string | null> {
  return withRoom(bytes, () => {
    try {
      start();
      return null;
    } catch (fault) {
      return (fault as Error).message;
    }
  });
}

const contents = () =>
  Object.fromEntries(
    readdirSync(dir)
      .filter((name) => name !== 'lock.db')
      .map((name) => [name, readFileSync(join(dir, name), 'hex')]),
  );

it('[S1] a start on a full disk is refused with one sentence and changes nothing, however little room is left', async () => {
  start();
  const before = contents();
  const refusals: number[] = [];
  for (let left = 0; left <= 80 * KIB; left += 4 * KIB) {
    const said = await refusal(left);
    if (said === null) continue;
    expect(said, `${left} bytes left`).toMatch(FULL);
    expect(contents(), `${left} bytes left`).toEqual(before);
    refusals.push(left);
  }
  // The index of SQLite's log alone takes 32 KiB.
  expect(refusals).toEqual(expect.arrayContaining([0, 4 * KIB, 32 * KIB, 40 * KIB]));
  start();
});

it('[S1] a first start that a full disk cuts off is refused with one sentence, and goes on when there is room', async () => {
  for (const left of [0, 4, 8, 12, 16, 40, 44, 48, 100, 200, 400]) {
    expect(await refusal(left * KIB), `${left} KiB left`).toMatch(FULL);
    start();
    expect(readMark(dir)).toBeNull();
    rmSync(dir, { recursive: true });
  }
});

it('[S1] a file of an older program that a full disk keeps from being brought up to date is left as it was', async () => {
  start();
  // The keys' check came with 0014: a file with it is a hall's before anybody set it up.
  asOlderFile(join(dir, 'hall.db'), 20, disk);
  const before = contents();
  expect(await refusal(100 * KIB)).toMatch(FULL);
  expect(contents()).toEqual(before);
  start();
});

it('[S1] a start whose read tables a full disk does not take is refused with one sentence, and its Redis ends', async () => {
  start();
  await expect(withRoom(80 * KIB, () => startTestHall({ dir }))).rejects.toThrow(FULL);
  await expect.poll(() => redisUnder(dir)).toEqual([]);
});

it('[S1] a start is refused with one sentence where a full disk does not take the set-up', async () => {
  start((store) => bringUpToDate(store, STREAMS, adoptRows));
  await expect(withRoom(80 * KIB, () => startTestHall({ dir }))).rejects.toThrow(FULL);
  const hall = await startTestHall({ dir });
  expect(hall.welcome.passwords.length).toBeGreaterThan(0);
  await hall.stop();
});
