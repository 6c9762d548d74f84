/**
 * Read tables `day_sums` and `clerk_sums`: what the tickets and sittings of a day that has ended add up to, so that a report
 * of a year reads days and not tickets (V4, H13). A day to which something still happens is added up again from its rows.
 */
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { ClerkId, Day } from '../../../schema/ids.ts';
import { addDays } from '../../../schema/time.ts';
import { kept, readTable } from '../../ledger/table.ts';

export const daySumsColumns = sqliteTable(
  'day_sums',
  {
    day: text('day').notNull(),
    /** Empty: unfinished. */
    outcome: text('outcome').notNull(),
    carriedIn: integer('carried_in', { mode: 'boolean' }).notNull(),
    /** Whole minutes from coming into the day's line to the first call; -1: never called. */
    waitMin: integer('wait_min').notNull(),
    tickets: integer('tickets').notNull(),
    calls: integer('calls').notNull(),
    recalls: integer('recalls').notNull(),
    misses: integer('misses').notNull(),
    servedMs: integer('served_ms').notNull(),
  },
  (t) => [primaryKey({ columns: [t.day, t.outcome, t.carriedIn, t.waitMin] })],
);

export const clerkSumsColumns = sqliteTable(
  'clerk_sums',
  {
    day: text('day').notNull(),
    clerkId: text('clerk_id').notNull(),
    sittings: integer('sittings').notNull(),
    servedMs: integer('served_ms').notNull(),
  },
  (t) => [primaryKey({ columns: [t.day, t.clerkId] })],
);

/** Tickets of one day with one end, whose first call came after as many whole minutes; null: never called, no end yet. */
export type DaySum = {
  day: Day;
  outcome: string | null;
  carriedIn: number;
  waitMin: number | null;
  tickets: number;
  calls: number;
  recalls: number;
  misses: number;
  servedMs: number;
};
export type ClerkSum = { clerkId: ClerkId; sittings: number; servedMs: number };

const OF_DAY = `SELECT day, coalesce(outcome, '') AS outcome, carried_in AS carriedIn, coalesce(wait_ms / 60000, -1) AS waitMin,
    count(*) AS tickets, sum(calls) AS calls, sum(recalls) AS recalls, sum(misses) AS misses, sum(served_ms) AS servedMs
  FROM day_tickets WHERE day = ? GROUP BY day, outcome, carried_in, wait_ms / 60000`;
const OF_CLERKS = `SELECT day, clerk_id AS clerkId, count(*) AS sittings, sum(duration_ms) AS servedMs
  FROM sittings WHERE day = ? GROUP BY clerk_id`;

export const daySums = readTable(['day_sums', 'clerk_sums'], (db) => {
  const foldDay = db.prepare(
    `INSERT INTO day_sums (day, outcome, carried_in, wait_min, tickets, calls, recalls, misses, served_ms) ${OF_DAY}`,
  );
  const foldClerks = db.prepare(`INSERT INTO clerk_sums (day, clerk_id, sittings, served_ms) ${OF_CLERKS}`);
  const dropDay = db.prepare('DELETE FROM day_sums WHERE day = ?');
  const dropClerks = db.prepare('DELETE FROM clerk_sums WHERE day = ?');
  const between = db.prepare<[string, string], DaySum>(
    `SELECT day, nullif(outcome, '') AS outcome, carried_in AS carriedIn, nullif(wait_min, -1) AS waitMin, tickets, calls,
       recalls, misses, served_ms AS servedMs FROM day_sums WHERE day BETWEEN ? AND ? ORDER BY day`,
  );
  const ofDay = db.prepare<[string], DaySum>(
    `SELECT day, nullif(outcome, '') AS outcome, carriedIn, nullif(waitMin, -1) AS waitMin, tickets, calls, recalls, misses,
       servedMs FROM (${OF_DAY})`,
  );
  const clerksBetween = db.prepare<[string, string], ClerkSum>(
    `SELECT clerk_id AS clerkId, sum(sittings) AS sittings, sum(served_ms) AS servedMs FROM clerk_sums
     WHERE day BETWEEN ? AND ? GROUP BY clerk_id`,
  );
  const clerksOfDay = db.prepare<[string], ClerkSum>(OF_CLERKS);
  const days = db.prepare<[], Day>('SELECT DISTINCT day FROM day_sums').pluck();
  /** Asked with every event of a ticket. */
  const summed = kept(() => new Set(days.all()));

  /** Those of the period that are not added up: today, and days on which nobody came. */
  function others(from: Day, to: Day): Day[] {
    const found: Day[] = [];
    for (let day = from; day <= to; day = addDays(day, 1)) if (!summed.get().has(day)) found.push(day);
    return found;
  }

  const reader = {
    /** Tickets of these days, the last one counted in, put together where they went alike. */
    between: (from: Day, to: Day): DaySum[] => [
      ...between.all(from, to),
      ...others(from, to).flatMap((day) => ofDay.all(day)),
    ],
    /** What each clerk served on these days. */
    servedBy(from: Day, to: Day): ClerkSum[] {
      const sums = [...clerksBetween.all(from, to), ...others(from, to).flatMap((day) => clerksOfDay.all(day))];
      return [...Map.groupBy(sums, ({ clerkId }) => clerkId)].map(([clerkId, of]) => ({
        clerkId,
        sittings: of.reduce((sum, { sittings }) => sum + sittings, 0),
        servedMs: of.reduce((sum, { servedMs }) => sum + servedMs, 0),
      }));
    },
  };
  function drop(day: Day): void {
    if (!summed.get().has(day)) return;
    dropDay.run(day);
    dropClerks.run(day);
    summed.forget();
  }
  return {
    reader,
    writer: {
      ...reader,
      /** The day has ended. */
      fold(day: Day): void {
        drop(day);
        foldDay.run(day);
        foldClerks.run(day);
        summed.forget();
      },
      /** Something happens to it after all. */
      drop,
    },
    reread: () => summed.forget(),
  };
});
