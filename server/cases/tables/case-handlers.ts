/** Read table `case_handlers`: who had each case from when to when; asked who was answerable at an instant (C2, S4). */
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Case } from '../../../schema/cases/case.ts';
import type { CaseStepKind } from '../../../schema/cases/history.ts';
import type { CaseId, ClerkId, Instant } from '../../../schema/ids.ts';
import { readTable } from '../../ledger/table.ts';

/** One row for each time that somebody had a case: from the event by which it came to the one by which it went. */
export const caseHandlersColumns = sqliteTable(
  'case_handlers',
  {
    /** Of the event by which it came. */
    seq: integer('seq').primaryKey(),
    caseId: text('case_id').notNull(),
    clerkId: text('clerk_id').notNull(),
    how: text('how').$type<CaseStepKind>().notNull(),
    fromAt: text('from_at').notNull(),
    /** Not counted in; null while it is so. */
    untilAt: text('until_at'),
  },
  (t) => [
    index('case_handlers_case').on(t.caseId),
    index('case_handlers_clerk').on(t.clerkId, t.fromAt),
    index('case_handlers_until').on(t.untilAt),
  ],
);

/** `until`: not counted in. */
export type Tenure = {
  seq: number;
  caseId: CaseId;
  clerkId: ClerkId;
  how: CaseStepKind;
  from: Instant;
  until: Instant | null;
};
/** Whatever was so at some instant from `from` up to and with `to`. */
export type Between = { from: Instant; to: Instant };
/** `after`: the seq of the last one of the page before; 0: from the first. */
export type Part = { after: number; limit: number };

const COLUMNS = 'seq, case_id AS caseId, clerk_id AS clerkId, how, from_at AS "from", until_at AS until';
const BETWEEN = 'from_at <= @to AND (until_at IS NULL OR until_at > @from)';

export const caseHandlers = readTable(['case_handlers'], (db) => {
  const begin = db.prepare('INSERT INTO case_handlers (seq, case_id, clerk_id, how, from_at) VALUES (?, ?, ?, ?, ?)');
  const end = db.prepare('UPDATE case_handlers SET until_at = ? WHERE case_id = ? AND until_at IS NULL');
  const ofCase = db.prepare<[string], Tenure>(`SELECT ${COLUMNS} FROM case_handlers WHERE case_id = ? ORDER BY seq`);
  const ofClerk = db.prepare<Between & Part & { clerkId: string }, Tenure>(
    `SELECT ${COLUMNS} FROM case_handlers WHERE clerk_id = @clerkId AND ${BETWEEN} AND seq > @after ORDER BY seq LIMIT @limit`,
  );
  const ofAll = db.prepare<Between & Part, Tenure>(
    `SELECT ${COLUMNS} FROM case_handlers WHERE ${BETWEEN} AND seq > @after ORDER BY seq LIMIT @limit`,
  );

  const reader = {
    /** In the order in which they had it. */
    ofCase: (id: CaseId): Tenure[] => ofCase.all(id),
    ofClerk: (clerkId: ClerkId, at: Between & Part): Tenure[] => ofClerk.all({ clerkId, ...at }),
    ofAll: (at: Between & Part): Tenure[] => ofAll.all(at),
  };
  return {
    reader,
    writer: {
      ...reader,
      /** `before` is the case without the event; a closed case is nobody's. */
      save(found: Case, before: Case | null, how: CaseStepKind, seq: number, at: Instant): void {
        const had = before && before.phase !== 'closed' ? before.handler : null;
        const has = found.phase !== 'closed' ? found.handler : null;
        if (had === has) return;
        if (had) end.run(at, found.id);
        if (has) begin.run(seq, found.id, has, how, at);
      },
    },
  };
});
