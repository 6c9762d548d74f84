/** A start that brings an older file up to date is killed at each part of it: the file opens as old or as new (R18, A2). */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { HALL_FILE } from '../../ledger/file/data-dir.ts';
import { verifyFile } from '../../shell/verify.ts';

const OLD = join(import.meta.dirname, '../golden/hall-of-0.1');
const SCRIPT = join(import.meta.dirname, 'die-at.ts');
/** Events that the old file has; a start adds some of its own. */
const EVENTS = 33;

/** `states`: what the folder may be found as after a kill at any of the `statements`; `kills` of them were real. */
export type MigrationReport = { statements: number; states: number; kills: number; wrong: string[] };

export async function killedMigrations(
  kills: number,
  /** Every state, or one in so many. */
  every = 1,
  onKill: (done: number) => void = () => {},
): Promise<MigrationReport> {
  const dir = mkdtempSync(join(tmpdir(), 'shouwen-migrate-'));
  const wrong: string[] = [];
  try {
    const old = oldHall(join(dir, 'old'));
    const whole = copyOf(old, join(dir, 'whole'));
    const statesDir = join(dir, 'states');
    const statements = Number(opened(whole, 0, statesDir).stdout);
    // A killed process leaves the files as they were: whatever is alike between two statements is looked at once.
    const states = readdirSync(statesDir).sort((one, other) => Number(one) - Number(other));
    for (const at of states.filter((_, n) => n % every === 0)) {
      const faults = await faultsOf(join(statesDir, at));
      wrong.push(...faults.map((fault) => `as it was before statement ${at}: ${fault}`));
    }
    for (let n = 0; n < kills; n++) {
      const at = 1 + Math.floor((n * (statements - 1)) / Math.max(1, kills - 1));
      const data = copyOf(old, join(dir, `at-${at}`));
      const { signal } = opened(data, at);
      if (signal !== 'SIGKILL') wrong.push(`statement ${at}: it was not killed`);
      wrong.push(...(await faultsOf(data)).map((fault) => `killed at statement ${at}: ${fault}`));
      rmSync(data, { recursive: true });
      onKill(n + 1);
    }
    wrong.push(...newerFaults(whole));
    return { statements, states: states.length, kills, wrong };
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** The next release has been at the file: this one refuses it in a sentence, leaves it as it is, and opens it once it is as before. */
function newerFaults(data: string): string[] {
  const file = join(data, HALL_FILE);
  const before = readFileSync(file);
  const db = new Database(file);
  db.exec(
    "CREATE TABLE of_the_next (id TEXT); INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('next', 4e12)",
  );
  db.close();
  const newer = readFileSync(file);
  const { status, stderr } = opened(data, 0);
  const isRefused = status !== 0 && /was written by a newer Shouwen; run that one/.test(stderr);
  const isLeft = readFileSync(file).equals(newer);
  writeFileSync(file, before);
  const isBack = opened(data, 0).status === 0;
  return [
    ...(isRefused ? [] : ['a file of the next release is not refused in a sentence']),
    ...(isLeft ? [] : ['a file of the next release is changed']),
    ...(isBack ? [] : ['the file as it was before the next release does not open']),
  ];
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

function opened(data: string, nth: number, states = '') {
  return spawnSync(process.execPath, [SCRIPT, data, String(nth), states], { encoding: 'utf8' });
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
