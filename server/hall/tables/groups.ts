/** The groups of matters, each a letter and a line of its own. */

import { asc } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { MatterGroup } from '../../../schema/hall/plan.ts';
import type { Letter, Names } from '../../../schema/ids.ts';
import { byId, kept, readTable } from '../../ledger/table.ts';

export const groupsColumns = sqliteTable('groups', {
  letter: text('letter').primaryKey(),
  names: text('names', { mode: 'json' }).$type<Names>().notNull(),
  order: integer('order').notNull(),
});

export const groups = readTable(['groups'], (db) => {
  const orm = drizzle({ client: db });
  const rows = kept(() => {
    const found = orm.select().from(groupsColumns).orderBy(asc(groupsColumns.order)).all();
    return byId(found.map(({ letter, names, order }): MatterGroup => ({ id: letter as Letter, names, order })));
  });

  const reader = {
    /** In their order. */
    all: () => rows.get(),
  };
  return {
    reader,
    writer: {
      ...reader,
      save({ id, names, order }: MatterGroup): void {
        const row = { letter: id as string, names, order };
        orm.insert(groupsColumns).values(row).onConflictDoUpdate({ target: groupsColumns.letter, set: row }).run();
        rows.forget();
      },
    },
    reread: rows.forget,
  };
});
