import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Day } from '../../../schema/ids.ts';
import { newRequestId } from '../../../web/client.ts';
import { eventually, PASSWORD, refusalCode, startTestHall, type TestHall } from '../harness.ts';

const wish = () => ({ requestId: newRequestId() });
const DAY_OFF = { hallDay: { day: '2026-12-01' as Day, kind: 'off', reason: '停电' } } as const;

let dir: string;
let hall: TestHall;

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'shouwen-disk-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=40m,mode=700', 'tmpfs', dir], { encoding: 'utf8' });
  expect(mounted.status, `a disk of its own is needed for this test: ${mounted.stderr}`).toBe(0);
  hall = await startTestHall({ dir });
});
afterEach(async () => {
  // A disk that stays mounted after a failed test is in the way of every later run.
  rmSync(join(dir, 'somebody-else'), { force: true });
  try {
    await hall.stop();
  } finally {
    spawnSync('umount', ['--lazy', dir]);
    rmSync(dir, { recursive: true, force: true });
  }
});

const readyz = async () => {
  const answer = await fetch(`${hall.origin}/readyz`);
  return { status: answer.status, body: (await answer.json()) as { phase: string; troubles: { id: string }[] } };
};

/** Leaves so many bytes of the disk. */
function fill(left: number): string {
  const { bavail, bsize } = statfsSync(dir);
  const file = join(dir, 'somebody-else');
  writeFileSync(file, Buffer.alloc(Math.max(0, bavail * bsize - left)));
  return file;
}

it('[A3] a disk that runs full warns first, then stops the hall with a sentence, and goes on by itself when room is made', async () => {
  const kiosk = await hall.kiosk();
  const staff = hall.follow(await hall.clerk('boss'), 'staff');
  const issue = () => kiosk.tickets.issue({ ...wish(), matterIds: ['A-1' as never], care: false, printing: false });
  const told = () => staff.snapshot().rows.troubles.map(({ id }) => id);
  await eventually(() => expect(staff.snapshot()).toBeTruthy());
  await issue();

  // A tenth of 40 MB is 4 MB, a twentieth 2 MB.
  const file = fill(3 * 1_048_576);
  hall.system.look();
  expect(await readyz()).toMatchObject({ status: 200, body: { phase: 'degraded', troubles: [{ id: 'disk-low' }] } });
  await eventually(() => expect(told()).toEqual(['disk-low']));
  await issue();

  fill(0);
  rmSync(file);
  fill(1_048_576);
  hall.system.look();
  expect(await readyz()).toMatchObject({ status: 503, body: { phase: 'not-ready', troubles: [{ id: 'disk-full' }] } });
  await eventually(() => expect(told()).toEqual(['disk-full']));
  const before = hall.system.hall.ledger.head();
  for (const [language, sentence] of [
    ['zh-Hans', '系统暂时不能登记，请到窗口咨询工作人员。'],
    ['en', 'The hall’s system cannot take anything in now; please ask at a counter.'],
  ] as const) {
    const answer = await fetch(`${hall.origin}/api/tickets`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'accept-language': language,
        cookie: hall.cookieOf(kiosk),
      },
      body: JSON.stringify({ ...wish(), matterIds: ['A-1'], care: false, printing: false }),
    });
    expect(answer.status).toBe(503);
    expect(await answer.json()).toMatchObject({ code: 'hall-stopped', message: sentence });
  }
  expect(hall.system.hall.ledger.head()).toBe(before);

  rmSync(file);
  hall.system.look();
  expect(await readyz()).toMatchObject({ status: 200, body: { phase: 'ready' } });
  await eventually(() => expect(told()).toEqual([]));
  expect((await issue()).number).toBe('A003');
});

it('[A3] the file that keeps room is given back when the disk runs full, and taken again in full when there is room', async () => {
  const { blocks, bsize } = statfsSync(dir);
  const kept = Math.floor(blocks * bsize * 0.02);
  const reserve = () => statSync(join(dir, 'reserve'), { throwIfNoEntry: false })?.size ?? 0;
  const free = () => statfsSync(dir).bavail * bsize;
  const isTaken = () => expect(reserve()).toBeGreaterThanOrEqual(kept);
  await eventually(isTaken, 20_000);

  const file = fill(3 * 1_048_576);
  hall.system.look();
  expect((await readyz()).body.troubles).toMatchObject([{ id: 'disk-low' }]);
  isTaken();

  rmSync(file);
  fill(1_048_576);
  const before = free();
  hall.system.look();
  expect((await readyz()).body.troubles).toMatchObject([{ id: 'disk-full' }]);
  expect(reserve()).toBe(0);
  expect(free() - before).toBeGreaterThanOrEqual(kept - bsize);

  rmSync(file);
  hall.system.look();
  expect(await readyz()).toMatchObject({ status: 200, body: { phase: 'ready' } });
  await eventually(isTaken, 20_000);
});

