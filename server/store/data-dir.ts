/** A hall's folder: its file, its keys, one writer at a time. */
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Keys } from './people.ts';
import { openStore, type Store } from './store.ts';

export type DataDir = { store: Store; file: string; redisDir: string; messagesDir: string; release: () => void };

export const HALL_FILE = 'hall.db';

/** Makes what is missing. Throws a sentence when another process has the hall, or when others may read the keys. */
export function openDataDir(dir: string): DataDir {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const release = takeLock(join(dir, 'hall.pid'));
  try {
    const file = join(dir, HALL_FILE);
    const store = openStore(file, readKeys(dir));
    return { store, file, redisDir: join(dir, 'redis'), messagesDir: join(dir, 'messages'), release };
  } catch (fault) {
    release();
    throw fault;
  }
}

/** Two keys in one file of their own, so that a copy of the hall's file alone reads nobody's name (P1). */
export function readKeys(dir: string): Keys {
  const file = join(dir, 'keys');
  if (!existsSync(file)) writeFileSync(file, randomBytes(64).toString('base64'), { mode: 0o600, flag: 'wx' });
  if (statSync(file).mode & 0o077) throw new Error(`${file} can be read by others; run: chmod 600 ${file}`);
  const both = Buffer.from(readFileSync(file, 'utf8'), 'base64');
  if (both.length !== 64) throw new Error(`${file} does not hold the hall's keys`);
  return { seal: both.subarray(0, 32), index: both.subarray(32) };
}

/** One writer per file: the process id in the lock is alive, or the lock is left over and taken. */
export function takeLock(file: string): () => void {
  for (let tries = 0; ; tries++) {
    try {
      const handle = openSync(file, 'wx', 0o600);
      writeSync(handle, String(process.pid));
      closeSync(handle);
      return () => rmSync(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || tries > 3) throw error;
      const pid = Number(readFileSync(file, 'utf8'));
      if (pid && pid !== process.pid && isAlive(pid)) {
        throw new Error(`another process (${pid}) runs this hall; stop it first, or choose another DATA_DIR`);
      }
      rmSync(file, { force: true });
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
