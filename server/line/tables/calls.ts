/** Read tables `calls` and `sittings`: what was called when, and how long sittings took; read by the display and the estimate. */
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { CounterId, Day, Instant, Letter, TicketId } from '../../../schema/ids.ts';
import type { Ticket } from '../../../schema/line/ticket.ts';
import { readTable } from '../../ledger/table.ts';

/** Each call and recall of a day, by the seq of its event; the display's calls. */
export const callsColumns = sqliteTable(
  'calls',
  {
    seq: integer('seq').primaryKey(),
    at: text('at').notNull(),
    day: text('day').notNull(),
    ticketId: text('ticket_id').notNull(),
    number: text('number').notNull(),
    letter: text('letter').notNull(),
    counterId: text('counter_id').notNull(),
    callNo: integer('call_no').notNull(),
    rule: text('rule'), // null for a recall
  },
  (t) => [
    index('calls_day').on(t.day, t.letter),
    index('calls_in_order').on(t.day, t.seq),
    index('calls_ticket').on(t.ticketId),
  ],
);

/** One row per finished sitting: the measured durations behind the wait range (Q6). */
export const sittingsColumns = sqliteTable(
  'sittings',
  {
    id: integer('id').primaryKey(), // seq of the event that ended it
    day: text('day').notNull(),
    letter: text('letter').notNull(),
    matters: text('matters', { mode: 'json' }).$type<string[]>().notNull(),
    counterId: text('counter_id').notNull(),
    clerkId: text('clerk_id').notNull(),
    startedAt: text('started_at').notNull(),
    endedAt: text('ended_at').notNull(),
    durationMs: integer('duration_ms').notNull(),
  },
  (t) => [index('sittings_letter').on(t.letter, t.id), index('sittings_day').on(t.day)],
);

export type StoredCall = {
  seq: number;
  at: Instant;
  ticketId: TicketId;
  number: string;
  letter: string;
  counterId: string;
  callNo: number;
  rule: string | null;
};

const CALL = 'seq, at, ticket_id AS ticketId, number, letter, counter_id AS counterId, call_no AS callNo, rule';
/** The estimate looks at this many of the latest sittings per queue. */
const MEASURED = 40;

export const calls = readTable(['calls', 'sittings'], (db) => {
  const insertCall = db.prepare(
    'INSERT INTO calls (seq, at, day, ticket_id, number, letter, counter_id, call_no, rule) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const insertSitting = db.prepare(
    `INSERT INTO sittings (id, day, letter, matters, counter_id, clerk_id, started_at, ended_at, duration_ms)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const deleteSitting = db.prepare(
    `DELETE FROM sittings WHERE id =
       (SELECT id FROM sittings WHERE letter = ? AND counter_id = ? AND started_at = ? ORDER BY id DESC LIMIT 1)`,
  );
  const lastCalls = db.prepare<[string, number], StoredCall>(
    `SELECT ${CALL} FROM calls WHERE day = ? ORDER BY seq DESC LIMIT ?`,
  );
  const lastOf = db.prepare<[string, string], { seq: number; number: string }>(
    'SELECT seq, number FROM calls WHERE day = ? AND letter = ? ORDER BY seq DESC LIMIT 1',
  );
  const lastTo = db
    .prepare<[string, string], number>(
      'SELECT seq FROM calls WHERE day = ? AND counter_id = ? ORDER BY seq DESC LIMIT 1',
    )
    .pluck();
  const before = db
    .prepare<[string, number, number], number>(
      'SELECT seq FROM calls WHERE day = ? AND seq < ? ORDER BY seq DESC LIMIT ?',
    )
    .pluck();
  const after = db.prepare<[string, number], number>('SELECT count(*) FROM calls WHERE day = ? AND seq > ?').pluck();
  const bySeq = db.prepare<[number], StoredCall & { day: Day }>(`SELECT ${CALL}, day FROM calls WHERE seq = ?`);
  const ofTicket = db.prepare<[string], number>('SELECT count(*) FROM calls WHERE ticket_id = ?').pluck();
  const durations = db
    .prepare<[string], number>(`SELECT duration_ms FROM sittings WHERE letter = ? ORDER BY id DESC LIMIT ${MEASURED}`)
    .pluck();

  /** Asked for with every range, and changed with every sitting that ends. */
  const measured = new Map<string, number[]>();

  const reader = {
    /** Of these days, the latest first. */
    last(days: readonly Day[], limit: number): StoredCall[] {
      const found = days.flatMap((day) => lastCalls.all(day, limit));
      return found.sort((a, b) => b.seq - a.seq).slice(0, limit);
    },
    /** The call so many places before this one on these days, by its seq: the one that makes room for it. */
    before(days: readonly Day[], seq: number, places: number): number | null {
      const found = days.flatMap((day) => before.all(day, seq, places));
      return found.sort((a, b) => b - a)[places - 1] ?? null;
    },
    /** How many came after it on these days. */
    after: (days: readonly Day[], seq: number): number => days.reduce((sum, day) => sum + after.get(day, seq)!, 0),
    bySeq: (seq: number): (StoredCall & { day: Day }) | null => bySeq.get(seq) ?? null,
    /** How often this ticket was called, on all its days. */
    ofTicket: (ticketId: TicketId): number => ofTicket.get(ticketId)!,
    /** The seq of the last call to this counter on these days; null: none. */
    lastTo(days: readonly Day[], counterId: CounterId): number | null {
      const found = days.flatMap((day) => lastTo.get(day, counterId) ?? []);
      return found.sort((a, b) => b - a)[0] ?? null;
    },
    lastNumber(days: readonly Day[], letter: string): string | null {
      const found = days.flatMap((day) => lastOf.get(day, letter) ?? []);
      return found.sort((a, b) => b.seq - a.seq)[0]?.number ?? null;
    },
    /** ms, the latest first. */
    durations(letter: string): number[] {
      const found = measured.get(letter) ?? durations.all(letter);
      measured.set(letter, found);
      return found;
    },
  };
  return {
    reader,
    writer: {
      ...reader,
      addCall(ticket: Ticket, seq: number, at: Instant, rule: string | null): void {
        const { liveDay, id, number, letter, counterId, callNo } = ticket;
        insertCall.run(seq, at, liveDay, id, number, letter, counterId, callNo, rule);
      },
      /** `ticket` as it was while serving. */
      addSitting(ticket: Ticket, seq: number, at: Instant): void {
        const startedAt = ticket.startedAt ?? at;
        const took = Date.parse(at) - Date.parse(startedAt);
        const letter = letterOf(ticket);
        const sitting = JSON.stringify(ticket.sitting);
        measured.delete(letter);
        insertSitting.run(seq, ticket.liveDay, letter, sitting, ticket.counterId, ticket.clerkId, startedAt, at, took);
      },
      /** C18: the last one of this counter goes on; `ticket` as it was while serving. */
      dropSitting(ticket: Ticket): void {
        const letter = letterOf(ticket);
        measured.delete(letter);
        deleteSitting.run(letter, ticket.counterId, ticket.startedAt);
      },
    },
    reread: () => measured.clear(),
  };
});

/** The queue in which a sitting is measured. */
function letterOf({ letters, matters, sitting }: Ticket): Letter {
  return letters[matters.indexOf(sitting[0] ?? matters[0]!)]!;
}