it('[A3] an administrator moves both limits of a small disk, and the next look goes by them', async () => {
  const admin = await hall.clerk('admin');
  const change = (settings: object) => admin.settings.change({ ...wish(), settings });
  fill(8 * 1_048_576);
  hall.system.look();
  expect((await readyz()).body).toMatchObject({ phase: 'ready', troubles: [] });
  // A quarter of 40 MB is 10 MB.
  await change({ diskLowShare: 0.25 });
  hall.system.look();
  expect((await readyz()).body.troubles).toMatchObject([{ id: 'disk-low' }]);
  rmSync(join(dir, 'somebody-else'));
  fill(3 * 1_048_576);
  hall.system.look();
  expect((await readyz()).body.troubles).toMatchObject([{ id: 'disk-low' }]);
  // A tenth is 4 MB.
  await change({ diskStopShare: 0.1 });
  hall.system.look();
  expect((await readyz()).body).toMatchObject({ phase: 'not-ready', troubles: [{ id: 'disk-full' }] });
});

it('[A3] a hall that stopped for its disk takes the limits of the disk from an administrator who signs in, and a password, and nothing else', async () => {
  const before = await hall.clerk('admin');
  await before.settings.change({ ...wish(), settings: { diskStopShare: 0.09 } });
  fill(3 * 1_048_576);
  hall.system.look();
  expect((await readyz()).body).toMatchObject({ phase: 'not-ready', troubles: [{ id: 'disk-full' }] });
  const admin = await hall.clerk('admin');
  const change = (settings: object) => admin.settings.change({ ...wish(), settings });
  expect(await refusalCode(change({ callGapMs: 9_000 }))).toBe('hall-stopped');
  expect(await refusalCode(change({ diskStopShare: 0.01, callGapMs: 9_000 }))).toBe('hall-stopped');
  expect(await refusalCode(before.calendar.change({ ...wish(), change: DAY_OFF }))).toBe('hall-stopped');
  // Whoever has to change a password first gets no further without.
  const another = { present: PASSWORD, next: 'another-long-password' };
  expect(await refusalCode((await hall.clerk('one')).session.changePassword(another))).toBe('accepted');
  // The hundredth of 40 MB is less than what is free.
  await change({ diskStopShare: 0.01 });
  hall.system.look();
  expect((await readyz()).body).toMatchObject({ phase: 'degraded', troubles: [{ id: 'disk-low' }] });
  await change({ callGapMs: 9_000 });
});

it('[A3] a hall whose file is damaged takes no limit of the disk either, and lets nobody sign in', async () => {
  const admin = await hall.clerk('admin');
  hall.system.hall.condition.tell('disk-full', { free: '1 MB' });
  hall.system.hall.condition.tell('file-damaged', { why: 'x' });
  expect(await refusalCode(admin.settings.change({ ...wish(), settings: { diskStopShare: 0.01 } }))).toBe(
    'hall-stopped',
  );
  await expect(hall.clerk('boss')).rejects.toThrow('503');
  hall.system.hall.condition.tell('file-damaged', null);
  hall.system.hall.condition.tell('disk-full', null);
});

it('[A2] [A3] a disk that is full before anybody looked refuses with a sentence, and nothing acknowledged is lost', async () => {
  const kiosk = await hall.kiosk();
  const issue = () => kiosk.tickets.issue({ ...wish(), matterIds: ['A-1' as never], care: false, printing: false });
  const given: string[] = [(await issue()).number];
  const file = fill(0);
  // The file's log has room for some more.
  let refused: unknown = null;
  for (let n = 0; n < 2_000 && !refused; n++) {
    await issue().then(
      ({ number }) => given.push(number),
      (error: unknown) => {
        refused = error;
      },
    );
  }
  expect(refused).toMatchObject({ code: 'hall-stopped', status: 503 });
  expect((await readyz()).status).toBe(503);
  rmSync(file);
  hall.system.look();
  expect((await readyz()).status).toBe(200);
  given.push((await issue()).number);
  expect(given).toEqual(given.map((_, n) => `A${String(n + 1).padStart(3, '0')}`));
  const stored = hall.system.store.db.prepare('SELECT number FROM tickets ORDER BY issue_no').pluck().all();
  expect(stored).toEqual(given);
});
