import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MatterId } from '../../../schema/ids.ts';
import { localTime } from '../../../schema/time.ts';
import { CLOCK } from '../../../schema/who.ts';
import { newRequestId } from '../../../web/client.ts';
import { planBackup } from '../../hours/acts/plan-backups.ts';
import { createChecks } from '../../keep/checks.ts';
import { manifestOf, readBackups } from '../../keep/manifest.ts';
import { backups } from '../../ledger/tables/backups.ts';
import { restore } from '../../shell/restore/restore.ts';
import { verify } from '../../shell/verify.ts';
import { MONDAY_9, refusalCode, startTestHall, type TestHall } from '../harness.ts';
import { recordingShell } from '../house/shell-fixture.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const wish = () => ({ requestId: newRequestId() });

let root: string;
let dir: string;
let hall: TestHall;
let runs = false;
const names = () => readBackups(join(dir, 'backups')).map(({ name }) => name);
const troubles = () => hall.system.hall.condition.troubles().map(({ id }) => id);

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'shouwen-backups-'));
  dir = join(root, 'data');
  await start();
});
afterEach(async () => {
  // A test that failed half-way leaves neither a server nor a Redis behind.
  if (runs) await hall.system.stop();
  rmSync(root, { recursive: true, force: true });
});

async function start(nowMs = MONDAY_9 + MINUTE): Promise<void> {
  hall = await startTestHall({ dir, nowMs });
  runs = true;
}
function stop(): Promise<void> {
  runs = false;
  return hall.stop();
}

async function issue(): Promise<string> {
  const kiosk = await hall.kiosk();
  const asked = { ...wish(), matterIds: ['A-1' as MatterId], care: false, printing: false };
  return (await kiosk.tickets.issue(asked)).number;
}

const plan = () => hall.system.hall.commit({ command: 'plan', requestId: null, actor: CLOCK }, planBackup);

/** As the ticker of a hall that runs by itself does. */
async function pass(ms: number, step = 15 * MINUTE): Promise<void> {
  for (let gone = 0; gone < ms; gone += step) {
    await hall.clock.advance(step);
    await hall.system.backups.look();
  }
}

describe('a backup by itself', () => {
  it('[A3] [H9] a backup by itself is made every 15 min while an opening runs, and once on a day without one', async () => {
    await plan();
    await pass(45 * MINUTE);
    expect(names()).toEqual(['T0116', 'T0131', 'T0146'].map((time) => expect.stringContaining(time)));
    const asked = () => hall.system.hall.read(backups).open();
    expect(asked()).toEqual([]);
    await hall.clock.advance(7 * HOUR);
    expect(asked()).toEqual(['2026-11-23T08:46:00.000Z']);
    await hall.system.backups.look();
    // From 17:00 on Monday to 09:00 on Tuesday one, after midnight.
    for (let n = 0; n < 64; n++) await hall.clock.advance(15 * MINUTE);
    expect(localTime(hall.clock.nowMs, 'Asia/Shanghai')).toEqual({ day: '2026-11-24', time: '08:46' });
    expect(asked()).toEqual(['2026-11-23T16:01:00.000Z']);
    await hall.clock.advance(15 * MINUTE);
    expect(asked()).toEqual(['2026-11-23T16:01:00.000Z', '2026-11-24T01:01:00.000Z']);
    // One copy answers both.
    await hall.system.backups.look();
    expect(asked()).toEqual([]);
    expect(names()).toHaveLength(5);
    await stop();
  });

  it('[A3] [H9] a backup that was asked for when the hall fell is made after its next start', async () => {
    await plan();
    await hall.clock.advance(15 * MINUTE);
    expect(hall.system.hall.read(backups).open()).toHaveLength(1);
    await stop();
    await start(MONDAY_9 + 20 * MINUTE);
    await hall.system.backups.look();
    expect(names()).toHaveLength(1);
    await stop();
  });

  it('[A3] [S3] a backup by itself is whole, closed to others, and restores to the hall of its instant; its manifest knows the last numbers', async () => {
    expect([await issue(), await issue()]).toEqual(['A001', 'A002']);
    const name = await hall.system.backups.backUp();
    const file = join(dir, 'backups', name);
    const [{ manifest } = { manifest: null }] = readBackups(join(dir, 'backups'));
    expect(manifest).toMatchObject({ bytes: statSync(file).size, events: hall.system.hall.ledger.head() });
    expect(manifest?.numbers).toContainEqual({ kind: 'ticket', day: '2026-11-23', letter: 'A', number: 2 });
    for (const one of [file, manifestOf(file)]) expect(statSync(one).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(dir, 'backups')).sort()).toEqual([name, manifestOf(name)]);
    await issue();
    await stop();
    const shell = recordingShell(dir, () => MONDAY_9 + 30 * MINUTE);
    expect(await restore.run([file], shell)).toBe(0);
    expect(await verify.run([], shell)).toBe(0);
    await start();
    expect(await issue()).toBe('A004');
    await stop();
  });

  it('[A3] what is issued while it runs is taken in, and each copy has what was acknowledged before it', async () => {
    const done = Promise.all([1, 2, 3].map(() => hall.system.backups.backUp()));
    const given = await Promise.all(Array.from({ length: 40 }, issue));
    const before = hall.system.hall.ledger.head();
    expect(new Set(given).size).toBe(40);
    await done;
    const last = await hall.system.backups.backUp();
    expect(readBackups(join(dir, 'backups')).find(({ name }) => name === last)?.manifest.events).toBeGreaterThanOrEqual(
      before,
    );
    expect(names()).toHaveLength(4);
    await stop();
  });

  it('[A3] a copy that is not whole is refused with its reason, and what an earlier end left is taken away', async () => {
    const file = join(dir, 'backups', await hall.system.backups.backUp());
    const checks = createChecks();
    const db = new Database(file);
    db.exec("DROP TRIGGER ledger_no_update; UPDATE ledger SET data = '{}' WHERE seq = 2");
    db.close();
    const check = checks.run({ kind: 'backup', file, at: '2026-11-23T01:00:00.000Z', known: null });
    await expect(check).rejects.toThrow('the ledger is broken at seq 2');
    await checks.close();
    writeFileSync(join(dir, 'backups/hall-20261123T000000Z.db.partial'), 'half');
    await hall.system.backups.backUp();
    expect(existsSync(join(dir, 'backups/hall-20261123T000000Z.db.partial'))).toBe(false);
    await stop();
  });

  it('[A3] supervisors are told at once when one could not be made', async () => {
    writeFileSync(join(dir, 'backups'), 'a file in its place');
    await plan();
    await pass(15 * MINUTE);
    expect(troubles()).toEqual(['backup-late']);
    rmSync(join(dir, 'backups'));
    await pass(15 * MINUTE);
    expect(troubles()).toEqual([]);
    expect(names()).toHaveLength(1);
    await stop();
  });

  it('[A3] after 7 days it is removed, but never the only good one', async () => {
    await hall.system.backups.backUp();
    await plan();
    await pass(15 * MINUTE);
    expect(names()).toHaveLength(2);
    const day = 24 * HOUR;
    await hall.clock.advance(8 * day);
    await hall.system.backups.look();
    expect(names()).toEqual([expect.stringContaining('hall-20261201')]);
    await stop();
  });

  it('[A3] supervisors are told when the last one is too old, while an opening runs and over night, until one is made', async () => {
    await pass(40 * MINUTE, 20 * MINUTE);
    expect(troubles()).toEqual([]);
    await pass(10 * MINUTE, 10 * MINUTE);
    expect(troubles()).toEqual(['backup-late']);
    expect(hall.system.hall.condition.troubles()[0]?.facts).toEqual({ at: '—' });
    await hall.system.backups.backUp();
    await hall.system.backups.look();
    expect(troubles()).toEqual([]);
    await pass(HOUR);
    expect(hall.system.hall.condition.troubles()[0]?.facts).toEqual({ at: '2026-11-23 09:51' });
    await hall.system.backups.backUp();
    // Till Monday evening, and past the end of the opening; on Tuesday the interval counts from its opening on.
    await pass(8 * HOUR, 8 * HOUR);
    expect(troubles()).toEqual([]);
    await pass(15 * HOUR - 10 * MINUTE, 15 * HOUR - 10 * MINUTE);
    expect(localTime(hall.clock.nowMs, 'Asia/Shanghai')).toEqual({ day: '2026-11-24', time: '09:41' });
    expect(troubles()).toEqual([]);
    await pass(10 * MINUTE, 10 * MINUTE);
    expect(troubles()).toEqual(['backup-late']);
    await stop();
  });
});

