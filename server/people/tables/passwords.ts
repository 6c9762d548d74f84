/** Passwords, hashed; no fact of the ledger. */
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { ClerkId } from '../../../schema/ids.ts';
import { table, upsert } from '../../ledger/table.ts';

export const passwordsColumns = sqliteTable('passwords', {
  clerkId: text('clerk_id').primaryKey(),
  encoded: text('encoded').notNull(), // argon2id
  mustChange: integer('must_change', { mode: 'boolean' }).notNull(),
});

export type Password = { encoded: string; mustChange: boolean };

export const passwords = table((db) => {
  const put = upsert(db, 'passwords', ['clerk_id', 'encoded', 'must_change']);
  const of = db.prepare<[string], { encoded: string; mustChange: number }>(
    'SELECT encoded, must_change AS mustChange FROM passwords WHERE clerk_id = ?',
  );

  const reader = {
    of(id: ClerkId): Password | null {
      const row = of.get(id);
      return row ? { encoded: row.encoded, mustChange: row.mustChange === 1 } : null;
    },
  };
  return {
    reader,
    writer: {
      ...reader,
      save: (id: ClerkId, { encoded, mustChange }: Password): void => void put.run(id, encoded, mustChange ? 1 : 0),
    },
  };
});
