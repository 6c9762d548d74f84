/** Messages to people: a row first, then a job, then a gateway (H8, H9). */
import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Instant, PersonId } from '../../../schema/ids.ts';
import { table } from '../../ledger/table.ts';

export const messagesColumns = sqliteTable('messages', {
  id: text('id').primaryKey(),
  personId: text('person_id').notNull(),
  kind: text('kind').notNull(),
  refs: text('refs', { mode: 'json' }).$type<Record<string, string>>().notNull(),
  phase: text('phase').notNull(), // waiting, sending, sent, failed
  createdAt: text('created_at').notNull(),
  sentAt: text('sent_at'),
});

export type Message = { id: string; personId: PersonId; kind: string; refs: Record<string, string>; phase: string };

export const messages = table((db) => {
  const add = db.prepare(
    `INSERT INTO messages (id, person_id, kind, refs, phase, created_at) VALUES (?, ?, ?, ?, 'waiting', ?)`,
  );
  const byId = db.prepare<[string], Omit<Message, 'refs'> & { refs: string }>(
    'SELECT id, person_id AS personId, kind, refs, phase FROM messages WHERE id = ?',
  );
  const ofPerson = db.prepare<[string], { kind: string; phase: string; at: Instant }>(
    'SELECT kind, phase, coalesce(sent_at, created_at) AS at FROM messages WHERE person_id = ? ORDER BY created_at, id',
  );
  const mark = db.prepare('UPDATE messages SET phase = ?, sent_at = ? WHERE id = ?');

  const reader = {
    /** The oldest first. */
    ofPerson: (person: PersonId) => ofPerson.all(person),
    byId(id: string): Message | null {
      const row = byId.get(id);
      return row ? { ...row, refs: JSON.parse(row.refs) } : null;
    },
  };
  return {
    reader,
    writer: {
      ...reader,
      add: (id: string, personId: PersonId, kind: string, refs: Record<string, string>, at: Instant): void =>
        void add.run(id, personId, kind, JSON.stringify(refs), at),
      mark: (id: string, phase: string, at: Instant | null): void => void mark.run(phase, at, id),
    },
  };
});
