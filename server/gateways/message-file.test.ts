import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openMessageFile } from './message-file.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'shouwen-messages-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const message = (id: string, at = '2026-11-23T01:00:00.000Z') => ({ id, telephone: '13900000000', text: 'x', at });
const linesOn = (day: string) =>
  readFileSync(join(dir, `messages-${day}.ndjson`), 'utf8')
    .trim()
    .split('\n');

describe('the file of messages', () => {
  it('[H9] the file has a message of one id once, asked at once, later, by a new process, or on the next day', async () => {
    const give = openMessageFile(dir);
    await Promise.all([give(message('a')), give(message('a')), give(message('b'))]);
    await give(message('a'));
    const again = openMessageFile(dir);
    await again(message('a'));
    await again(message('b', '2026-11-24T01:00:00.000Z'));
    expect(linesOn('2026-11-23')).toHaveLength(2);
    expect(readdirSync(dir)).toEqual(['messages-2026-11-23.ndjson']);
    expect(statSync(join(dir, 'messages-2026-11-23.ndjson')).mode & 0o077).toBe(0);
  });

  it('the file of messages begins a file each day', async () => {
    const give = openMessageFile(dir);
    for (const day of ['23', '24', '25', '26']) await give(message(`of-${day}`, `2026-11-${day}T23:59:59.999Z`));
    expect(readdirSync(dir).sort()).toEqual(['23', '24', '25', '26'].map((day) => `messages-2026-11-${day}.ndjson`));
  });

  it('[H9] the file fails for everybody who asked, and takes the message when it can', async () => {
    const inTheWay = join(dir, 'messages');
    writeFileSync(inTheWay, '');
    const give = openMessageFile(inTheWay);
    const failed = await Promise.allSettled([give(message('a')), give(message('a'))]);
    expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    rmSync(inTheWay);
    await give(message('a'));
    dir = inTheWay;
    expect(linesOn('2026-11-23')).toHaveLength(1);
    dir = join(dir, '..');
  });
});
