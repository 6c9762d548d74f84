/** Sessions of clerks: stored hashed, revocable. */
import { hash } from 'node:crypto';
import { blob, index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { ClerkId, Instant } from '../../../schema/ids.ts';
import { table } from '../../ledger/table.ts';
import { clerksColumns } from './clerks.ts';

export const sessionsColumns = sqliteTable(
  'sessions',
  {
    hash: blob('hash', { mode: 'buffer' }).primaryKey(),
    clerkId: text('clerk_id')
      .notNull()
      .references(() => clerksColumns.id),
    createdAt: text('created_at').notNull(),
    expiresAt: text('expires_at').notNull(),
  },
  (t) => [index('sessions_clerk').on(t.clerkId)],
);

export const sessions = table((db) => {
  const addSession = db.prepare('INSERT INTO sessions (hash, clerk_id, created_at, expires_at) VALUES (?, ?, ?, ?)');
  const session = db
    .prepare<[Buffer, string], string>('SELECT clerk_id FROM sessions WHERE hash = ? AND expires_at > ?')
    .pluck();
  const hasSession = db
    .prepare<[string, string], number>('SELECT 1 FROM sessions WHERE clerk_id = ? AND expires_at > ? LIMIT 1')
    .pluck();
  const endSession = db.prepare('DELETE FROM sessions WHERE hash = ?');
  const endOf = db.prepare('DELETE FROM sessions WHERE clerk_id = ?');
  const endExpired = db.prepare('DELETE FROM sessions WHERE expires_at <= ?');
  const hashOf = (secret: string) => hash('sha256', secret, 'buffer');

  const reader = {
    clerkOf: (secret: string, now: Instant): ClerkId | null =>
      (session.get(hashOf(secret), now) as ClerkId | undefined) ?? null,
    has: (clerk: ClerkId, now: Instant): boolean => hasSession.get(clerk, now) !== undefined,
  };
  return {
    reader,
    writer: {
      ...reader,
      add: (secret: string, clerk: ClerkId, now: Instant, until: Instant): void =>
        void addSession.run(hashOf(secret), clerk, now, until),
      end: (secret: string): void => void endSession.run(hashOf(secret)),
      endAllOf: (clerk: ClerkId): number => endOf.run(clerk).changes,
      endExpired: (now: Instant): void => void endExpired.run(now),
    },
  };
});
