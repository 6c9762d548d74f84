/** The hall's file as the operator's commands see it: where it is, a consistent copy of it, and whether a copy is whole. */
import { once } from 'node:events';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import Database from 'better-sqlite3';
import type { Config } from '../config.ts';
import { hallIsSetUp } from '../hall/tables/hall-record.ts';
import { hasTable } from '../ledger/file/connection.ts';
import { HALL_FILE } from '../ledger/file/data-dir.ts';
import { openLedger } from '../ledger/ledger.ts';
import type { Keys } from '../ledger/table.ts';
import type { Progress, Shell } from './terminal.ts';

/** For commands that read no person's data. */
export const NO_KEYS: Keys = { seal: Buffer.alloc(32), index: Buffer.alloc(32) };

/** The path of the hall's file; throws a sentence when there is none. */
export function hallFile(config: Config): string {
  const file = join(config.dataDir, HALL_FILE);
  if (!existsSync(file)) throw new Error(`there is no hall in ${config.dataDir}; set DATA_DIR to its folder`);
  return file;
}

/**
 * Copies the file as it is at one instant, whether the hall runs or not. Not by SQLite's backup interface: that begins
 * again whenever another connection writes, and so never ends beside a busy hall. A thread copies, so that this one can
 * show how far it is.
 */
export async function copyConsistently(file: string, target: string, progress: Shell['progress']): Promise<void> {
  const sizeOf = (path: string) => Math.floor((statSync(path, { throwIfNoEntry: false })?.size ?? 0) / 1_048_576);
  const shown = progress('copy, MB', sizeOf(file));
  const watch = setInterval(() => shown.at(sizeOf(target)), 200);
  try {
    const copying = new Worker(new URL('./copy-worker.ts', import.meta.url), { workerData: { file, target } });
    await once(copying, 'exit');
  } finally {
    clearInterval(watch);
    shown.end();
  }
}

/** What a copy holds, or a thrown sentence when it is no whole hall: pages, tables, the chain of the ledger. */
export function checkCopy(file: string, progress: (total: number) => Progress): { events: number; lastAt: string } {
  let db: Database.Database | null = null;
  try {
    db = new Database(file, { readonly: true, fileMustExist: true });
    const found = db.pragma('integrity_check(1)', { simple: true });
    if (found !== 'ok') throw new Error(`${file} is damaged: ${found}`);
    if (!hasTable(db, 'ledger') || hallIsSetUp(db) === null) throw new Error(`${file} is no hall's file`);
    const ledger = openLedger(db);
    const shown = progress(ledger.head());
    const broken = ledger.firstBreak(shown.at);
    shown.end();
    if (broken) throw new Error(`${file}: the ledger is broken at seq ${broken.seq}: ${broken.why}`);
    return { events: ledger.head(), lastAt: ledger.lastAt() ?? '' };
  } catch (error) {
    const code = (error as { code?: string }).code ?? '';
    if (code === 'SQLITE_NOTADB') throw new Error(`${file} is no hall's file`, { cause: error });
    if (code.startsWith('SQLITE_'))
      throw new Error(`${file} cannot be read: ${(error as Error).message}`, { cause: error });
    throw error;
  } finally {
    db?.close();
  }
}
