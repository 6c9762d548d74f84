/** Whether a hall's file is whole: its pages, the chain of its ledger, its read tables as the ledger gives them (A2). */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Db } from '../ledger/file/connection.ts';
import { openReadOnly } from '../ledger/file/db.ts';
import { rebuildDifferences } from '../ledger/rebuild.ts';
import { openStore, type Store } from '../ledger/store.ts';
import type { Keys, Sealed } from '../ledger/table.ts';
import { SEALED, STREAMS } from '../subjects.ts';

type Progress = { chain?: (seq: number) => void; rebuild?: (seq: number) => void };

const NO_KEYS: Keys = { seal: Buffer.alloc(32), index: Buffer.alloc(32) };
const SHOWN = 3;
/** The folder for temporary files is full, say: it says nothing of the hall's file. */
const NOT_LOOKED_AT = /^(SQLITE_(FULL|CANTOPEN|BUSY|NOMEM)|E[A-Z]+$)/;

/** What is wrong with the pages of a file that others may write meanwhile: sentences, or none. */
export function pageFaults(file: string): string[] {
  const db = openReadOnly(file);
  try {
    const found = db.prepare<[], string>(`PRAGMA integrity_check(${SHOWN})`).pluck().all();
    return found.filter((one) => one !== 'ok').map((one) => `integrity_check: ${one.replace(/\s+/g, ' ').trim()}`);
  } finally {
    db.close();
  }
}

/** What is wrong with the content of a file that nobody else writes; `beforeRebuild` runs when its chain is whole. */
export async function contentFaults(
  store: Store,
  progress: Progress = {},
  beforeRebuild: () => void = () => {},
): Promise<string[]> {
  const broken = store.ledger.firstBreak(progress.chain);
  if (broken) return [`the ledger is broken at seq ${broken.seq}: ${broken.why}`];
  beforeRebuild();
  return rebuildDifferences(store, STREAMS, progress.rebuild);
}

/** What is sealed opens: nothing else tells whether a bit of it has changed. */
export function sealedFaults(file: string, keys: Keys): string[] {
  const db = openReadOnly(file);
  try {
    return SEALED.flatMap(({ sealed }) => firstUnreadable(sealed, db, keys) ?? []);
  } finally {
    db.close();
  }
}

function firstUnreadable({ of, each }: Sealed, db: Db, keys: Keys): string | null {
  for (const [id, open] of each(db, keys)) {
    try {
      open();
    } catch {
      return `${of}: ${id} cannot be read`;
    }
  }
  return null;
}

/**
 * Of a hall that runs: its pages in place, its content in a copy as it is at one instant. Throws where that could not
 * be looked at; whatever else the file makes fail is a fault of the file.
 */
export async function faultsOfRunning(file: string, keys: Keys): Promise<string[]> {
  try {
    const pages = [...pageFaults(file), ...sealedFaults(file, keys)];
    return pages.length > 0 ? pages : await faultsOfCopy(file);
  } catch (fault) {
    const { code = '', message } = fault as { code?: string; message: string };
    if (NOT_LOOKED_AT.test(code)) throw fault;
    return [message];
  }
}

async function faultsOfCopy(file: string): Promise<string[]> {
  const dir = mkdtempSync(join(tmpdir(), 'shouwen-verify-'));
  try {
    const copy = join(dir, 'copy.db');
    const db = openReadOnly(file);
    try {
      db.prepare('VACUUM INTO ?').run(copy);
    } finally {
      db.close();
    }
    const store = openStore(copy, NO_KEYS);
    try {
      return await contentFaults(store);
    } finally {
      store.close();
    }
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
