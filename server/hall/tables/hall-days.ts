/** Read table `hall_days`: days that this hall has off or works against its year (H1). */
import { asc, eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { HallDay } from '../../../schema/hall/calendar.ts';
import type { Day } from '../../../schema/ids.ts';
import { kept, readTable } from '../../ledger/table.ts';

export const hallDaysColumns = sqliteTable('hall_days', {
  day: text('day').primaryKey(),
  kind: text('kind').$type<'off' | 'worked'>().notNull(),
  reason: text('reason').notNull(),
});

export const hallDays = readTable(['hall_days'], (db) => {
  const orm = drizzle({ client: db });
  const rows = kept((): ReadonlyMap<Day, HallDay> => {
    const found = orm.select().from(hallDaysColumns).orderBy(asc(hallDaysColumns.day)).all();
    return new Map(found.map((one) => [one.day, one]));
  });

  const reader = {
    /** In their order. */
    all: () => rows.get(),
  };
  return {
    reader,
    writer: {
      ...reader,
      save({ day, kind, reason }: HallDay): void {
        if (kind) {
          const set = { kind, reason };
          const target = hallDaysColumns.day;
          orm
            .insert(hallDaysColumns)
            .values({ day, ...set })
            .onConflictDoUpdate({ target, set })
            .run();
        } else orm.delete(hallDaysColumns).where(eq(hallDaysColumns.day, day)).run();
        rows.forget();
      },
    },
    reread: rows.forget,
  };
});
