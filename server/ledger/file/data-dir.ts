/** A hall's folder: its file, its keys, one writer at a time. */
import { randomBytes } from 'node:crypto';
import { chmodSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openStore, type Store } from '../store.ts';
import type { Keys } from '../table.ts';
import { keyCheck } from '../tables/key-check.ts';
import { type Mark, openMark, readMark, removeMark, writeMark } from './in-use.ts';
import { type HallFile, inspectFile, isThere } from './inspect.ts';
import { closeFolder } from './private-folder.ts';
import { startFault, usingFile } from './start-fault.ts';
import { sync } from './sync.ts';
import { whyNot } from './why-not.ts';

export type DataDir = {
  store: Store;
  file: string;
  redisDir: string;
  messagesDir: string;
  /** How the last process that had this folder left it; null: in order. */
  left: Mark | null;
  /** Notes the last event outside the file; to be called after each commit. */
  mark: () => void;
  release: () => void;
};

export type DataDirOptions = {
  about: HallFile;
  /** Opens also what has lost acknowledged events: the operator has said so. */
  acceptsLoss?: boolean;
};

export const HALL_FILE = 'hall.db';
const KEYS_FILE = 'keys';
const LOCK_FILE = 'lock.db';

/**
 * Makes what is missing at a first start, and goes on with one that was cut off. Throws a sentence when another process
 * has the hall, or what is there is not whole, not its own, or open to others; nothing is changed then.
 */
export function openDataDir(dir: string, options: DataDirOptions): DataDir {
  closeFolder(dir);
  const release = takeLock(dir);
  try {
    const left = prepare(dir, options);
    const file = join(dir, HALL_FILE);
    const store = openStore(file, readKeys(dir));
    try {
      chmodSync(file, 0o600);
      // Before the mark: a first start that is cut off here is still one, and goes on.
      if (store.read(keyCheck).fits() === null) store.write(keyCheck).record();
      const redisDir = join(dir, 'redis');
      return { ...marked(store, dir), file, redisDir, messagesDir: join(dir, 'messages'), left, release };
    } catch (fault) {
      store.db.close();
      throw fault;
    }
  } catch (fault) {
    release();
    throw startFault(fault, dir);
  }
}

/** A first start marks the folder before the first of its two files is made: one that is cut off is known by it. */
function prepare(dir: string, { about, acceptsLoss = false }: DataDirOptions): Mark | null {
  const file = join(dir, HALL_FILE);
  const left = readMark(dir);
  const [hasKeys, hasFile] = [isThere(join(dir, KEYS_FILE)), isThere(file)];
  if (!hasKeys && hasFile) throw whyNot('keys-missing', dir);
  if (!hasKeys || left?.phase === 'making') {
    writeMark(dir, { phase: 'making', seq: 0, hash: '' });
    if (!hasKeys) makeKeys(dir);
    return null;
  }
  inspectFile({ dir, file, keys: readKeys(dir), mark: acceptsLoss ? null : left, about });
  return left;
}

/** The mark follows the ledger while the file is open, and is gone when it was closed in order. */
function marked(store: Store, dir: string): { store: Store; mark: () => void } {
  const wasThere = readMark(dir) !== null;
  const handle = openMark(dir);
  const write = (phase: Mark['phase'], isSynced: boolean) => {
    const seq = store.ledger.head();
    handle.write({ phase, seq, hash: store.ledger.hashOf(seq)?.toString('hex') ?? '' }, isSynced);
  };
  try {
    write('running', true);
  } catch (fault) {
    attempt(handle.close);
    if (!wasThere) removeMark(dir);
    throw fault;
  }
  return {
    // A disk that takes no mark takes no event either: the mark stays behind, never ahead.
    mark: () => attempt(() => write('running', false)),
    store: {
      ...store,
      close() {
        attempt(() => write('closing', true));
        attempt(handle.close);
        store.close();
        removeMark(dir);
      },
    },
  };
}

function attempt(write: () => void): void {
  try {
    write();
  } catch {
    // The next one tells.
  }
}

/** Two keys in one file of their own, so that a copy of the hall's file alone reads nobody's name (P1). */
export function readKeys(dir: string): Keys {
  const file = join(dir, KEYS_FILE);
  if (!isThere(file)) throw whyNot('keys-missing', dir);
  const { mode, text } = usingFile(dir, KEYS_FILE, () => ({
    mode: statSync(file).mode,
    text: readFileSync(file, 'utf8'),
  }));
  if (mode & 0o077) throw whyNot('keys-open', dir);
  const both = Buffer.from(text, 'base64');
  if (both.length !== 64) throw whyNot('keys-spoilt', dir);
  return { seal: both.subarray(0, 32), index: both.subarray(32) };
}

/** Whole or not at all: half of them would keep every later start from going on. */
function makeKeys(dir: string): void {
  const half = join(dir, `${KEYS_FILE}.half`);
  writeFileSync(half, randomBytes(64).toString('base64'), { mode: 0o600, flush: true });
  renameSync(half, join(dir, KEYS_FILE));
  // The name, too, is on the disk before anything is sealed with them.
  sync(dir);
}

/**
 * One writer per hall, held by the operating system: it is free again however the process ended. Throws a sentence when
 * another process has it.
 */
export function takeLock(dir: string): () => void {
  return usingFile(dir, LOCK_FILE, () => {
    const lock = new Database(join(dir, LOCK_FILE), { timeout: 0 });
    try {
      lock.exec('BEGIN EXCLUSIVE');
    } catch (fault) {
      lock.close();
      throw fault;
    }
    return () => lock.close();
  });
}
