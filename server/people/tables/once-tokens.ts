/** Tokens that work once: the first administrator's link. Stored hashed. */
import { hash } from 'node:crypto';
import { blob, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Instant } from '../../../schema/ids.ts';
import { table } from '../../ledger/table.ts';

export const onceTokensColumns = sqliteTable('once_tokens', {
  hash: blob('hash', { mode: 'buffer' }).primaryKey(),
  purpose: text('purpose').notNull(),
  expiresAt: text('expires_at').notNull(),
});

export const onceTokens = table((db) => {
  const add = db.prepare('INSERT INTO once_tokens (hash, purpose, expires_at) VALUES (?, ?, ?)');
  const known = db.prepare('SELECT 1 FROM once_tokens WHERE hash = ? AND purpose = ? AND expires_at > ?');
  const spend = db.prepare('DELETE FROM once_tokens WHERE hash = ? AND purpose = ? AND expires_at > ?');
  const end = db.prepare('DELETE FROM once_tokens WHERE purpose = ?');
  const hashOf = (token: string) => hash('sha256', token, 'buffer');

  const reader = {
    has: (token: string, purpose: string, now: Instant): boolean =>
      known.get(hashOf(token), purpose, now) !== undefined,
  };
  return {
    reader,
    writer: {
      ...reader,
      add: (token: string, purpose: string, until: Instant): void => void add.run(hashOf(token), purpose, until),
      /** True once. */
      spend: (token: string, purpose: string, now: Instant): boolean =>
        spend.run(hashOf(token), purpose, now).changes === 1,
      endAll: (purpose: string): void => void end.run(purpose),
    },
  };
});
