/** A hall's folder: its file, its keys, one writer at a time. */
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openStore, type Store } from '../store.ts';
import type { Keys } from '../table.ts';

export type DataDir = { store: Store; file: string; redisDir: string; messagesDir: string; release: () => void };

export const HALL_FILE = 'hall.db';
const KEYS_FILE = 'keys';

/** Makes what is missing. Throws a sentence when another process has the hall, or when others may read the keys. */
export function openDataDir(dir: string): DataDir {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const release = takeLock(dir);
  try {
    const file = join(dir, HALL_FILE);
    if (!existsSync(join(dir, KEYS_FILE)) && existsSync(file)) {
      throw new Error(
        `${join(dir, KEYS_FILE)} is missing; without it no name, telephone or link can be read: put it back`,
      );
    }
    const store = openStore(file, readKeys(dir));
    chmodSync(file, 0o600);
    return { store, file, redisDir: join(dir, 'redis'), messagesDir: join(dir, 'messages'), release };
  } catch (fault) {
    release();
    throw fault;
  }
}

/** Two keys in one file of their own, so that a copy of the hall's file alone reads nobody's name (P1). */
export function readKeys(dir: string): Keys {
  const file = join(dir, KEYS_FILE);
  if (!existsSync(file)) writeFileSync(file, randomBytes(64).toString('base64'), { mode: 0o600, flag: 'wx' });
  if (statSync(file).mode & 0o077) throw new Error(`${file} can be read by others; run: chmod 600 ${file}`);
  const both = Buffer.from(readFileSync(file, 'utf8'), 'base64');
  if (both.length !== 64) throw new Error(`${file} does not hold the hall's keys`);
  return { seal: both.subarray(0, 32), index: both.subarray(32) };
}

/**
 * One writer per hall, held by the operating system: it is free again however the process ended. Throws a sentence when
 * another process has it.
 */
export function takeLock(dir: string): () => void {
  const lock = new Database(join(dir, 'lock.db'), { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if ((error as { code?: string }).code !== 'SQLITE_BUSY') throw error;
    throw new Error('another process runs this hall; stop it first, or choose another DATA_DIR');
  }
  return () => lock.close();
}
