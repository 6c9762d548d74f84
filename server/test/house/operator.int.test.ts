import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CounterId, MatterId } from '../../../schema/ids.ts';
import { newRequestId } from '../../../web/client.ts';
import { backup } from '../../shell/backup.ts';
import { exportLedger } from '../../shell/export.ts';
import { rebuildTables } from '../../shell/rebuild.ts';
import { restore } from '../../shell/restore/restore.ts';
import type { Command } from '../../shell/terminal.ts';
import { verify } from '../../shell/verify.ts';
import { startTestHall, type TestHall } from '../harness.ts';
import { recordingShell } from './shell-fixture.ts';

let dir = '';
let dataDir = '';
const halls: TestHall[] = [];

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'shouwen-operator-'));
  dataDir = join(dir, 'data');
});
afterEach(async () => {
  // A test that failed half-way leaves neither a server nor a Redis behind.
  for (const hall of halls.splice(0)) await hall.system.stop();
  rmSync(dir, { recursive: true, force: true });
});

async function startHall(): Promise<TestHall> {
  const hall = await startTestHall({ dir: dataDir });
  halls.push(hall);
  return hall;
}

async function stopHall(hall: TestHall): Promise<void> {
  halls.splice(halls.indexOf(hall), 1);
  await hall.stop();
}

async function run(command: Command, ...args: string[]): Promise<{ code: number; said: string }> {
  const shell = recordingShell(dataDir);
  const code = await command.run(args, shell);
  return { code, said: shell.said.join('\n') };
}

/** Three tickets, one of them called. */
async function work(hall: TestHall, account = 'one', counterId = 'c1' as CounterId): Promise<void> {
  const kiosk = await hall.kiosk();
  const clerk = await hall.clerk(account);
  const matterIds = ['A-1' as MatterId];
  for (let i = 0; i < 3; i++) {
    await kiosk.tickets.issue({ requestId: newRequestId(), matterIds, care: false, printing: false });
  }
  const onCounter = () => ({ requestId: newRequestId(), counterId });
  await clerk.counters.open(onCounter());
  await clerk.tickets.callNext(onCounter());
}

/** A hall that has worked and stopped. */
async function workedHall(): Promise<void> {
  const hall = await startHall();
  await work(hall);
  await stopHall(hall);
}

function tamper(file: string, sql: string): void {
  const db = new Database(file);
  for (const { name } of db
    .prepare<[], { name: string }>("SELECT name FROM sqlite_master WHERE type = 'trigger'")
    .all()) {
    db.exec(`DROP TRIGGER ${name}`);
  }
  db.exec(sql);
  db.close();
}

describe('beside a hall that runs', () => {
  it('[A2] verify, export and backup read a running hall as it is at one instant; rebuild and restore keep off', async () => {
    const hall = await startHall();
    await work(hall);
    const events = hall.system.store.ledger.head();
    expect(await run(verify)).toMatchObject({ code: 0, said: expect.stringContaining(`${events} events`) });
    const copy = join(dir, 'copy.db');
    expect(await run(backup, copy)).toMatchObject({ code: 0, said: expect.stringContaining(`${events} events`) });
    await expect(run(backup, copy)).rejects.toThrow('exists already');
    expect((await run(exportLedger, join(dir, 'all.ndjson'))).said).toContain(`${events} events`);
    await expect(run(rebuildTables)).rejects.toThrow('runs this hall');
    await expect(run(restore, copy)).rejects.toThrow('runs this hall');
    await stopHall(hall);
  });
});

