import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { readConfig } from '../../config.ts';
import { isWhyNot } from '../../ledger/file/why-not.ts';
import { startSystem } from '../../system.ts';
import { startTestHall } from '../harness.ts';

/** Each column of the file that holds JSON somewhere. */
function jsonColumns(file: string): { table: string; column: string }[] {
  const db = new Database(file, { readonly: true });
  const tables = db.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all();
  const found = tables.flatMap((table) =>
    db
      .prepare<[], string>(`SELECT name FROM pragma_table_info('${table}')`)
      .pluck()
      .all()
      .filter((column) => db.prepare(`SELECT 1 FROM ${table} WHERE "${column}" GLOB '[[{]*'`).get())
      .map((column) => ({ table, column })),
  );
  db.close();
  return found;
}

it('[S1] words in the file that are no JSON any more stop a start with a sentence, in whatever column they are', async () => {
  const root = mkdtempSync(join(tmpdir(), 'shouwen-spoilt-'));
  const whole = join(root, 'whole');
  const hall = await startTestHall({ dir: whole });
  await hall.stop();
  const columns = jsonColumns(join(whole, 'hall.db'));
  expect(columns.length).toBeGreaterThan(10);
  const refused: string[] = [];
  for (const { table, column } of columns) {
    const dir = join(root, 'spoilt');
    cpSync(whole, dir, { recursive: true });
    const db = new Database(join(dir, 'hall.db'));
    db.pragma('ignore_check_constraints = 1');
    for (const trigger of db.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck().all())
      db.exec(`DROP TRIGGER ${trigger}`);
    db.exec(`UPDATE ${table} SET "${column}" = "${column}" || '~' WHERE "${column}" GLOB '[[{]*'`);
    db.close();
    const config = readConfig({ DATA_DIR: dir, PORT: '0', LOG_LEVEL: 'silent', NODE_ENV: 'test' });
    await startSystem(config, { keeps: false }).then(
      (system) => system.stop(),
      (fault: unknown) => {
        refused.push(`${table}.${column}`);
        expect(isWhyNot(fault, 'file-damaged'), `${table}.${column}: ${(fault as Error).message}`).toBe(true);
      },
    );
    rmSync(dir, { recursive: true });
  }
  expect(refused).toContain('hall.names');
  rmSync(root, { recursive: true });
}, 240_000);