describe('a hall that looks through its file while it runs', () => {
  it('[S1] a whole one goes on', async () => {
    await issue();
    expect(await hall.system.verify()).toBe(true);
    expect(troubles()).toEqual([]);
    await issue();
    await stop();
  });

  it('[S1] a file that cannot be looked through is told until it was', async () => {
    const keys = join(dir, 'keys');
    renameSync(keys, `${keys}.away`);
    expect(await hall.system.verify()).toBeNull();
    expect(troubles()).toEqual(['not-verified']);
    await issue();
    renameSync(`${keys}.away`, keys);
    expect(await hall.system.verify()).toBe(true);
    expect(troubles()).toEqual([]);
    await stop();
  });

  it('[S1] a damaged one takes nothing more in, says why, and makes no backup of it', async () => {
    const kiosk = await hall.kiosk();
    await issue();
    hall.system.store.db.exec("INSERT INTO number_floors VALUES ('ticket', '2026-11-20', 'A', 9)");
    expect(await hall.system.verify()).toBe(false);
    expect(hall.system.hall.condition.stopped()).toMatchObject({
      id: 'file-damaged',
      facts: { why: expect.stringContaining('number_floors: the table has') },
    });
    const asked = { ...wish(), matterIds: ['A-1' as MatterId], care: false, printing: false };
    expect(await refusalCode(kiosk.tickets.issue(asked))).toBe('hall-stopped');
    expect((await fetch(`${hall.origin}/readyz`)).status).toBe(503);
    hall.system.store.db.exec("INSERT INTO backups (asked_at, day) VALUES ('2026-11-23T01:00:00.000Z', '2026-11-23')");
    await hall.system.backups.look();
    expect(names()).toEqual([]);
    await expect(stop()).rejects.toThrow('number_floors: the table has');
  });

  it('[S1] [A2] verify finds pages that are damaged though the ledger reads well', async () => {
    for (let n = 0; n < 5; n++) await issue();
    await stop();
    const file = join(dir, 'hall.db');
    const db = new Database(file);
    const page = db.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'tickets_number'").pluck().get() as number;
    const size = db.pragma('page_size', { simple: true }) as number;
    db.close();
    const bytes = readFileSync(file);
    // One bit of a key in an index: no statement of the rebuild reads it.
    const at = bytes.lastIndexOf('2026-11-23', page * size);
    expect(at).toBeGreaterThan((page - 1) * size);
    bytes[at + 9]! ^= 1;
    writeFileSync(file, bytes);
    const shell = recordingShell(dir);
    expect(await verify.run([], shell)).toBe(1);
    expect(shell.said.join('\n')).toMatch(/^FAIL {2}integrity_check: .*tickets_number/);
  });
});
