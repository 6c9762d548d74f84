/** Tables as values: what may be asked of one and what may be written, opened once a file. There is no bag of all tables. */
import type { Db } from './db.ts';

/** Two keys of 32 bytes: one seals, one makes the keyed hashes and the links (P1, P3). */
export type Keys = { seal: Buffer; index: Buffer };

type Opened<R, W> = {
  reader: R;
  writer: W;
  /** What is kept in memory is read again: a transaction was undone. */
  reread?: () => void;
};
export type Table<R, W> = { open: (db: Db, keys: Keys) => Opened<R, W> };

/** Whoever has one may ask; nothing is written by it. */
export type Reader = { read: <R, W>(table: Table<R, W>) => R };
/** Exists only inside a transaction, and in rebuilds. */
export type Writer = Reader & { write: <R, W>(table: Table<R, W>) => W };

export function table<R, W>(open: Table<R, W>['open']): Table<R, W> {
  return { open };
}

/** A table whose rows the ledger alone gives (A2); `rows` names those of the file that it writes. */
export type ReadTable<R = unknown, W = unknown> = Table<R, W> & { rows: readonly string[] };

export function readTable<R, W>(rows: readonly string[], open: Table<R, W>['open']): ReadTable<R, W> {
  return { rows, open };
}

/** Opens each table of the file when it is first asked for. */
export function openTables(db: Db, keys: Keys): Writer & { reread: () => void } {
  const opened = new Map<unknown, Opened<unknown, unknown>>();
  const of = <R, W>(wanted: Table<R, W>): Opened<R, W> => {
    const known = opened.get(wanted) as Opened<R, W> | undefined;
    if (known) return known;
    const made = wanted.open(db, keys);
    opened.set(wanted, made);
    return made;
  };
  return {
    read: (wanted) => of(wanted).reader,
    write: (wanted) => of(wanted).writer,
    reread: () => {
      for (const { reread } of opened.values()) reread?.();
    },
  };
}
