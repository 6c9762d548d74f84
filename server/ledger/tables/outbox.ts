/** Rows of what happens later (outbox), the answers of request ids, and messages (H9, T3). */
import type { Instant } from '../../../schema/ids.ts';
import type { Job } from '../../../schema/jobs.ts';
import { seal, unseal } from '../seal.ts';
import { table } from '../table.ts';

export type OutboxRow = { id: number; kind: string; data: string; dueAt: Instant; adds: number };

/** `sealKey` seals the answers: they hold residents' links and passwords that are shown once. */
export const later = table((db, { seal: sealKey }) => {
  const add = db.prepare(
    'INSERT INTO outbox (kind, data, due_at) VALUES (?, ?, ?) ON CONFLICT (kind, data) DO NOTHING',
  );
  const row = 'id, kind, data, due_at AS dueAt, adds';
  const toAdd = db.prepare<[string, number], OutboxRow>(
    `SELECT ${row} FROM outbox WHERE done_at IS NULL AND added_at IS NULL AND due_at <= ? ORDER BY due_at LIMIT ?`,
  );
  const overdue = db.prepare<[string, string, number], OutboxRow>(
    `SELECT ${row} FROM outbox WHERE done_at IS NULL AND due_at <= ? AND (added_at IS NULL OR added_at <= ?)
     ORDER BY due_at LIMIT ?`,
  );
  const open = db.prepare<[number], OutboxRow>(`SELECT ${row} FROM outbox WHERE id = ? AND done_at IS NULL`);
  const added = db.prepare('UPDATE outbox SET added_at = ?, adds = adds + 1 WHERE id = ?');
  const forget = db.prepare('UPDATE outbox SET added_at = NULL WHERE done_at IS NULL AND added_at IS NOT NULL');
  const done = db.prepare('UPDATE outbox SET done_at = ?, result = ? WHERE id = ? AND done_at IS NULL');
  const counts = db.prepare<[string], { open: number; overdue: number }>(
    'SELECT count(*) AS open, coalesce(sum(due_at <= ?), 0) AS overdue FROM outbox WHERE done_at IS NULL',
  );
  const reply = db.prepare<[string], Buffer>('SELECT reply FROM requests WHERE id = ?').pluck();
  const remember = db.prepare('INSERT INTO requests (id, at, reply) VALUES (?, ?, ?)');
  const dropOld = db.prepare('DELETE FROM requests WHERE at < ?');
  const dropDone = db.prepare('DELETE FROM outbox WHERE done_at < ?');

  const reader = {
    /** Due up to `horizon` and never handed to BullMQ. */
    toAdd: (horizon: Instant, limit: number): OutboxRow[] => toAdd.all(horizon, limit),
    /** Due before `due` and not handed over since `addedBefore`. */
    overdue: (due: Instant, addedBefore: Instant, limit: number) => overdue.all(due, addedBefore, limit),
    /** The row while it is not done: the compare of the compare-and-set. */
    open: (id: number): OutboxRow | null => open.get(id) ?? null,
    counts: (now: Instant) => counts.get(now)!,
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
      /** Once per kind and data, however often it is asked for. */
      add: (job: Job, dueAt: Instant): void => void add.run(job.kind, JSON.stringify(job.data), dueAt),
      markAdded: (id: number, at: Instant): void => void added.run(at, id),
      /** Redis may have forgotten everything: all open rows count as not handed over. */
      forgetAdded: (): number => forget.run().changes,
      markDone: (id: number, at: Instant, result: string): boolean => done.run(at, result, id).changes === 1,
      remember: (id: string, at: Instant, answer: string): void =>
        void remember.run(id, at, seal(sealKey, answer, `reply:${id}`)),
      /** Answers and done rows older than this are no longer asked for. */
      dropBefore(at: Instant): void {
        dropOld.run(at);
        dropDone.run(at);
      },
    },
  };
});
