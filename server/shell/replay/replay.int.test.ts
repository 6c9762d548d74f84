import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordingShell } from '../../test/house/shell-fixture.ts';
import { readRecordedOffice } from './day-file.ts';
import { replay } from './replay.ts';
import { sampleDay } from './sample-day.ts';

const MONDAY = '2026-11-23';
let dir = '';
let file = '';

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'shouwen-day-'));
  file = join(dir, 'day.csv.gz');
  writeFileSync(file, gzipSync(sampleDay({ office: 'hall', date: MONDAY, tickets: 100, queues: 3, seed: 7 })));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe('a replayed day', () => {
  it('[A2] [Q1] [D1] a replayed day passes as recorded: each call at its minute, each shown once', async () => {
    const shell = recordingShell(dir);
    const code = await replay.run(['--tickets', file, '--office', 'hall', '--date', MONDAY], shell);
    const said = shell.said.join('\n');
    expect(said).toContain('PASS');
    expect(code).toBe(0);
    const { day } = await readRecordedOffice(file, 'hall', MONDAY);
    expect(day.length).toBeGreaterThan(140);
    const cells = (name: string) => said.match(new RegExp(`^  ${name} +(.*)$`, 'm'))?.[1]?.split(/ +/);
    expect(cells('tickets in')).toEqual([`${day.length}`, `${day.length}`]);
    const called = day.filter((ticket) => ticket.calledMin !== null).length;
    expect(cells('called')).toEqual([`${called}`, `${called}`]);
    for (const quantile of ['50 %', '95 %', 'longest']) {
      const [replayed, recorded] = cells(quantile) ?? [];
      expect(replayed).toBe(recorded);
    }
  });

  it('[T10] a replayed day with too few clerks passes: tickets that were not reached are carried over', async () => {
    const shell = recordingShell(dir);
    const args = ['--tickets', file, '--office', 'hall', '--date', MONDAY, '--clerks', '1', '--seed', '3'];
    expect(await replay.run(args, shell)).toBe(0);
    const said = shell.said.join('\n');
    expect(said).toContain('PASS');
    expect(Number(said.match(/carried over +(\d+)/)?.[1])).toBeGreaterThan(0);
  });

  it('[A3] a replay says in one sentence what is wrong with its file or its arguments', async () => {
    const run = (...args: string[]) => replay.run(args, recordingShell(dir));
    const day = ['--date', MONDAY];
    await expect(run(...day)).rejects.toMatchObject({ usage: true });
    await expect(run('--tickets', file, '--office', 'hall', '--date', 'monday')).rejects.toThrow(
      '--date must be a day',
    );
    await expect(run('--tickets', file, '--office', 'none', ...day)).rejects.toThrow(
      'has no office "none"; it has hall',
    );
    const next = ['--tickets', file, '--office', 'hall', '--date', '2026-11-24'];
    await expect(run(...next)).rejects.toThrow(`it has ${MONDAY}`);
    const wrong = join(dir, 'wrong.csv');
    writeFileSync(wrong, 'office,queue_id,date,arrival_min,called_min,open_counters\nhall,1,2026-11-23,540,530,1\n');
    await expect(run('--tickets', wrong, '--office', 'hall', ...day)).rejects.toThrow(
      'ticket 1: called before it arrived',
    );
    writeFileSync(
      wrong,
      Buffer.from('office,queue_id,date,arrival_min,called_min,open_counters\n\xB4\xF3\xCC\xFC', 'latin1'),
    );
    await expect(run('--tickets', wrong, '--office', 'hall', ...day)).rejects.toThrow(
      'is not UTF-8; save it again with the encoding UTF-8',
    );
    writeFileSync(wrong, '\uFEFFoffice,queue\nhall,1\n');
    await expect(run('--tickets', wrong, '--office', 'hall', ...day)).rejects.toThrow('missing: queue_id, date');
  });
});

describe('a made-up day', () => {
  it('a made-up day is the same for the same seed, and half as busy again on a Monday', () => {
    const day = (date: string, seed: number) => sampleDay({ office: 'hall', date, tickets: 200, queues: 3, seed });
    expect(day(MONDAY, 1)).toBe(day(MONDAY, 1));
    expect(day(MONDAY, 1)).not.toBe(day(MONDAY, 2));
    const lines = (text: string) => text.trim().split('\n').length - 1;
    expect(lines(day(MONDAY, 1)) / lines(day('2026-11-24', 1))).toBeCloseTo(1.5, 1);
  });
});
