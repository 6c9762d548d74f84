/** A start with an SQLite that could lose something is refused; the start, the file and the sentence are real. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';

const MAIN = join(import.meta.dirname, '../../main.ts');
const OTHER = join(import.meta.dirname, 'other-sqlite.mjs');

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'shouwen-sqlite-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

it.each<[string, Record<string, string>, RegExp]>([
  [
    'is too old',
    { OTHER_VERSION: '3.51.2' },
    /^this program's SQLite 3\.51\.2 is too old, 3\.51\.3 or newer is needed; remove .+\n$/,
  ],
  [
    'forgets the disk',
    { OTHER_DURABILITY: 'NORMAL' },
    /^this program's SQLite does not keep to synchronous=FULL \(it is at 1\), .+\n$/,
  ],
])('[A2] [S1] a start is refused in one sentence when its SQLite %s', { timeout: 300_000 }, (_, other, sentence) => {
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    PORT: '0',
    DATA_DIR: join(dir, 'data'),
    LOG_LEVEL: 'fatal',
    ...other,
  };
  const start = spawnSync(process.execPath, ['--import', OTHER, MAIN], { env, encoding: 'utf8', timeout: 100_000 });
  expect(start.stderr).toMatch(sentence);
  expect(start.stdout).toBe('');
  expect(start.status).toBe(1);
  expect(existsSync(join(dir, 'data', 'redis', 'redis.pid'))).toBe(false);
});
