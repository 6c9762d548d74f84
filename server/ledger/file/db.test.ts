import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { connect, type Db } from './connection.ts';
import { migrateAll, openDb } from './db.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'shouwen-db-'));
});
afterEach(() => vi.restoreAllMocks());
afterEach(() => rmSync(dir, { recursive: true, force: true }));

it('[A2] [S1] a file of a newer release is refused in one sentence and stays as it is', () => {
  const file = join(dir, 'hall.db');
  const db = openDb(file);
  const later = Date.parse('2031-01-01T00:00:00Z');
  db.prepare('INSERT INTO __drizzle_migrations (hash, created_at) VALUES (?, ?)').run('of a later release', later);
  db.exec('CREATE TABLE of_a_later_release (id TEXT)');
  db.close();
  const before = readFileSync(file);
  expect(() => openDb(file)).toThrow(/was written by a newer Shouwen; run that one, or restore a copy/);
  expect(readFileSync(file).equals(before)).toBe(true);
});

it('[A2] a file of this release opens as often as it is asked for', () => {
  const file = join(dir, 'hall.db');
  openDb(file).close();
  const again = openDb(file);
  expect(again.prepare('SELECT count(*) FROM ledger').pluck().get()).toBe(0);
  again.close();
});

it('[A2] a new file is made at once as the migrations make it one by one', () => {
  const shapeOf = (db: Db) => ({
    schema: db.prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name').all(),
    migrations: db.prepare('SELECT id, hash, created_at FROM __drizzle_migrations').all(),
  });
  const byOne = connect(join(dir, 'by-one.db'));
  migrateAll(byOne);
  const atOnce = openDb(join(dir, 'hall.db'));
  const wanted = shapeOf(byOne);
  expect(wanted.migrations.length).toBeGreaterThan(50);
  expect(wanted.schema.length).toBeGreaterThan(100);
  expect(shapeOf(atOnce)).toEqual(wanted);
  byOne.close();
  atOnce.close();
});

it.each([
  ['compared, in an order', 'SELECT id, text FROM some WHERE text = ? ORDER BY id', 'a'],
  ['compared by name', 'SELECT id, text FROM some WHERE text = @text ORDER BY id', { text: 'a' }],
  ['a pattern', 'SELECT id, text FROM some WHERE text GLOB ?', '*'],
  ['a limit', 'SELECT id, text FROM some LIMIT ?', 2],
])('[A2] a statement with a bound value, %s, is planned once', (_, sql, value) => {
  const db = openDb(join(dir, 'hall.db'));
  db.exec(`CREATE TABLE some (id INTEGER PRIMARY KEY, text TEXT); INSERT INTO some (text) VALUES ('a'), ('a')`);
  // The library makes a function that builds a statement's rows each time it was planned.
  const made = vi.spyOn(globalThis, 'Function');
  const statement = db.prepare(sql);
  for (let run = 0; run < 50; run++) expect(statement.all(value)).toHaveLength(2);
  expect(made).toHaveBeenCalledTimes(1);
  db.close();
});
