/** Tables as values: what may be asked of one and what may be written, opened once a file. There is no bag of all tables. */
import type { Statement } from 'better-sqlite3';
import type { Db } from './file/connection.ts';

/** Two keys of 32 bytes: one seals, one makes the keyed hashes and the links (P1, P3). */
export type Keys = { seal: Buffer; index: Buffer };

type Opened<R, W> = {
  reader: R;
  writer: W;
  /** What is kept in memory is read again: a transaction was undone. */
  reread?: () => void;
};
export type Table<R, W> = { open: (db: Db, keys: Keys) => Opened<R, W> };

/** Whoever has one may ask the tables; nothing is written by it. */
export type Tables = { read: <R, W>(table: Table<R, W>) => R };
/** Exists only inside a transaction, and in rebuilds. */
export type Writer = Tables & { write: <R, W>(table: Table<R, W>) => W };

/** Finds by hashes, and seals nothing. */
type Open<R, W> = (db: Db, keys: Pick<Keys, 'index'>) => Opened<R, W>;

export function table<R, W>(open: Open<R, W>): Table<R, W> {
  return { open };
}

/** What is sealed in a table of the file: of each row the key and how it is opened, which throws where it is damaged. */
export type Sealed = { of: string; each: (db: Db, keys: Keys) => Iterable<readonly [id: string, open: () => unknown]> };
export type SealedTable<R = unknown, W = unknown> = Table<R, W> & { sealed: Sealed };

/** A table that seals is no other: what `verify` opens is known by it (P1). */
export function sealedTable<R, W>(sealed: Sealed, open: Table<R, W>['open']): SealedTable<R, W> {
  return { sealed, open };
}

/** A table whose rows the ledger alone gives (A2); `rows` names those of the file that it writes. */
export type ReadTable<R = unknown, W = unknown> = Table<R, W> & { rows: readonly string[]; numbers?: Numbers };

/**
 * Numbers of tickets and papers are drawn from what this table of the file holds. `last` selects, of a file of any
 * release, the highest of days from @since on, and of their years: kind, day, letter, number (S3).
 */
export type Numbers = { of: string; last: string };

export function readTable<R, W>(rows: readonly string[], open: Open<R, W>): ReadTable<R, W> {
  return { rows, open };
}

export function numberedTable<R, W>(rows: readonly string[], numbers: Numbers, open: Open<R, W>): ReadTable<R, W> {
  return { rows, numbers, open };
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

/** What is read often and changes seldom: read again when it is asked for after it was forgotten. */
export function kept<T>(read: () => T): { get: () => T; forget: () => void } {
  let value: { of: T } | null = null;
  return {
    get() {
      value ??= { of: read() };
      return value.of;
    },
    forget() {
      value = null;
    },
  };
}

export function byId<T extends { id: string }>(rows: T[]): Map<T['id'], T> {
  return new Map(rows.map((row) => [row.id, row]));
}

/** Inserts a row or replaces the one with the same key; any other conflict is an error, never a silent deletion. */
export function upsert(db: Db, table: string, columns: readonly string[]): Statement {
  const [key, ...rest] = columns;
  return db.prepare(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})
     ON CONFLICT (${key}) DO UPDATE SET ${rest.map((name) => `${name} = excluded.${name}`).join(', ')}`,
  );
}
