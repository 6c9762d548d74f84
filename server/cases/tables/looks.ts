/** How far somebody has looked at what others did with the first-contact cases (C2); no fact of the ledger. */
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { ClerkId } from '../../../schema/ids.ts';
import { table, upsert } from '../../ledger/table.ts';

export const looksColumns = sqliteTable('looks', {
  clerkId: text('clerk_id').primaryKey(),
  /** Of the last event that was seen. */
  seq: integer('seq').notNull(),
});

export const looks = table((db) => {
  const put = upsert(db, 'looks', ['clerk_id', 'seq']);
  const of = db.prepare<[string], number>('SELECT seq FROM looks WHERE clerk_id = ?').pluck();

  const reader = { of: (id: ClerkId): number => of.get(id) ?? 0 };
  return {
    reader,
    writer: { ...reader, save: (id: ClerkId, seq: number): void => void put.run(id, seq) },
  };
});
