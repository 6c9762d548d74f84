/** What happens later: a row each, which BullMQ brings back (H9). */
import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { Instant } from '../../../schema/ids.ts';
import type { Job } from '../../../schema/jobs.ts';
import { table } from '../table.ts';

/**
 * H9: everything that happens later. `added_at` is when BullMQ last got it, `done_at` the compare-and-set; `faults` counts
 * its runs that failed, and after each it rests.
 */
export const outboxColumns = sqliteTable(
  'outbox',
  {
    id: integer('id').primaryKey(),
    kind: text('kind').notNull(),
    data: text('data').notNull(),
    dueAt: text('due_at').notNull(),
    addedAt: text('added_at'),
    adds: integer('adds').notNull().default(0),
    faults: integer('faults').notNull().default(0),
    restsUntil: text('rests_until'),
    doneAt: text('done_at'),
    result: text('result'),
    /** Whose job it is, where it is a case's; of its data, whatever stands beside it there. Spoilt data has none: it is told at its reading. */
    caseId: text('case_id').generatedAlwaysAs(sql`CASE WHEN json_valid(data) THEN json_extract(data, '$.caseId') END`, {
      mode: 'virtual',
    }),
  },
  (t) => [
    index('outbox_open').on(t.dueAt).where(sql`done_at IS NULL`),
    uniqueIndex('outbox_once').on(t.kind, t.data),
    index('outbox_case').on(t.caseId, t.kind).where(sql`case_id IS NOT NULL AND done_at IS NULL`),
  ],
);

export type OutboxRow = {
  id: number;
  kind: string;
  data: string;
  dueAt: Instant;
  adds: number;
  faults: number;
  restsUntil: Instant | null;
};

export const outbox = table((db) => {
  const add = db.prepare(
    'INSERT INTO outbox (kind, data, due_at) VALUES (?, ?, ?) ON CONFLICT (kind, data) DO NOTHING',
  );
  const row = 'id, kind, data, due_at AS dueAt, adds, faults, rests_until AS restsUntil';
  const toAdd = db.prepare<[string, number], OutboxRow>(
    `SELECT ${row} FROM outbox WHERE done_at IS NULL AND added_at IS NULL AND due_at <= ? ORDER BY due_at LIMIT ?`,
  );
  type Overdue = { due: Instant; addedBefore: Instant; now: Instant; last: string; limit: number };
  const overdue = db.prepare<[Overdue], OutboxRow>(
    `SELECT ${row} FROM outbox WHERE done_at IS NULL AND due_at <= @due AND (added_at IS NULL OR added_at <= @addedBefore)
     AND (rests_until IS NULL OR rests_until <= @now)
     ORDER BY kind IN (SELECT value FROM json_each(@last)), due_at LIMIT @limit`,
  );
  const open = db.prepare<[number], OutboxRow>(`SELECT ${row} FROM outbox WHERE id = ? AND done_at IS NULL`);
  const added = db.prepare('UPDATE outbox SET added_at = ?, adds = adds + 1 WHERE id = ?');
  const forget = db.prepare('UPDATE outbox SET added_at = NULL WHERE done_at IS NULL AND added_at IS NOT NULL');
  const fault = db.prepare('UPDATE outbox SET faults = faults + 1, rests_until = ? WHERE id = ? AND done_at IS NULL');
  const endRests = db.prepare('UPDATE outbox SET rests_until = NULL WHERE done_at IS NULL AND rests_until IS NOT NULL');
  const done = db.prepare('UPDATE outbox SET done_at = ?, result = ? WHERE id = ? AND done_at IS NULL');
  const counts = db.prepare<[string], { open: number; overdue: number; oldest: Instant | null }>(
    `SELECT count(*) AS open, coalesce(sum(due_at <= ?), 0) AS overdue, min(due_at) AS oldest
     FROM outbox WHERE done_at IS NULL`,
  );
  const failing = db
    .prepare<[string, number], string>(
      'SELECT kind FROM outbox WHERE done_at IS NULL AND due_at <= ? AND faults >= ? ORDER BY due_at DESC',
    )
    .pluck();
  const dropDone = db.prepare('DELETE FROM outbox WHERE done_at < ?');

  const reader = {
    /** Due up to `horizon` and never handed to BullMQ. */
    toAdd: (horizon: Instant, limit: number): OutboxRow[] => toAdd.all(horizon, limit),
    /** Due before `due`, not handed over since `addedBefore`, and not at rest; those of the kinds `last` after all others. */
    overdue: ({ last, ...asked }: Omit<Overdue, 'last'> & { last: readonly string[] }) =>
      overdue.all({ ...asked, last: JSON.stringify(last) }),
    /** The row while it is not done: the compare of the compare-and-set. */
    open: (id: number): OutboxRow | null => open.get(id) ?? null,
    /** `oldest`: when the first open row is or was due. */
    counts: (now: Instant) => counts.get(now)!,
    /** Kinds of due rows that failed so often and are open still, the latest first. */
    failing: (now: Instant, faults: number): string[] => failing.all(now, faults),
  };
  return {
    reader,
    writer: {
      ...reader,
      /** Once per kind and data, however often it is asked for. */
      add: (job: Job, dueAt: Instant): void => void add.run(job.kind, JSON.stringify(job.data), dueAt),
      markAdded: (id: number, at: Instant): void => void added.run(at, id),
      /** Redis may have forgotten everything: all open rows count as not handed over. */
      forgetAdded: (): number => forget.run().changes,
      markFault: (id: number, restsUntil: Instant): void => void fault.run(restsUntil, id),
      endRests: (): void => void endRests.run(),
      markDone: (id: number, at: Instant, result: string): boolean => done.run(at, result, id).changes === 1,
      /** Rows that were done before this instant are no longer asked for. */
      dropBefore: (at: Instant): void => void dropDone.run(at),
    },
  };
});
