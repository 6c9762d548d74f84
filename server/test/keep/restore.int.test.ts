import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CounterId, MatterId } from '../../../schema/ids.ts';
import { newRequestId } from '../../../web/client.ts';
import { manifestOf } from '../../keep/manifest.ts';
import { backup } from '../../shell/backup.ts';
import { acceptLoss } from '../../shell/restore/accept-loss.ts';
import { restore } from '../../shell/restore/restore.ts';
import type { Command } from '../../shell/terminal.ts';
import { verify } from '../../shell/verify.ts';
import { MONDAY_9, startTestHall, type TestHall } from '../harness.ts';
import { recordingShell } from '../house/shell-fixture.ts';

const wish = () => ({ requestId: newRequestId() });
const HALF_PAST_9 = MONDAY_9 + 30 * 60_000;

let root: string;
let dir: string;
let copy: string;
let hall: TestHall | null = null;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'shouwen-restore-'));
  dir = join(root, 'data');
  copy = join(root, 'copy.db');
});
afterEach(async () => {
  // A test that failed half-way leaves neither a server nor a Redis behind.
  await hall?.system.stop();
  hall = null;
  rmSync(root, { recursive: true, force: true });
});

async function start(nowMs = MONDAY_9 + 60_000): Promise<TestHall> {
  hall = await startTestHall({ dir, nowMs });
  return hall;
}
async function stop(): Promise<void> {
  const ending = hall!;
  hall = null;
  await ending.stop();
}

async function run(command: Command, ...args: string[]): Promise<string> {
  const shell = recordingShell(dir, () => HALF_PAST_9);
  expect(await command.run(args, shell)).toBe(0);
  return shell.said.join('\n');
}

async function issue(count: number, matter = 'A-1'): Promise<string[]> {
  const kiosk = await hall!.kiosk();
  const numbers: string[] = [];
  for (let n = 0; n < count; n++) {
    const asked = { ...wish(), matterIds: [matter as MatterId], care: false, printing: false };
    numbers.push((await kiosk.tickets.issue(asked)).number);
  }
  return numbers;
}

/** The next ticket of the line is served, and its case accepted. */
async function accept(): Promise<string> {
  const one = await hall!.clerk('one');
  const counterId = 'c1' as CounterId;
  await one.counters.open({ ...wish(), counterId });
  const { ticketId } = await one.tickets.callNext({ ...wish(), counterId });
  await one.tickets.start({ ...wish(), ticketId });
  const caseId = (await one.cases.mine({})).find(({ phase }) => phase === 'open')!.caseId;
  const { receiptNo } = await one.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'accepted', note: '' } });
  await one.tickets.finish({ ...wish(), ticketId });
  await one.counters.close({ ...wish(), counterId });
  return receiptNo!;
}

const operations = () =>
  hall!.system.hall.ledger.load<{ type: string; source?: string; skipped: unknown[] }>('operation:2026-11-23');

/** A hall with three tickets and a receipt; then a backup; then two more and a receipt. */
async function workedOn(): Promise<void> {
  await start();
  expect(await issue(3)).toEqual(['A001', 'A002', 'A003']);
  expect(await accept()).toBe('SL2026-000001');
  await run(backup, copy);
  expect(await issue(2)).toEqual(['A004', 'A005']);
  expect(await accept()).toBe('SL2026-000002');
  await stop();
}

