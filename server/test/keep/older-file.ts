/** A hall's file as an older program would have made it: its own migrations alone, and of each row what they know. */
import { cpSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { ROOT } from '../../root.ts';

const MIGRATIONS = join(ROOT, 'schema/migrations');

/** `before`: the number of the first migration that the older program did not have. `scratch` is a folder that the test removes. */
export function asOlderFile(file: string, before: number, scratch: string): void {
  const migrationsFolder = join(scratch, 'older-migrations');
  cpSync(MIGRATIONS, migrationsFolder, { recursive: true });
  const journal = join(migrationsFolder, 'meta/_journal.json');
  const known = JSON.parse(readFileSync(journal, 'utf8')) as { entries: { idx: number }[] };
  writeFileSync(journal, JSON.stringify({ ...known, entries: known.entries.filter(({ idx }) => idx < before) }));

  const older = join(scratch, 'older.db');
  const db = new Database(older);
  db.pragma('journal_mode = WAL');
  migrate(drizzle({ client: db }), { migrationsFolder });
  db.exec(`ATTACH '${file}' AS newer`);
  const tables = db
    .prepare<[], string>(
      `SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE '\\_\\_%' ESCAPE '\\'
       INTERSECT SELECT name FROM newer.sqlite_schema`,
    )
    .pluck()
    .all();
  for (const table of tables) {
    const columns = db
      .prepare<[string, string], string>(
        `SELECT name FROM pragma_table_info(?, 'main') INTERSECT SELECT name FROM pragma_table_info(?, 'newer')`,
      )
      .pluck()
      .all(table, table)
      .map((name) => `"${name}"`)
      .join(', ');
    db.exec(`INSERT OR REPLACE INTO main."${table}" (${columns}) SELECT ${columns} FROM newer."${table}"`);
  }
  db.exec('DETACH newer');
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
  for (const tail of ['-wal', '-shm']) rmSync(`${file}${tail}`, { force: true });
  renameSync(older, file);
}
