/** The counters as planned: what each is called and which groups it serves. Who sits there is line's. */

import { drizzle } from 'drizzle-orm/better-sqlite3';
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { CounterPlan } from '../../../schema/hall/plan.ts';
import { byId, kept, readTable } from '../../ledger/table.ts';

export const countersColumns = sqliteTable('counters', {
  id: text('id').primaryKey(),
  label: text('label').notNull().unique(),
  letters: text('letters', { mode: 'json' }).$type<string[]>().notNull(),
  inUse: integer('in_use', { mode: 'boolean' }).notNull(),
});

export const counterPlans = readTable(['counters'], (db) => {
  const orm = drizzle({ client: db });
  const rows = kept(() => byId(orm.select().from(countersColumns).all() as CounterPlan[]));

  const reader = {
    all: () => rows.get(),
  };
  return {
    reader,
    writer: {
      ...reader,
      save(counter: CounterPlan): void {
        const target = countersColumns.id;
        orm.insert(countersColumns).values(counter).onConflictDoUpdate({ target, set: counter }).run();
        rows.forget();
      },
    },
    reread: rows.forget,
  };
});
