/** Backups that were asked for, and what became of each: a row first, made soon after (H9). */
import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Day, Instant } from '../../../schema/ids.ts';
import { table } from '../table.ts';

/** `outcome`: the name of the file, or why there is none; null while it is open. */
export const backupsColumns = sqliteTable('backups', {
  askedAt: text('asked_at').primaryKey(),
  day: text('day').notNull(),
  doneAt: text('done_at'),
  outcome: text('outcome'),
});

export const backups = table((db) => {
  const ask = db.prepare('INSERT INTO backups (asked_at, day) VALUES (?, ?) ON CONFLICT DO NOTHING');
  const open = db.prepare<[], string>('SELECT asked_at FROM backups WHERE done_at IS NULL ORDER BY asked_at').pluck();
  const ofDay = db.prepare<[string], number>('SELECT 1 FROM backups WHERE day = ? LIMIT 1').pluck();
  const end = db.prepare('UPDATE backups SET done_at = ?, outcome = ? WHERE done_at IS NULL AND asked_at <= ?');
  const drop = db.prepare('DELETE FROM backups WHERE done_at < ?');
  const reader = {
    /** When the open ones were asked for; one copy answers all of them. */
    open: (): Instant[] => open.all(),
    wasAsked: (day: Day): boolean => ofDay.get(day) !== undefined,
  };
  return {
    reader,
    writer: {
      ...reader,
      ask: (at: Instant, day: Day): void => void ask.run(at, day),
      /** Ends all that were asked for until `asked`. */
      end: (asked: Instant, at: Instant, outcome: string): void => void end.run(at, outcome, asked),
      dropBefore: (at: Instant): void => void drop.run(at),
    },
  };
});
