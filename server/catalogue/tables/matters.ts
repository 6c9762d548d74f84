/** Read tables `matters` and `matter_versions`: the guidance catalogue as it is, and as it was (L1, L3). */

import { asc } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { KeptMatter, MatterChannel } from '../../../schema/catalogue/catalogue.ts';
import type { ListedPause } from '../../../schema/catalogue/facts/pauses.ts';
import type { AcceptanceStage } from '../../../schema/catalogue/facts/stage.ts';
import type { Material } from '../../../schema/catalogue/material.ts';
import { type Standing, waitsForStanding } from '../../../schema/catalogue/standing.ts';
import type { CounterId, Instant, MatterId, Names } from '../../../schema/ids.ts';
import { groupsColumns } from '../../hall/tables/groups.ts';
import { byId, kept, readTable } from '../../ledger/table.ts';

export const mattersColumns = sqliteTable('matters', {
  id: text('id').primaryKey(),
  letter: text('letter')
    .notNull()
    .references(() => groupsColumns.letter),
  names: text('names', { mode: 'json' }).$type<Names>().notNull(),
  kind: text('kind').notNull(),
  department: text('department', { mode: 'json' }).$type<Names>().notNull(),
  materials: text('materials', { mode: 'json' }).$type<Material[]>().notNull(),
  limitDays: integer('limit_days'),
  limitUnit: text('limit_unit').notNull(),
  promisedDays: integer('promised_days'),
  typicalMinutes: integer('typical_minutes').notNull(),
  fee: text('fee', { mode: 'json' }).$type<Names>().notNull(),
  basis: text('basis', { mode: 'json' }).$type<Names>().notNull(),
  evidence: text('evidence').notNull(),
  source: text('source').notNull(),
  offered: integer('offered', { mode: 'boolean' }).notNull(),
  aliases: text('aliases', { mode: 'json' }).$type<string[]>().notNull().default([]),
  spelling: text('spelling').notNull().default(''),
  identity: text('identity').notNull().default('none'), // 'none' | 'match' | 'kept'
  retentionDays: integer('retention_days'),
  clerkA: text('clerk_a'),
  clerkB: text('clerk_b'),
  standing: text('standing', { mode: 'json' }).$type<Standing>(),
  changedAt: text('changed_at').notNull().default(''),
  /** L2: of a ledger that offers it without its entrustment. */
  heldBack: integer('held_back', { mode: 'boolean' }).notNull().default(false),
  applicantBasis: text('applicant_basis'),
  publicNoticeBasis: text('public_notice_basis'),
  conditions: text('conditions', { mode: 'json' }).$type<Names>(),
  channels: text('channels', { mode: 'json' }).$type<MatterChannel[]>(),
  counters: text('counters', { mode: 'json' }).$type<CounterId[]>(),
  domain: text('domain'),
  place: text('place', { mode: 'json' }).$type<Names>(),
  extensionDays: integer('extension_days'),
  pauses: text('pauses', { mode: 'json' }).$type<ListedPause[]>(),
  acceptance: text('acceptance', { mode: 'json' }).$type<AcceptanceStage>(),
});

/** Each matter as each of its changes left it: a case keeps that of the day on which it was opened. */
export const matterVersionsColumns = sqliteTable(
  'matter_versions',
  {
    matterId: text('matter_id').notNull(),
    seq: integer('seq').notNull(),
    at: text('at').notNull(),
    matter: text('matter', { mode: 'json' }).$type<Omit<KeptMatter, 'id'>>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.matterId, t.seq] })],
);

export type MatterThen = { seq: number; at: Instant; matter: Omit<KeptMatter, 'id'> };
type Row = KeptMatter & { changedAt: Instant };

export const matters = readTable(['matters', 'matter_versions'], (db) => {
  const orm = drizzle({ client: db });
  const rows = kept(() =>
    byId(orm.select().from(mattersColumns).orderBy(asc(mattersColumns.id)).all() as unknown as Row[]),
  );

  const typical = kept(() => meanMinutes(rows.get().values()));

  const naming = kept(() => [...rows.get().values()].filter(({ counters }) => counters));

  const asOf = db
    .prepare<[string, string], string>(
      'SELECT matter FROM matter_versions WHERE matter_id = ? AND at <= ? ORDER BY seq DESC LIMIT 1',
    )
    .pluck();
  const first = db
    .prepare<[string], string>('SELECT matter FROM matter_versions WHERE matter_id = ? ORDER BY seq LIMIT 1')
    .pluck();

  const versions = db.prepare<[string], { seq: number; at: Instant; matter: string }>(
    'SELECT seq, at, matter FROM matter_versions WHERE matter_id = ? ORDER BY seq',
  );

  const ever = db
    .prepare<[string], string>(
      `SELECT DISTINCT one.value ->> 'id' FROM matter_versions, json_each(matter, '$.materials') AS one
       WHERE matter_id = ?`,
    )
    .pluck();

  const reader = {
    /** Ids of materials that it has or had. */
    materialsEver: (id: MatterId): string[] => ever.all(id),
    all: () => rows.get(),
    /** L2: offered until the program asked on what they stand, and waiting for it since. */
    heldBack: (): readonly KeptMatter[] => [...rows.get().values()].filter(({ heldBack }) => heldBack),
    /** Those that name their counters (L3). */
    naming: (): readonly KeptMatter[] => naming.get(),
    /** The oldest first. */
    versions: (id: MatterId): MatterThen[] =>
      versions.all(id).map(({ matter, ...one }) => ({ ...one, matter: JSON.parse(matter) })),
    /** As it was at this instant; of a ledger that knew it later only, as it began. */
    asOf(id: MatterId, at: Instant): KeptMatter | undefined {
      const now = rows.get().get(id);
      if (!now || now.changedAt <= at) return now;
      const found = asOf.get(id, at) ?? first.get(id);
      return found ? { ...JSON.parse(found), id } : now;
    },
    /** The mean of a group's matters; null of a group that has none. */
    typicalMinutes: (letter: string): number | null => typical.get().get(letter) ?? null,
  };
  const forget = () => {
    rows.forget();
    typical.forget();
    naming.forget();
  };
  return {
    reader,
    writer: {
      ...reader,
      save(id: MatterId, said: Omit<KeptMatter, 'id'>, { seq, at }: { seq: number; at: Instant }): void {
        const heldBack = said.offered && waitsForStanding(said);
        const matter = { ...said, offered: said.offered && !heldBack };
        const row = { ...matter, changedAt: at, heldBack };
        const target = mattersColumns.id;
        orm
          .insert(mattersColumns)
          .values({ ...row, id })
          .onConflictDoUpdate({ target, set: row })
          .run();
        orm.insert(matterVersionsColumns).values({ matterId: id, seq, at, matter }).run();
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
