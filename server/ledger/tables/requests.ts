/** The answers that request ids got (T3), sealed: they hold residents' links and passwords that are shown once. */
import { blob, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Instant } from '../../../schema/ids.ts';
import { seal, unseal } from '../file/seal.ts';
import { type Sealed, sealedTable } from '../table.ts';

/** T3: the answer that a request id got, sealed, because it may hold a link or a password. Dropped after a week. */
export const requestsColumns = sqliteTable('requests', {
  id: text('id').primaryKey(),
  at: text('at').notNull(),
  reply: blob('reply', { mode: 'buffer' }).notNull(),
});

const SEALED: Sealed = {
  of: 'requests',
  *each(db, { seal: sealKey }) {
    const all = db.prepare<[], { id: string; reply: Buffer }>('SELECT id, reply FROM requests');
    for (const { id, reply } of all.iterate()) yield [id, () => unseal(sealKey, reply, `reply:${id}`)];
  },
};

export const requests = sealedTable(SEALED, (db, { seal: sealKey }) => {
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
