/** The file that a backup replaces: whether it has all that was given after the backup, and which numbers that were. */
import { join } from 'node:path';
import { type LastNumber, lastNumbers } from '../../keep/last-numbers.ts';
import type { Db } from '../../ledger/file/connection.ts';
import { HALL_FILE } from '../../ledger/file/data-dir.ts';
import { openReadOnly } from '../../ledger/file/db.ts';
import { refuseLostEvents } from '../../ledger/file/inspect.ts';
import { openLedger } from '../../ledger/ledger.ts';
import type { Store } from '../../ledger/store.ts';
import { carriedNumbers } from '../../line/tables/ticket-row.ts';
import { tickets } from '../../line/tables/tickets.ts';
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

function goesOn(old: Db, { ledger }: Store): boolean {
  const last = ledger.hashOf(ledger.head());
  return last === null || (openLedger(old).hashOf(ledger.head())?.equals(last) ?? false);
}

/** Tickets that the backup does not know wear their number on the day to which they were carried over, too (T10). */
function carriedOver(old: Db, restored: Store): LastNumber[] {
  return carriedNumbers(old)
    .filter(({ id }) => restored.read(tickets).byId(id) === null)
    .map(({ id: _, ...worn }) => ({ kind: 'ticket', ...worn }));
}
