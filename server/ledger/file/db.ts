/** Opening a hall's file: WAL, every commit on disk before it is acknowledged, schema current (A2). */

import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type MigrationMeta, readMigrationFiles } from 'drizzle-orm/migrator';
import { ROOT } from '../../root.ts';
import { connect, type Db } from './connection.ts';
import { whyNot } from './why-not.ts';

const MIGRATIONS = join(ROOT, 'schema/migrations');
/** What all migrations together make; `npm run schema` writes it. */
const SCHEMA = join(MIGRATIONS, 'schema.sql');
/** Which migrations have run, as drizzle's own runner writes it. */
const RAN =
  'CREATE TABLE IF NOT EXISTS __drizzle_migrations (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at numeric)';
/** Older ones can corrupt a WAL file on reset. */
const SQLITE_FLOOR = '3.51.3';

/**
 * Opens the file for its one writer. Throws a sentence for the operator when the file, the SQLite version or the
 * durability is not what it must be: better-sqlite3 silently runs synchronous=NORMAL in WAL unless told otherwise.
 */
export function openDb(file: string): Db {
  const db = connect(file);
  try {
    makeReady(db);
  } catch (fault) {
    db.close();
    throw fault;
  }
  return db;
}

function makeReady(db: Db): void {
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('busy_timeout = 5000');
  db.pragma('foreign_keys = ON');
  db.pragma('wal_autocheckpoint = 4000');
  db.pragma('journal_size_limit = 67108864');
  db.pragma('trusted_schema = OFF');
  db.pragma('cache_size = -65536');
  db.pragma('temp_store = MEMORY');
  const version = db.prepare<[], string>('SELECT sqlite_version()').pluck().get()!;
  if (version.localeCompare(SQLITE_FLOOR, 'en', { numeric: true }) < 0) {
    throw whyNot('sqlite-old', version, SQLITE_FLOOR);
  }
  refuseNewer(db);
  if (isNew(db)) makeSchema(db);
  else migrateAll(db);
  assertDurable(db);
}

/**
 * Brings an older file up to date, all of it or nothing. Not by drizzle's own runner: that takes back what a full disk
 * has already ended, and so tells of its own fault in the place of the disk's.
 */
export function migrateAll(db: Db): void {
  db.transaction(() => {
    db.exec(RAN);
    const last = db.prepare<[], number>('SELECT coalesce(max(created_at), 0) FROM __drizzle_migrations').pluck().get()!;
    const newer = migrations().filter(({ folderMillis }) => folderMillis > last);
    for (const { sql } of newer) for (const statement of sql) db.exec(statement);
    markRun(db, newer);
  }).immediate();
}

/** A new file has at once what the migrations would make of it one by one, and counts them as run. */
function makeSchema(db: Db): void {
  db.transaction(() => {
    db.exec(readFileSync(SCHEMA, 'utf8'));
    db.exec(RAN);
    markRun(db, migrations());
  }).immediate();
}

function markRun(db: Db, ran: MigrationMeta[]): void {
  const mark = db.prepare<[string, number]>('INSERT INTO __drizzle_migrations (hash, created_at) VALUES (?, ?)');
  for (const { hash, folderMillis } of ran) mark.run(hash, folderMillis);
}

function migrations(): MigrationMeta[] {
  return readMigrationFiles({ migrationsFolder: MIGRATIONS });
}

function isNew(db: Db): boolean {
  return !db.prepare('SELECT 1 FROM sqlite_schema').get();
}

/** An older program would read a newer file wrongly and write into it: it throws before it changes anything (A2). */
function refuseNewer(db: Db): void {
  if (isNewer(db)) throw whyNot('file-newer', dirname(db.name));
}

/** The file knows migrations that this program does not. */
export function isNewer(db: Db): boolean {
  const marked = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = '__drizzle_migrations'").get();
  if (!marked) return false;
  const ran = db.prepare<[], number>('SELECT created_at FROM __drizzle_migrations').pluck().all();
  const known = new Set(migrations().map((one) => one.folderMillis));
  return !ran.every((when) => known.has(Number(when)));
}

/** Writes to the disk and changes nothing; throws what keeps the file from being written. */
export function writeNothingNew(db: Db): void {
  db.exec('BEGIN IMMEDIATE; UPDATE key_check SET id = id; COMMIT');
}

/** Throws unless a commit reaches the disk before it returns; asked after a write, because only then does it tell. */
function assertDurable(db: Db): void {
  writeNothingNew(db);
  const level = db.pragma('synchronous', { simple: true });
  if (level !== 2) throw whyNot('not-durable', String(level));
}

/**
 * Which migrations the read tables were written under. A migration changes their shape, the ledger alone gives their
 * rows: after one they are written anew before anything reads them (A2). The mark is in the file, so that a start that
 * is cut off between the two goes on there.
 */
export function readTables(db: Db) {
  const migrations = db.prepare<[], number>('SELECT count(*) FROM __drizzle_migrations').pluck();
  return {
    areCurrent: (): boolean => db.pragma('user_version', { simple: true }) === migrations.get()!,
    /** To be called in the transaction that wrote them. */
    markCurrent: (): unknown => db.pragma(`user_version = ${migrations.get()!}`),
  };
}

/** A connection for reports: it cannot write and does not hold up the writer. */
export function openReadOnly(file: string): Db {
  const db = connect(file, { readonly: true });
  db.pragma('busy_timeout = 5000');
  return db;
}
