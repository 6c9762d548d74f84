/** The answers that request ids got (T3), sealed: they hold residents' links and passwords that are shown once. */
import { blob, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Instant } from '../../../schema/ids.ts';
import type { Db } from '../file/connection.ts';
import { seal, unseal } from '../file/seal.ts';
import { type Keys, table } from '../table.ts';

/** T3: the answer that a request id got, sealed, because it may hold a link or a password. Dropped after a week. */
export const requestsColumns = sqliteTable('requests', {
  id: text('id').primaryKey(),
  at: text('at').notNull(),
  reply: blob('reply', { mode: 'buffer' }).notNull(),
});

export const requests = table((db, { seal: sealKey }) => {
  const reply = db.prepare<[string], Buffer>('SELECT reply FROM requests WHERE id = ?').pluck();
  const remember = db.prepare('INSERT INTO requests (id, at, reply) VALUES (?, ?, ?)');
  const dropOld = db.prepare('DELETE FROM requests WHERE at < ?');

  const reader = {
    /** The answer a request id got before, as JSON, or null. */
    reply(id: string): string | null {
      const sealed = reply.get(id);
      return sealed ? unseal(sealKey, sealed, `reply:${id}`) : null;
    },
  };
  return {
    reader,
    writer: {
      ...reader,
      remember: (id: string, at: Instant, answer: string): void =>
        void remember.run(id, at, seal(sealKey, answer, `reply:${id}`)),
      dropBefore: (at: Instant): void => void dropOld.run(at),
    },
  };
});

/** The first answer that these keys do not open: it is damaged. */
export function firstUnreadableAnswer(db: Db, { seal: sealKey }: Keys): string | null {
  for (const { id, reply } of db
    .prepare<[], { id: string; reply: Buffer }>('SELECT id, reply FROM requests')
    .iterate()) {
    try {
      unseal(sealKey, reply, `reply:${id}`);
    } catch {
      return id;
    }
  }
  return null;
}
