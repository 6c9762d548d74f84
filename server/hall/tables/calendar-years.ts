/** Read table `calendar_years`: the official publication of each year that was imported (H1). */
import { asc } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { PublishedYear } from '../../../schema/hall/calendar.ts';
import type { Day } from '../../../schema/ids.ts';
import { kept, readTable } from '../../ledger/table.ts';
import { daysOf, type YearDays } from '../rules/calendar.ts';

export const calendarYearsColumns = sqliteTable('calendar_years', {
  year: integer('year').primaryKey(),
  daysOff: text('days_off', { mode: 'json' }).$type<Day[]>().notNull(),
  makeUpWorkdays: text('make_up_workdays', { mode: 'json' }).$type<Day[]>().notNull(),
  source: text('source').notNull(),
});

export const calendarYears = readTable(['calendar_years'], (db) => {
  const orm = drizzle({ client: db });
  const rows = kept((): PublishedYear[] =>
    orm.select().from(calendarYearsColumns).orderBy(asc(calendarYearsColumns.year)).all(),
  );
  const days = kept(
    (): ReadonlyMap<number, YearDays> =>
      new Map(rows.get().map((one) => [one.year, daysOf({ ...one, isOfficial: true })])),
  );
  const forget = () => {
    rows.forget();
    days.forget();
  };

  const reader = {
    /** In order of the years. */
    all: (): readonly PublishedYear[] => rows.get(),
    days: () => days.get(),
  };
  return {
    reader,
    writer: {
      ...reader,
      save(published: PublishedYear): void {
        const target = calendarYearsColumns.year;
        orm.insert(calendarYearsColumns).values(published).onConflictDoUpdate({ target, set: published }).run();
        forget();
      },
    },
    reread: forget,
  };
});
