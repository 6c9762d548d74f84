/** Read table `counter_states`: who sits at which counter, and whether it takes people. */
import { sql } from 'drizzle-orm';
import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { ClerkId, CounterId, Instant, OpeningId } from '../../../schema/ids.ts';
import type { Counter } from '../../../schema/line/counter.ts';
import { kept, readTable, upsert } from '../../ledger/table.ts';

export const counterStatesColumns = sqliteTable(
  'counter_states',
  {
    counterId: text('counter_id').primaryKey(),
    phase: text('phase').notNull(),
    clerkId: text('clerk_id'),
    closedByOpening: integer('closed_by_opening', { mode: 'boolean' }).notNull().default(false),
    /** While it is closing: the opening that is over. */
    closingOf: text('closing_of'),
    since: text('since').notNull(),
    /** When the last ticket left it. */
    freeSince: text('free_since'),
  },
  (t) => [uniqueIndex('counter_states_clerk').on(t.clerkId).where(sql`phase <> 'closed'`)],
);

/** `freeSince`: when the last ticket left it. */
export type StoredCounter = Counter & { since: Instant; freeSince?: Instant };
type CounterRow = {
  counterId: string;
  phase: string;
  clerkId: string | null;
  closedByOpening: number;
  closingOf: string | null;
  since: string;
  freeSince: string | null;
};

export const counterStates = readTable(['counter_states'], (db) => {
  const put = upsert(db, 'counter_states', [
    'counter_id',
    'phase',
    'clerk_id',
    'closed_by_opening',
    'closing_of',
    'since',
  ]);
  const columns =
    'counter_id AS counterId, phase, clerk_id AS clerkId, closed_by_opening AS closedByOpening, closing_of AS closingOf, since, free_since AS freeSince';
  const freed = db.prepare('UPDATE counter_states SET free_since = ? WHERE counter_id = ?');
  const all = db.prepare<[], CounterRow>(`SELECT ${columns} FROM counter_states`);
  const byId = db.prepare<[string], CounterRow>(`SELECT ${columns} FROM counter_states WHERE counter_id = ?`);
  const ofClerk = db.prepare<[string], CounterRow>(
    `SELECT ${columns} FROM counter_states WHERE clerk_id = ? ORDER BY phase = 'closed' LIMIT 1`,
  );

  /** Asked for with each push. */
  const rows = kept((): readonly StoredCounter[] => all.all().map(counterFrom));

  const reader = {
    all: () => rows.get(),
    byId: (id: CounterId): StoredCounter | null => optional(byId.get(id)),
    /** Where this clerk sits, or sat when an opening's end closed it. */
    ofClerk: (id: ClerkId): StoredCounter | null => optional(ofClerk.get(id)),
  };
  return {
    reader,
    writer: {
      ...reader,
      save(counter: Counter, at: Instant): void {
        put.run(
          counter.id,
          counter.phase,
          counter.clerkId ?? null,
          counter.closedByOpening ? 1 : 0,
          counter.closingOf ?? null,
          at,
        );
        rows.forget();
      },
      /** Its ticket has left. */
      freed(id: CounterId, at: Instant): void {
        freed.run(at, id);
        rows.forget();
      },
    },
    reread: rows.forget,
  };
});

function optional(row: CounterRow | undefined): StoredCounter | null {
  return row ? counterFrom(row) : null;
}

function counterFrom(row: CounterRow): StoredCounter {
  return {
    id: row.counterId as CounterId,
    phase: row.phase as Counter['phase'],
    clerkId: (row.clerkId ?? undefined) as ClerkId | undefined,
    closedByOpening: row.closedByOpening === 1,
    closingOf: (row.closingOf ?? undefined) as OpeningId | undefined,
    since: row.since,
    freeSince: row.freeSince ?? undefined,
  };
}
