/** A connection whose statements are planned once: when they are prepared, not each time they run. */
import Database from 'better-sqlite3';

export type Db = Database.Database;

/** Of a file that an older program, or no hall at all, may have written. */
export function hasTable(db: Db, name: string): boolean {
  return db.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?").get(name) !== undefined;
}

/** A parameter that decides something: compared with, or counted by. */
const DECIDING = /([=<>]|\b(?:LIMIT|GLOB|LIKE|BETWEEN|AND))\s*([?@])/g;

/**
 * better-sqlite3 brings SQLite with STAT4. There a statement whose plan could depend on a bound value (each with
 * `a = ?` and an ORDER BY) is planned anew at every run: 7 µs for the smallest, 50 µs for one of our tables. A value
 * written as `+?` is the same value, and no plan depends on it.
 */
export function connect(file: string, options?: Database.Options): Db {
  const db = new Database(file, options);
  const prepare = db.prepare.bind(db);
  db.prepare = ((sql: string) => prepare(sql.replace(DECIDING, '$1 +$2'))) as typeof db.prepare;
  return db;
}