describe('a restored hall', () => {
  it('[S3] [T1] a restored hall goes on behind the numbers of the file it replaces, when that can be read; the gap is an event', async () => {
    await workedOn();
    expect(await run(restore, copy)).toContain('2026-11-23: tickets A 4 to 5 are skipped');
    await start(HALF_PAST_9);
    expect(await issue(1)).toEqual(['A006']);
    expect(await issue(1, 'B-1')).toEqual(['B001']);
    expect(await accept()).toBe('SL2026-000003');
    expect(operations()).toMatchObject([
      {
        actor: 'operator',
        event: {
          type: 'hall-restored',
          source: 'old-file',
          skipped: [
            { kind: 'ticket', day: '2026-11-23', letter: 'A', after: 3, upTo: 5 },
            { kind: 'receipt', day: '2026', letter: '', after: 1, upTo: 2 },
          ],
        },
      },
    ]);
    await stop();
    expect(await run(verify)).toContain('PASS');
    // Restored once more, the numbers of the second life count too.
    expect(await run(restore, copy)).toContain('tickets A 4 to 6 are skipped');
    await start(HALF_PAST_9);
    expect(await issue(1)).toEqual(['A007']);
    await stop();
  });

  it.each<[string, () => void]>([
    ['missing', () => rmSync(join(dir, 'hall.db'))],
    ['damaged', () => writeFileSync(join(dir, 'hall.db'), 'nothing of a hall'.repeat(300))],
    [
      'without its last events',
      () => writeFileSync(join(dir, 'in-use'), JSON.stringify({ phase: 'closing', seq: 99_999, hash: 'ab' })),
    ],
    [
      'without its log',
      () => writeFileSync(join(dir, 'in-use'), JSON.stringify({ phase: 'running', seq: 3, hash: '' })),
    ],
  ])(
    '[S3] a restored hall skips 200 tickets of each letter and 1,000 papers when the replaced file is %s',
    async (_, spoil) => {
      await workedOn();
      spoil();
      await run(restore, copy);
      await start(HALF_PAST_9);
      expect(await issue(2)).toEqual(['A204', 'A205']);
      expect(await issue(1, 'B-1')).toEqual(['B201']);
      expect([await accept(), await accept()]).toEqual(['SL2026-001002', 'SL2026-001003']);
      expect(operations()).toMatchObject([{ event: { type: 'hall-restored', source: 'margin' } }]);
      await stop();
    },
  );

  it('[S3] a restored hall skips as many as the settings of the restored file say, and the defaults are not asked', async () => {
    await start();
    const admin = await hall!.clerk('admin');
    await admin.settings.change({ ...wish(), settings: { ticketsSkipped: 250, papersSkipped: 1_500 } });
    await stop();
    await workedOn();
    rmSync(join(dir, 'hall.db'));
    expect(await run(restore, copy)).toContain('2026-11-23: tickets A 4 to 253 are skipped');
    await start(HALF_PAST_9);
    expect(await issue(1)).toEqual(['A254']);
    expect(await accept()).toBe('SL2026-001502');
    await stop();
  });

  it('[S3] restored twice from one backup, with both files lost, it gives no number of its first life again', async () => {
    await workedOn();
    for (const numbers of [
      ['A204', 'A205'],
      ['A404', 'A405'],
    ]) {
      rmSync(join(dir, 'hall.db'));
      await run(restore, copy);
      await start(HALF_PAST_9);
      expect(await issue(2)).toEqual(numbers);
      await stop();
    }
  });

  it('[S3] a later backup’s manifest raises what is skipped', async () => {
    await workedOn();
    rmSync(join(dir, 'hall.db'));
    const numbers = [{ kind: 'ticket', day: '2026-11-23', letter: 'A', number: 150 }];
    const manifest = { at: '2026-11-23T01:20:00.000Z', events: 500, hash: 'ab', bytes: 1, sha256: 'ab', numbers };
    const backups = join(dir, 'backups');
    cpSync(copy, join(backups, 'hall-20261123T012000Z.db'));
    writeFileSync(join(backups, manifestOf('hall-20261123T012000Z.db')), JSON.stringify(manifest));
    await run(restore, copy);
    await start(HALF_PAST_9);
    expect(await issue(1)).toEqual(['A351']);
    expect(operations()).toMatchObject([{ event: { source: 'manifest' } }]);
    await stop();
  });

  it('[S3] [T10] a number that was carried over after the backup is not given on its new day', async () => {
    await start();
    await issue(1);
    await run(backup, copy);
    await issue(4);
    const day = 24 * 60 * 60_000;
    // Past the end of the day they wait for the next opening.
    await hall!.clock.advance(day - 30 * 60_000);
    expect(
      hall!.system.store.db.prepare("SELECT count(*) FROM tickets WHERE live_day = '2026-11-24'").pluck().get(),
    ).toBe(5);
    await stop();
    const shell = recordingShell(dir, () => MONDAY_9 + day);
    await restore.run([copy], shell);
    expect(shell.said.join('\n')).toContain('2026-11-24: tickets A 1 to 5 are skipped');
    await start(MONDAY_9 + day + 60_000);
    expect(await issue(1)).toEqual(['A006']);
    await stop();
  });
});

it('[S3] [T10] restored in the evening without the file, a number that may have been carried over is not given on the next day', async () => {
  await start();
  await issue(1);
  await run(backup, copy);
  await issue(4);
  await hall!.clock.advance(9 * 60 * 60_000);
  await stop();
  rmSync(join(dir, 'hall.db'));
  const day = 24 * 60 * 60_000;
  const shell = recordingShell(dir, () => MONDAY_9 + 10 * 60 * 60_000);
  await restore.run([copy], shell);
  expect(shell.said.join('\n')).toContain('2026-11-24: tickets A 1 to 201 are skipped');
  await start(MONDAY_9 + day + 60_000);
  expect(await issue(1)).toEqual(['A202']);
  await stop();
});

describe('a loss that is accepted', () => {
  it('[S1] [S3] the hall goes on without its log, says what is missing, and gives no number twice', async () => {
    await start();
    await issue(3);
    const killed = join(root, 'killed');
    hall!.system.store.db.pragma('wal_checkpoint(TRUNCATE)');
    await issue(2);
    cpSync(dir, killed, { recursive: true, filter: (name) => !name.includes('redis') && !name.endsWith('-wal') });
    await stop();
    rmSync(dir, { recursive: true });
    cpSync(killed, dir, { recursive: true });
    await expect(start()).rejects.toThrow(/hall.db-wal is missing .* npm run hall -- accept-loss$/);
    hall = null;
    expect(await run(acceptLoss)).toMatch(/The hall goes on behind event \d+.*\n.*A 4 to 203 are skipped/s);
    await start(HALF_PAST_9);
    expect(await issue(1)).toEqual(['A204']);
    expect(operations()).toMatchObject([{ actor: 'operator', event: { type: 'loss-accepted' } }]);
    await stop();
    const before = readdirSync(dir).sort();
    expect(await run(acceptLoss)).toContain('Nothing is missing');
    expect(readdirSync(dir).sort()).toEqual(before);
  });
});
