/** Read table `agencies`: where residents are sent with what is not this hall's (C5). */
import { asc, eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Agency } from '../../../schema/catalogue/agency.ts';
import type { AgencyId } from '../../../schema/ids.ts';
import { byId, kept, readTable } from '../../ledger/table.ts';

export const agenciesColumns = sqliteTable('agencies', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  address: text('address').notNull(),
  telephone: text('telephone').notNull(),
  hours: text('hours').notNull(),
  aliases: text('aliases', { mode: 'json' }).$type<string[]>().notNull(),
  spelling: text('spelling').notNull(),
  inUse: integer('in_use', { mode: 'boolean' }).notNull(),
  offered: integer('offered', { mode: 'boolean' }).notNull(),
});

export const agencies = readTable(['agencies'], (db) => {
  const orm = drizzle({ client: db });
  const rows = kept(() =>
    byId(orm.select().from(agenciesColumns).orderBy(asc(agenciesColumns.name)).all() as Agency[]),
  );

  const reader = {
    all: () => rows.get(),
  };
  return {
    reader,
    writer: {
      ...reader,
      save(agency: Agency): void {
        const target = agenciesColumns.id;
        orm.insert(agenciesColumns).values(agency).onConflictDoUpdate({ target, set: agency }).run();
        rows.forget();
      },
      remove(id: AgencyId): void {
        orm.delete(agenciesColumns).where(eq(agenciesColumns.id, id)).run();
        rows.forget();
      },
    },
    reread: rows.forget,
  };
});
