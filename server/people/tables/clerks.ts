/** Read table `clerks`: the staff's accounts and their rights. */

import { asc } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { ClerkId } from '../../../schema/ids.ts';
import type { Clerk } from '../../../schema/people/clerk.ts';
import { folded } from '../../../schema/typed/signs.ts';
import type { StaffRole } from '../../../schema/who.ts';
import { byId, kept, readTable } from '../../ledger/table.ts';

export const clerksColumns = sqliteTable('clerks', {
  id: text('id').primaryKey(),
  account: text('account').notNull().unique(),
  name: text('name').notNull(),
  role: text('role').notNull(),
  mayPick: integer('may_pick', { mode: 'boolean' }).notNull(),
  active: integer('active', { mode: 'boolean' }).notNull(),
  blocked: integer('blocked', { mode: 'boolean' }).notNull().default(false),
});

export const clerks = readTable(['clerks'], (db) => {
  const orm = drizzle({ client: db });
  const rows = kept(() => {
    const found = orm.select().from(clerksColumns).orderBy(asc(clerksColumns.account)).all();
    const clerkOf = (row: (typeof found)[number]): Clerk => ({
      ...row,
      id: row.id as ClerkId,
      role: row.role as StaffRole,
    });
    return byId(found.map(clerkOf));
  });

  const reader = {
    /** By account. */
    all: () => rows.get(),
    /** By how it reads; an older file may hold two that read the same: there each is found as it is written. */
    byAccount(account: string): Clerk | null {
      const all = [...rows.get().values()];
      const key = folded(account);
      return all.find((one) => one.account === account) ?? all.find((one) => folded(one.account) === key) ?? null;
    },
  };
  return {
    reader,
    writer: {
      ...reader,
      save(clerk: Clerk): void {
        orm.insert(clerksColumns).values(clerk).onConflictDoUpdate({ target: clerksColumns.id, set: clerk }).run();
        rows.forget();
      },
    },
    reread: rows.forget,
  };
});
