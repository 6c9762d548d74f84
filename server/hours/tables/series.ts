/** Read table `series`: what openings are planned from (H2). */

import { drizzle } from 'drizzle-orm/better-sqlite3';
import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Series, SeriesPlan } from '../../../schema/hours/opening.ts';
import type { SeriesId } from '../../../schema/ids.ts';
import { readTable } from '../../ledger/table.ts';

export const seriesColumns = sqliteTable('series', {
  id: text('id').primaryKey(),
  plan: text('plan', { mode: 'json' }).$type<unknown>().notNull(),
});

export const series = readTable(['series'], (db) => {
  const orm = drizzle({ client: db });
  const seriesOf = ({ id, plan }: { id: string; plan: unknown }): Series => ({
    ...(plan as SeriesPlan),
    id: id as SeriesId,
  });

  const reader = {
    all: (): Series[] => orm.select().from(seriesColumns).all().map(seriesOf),
  };
  return {
    reader,
    writer: {
      ...reader,
      save({ id, ...plan }: Series): void {
        const target = seriesColumns.id;
        orm.insert(seriesColumns).values({ id, plan }).onConflictDoUpdate({ target, set: { plan } }).run();
      },
    },
  };
});
