/** Read table `matters`: the guidance catalogue (L1, L3). */

import { asc } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { KeptMatter, Material } from '../../../schema/catalogue/catalogue.ts';
import type { Names } from '../../../schema/ids.ts';
import { groupsColumns } from '../../hall/tables/groups.ts';
import { byId, kept, readTable } from '../../ledger/table.ts';

export const mattersColumns = sqliteTable('matters', {
  id: text('id').primaryKey(),
  letter: text('letter')
    .notNull()
    .references(() => groupsColumns.letter),
  names: text('names', { mode: 'json' }).$type<Names>().notNull(),
  kind: text('kind').notNull(),
  department: text('department').notNull(),
  materials: text('materials', { mode: 'json' }).$type<Material[]>().notNull(),
  limitDays: integer('limit_days'),
  limitUnit: text('limit_unit').notNull(),
  promisedDays: integer('promised_days'),
  typicalMinutes: integer('typical_minutes').notNull(),
  fee: text('fee').notNull(),
  basis: text('basis').notNull(),
  evidence: text('evidence').notNull(),
  source: text('source').notNull(),
  offered: integer('offered', { mode: 'boolean' }).notNull(),
  aliases: text('aliases', { mode: 'json' }).$type<string[]>().notNull().default([]),
  spelling: text('spelling').notNull().default(''),
  identity: text('identity').notNull().default('none'), // 'none' | 'match' | 'kept'
  retentionDays: integer('retention_days'),
  clerkA: text('clerk_a'),
  clerkB: text('clerk_b'),
  applicantBasis: text('applicant_basis'),
  publicNoticeBasis: text('public_notice_basis'),
});

export const matters = readTable(['matters'], (db) => {
  const orm = drizzle({ client: db });
  const rows = kept(() =>
    byId(orm.select().from(mattersColumns).orderBy(asc(mattersColumns.id)).all() as unknown as KeptMatter[]),
  );

  const typical = kept(() => meanMinutes(rows.get().values()));

  const reader = {
    all: () => rows.get(),
    /** The mean of a group's matters; null of a group that has none. */
    typicalMinutes: (letter: string): number | null => typical.get().get(letter) ?? null,
  };
  const forget = () => {
    rows.forget();
    typical.forget();
  };
  return {
    reader,
    writer: {
      ...reader,
      save(matter: KeptMatter): void {
        orm.insert(mattersColumns).values(matter).onConflictDoUpdate({ target: mattersColumns.id, set: matter }).run();
        forget();
      },
    },
    reread: forget,
  };
});

function meanMinutes(of: Iterable<KeptMatter>): Map<string, number> {
  const minutes = Map.groupBy(of, ({ letter }) => letter as string);
  return new Map(
    [...minutes].map(([letter, some]) => [
      letter,
      some.reduce((sum, { typicalMinutes }) => sum + typicalMinutes, 0) / some.length,
    ]),
  );
}
