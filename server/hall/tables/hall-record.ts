/** Read table `hall`: who the hall is, and its settings; one row. */

import { drizzle } from 'drizzle-orm/better-sqlite3';
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { ObjectTo } from '../../../schema/hall/plan.ts';
import type { Names } from '../../../schema/ids.ts';
import { Settings } from '../../../schema/settings.ts';
import { type Db, hasTable } from '../../ledger/file/connection.ts';
import { kept, readTable } from '../../ledger/table.ts';

/** One row: who the hall is, and its settings. */
export const hallColumns = sqliteTable('hall', {
  id: integer('id').primaryKey(), // always 1
  key: text('key').notNull(), // names the hall in Redis: {hall<key>}
  names: text('names', { mode: 'json' }).$type<Names>().notNull(),
  telephone: text('telephone').notNull(),
  address: text('address').notNull(),
  timeZone: text('time_zone').notNull(),
  sample: integer('sample', { mode: 'boolean' }).notNull(),
  settings: text('settings', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
  objectTo: text('object_to', { mode: 'json' }).$type<ObjectTo>(),
});

/** What older programs kept of changed rows; since then the ledger has it (S4). */
export const referenceHistoryColumns = sqliteTable('reference_history', {
  id: integer('id').primaryKey(),
  at: text('at').notNull(),
  tableName: text('table_name').notNull(),
  rowId: text('row_id').notNull(),
  before: text('before').notNull(),
});

/** Of a file of any release: whether its hall has a name; null where it holds none at all. */
export function hallIsSetUp(db: Db): boolean | null {
  return hasTable(db, 'hall') ? db.prepare('SELECT 1 FROM hall').get() !== undefined : null;
}

export type HallRecord = {
  key: string;
  names: Names;
  telephone: string;
  address: string;
  timeZone: string;
  sample: boolean;
  settings: Settings;
  /** C6: null where nobody has said it. */
  objectTo?: ObjectTo | null;
};

export const hallRecord = readTable(['hall'], (db) => {
  const orm = drizzle({ client: db });
  const row = kept((): HallRecord | null => {
    const found = orm.select().from(hallColumns).get();
    return found ? { ...found, settings: Settings.parse(found.settings) } : null;
  });

  const reader = {
    /** Throws before the hall is set up. */
    get(): HallRecord {
      const found = row.get();
      if (!found) throw new Error('this file holds no hall yet');
      return found;
    },
    isSetUp: (): boolean => row.get() !== null,
  };
  return {
    reader,
    writer: {
      ...reader,
      /** Of settings only those that were said. */
      save(hall: Omit<HallRecord, 'settings'> & { settings: Record<string, unknown> }): void {
        const values = { id: 1, ...hall };
        orm.insert(hallColumns).values(values).onConflictDoUpdate({ target: hallColumns.id, set: hall }).run();
        row.forget();
      },
    },
    reread: row.forget,
  };
});