describe('with a hall that has stopped', () => {
  it('[A2] verify names the first broken event; a rebuild is refused then', async () => {
    await workedHall();
    tamper(join(dataDir, 'hall.db'), `UPDATE ledger SET at = '2026-01-01T00:00:00.000Z' WHERE seq = 3`);
    expect(await run(verify)).toMatchObject({ code: 1, said: expect.stringContaining('broken at seq 3') });
    expect(await run(rebuildTables)).toMatchObject({ code: 1, said: expect.stringContaining('nothing was changed') });
  });

  it('[A2] verify names the table that differs; a rebuild puts it right', async () => {
    await workedHall();
    tamper(join(dataDir, 'hall.db'), `UPDATE tickets SET phase = 'finished' WHERE number = 'A002'`);
    expect(await run(verify)).toMatchObject({ code: 1, said: expect.stringContaining('tickets: ') });
    expect((await run(rebuildTables)).code).toBe(0);
    expect((await run(verify)).code).toBe(0);
  });

  it('[A2] with a hall that has stopped read tables that an older program wrote are written anew at the start, others are left alone', async () => {
    await workedHall();
    const older = `UPDATE tickets SET phase = 'finished' WHERE number = 'A002'`;
    tamper(join(dataDir, 'hall.db'), `${older}; PRAGMA user_version = 1`);
    await stopHall(await startHall());
    tamper(join(dataDir, 'hall.db'), older);
    const again = await startHall();
    const phase = again.system.store.db.prepare("SELECT phase FROM tickets WHERE number = 'A002'").pluck().get();
    expect(phase).toBe('finished');
    await expect(stopHall(again)).rejects.toThrow('tickets: the ledger has');
  });

  it('[A2] an export holds what makes the chain', async () => {
    await workedHall();
    const file = join(dir, 'all.ndjson');
    await run(exportLedger, file);
    const lines = readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    let before = '0'.repeat(64);
    for (const { seq, at, stream, version, actor, v, request, event, hash } of lines) {
      const { type, ...facts } = event;
      const row = JSON.stringify([seq, at, stream, version, type, JSON.stringify(facts), actor, v, request]);
      before = createHash('sha256')
        .update(before + row)
        .digest('hex');
      expect(hash).toBe(before);
    }
    const tail = join(dir, 'tail.ndjson');
    await run(exportLedger, '--from', String(lines.length), tail);
    expect(JSON.parse(readFileSync(tail, 'utf8'))).toEqual(lines.at(-1));
    await expect(run(exportLedger, tail)).rejects.toThrow('exists already');
  });

  it('a backup restored gives the hall of that instant, and the old file is kept', async () => {
    await workedHall();
    const copy = join(dir, 'copy.db');
    await run(backup, copy);
    const hall = await startHall();
    const events = hall.system.store.ledger.head();
    await work(hall, 'two', 'c2' as CounterId);
    await stopHall(hall);
    const restored = await run(restore, copy);
    expect(restored).toMatchObject({ code: 0, said: expect.stringContaining('kept as') });
    expect(restored.said).not.toContain('keys');
    // The restore itself is one more.
    expect((await run(verify)).said).toContain(`${events + 1} events`);
    const old = readdirSync(dataDir).find((name) => name.startsWith('hall.db.before-'));
    expect(old).toBeDefined();
    expect(existsSync(join(dataDir, 'hall.db-wal'))).toBe(false);
  });

  it('[S1] restore refuses a file that is no hall or is damaged, and changes nothing', async () => {
    await workedHall();
    const before = readFileSync(join(dataDir, 'hall.db'));
    const other = join(dir, 'other.db');
    writeFileSync(other, 'not a database, whatever its name says'.repeat(200));
    await expect(run(restore, other)).rejects.toThrow('is no hall');
    const broken = join(dir, 'broken.db');
    await run(backup, broken);
    tamper(broken, `UPDATE ledger SET data = '{}' WHERE seq = 2`);
    await expect(run(restore, broken)).rejects.toThrow('broken at seq 2');
    expect(readFileSync(join(dataDir, 'hall.db')).equals(before)).toBe(true);
  });

  it('[S1] restore says when the keys of the backup are missing', async () => {
    await workedHall();
    const copy = join(dir, 'copy.db');
    expect((await run(backup, copy)).said).toContain('keys are not in it');
    rmSync(join(dataDir, 'keys'));
    expect((await run(restore, copy)).said).toContain('keys are missing');
  });
});

describe('the command line', () => {
  it('[A3] the shell answers wrong usage with one sentence and exit code 2, a missing hall with 1, help with 0', () => {
    const hall = (...args: string[]) =>
      spawnSync(process.execPath, [join(import.meta.dirname, '../../shell/main.ts'), ...args], {
        encoding: 'utf8',
        env: { ...process.env, DATA_DIR: dataDir },
      });
    expect(hall('fly')).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/^hall: there is no command "fly".*\n$/),
    });
    expect(hall('export', '--form', '3')).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/^hall: .*--form.*\n$/),
    });
    expect(hall('verify')).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/^hall: there is no hall in .*\n$/),
    });
    expect(hall('--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('restore') });
    expect(hall('replay', '--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('--clerks') });
  });
});
