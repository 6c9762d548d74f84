/** Read table `absences`: when somebody is away, and who deputises (C11). */
import { and, asc, desc, eq, gte, isNotNull, lt, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { AbsenceId, ClerkId, Instant } from '../../../schema/ids.ts';
import type { Absence } from '../../../schema/people/absence.ts';
import { kept, readTable } from '../../ledger/table.ts';

export const absencesColumns = sqliteTable(
  'absences',
  {
    id: text('id').primaryKey(),
    clerkId: text('clerk_id').notNull(),
    from: text('from_at').notNull(),
    /** Of the return as planned; null: open. */
    until: text('until_at'),
    deputy: text('deputy'),
    note: text('note').notNull(),
    override: text('override'),
    /** Of one that was let go against the rule of the two positions (C11). */
    overriddenAt: text('overridden_at'),
    overriddenBy: text('overridden_by'),
    hasBegun: integer('has_begun', { mode: 'boolean' }).notNull(),
    endedAt: text('ended_at'),
  },
  (t) => [
    index('absences_clerk').on(t.clerkId, t.endedAt),
    index('absences_overridden').on(t.overriddenAt).where(sql`overridden_at IS NOT NULL`),
  ],
);

export const absences = readTable(['absences'], (db) => {
  const orm = drizzle({ client: db });
  const absenceOf = ({ overriddenAt: _, overriddenBy: __, ...row }: typeof absencesColumns.$inferSelect): Absence => ({
    ...row,
    id: row.id as AbsenceId,
    clerkId: row.clerkId as ClerkId,
    deputy: row.deputy as ClerkId | null,
  });
  const read = () => orm.select().from(absencesColumns).orderBy(asc(absencesColumns.from)).all().map(absenceOf);
  /** Asked with every row of a board, and changed a few times a day. */
  const standing = kept(() => read().filter(({ endedAt }) => endedAt === null));

  const reader = {
    byId(id: AbsenceId): Absence | null {
      const row = orm.select().from(absencesColumns).where(eq(absencesColumns.id, id)).get();
      return row ? absenceOf(row) : null;
    },
    /** All of somebody, by their beginning. */
    ofClerk(clerkId: ClerkId): Absence[] {
      const rows = orm.select().from(absencesColumns).where(eq(absencesColumns.clerkId, clerkId));
      return rows.orderBy(asc(absencesColumns.from)).all().map(absenceOf);
    },
    /** Those that are not over, by their beginning. */
    standing: (): readonly Absence[] => standing.get(),
    /** Who is away at that instant, whatever job is late. */
    at(instant: Instant): Absence[] {
      return standing.get().filter(({ from, until }) => from <= instant && (until === null || instant < until));
    },
    /** The last one of somebody that had begun and is over. */
    lastOver(clerkId: ClerkId): Absence | null {
      const rows = orm
        .select()
        .from(absencesColumns)
        .where(eq(absencesColumns.clerkId, clerkId))
        .orderBy(desc(absencesColumns.endedAt))
        .all();
      const found = rows.find(({ hasBegun, endedAt }) => hasBegun && endedAt !== null);
      return found ? absenceOf(found) : null;
    },
    overrides: (): number => orm.select().from(absencesColumns).where(isNotNull(absencesColumns.override)).all().length,
    /** C11: entered between these instants although both positions of a matter are away, and by whom. */
    overridden: (from: Instant, before: Instant) =>
      orm
        .select()
        .from(absencesColumns)
        .where(and(gte(absencesColumns.overriddenAt, from), lt(absencesColumns.overriddenAt, before)))
        .orderBy(asc(absencesColumns.overriddenAt))
        .all()
        .map((row) => ({ ...absenceOf(row), at: row.overriddenAt!, by: row.overriddenBy as ClerkId | null })),
  };
  return {
    reader,
    writer: {
      ...reader,
      save(absence: Absence): void {
        const target = absencesColumns.id;
        orm.insert(absencesColumns).values(absence).onConflictDoUpdate({ target, set: absence }).run();
        standing.forget();
      },
      override(id: AbsenceId, at: Instant, by: ClerkId | null): void {
        const set = { overriddenAt: at, overriddenBy: by };
        orm.update(absencesColumns).set(set).where(eq(absencesColumns.id, id)).run();
      },
    },
    reread: standing.forget,
  };
});
