/** How many cases came, and how they stand: asked by reports alone. */
import type { Day, Instant, MatterId } from '../../../schema/ids.ts';
import { table } from '../../ledger/table.ts';

/** `state`: the outcome of a case that has one, else its phase. */
export type CaseSum = { matterId: MatterId; state: string; count: number };

export const caseSums = table((db) => {
  const opened = db.prepare<[string, string], CaseSum>(
    `SELECT matter_id AS matterId, coalesce(outcome, phase) AS state, count(*) AS count FROM cases
     WHERE opened_at >= ? AND opened_at < ? GROUP BY matter_id, state`,
  );
  const overdue = db
    .prepare<[string], number>(`SELECT count(*) FROM cases WHERE phase IN ('accepted', 'proposed') AND due_on < ?`)
    .pluck();
  const reader = {
    /** Of cases that were opened from an instant on and before another. */
    opened: (from: Instant, before: Instant): CaseSum[] => opened.all(from, before),
    /** C10: not decided, and due before this day. */
    overdue: (today: Day): number => overdue.get(today)!,
  };
  return { reader, writer: reader };
});
