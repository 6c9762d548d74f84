/** Read table `number_floors`: up to which number of a day none is given any more, because it may have been given (S3). */
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { NumberKind } from '../../../schema/hall/operation.ts';
import type { Day } from '../../../schema/ids.ts';
import { type Numbers, numberedTable } from '../../ledger/table.ts';

export const numberFloorsColumns = sqliteTable(
  'number_floors',
  {
    kind: text('kind').$type<NumberKind>().notNull(),
    day: text('day').notNull(),
    letter: text('letter').notNull(),
    number: integer('number').notNull(),
  },
  (t) => [primaryKey({ columns: [t.kind, t.day, t.letter] })],
);

const SKIPPED: Numbers = {
  of: 'number_floors',
  last: `SELECT kind, day, letter, number FROM number_floors
    WHERE day >= CASE length(day) WHEN 4 THEN substr(@since, 1, 4) ELSE @since END`,
};

export const numberFloors = numberedTable(['number_floors'], SKIPPED, (db) => {
  const raise = db.prepare(
    `INSERT INTO number_floors (kind, day, letter, number) VALUES (?, ?, ?, ?)
     ON CONFLICT (kind, day, letter) DO UPDATE SET number = max(number, excluded.number)`,
  );
  const get = db
    .prepare<[string, string, string], number>(
      'SELECT number FROM number_floors WHERE kind = ? AND day = ? AND letter = ?',
    )
    .pluck();
  const reader = {
    /** 0 where nothing is skipped. */
    of: (kind: NumberKind, day: Day, letter = ''): number => get.get(kind, day, letter) ?? 0,
  };
  return {
    reader,
    writer: {
      ...reader,
      raise: (kind: NumberKind, day: Day, letter: string, number: number): void =>
        void raise.run(kind, day, letter, number),
    },
  };
});
