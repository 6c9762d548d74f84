/** Read table `notes`: what the supervisor is told. */
import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { CaseId, ClerkId, Day, Instant } from '../../../schema/ids.ts';
import { readTable } from '../../ledger/table.ts';

export const notesColumns = sqliteTable(
  'notes',
  {
    seq: integer('seq').primaryKey(),
    at: text('at').notNull(),
    day: text('day').notNull(),
    kind: text('kind').notNull(),
    caseId: text('case_id'),
    /** Of the ticket that it is about, as it was called. */
    number: text('number'),
    clerkId: text('clerk_id'),
    counterId: text('counter_id'),
    byClerk: text('by_clerk'),
    about: text('about'),
    detail: text('detail'),
    /** It was answered; nobody has to read it any more. */
    over: integer('over', { mode: 'boolean' }).notNull().default(false),
    /** Who saw to it. */
    tickedBy: text('ticked_by'),
  },
  (t) => [
    index('notes_case').on(t.caseId, t.kind),
    index('notes_day').on(t.day, t.kind),
    index('notes_at').on(t.at),
    index('notes_open').on(t.kind).where(sql`over = 0`),
  ],
);

export type StoredNote = {
  seq: number;
  at: Instant;
  kind: string;
  caseId: string | null;
  /** Of the ticket that it is about, as it was called. */
  number: string | null;
  clerkId: string | null;
  counterId?: string | null;
  /** Whose act it was. */
  byClerk?: string | null;
  /** What it is about where that is neither case nor ticket: an appointment's code, a receipt's number. */
  about?: string | null;
  /** A reason in somebody's words, or what kind of trouble it is. */
  detail?: string | null;
  tickedBy?: string | null;
};

export const notes = readTable(['notes'], (db) => {
  const add = db.prepare(
    'INSERT INTO notes (seq, at, day, kind, case_id, number, clerk_id, counter_id, by_clerk, about, detail) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const end = db.prepare('UPDATE notes SET over = 1 WHERE kind = ? AND case_id = ? AND over = 0');
  const since = db.prepare<[string, string], StoredNote & { over: number }>(
    `SELECT seq, at, kind, case_id AS caseId, number, clerk_id AS clerkId, counter_id AS counterId,
       by_clerk AS byClerk, about, detail, over, ticked_by AS tickedBy FROM notes
     WHERE seq IN (SELECT seq FROM notes WHERE day = ? UNION ALL SELECT seq FROM notes WHERE at >= ?
       UNION ALL SELECT seq FROM notes WHERE kind IN ('refusal-proposed', 'late-papers-received', 'correction-proposed') AND over = 0)
     ORDER BY seq`,
  );

  const bySeq = db.prepare<[number], { seq: number; kind: string }>('SELECT seq, kind FROM notes WHERE seq = ?');
  const tick = db.prepare('UPDATE notes SET ticked_by = ? WHERE seq = ?');
  const ofClerks = db.prepare<[string, string, string], { clerkId: ClerkId; count: number }>(
    `SELECT clerk_id AS clerkId, count(*) AS count FROM notes
     WHERE kind = ? AND day BETWEEN ? AND ? AND clerk_id IS NOT NULL
     GROUP BY clerk_id ORDER BY count DESC, clerk_id`,
  );
  const countOf = db.prepare<[string, string], number>('SELECT count(*) FROM notes WHERE day = ? AND kind = ?').pluck();
  const between = db
    .prepare<[string, string, string], number>('SELECT count(*) FROM notes WHERE kind = ? AND day BETWEEN ? AND ?')
    .pluck();
  const ofKind = db.prepare<[string, string, string], StoredNote>(
    `SELECT seq, at, kind, case_id AS caseId, number, clerk_id AS clerkId, by_clerk AS byClerk, about, detail FROM notes
     WHERE kind = ? AND day BETWEEN ? AND ? ORDER BY seq`,
  );
  const about = db.prepare<[string, string], number>('SELECT seq FROM notes WHERE kind = ? AND case_id = ?').pluck();

  const of = db
    .prepare<[string, string, string], number>('SELECT seq FROM notes WHERE kind = ? AND number = ? AND at = ?')
    .pluck();
  const endOf = db.prepare('UPDATE notes SET over = 1 WHERE kind = ? AND number = ? AND at = ?');

  const reader = {
    /** The seqs of a kind that are about this ticket at this instant. */
    of: (kind: string, number: string, at: Instant): number[] => of.all(kind, number, at),
    countOf: (day: Day, kind: string): number => countOf.get(day, kind)!,
    bySeq: (seq: number) => bySeq.get(seq) ?? null,
    /** How many of a kind are about each clerk on these service days, the last one counted in; the most first. */
    ofClerks: (kind: string, from: Day, to: Day) => ofClerks.all(kind, from, to),
    /** On these days, the last one counted in. */
    countBetween: (kind: string, from: Day, to: Day): number => between.get(kind, from, to)!,
    /** The same, each of them. */
    between: (kind: string, from: Day, to: Day): StoredNote[] => ofKind.all(kind, from, to),
    /** Of this service day, whatever came from `at` on, and what still waits for an answer. */
    since: (day: Day, at: Instant) => since.all(day, at),
    /** The seqs of a kind that are about this case, answered or not. */
    about: (kind: string, caseId: CaseId): number[] => about.all(kind, caseId),
  };
  return {
    reader,
    writer: {
      ...reader,
      add(note: StoredNote & { day: Day }): void {
        const { seq, at, day, kind, caseId, number, clerkId } = note;
        const { counterId = null, byClerk = null, about = null, detail = null } = note;
        add.run(seq, at, day, kind, caseId, number, clerkId, counterId, byClerk, about, detail);
      },
      tick: (seq: number, by: string): void => void tick.run(by, seq),
      /** What asked for an answer about this case has it. */
      end: (kind: string, caseId: CaseId): void => void end.run(kind, caseId),
      /** What it told of a ticket at this instant was undone (C18). */
      endOf: (kind: string, number: string, at: Instant): void => void endOf.run(kind, number, at),
    },
  };
});
