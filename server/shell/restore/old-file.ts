/** The file that a backup replaces: whether it has all that was given after the backup, and which numbers that were. */
import { join } from 'node:path';
import type { Day } from '../../../schema/ids.ts';
import { type LastNumber, lastNumbers } from '../../keep/last-numbers.ts';
import type { Db } from '../../ledger/file/connection.ts';
import { HALL_FILE } from '../../ledger/file/data-dir.ts';
import { openReadOnly } from '../../ledger/file/db.ts';
import { refuseLostEvents } from '../../ledger/file/inspect.ts';
import type { Store } from '../../ledger/store.ts';
import { checkCopy } from '../hall-file.ts';

/** Null where it is missing, damaged, cut off, or does not go on from the backup. */
export function numbersOfOldFile(dataDir: string, restored: Store): LastNumber[] | null {
  const file = join(dataDir, HALL_FILE);
  try {
    checkCopy(file, () => ({ at: () => {}, end: () => {} }));
    const db = openReadOnly(file);
    try {
      refuseLostEvents(dataDir, db);
      return goesOn(db, restored) ? [...lastNumbers(db, ''), ...carriedOver(db, restored)] : null;
    } finally {
      db.close();
    }
  } catch {
    return null;
  }
}

function goesOn(old: Db, { db, ledger }: Store): boolean {
  const hashOf = 'SELECT hash FROM ledger WHERE seq = ?';
  const [seq, own] = [ledger.head(), db.prepare<[number], Buffer>(hashOf).pluck()];
  const last = own.get(seq);
  return last === undefined || (old.prepare<[number], Buffer>(hashOf).pluck().get(seq)?.equals(last) ?? false);
}

/** Tickets that the backup does not know wear their number on the day to which they were carried over, too (T10). */
function carriedOver(old: Db, restored: Store): LastNumber[] {
  const knows = restored.db.prepare<[string], number>('SELECT 1 FROM tickets WHERE id = ?').pluck();
  return old
    .prepare<[], { id: string; day: Day; letter: string; number: number }>(
      'SELECT id, live_day AS day, letter, ordinal AS number FROM tickets WHERE live_day <> day',
    )
    .all()
    .filter(({ id }) => knows.get(id) === undefined)
    .map(({ day, letter, number }) => ({ kind: 'ticket', day, letter, number }));
}
