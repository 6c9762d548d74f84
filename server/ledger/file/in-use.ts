/** The mark that a hall's folder is in use, with the last known event: outside the file, so that what is missing shows (S1). */
import { closeSync, constants, fsyncSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { usingFile } from './start-fault.ts';

/**
 * `making`: keys and file of a first start are not whole yet. `running`: the log is beside the file. `closing`: the log
 * may be gone already. `hash` is of the event `seq`, in hex.
 */
const Mark = z.object({
  phase: z.enum(['making', 'running', 'closing']),
  seq: z.number().int().min(0),
  hash: z.string(),
});
export type Mark = z.infer<typeof Mark>;

const NAME = 'in-use';
/** Always as long, so that it is written over in place, on a full disk too. */
const BYTES = 160;
const UNREADABLE: Mark = { phase: 'running', seq: 0, hash: '' };

/** Null: the hall ended in order, or there is none. */
export function readMark(dir: string): Mark | null {
  const text = usingFile(dir, NAME, () => {
    try {
      return readFileSync(join(dir, NAME), 'utf8');
    } catch (fault) {
      if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw fault;
    }
  });
  if (text === null) return null;
  try {
    return Mark.parse(JSON.parse(text));
  } catch {
    return UNREADABLE;
  }
}

export function writeMark(dir: string, mark: Mark): void {
  const handle = openMark(dir);
  handle.write(mark, true);
  handle.close();
}

/** Kept open by who writes it after every commit: some microseconds, because only what others rest on is synced. */
export function openMark(dir: string): { write: (mark: Mark, isSynced: boolean) => void; close: () => void } {
  const handle = openSync(join(dir, NAME), constants.O_RDWR | constants.O_CREAT, 0o600);
  return {
    write(mark, isSynced) {
      writeSync(handle, JSON.stringify(mark).padEnd(BYTES), 0);
      if (isSynced) fsyncSync(handle);
    },
    close: () => closeSync(handle),
  };
}

export function removeMark(dir: string): void {
  rmSync(join(dir, NAME), { force: true });
}
