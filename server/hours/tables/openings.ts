/** Read tables `openings` and `opening_states`: openings as planned, and how far each has come (H1–H4). */

import { asc, eq, getTableColumns, gte, sql as placeholderSql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { index, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { Opening, OpeningPhase } from '../../../schema/hours/opening.ts';
import type { Day, Instant, OpeningId } from '../../../schema/ids.ts';
import { kept, readTable, upsert } from '../../ledger/table.ts';

export const openingsColumns = sqliteTable(
  'openings',
  {
    id: text('id').primaryKey(),
    day: text('day').notNull(),
    kind: text('kind').notNull(),
    startsAt: text('starts_at').notNull(),
    endsAt: text('ends_at').notNull(),
    lastTicketAt: text('last_ticket_at').notNull(),
    letters: text('letters', { mode: 'json' }).$type<string[]>().notNull(),
    counterIds: text('counter_ids', { mode: 'json' }).$type<string[]>().notNull(),
    bookableShare: real('bookable_share').notNull(),
    seriesId: text('series_id'),
  },
  (t) => [index('openings_day').on(t.day), uniqueIndex('openings_series_day').on(t.seriesId, t.day)],
);

/** Where an opening is in its life. */
export const openingStatesColumns = sqliteTable('opening_states', {
  openingId: text('opening_id').primaryKey(),
  phase: text('phase').notNull(),
  at: text('at').notNull(),
  reason: text('reason'),
});

export type PlannedOpening = Omit<Opening, 'phase' | 'cancelReason'>;

export const openings = readTable(['openings', 'opening_states'], (db) => {
  const orm = drizzle({ client: db });
  const { phase, reason } = getTableColumns(openingStatesColumns);
  const from = orm
    .select({ ...getTableColumns(openingsColumns), phase, cancelReason: reason })
    .from(openingsColumns)
    .leftJoin(openingStatesColumns, eq(openingStatesColumns.openingId, openingsColumns.id))
    .where(gte(openingsColumns.day, placeholderSql.placeholder('day')))
    .orderBy(asc(openingsColumns.startsAt))
    .prepare();
  const put = upsert(db, 'openings', [
    'id',
    'day',
    'kind',
    'starts_at',
    'ends_at',
    'last_ticket_at',
    'letters',
    'counter_ids',
    'bookable_share',
    'series_id',
  ]);
  const putState = upsert(db, 'opening_states', ['opening_id', 'phase', 'at', 'reason']);
  const turnedAt = db.prepare<[string], Instant>('SELECT at FROM opening_states WHERE opening_id = ?').pluck();
  const phaseOf = db.prepare<[string], OpeningPhase>('SELECT phase FROM opening_states WHERE opening_id = ?').pluck();
  let asked: Day | null = null;
  /** Asked for with almost every question to the hall, and changed a few times a day. */
  const latest = kept(() => read(asked ?? ''));

  function read(day: Day): Opening[] {
    return from.all({ day }).map(
      ({ seriesId, phase: now, cancelReason, ...plan }) =>
        ({
          ...plan,
          seriesId: seriesId ?? undefined,
          phase: now ?? 'planned',
          cancelReason: cancelReason ?? undefined,
        }) as Opening,
    );
  }

  const reader = {
    /** Of this day and later, in order of their start. */
    from(day: Day): readonly Opening[] {
      if (day !== asked) {
        asked = day;
        latest.forget();
      }
      return latest.get();
    },
    /** The same of a day that is asked for now and then. */
    lookBack: read,
    /** When it came to be in its phase; null while it is planned. */
    turnedAt: (id: OpeningId): Instant | null => turnedAt.get(id) ?? null,
    phase: (id: OpeningId): OpeningPhase => phaseOf.get(id) ?? 'planned',
  };
  return {
    reader,
    writer: {
      ...reader,
      /** Refused by its index when the series has its opening on that day already (H2). */
      save(opening: PlannedOpening): void {
        latest.forget();
        const { id, day, kind, startsAt, endsAt, lastTicketAt, bookableShare, seriesId = null } = opening;
        const [letters, counterIds] = [opening.letters, opening.counterIds].map((of) => JSON.stringify(of));
        put.run(id, day, kind, startsAt, endsAt, lastTicketAt, letters, counterIds, bookableShare, seriesId);
      },
      savePhase(id: OpeningId, phase: OpeningPhase, at: Instant, reason: string | null): void {
        latest.forget();
        putState.run(id, phase, at, reason);
      },
    },
    reread: latest.forget,
  };
});
