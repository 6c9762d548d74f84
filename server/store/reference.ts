/** Reference data: plain rows, kept in memory as they are in the file; history is written by triggers. */
import { asc, eq, gte, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { Clerk } from '../../schema/api.ts';
import type { CounterPlan, Matter, MatterGroup } from '../../schema/catalogue.ts';
import type {
  ClerkId,
  CounterId,
  Day,
  Letter,
  MatterId,
  Names,
  OpeningId,
  SeriesId,
  SlotId,
} from '../../schema/ids.ts';
import type { Opening, Series, SeriesPlan } from '../../schema/opening.ts';
import { Settings } from '../../schema/settings.ts';
import * as tables from '../../schema/tables.ts';
import { folded } from '../../schema/typed/signs.ts';
import type { StaffRole } from '../../schema/who.ts';
import { forgetsFirstSecret } from './first-secrets.ts';
import { table } from './table.ts';

export type Hall = {
  key: string;
  names: Names;
  telephone: string;
  address: string;
  timeZone: string;
  sample: boolean;
  settings: Settings;
};
export type StoredClerk = Clerk & { password: string; mustChangePassword: boolean };
export type StoredSlot = {
  id: SlotId;
  openingId: OpeningId;
  letter: Letter;
  day: Day;
  startsAt: string;
  endsAt: string;
  capacity: number;
};
type PlannedOpening = Omit<Opening, 'phase'>;

export const reference = table((db) => {
  const orm = drizzle({ client: db });
  const cached = {
    hall: null as Hall | null,
    groups: new Map<Letter, MatterGroup>(),
    matters: new Map<MatterId, Matter>(),
    counters: new Map<CounterId, CounterPlan>(),
    clerks: new Map<ClerkId, StoredClerk>(),
  };
  const forgetFirst = forgetsFirstSecret(db);
  const openingsFrom = orm
    .select()
    .from(tables.openings)
    .where(gte(tables.openings.day, sql.placeholder('day')))
    .orderBy(asc(tables.openings.startsAt))
    .prepare();
  const slotById = db.prepare<[string], StoredSlot>(slotQuery('id = ?'));
  const slotsOfLetter = db.prepare<[string, string], StoredSlot>(
    slotQuery('letter = ? AND starts_at > ? ORDER BY starts_at'),
  );

  let version = 0;
  function reload(): void {
    version++;
    const row = orm.select().from(tables.hall).get();
    cached.hall = row ? { ...row, settings: Settings.parse(row.settings) } : null;
    const groups = orm.select().from(tables.groups).orderBy(asc(tables.groups.order)).all();
    cached.groups = byId(
      groups.map((group) => ({ id: group.letter, names: group.names, order: group.order }) as MatterGroup),
    );
    cached.matters = byId(
      orm.select().from(tables.matters).orderBy(asc(tables.matters.id)).all() as unknown as Matter[],
    );
    cached.counters = byId(orm.select().from(tables.counters).all() as CounterPlan[]);
    cached.clerks = byId(
      orm
        .select()
        .from(tables.clerks)
        .orderBy(asc(tables.clerks.account))
        .all()
        .map((clerk) => ({ ...clerk, id: clerk.id as ClerkId, role: clerk.role as StaffRole })),
    );
  }
  reload();

  const reader = {
    /** Changes with every write and every rollback. */
    version: (): number => version,
    /** Throws before the hall is set up. */
    hall(): Hall {
      if (!cached.hall) throw new Error('this file holds no hall yet');
      return cached.hall;
    },
    isSetUp: (): boolean => cached.hall !== null,
    groups: () => cached.groups,
    matters: () => cached.matters,
    counters: () => cached.counters,
    clerks: () => cached.clerks,
    /** By how it reads (A2); an older file may hold two that read the same: there each is found as it is written. */
    clerkByAccount(account: string): StoredClerk | null {
      const all = [...cached.clerks.values()];
      const key = folded(account);
      return all.find((one) => one.account === account) ?? all.find((one) => folded(one.account) === key) ?? null;
    },
    series: (): Series[] =>
      orm
        .select()
        .from(tables.series)
        .all()
        .map((row) => ({ ...(row.plan as SeriesPlan), id: row.id as SeriesId })),
    openingsFrom: (day: Day): PlannedOpening[] =>
      openingsFrom
        .all({ day })
        .map(({ seriesId, ...row }) => ({ ...row, seriesId: seriesId ?? undefined }) as PlannedOpening),
    slot: (id: SlotId): StoredSlot | null => slotById.get(id) ?? null,
    slotsOfLetter: (letter: Letter, after: string): StoredSlot[] => slotsOfLetter.all(letter, after),
  };
  return {
    reader,
    writer: {
      ...reader,
      saveHall(hall: Hall): void {
        orm
          .insert(tables.hall)
          .values({ id: 1, ...hall })
          .onConflictDoUpdate({ target: tables.hall.id, set: hall })
          .run();
        reload();
      },
      saveGroup(group: MatterGroup): void {
        const row = { letter: group.id as string, names: group.names, order: group.order };
        orm.insert(tables.groups).values(row).onConflictDoUpdate({ target: tables.groups.letter, set: row }).run();
        reload();
      },
      saveMatters(matters: readonly (Matter & { source: string })[]): void {
        for (const matter of matters) {
          orm
            .insert(tables.matters)
            .values(matter)
            .onConflictDoUpdate({ target: tables.matters.id, set: matter })
            .run();
        }
        reload();
      },
      changeMatter(id: MatterId, change: Partial<Pick<Matter, 'offered' | 'letter' | 'aliases' | 'spelling'>>): void {
        orm.update(tables.matters).set(change).where(eq(tables.matters.id, id)).run();
        reload();
      },
      saveCounter(counter: CounterPlan): void {
        orm
          .insert(tables.counters)
          .values(counter)
          .onConflictDoUpdate({ target: tables.counters.id, set: counter })
          .run();
        reload();
      },
      saveClerk(clerk: StoredClerk): void {
        const before = cached.clerks.get(clerk.id);
        if (before && before.password !== clerk.password) forgetFirst(clerk.id);
        orm.insert(tables.clerks).values(clerk).onConflictDoUpdate({ target: tables.clerks.id, set: clerk }).run();
        reload();
      },
      addSeries({ id, ...plan }: Series): void {
        orm.insert(tables.series).values({ id, plan }).run();
      },
      /** Refused by its index when the series has its opening on that day already (H2). */
      addOpening(opening: PlannedOpening): void {
        version++;
        orm.insert(tables.openings).values(opening).run();
      },
      addSlot(slot: StoredSlot): void {
        orm.insert(tables.slots).values(slot).onConflictDoNothing().run();
      },
    },
    reread: reload,
  };
});

function slotQuery(where: string): string {
  return `SELECT id, opening_id AS openingId, letter, day, starts_at AS startsAt, ends_at AS endsAt, capacity
          FROM slots WHERE ${where}`;
}

function byId<T extends { id: string }>(rows: T[]): Map<T['id'], T> {
  return new Map(rows.map((row) => [row.id, row]));
}
