/** Read table `case_sums`: how many cases came on a day, by which way, of which matter, and how they stand (V4, H13). */
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Case } from '../../../schema/cases/case.ts';
import { type CameBy, cameBy } from '../../../schema/cases/events.ts';
import type { Day, MatterId } from '../../../schema/ids.ts';
import { readTable } from '../../ledger/table.ts';

export const caseSumsColumns = sqliteTable(
  'case_sums',
  {
    /** On which they were opened. */
    day: text('day').notNull(),
    matterId: text('matter_id').notNull(),
    cameBy: text('came_by').notNull(),
    /** The outcome of a case that has one, else its phase. */
    state: text('state').notNull(),
    count: integer('count').notNull(),
  },
  (t) => [primaryKey({ columns: [t.day, t.matterId, t.cameBy, t.state] })],
);

export type CaseSum = { matterId: MatterId; cameBy: CameBy; state: string; count: number };

const stateOf = ({ outcome, phase }: Case): string => outcome ?? phase;

export const caseSums = readTable(['case_sums'], (db) => {
  const add = db.prepare(
    `INSERT INTO case_sums (day, matter_id, came_by, state, count) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET count = count + excluded.count`,
  );
  const opened = db.prepare<[string, string], CaseSum>(
    `SELECT matter_id AS matterId, came_by AS cameBy, state, sum(count) AS count FROM case_sums
     WHERE day BETWEEN ? AND ? GROUP BY matter_id, came_by, state HAVING sum(count) > 0`,
  );
  const overdue = db
    .prepare<[string], number>(`SELECT count(*) FROM cases WHERE phase IN ('accepted', 'proposed') AND due_on < ?`)
    .pluck();
  const reader = {
    /** Of cases that were opened on these days, the last one counted in. */
    opened: (from: Day, to: Day): CaseSum[] => opened.all(from, to),
    /** C10: not decided, and due before this day. */
    overdue: (today: Day): number => overdue.get(today)!,
  };
  return {
    reader,
    writer: {
      ...reader,
      /** `day`: on which the case was opened; `before`: the case without this event. */
      move(day: () => Day, found: Case, before: Case | null): void {
        if (before && stateOf(before) === stateOf(found)) return;
        const of = (one: Case, by: number) => add.run(day(), one.matterId, cameBy(one.origin), stateOf(one), by);
        if (before) of(before, -1);
        of(found, 1);
      },
    },
  };
});
