/** What a run of tests or proofs leaves behind on the machine: a folder of its own holds all of it, and is looked through at the end. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRunning } from '../left-open.ts';

/** Redis servers whose socket is in the folder, by their pids: one of a killed hall goes on. */
export function redisUnder(folder: string): number[] {
  const lines = execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' }).split('\n');
  return lines.filter((line) => line.includes(`unixsocket:${folder}/`)).map((line) => Number.parseInt(line, 10));
}

export function endRedisUnder(folder: string): number[] {
  const pids = redisUnder(folder);
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It has ended meanwhile.
    }
  }
  return pids;
}

/** Every temporary folder from now on is in one; the end removes it, and throws what still ran there. */
export function ownTemporaryFolder(): () => void {
  const before = process.env.TMPDIR;
  sweep(tmpdir());
  const folder = mkdtempSync(join(tmpdir(), `sw-${process.pid}-`));
  process.env.TMPDIR = folder;
  return () => {
    const left = endRedisUnder(folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
    if (left.length > 0) throw new Error(`left running: ${left.length} redis-server (pids ${left.join(', ')})`);
  };
}

/** What runs left that were killed before their end. */
function sweep(within: string): void {
  for (const name of readdirSync(within)) {
    const pid = Number(/^sw-(\d+)-/.exec(name)?.[1]);
    if (!pid || isRunning(pid)) continue;
    endRedisUnder(join(within, name));
    unmountUnder(join(within, name));
    rmSync(join(within, name), { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Linux alone has it. */
const MOUNTS = '/proc/mounts';
/** A disk of its own that a killed test had; it keeps its folder from being removed. */
function unmountUnder(folder: string): void {
  if (!existsSync(MOUNTS)) return;
  for (const line of readFileSync(MOUNTS, 'utf8').split('\n')) {
    const place = line.split(' ')[1] ?? '';
    if (place.startsWith(`${folder}/`)) spawnSync('umount', ['--lazy', place]);
  }
}

/** Vitest's global set-up; what it returns runs after the last test. */
export function setup(): () => void {
  return ownTemporaryFolder();
}
