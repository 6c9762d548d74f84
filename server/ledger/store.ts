/** One hall's file, opened: its ledger and its tables. */
import type { Db } from './file/connection.ts';
import { openDb, readTables, writeNothingNew } from './file/db.ts';
import { openLedger } from './ledger.ts';
import { type Keys, openTables } from './table.ts';

export type Store = ReturnType<typeof openStore>;

export function openStore(file: string, keys: Keys) {
  return storeOn(openDb(file), keys);
}

/** The same over a connection that is open already (rebuild uses one over a copy). */
export function storeOn(db: Db, keys: Keys) {
  const begin = db.prepare('BEGIN');
  const end = db.prepare('COMMIT');
  const changes = db.prepare<[], number>('SELECT total_changes()').pluck();
  return {
    db,
    /** Rows that this connection has written since it was opened: more with every change that it made. */
    changes: (): number => changes.get()!,
    readTables: readTables(db),
    ledger: openLedger(db),
    ...openTables(db, keys),
    /** What only reads, on one state of the file: SQLite locks it once for all, and not for each statement. */
    reading<T>(read: () => T): T {
      if (db.inTransaction) return read();
      begin.run();
      try {
        return read();
      } finally {
        // A disk that fails has ended it: that fault is to be told, and not this one.
        if (db.inTransaction) end.run();
      }
    },
    /** Writes to the disk and changes nothing; throws what keeps it from being written. */
    probe: (): void => writeNothingNew(db),
    close(): void {
      db.pragma('optimize');
      db.pragma('wal_checkpoint(TRUNCATE)');
      db.close();
    },
  };
}
