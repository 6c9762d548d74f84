/** A start that brings an older file up to date is killed at each part of it: the file opens as old or as new (R18, A2). */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { HALL_FILE } from '../../ledger/file/data-dir.ts';
import { verifyFile } from '../../shell/verify.ts';

const OLD = join(import.meta.dirname, '../golden/hall-of-0.1');
const SCRIPT = join(import.meta.dirname, 'die-at.ts');
/** Events that the old file has; a start adds some of its own. */
const EVENTS = 33;

export type MigrationReport = { statements: number; kills: number; wrong: string[] };

export async function killedMigrations(
  kills: number,
  onKill: (done: number) => void = () => {},
): Promise<MigrationReport> {
  const dir = mkdtempSync(join(tmpdir(), 'shouwen-migrate-'));
  const wrong: string[] = [];
  try {
    const old = oldHall(join(dir, 'old'));
    const statements = Number(opened(copyOf(old, join(dir, 'whole')), 0).stdout);
    for (let n = 0; n < kills; n++) {
      const at = 1 + Math.floor((n * (statements - 1)) / Math.max(1, kills - 1));
      const data = copyOf(old, join(dir, `at-${at}`));
      const { signal } = opened(data, at);
      if (signal !== 'SIGKILL') wrong.push(`statement ${at}: it was not killed`);
      wrong.push(...(await faultsOf(data)).map((fault) => `killed at statement ${at}: ${fault}`));
      rmSync(data, { recursive: true });
      onKill(n + 1);
    }
    return { statements, kills, wrong };
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** What is wrong with the folder when it is opened again by the next start. */
async function faultsOf(data: string): Promise<string[]> {
  const again = opened(data, 0);
  if (again.status !== 0) return [again.stderr.trim().split('\n').at(-1) ?? 'it does not open'];
  const said: string[] = [];
  const shown = { at: () => {}, end: () => {} };
  await verifyFile(join(data, HALL_FILE), { say: (line) => said.push(line), progress: () => shown });
  const events = Number(/^PASS {2}(\d+) events/.exec(said.join())?.[1] ?? 0);
  return events >= EVENTS ? [] : said;
}

function opened(data: string, nth: number) {
  return spawnSync(process.execPath, [SCRIPT, data, String(nth)], { encoding: 'utf8' });
}

function oldHall(dir: string): string {
  cpSync(join(import.meta.dirname, '../golden'), dir, { recursive: true });
  writeFileSync(join(dir, HALL_FILE), gunzipSync(readFileSync(`${OLD}.db.gz`)), { mode: 0o600 });
  writeFileSync(join(dir, 'keys'), readFileSync(`${OLD}.keys`), { mode: 0o600 });
  return dir;
}

function copyOf(dir: string, target: string): string {
  cpSync(dir, target, { recursive: true });
  return target;
}
