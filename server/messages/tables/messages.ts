/** Messages to people: a row first, then a job, then a gateway (H8, H9). */
import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { ClerkId, Instant, PersonId } from '../../../schema/ids.ts';
import type { MessagePhase } from '../../../schema/messages/message.ts';
import { table } from '../../ledger/table.ts';

export const messagesColumns = sqliteTable('messages', {
  id: text('id').primaryKey(),
  recipient: text('recipient').notNull().default('person'), // 'person' | 'clerk'
  recipientId: text('recipient_id').notNull(),
  kind: text('kind').notNull(),
  refs: text('refs', { mode: 'json' }).$type<Record<string, string>>().notNull(),
  phase: text('phase').notNull(), // waiting, sending, sent, failed, over
  createdAt: text('created_at').notNull(),
  sentAt: text('sent_at'),
});

/** A resident, or one of the staff. */
export type Recipient = { kind: 'person'; id: PersonId } | { kind: 'clerk'; id: ClerkId };
export type Message = { id: string; to: Recipient; kind: string; refs: Record<string, string>; phase: string };
type Row = Pick<Message, 'id' | 'kind' | 'phase'> & { recipient: string; recipientId: string; refs: string };

export type ListedMessage = Omit<Message, 'phase'> & {
  place: number;
  phase: MessagePhase;
  at: Instant;
  sentAt: Instant | null;
};
type ListedRow = Row & { place: number; phase: MessagePhase; at: Instant; sentAt: Instant | null };

export const messages = table((db) => {
  const add = db.prepare(
    `INSERT INTO messages (id, recipient, recipient_id, kind, refs, phase, created_at) VALUES (?, ?, ?, ?, ?, 'waiting', ?)`,
  );
  const byId = db.prepare<[string], Row>(
    'SELECT id, recipient, recipient_id AS recipientId, kind, refs, phase FROM messages WHERE id = ?',
  );
  const ofPerson = db.prepare<[string], { kind: string; phase: string; at: Instant }>(
    `SELECT kind, phase, coalesce(sent_at, created_at) AS at FROM messages
     WHERE recipient = 'person' AND recipient_id = ? ORDER BY created_at, id`,
  );
  const same = db
    .prepare<[string, string, string, string], number>(
      'SELECT 1 FROM messages WHERE recipient = ? AND recipient_id = ? AND kind = ? AND refs = ?',
    )
    .pluck();
  const latest = db.prepare<{ phase: string | null; first: number; below: number | null }, ListedRow>(
    `SELECT rowid AS place, id, recipient, recipient_id AS recipientId, kind, refs, phase, created_at AS at, sent_at AS sentAt
     FROM messages WHERE rowid < coalesce(@below, 9e18) AND (@phase IS NULL OR phase = @phase)
     ORDER BY rowid DESC LIMIT @first`,
  );
  const counts = db.prepare<[], { phase: string; count: number }>(
    'SELECT phase, count(*) AS count FROM messages GROUP BY phase',
  );
  const mark = db.prepare('UPDATE messages SET phase = ?, sent_at = ? WHERE id = ?');

  const reader = {
    /** The oldest first. */
    ofPerson: (person: PersonId) => ofPerson.all(person),
    /** The latest first; `below`: the place of the last one of the page before. */
    latest: (page: { phase: string | null; first: number; below: number | null }): ListedMessage[] =>
      latest.all(page).map(({ recipient, recipientId, refs, ...row }) => ({
        ...row,
        to: { kind: recipient, id: recipientId } as Recipient,
        refs: JSON.parse(refs),
      })),
    counts: (): Record<string, number> => Object.fromEntries(counts.all().map(({ phase, count }) => [phase, count])),
    /** Whether this very message is or was on its way: a job may run twice (H9). */
    isKnown: (to: Recipient, kind: string, refs: Record<string, string>): boolean =>
      same.get(to.kind, to.id, kind, JSON.stringify(refs)) !== undefined,
    byId(id: string): Message | null {
      const row = byId.get(id);
      if (!row) return null;
      const { kind, phase, recipient, recipientId, refs } = row;
      return { id, kind, phase, to: { kind: recipient, id: recipientId } as Recipient, refs: JSON.parse(refs) };
    },
  };
  return {
    reader,
    writer: {
      ...reader,
      add: (id: string, to: Recipient, kind: string, refs: Record<string, string>, at: Instant): void =>
        void add.run(id, to.kind, to.id, kind, JSON.stringify(refs), at),
      mark: (id: string, phase: string, at: Instant | null): void => void mark.run(phase, at, id),
    },
  };
});
