/** Passwords, hashed; no fact of the ledger. */
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { ClerkId } from '../../../schema/ids.ts';
import { kept, table, upsert } from '../../ledger/table.ts';

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

  const mustChange = kept(
    () => new Set(db.prepare<[], ClerkId>('SELECT clerk_id FROM passwords WHERE must_change').pluck().all()),
  );

  const reader = {
    /** Somebody else set it: asked with each wish. */
    mustChange: (id: ClerkId): boolean => mustChange.get().has(id),
    of(id: ClerkId): Password | null {
      const row = of.get(id);
      return row ? { encoded: row.encoded, mustChange: row.mustChange === 1 } : null;
    },
  };
  return {
    reader,
    writer: {
      ...reader,
      save(id: ClerkId, password: Password): void {
        put.run(id, password.encoded, password.mustChange ? 1 : 0);
        mustChange.forget();
      },
    },
    reread: mustChange.forget,
  };
});
