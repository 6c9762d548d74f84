/** Read table `turned_away`: what a service day holds besides its tickets (T10). */
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Day } from '../../../schema/ids.ts';
import { readTable } from '../../ledger/table.ts';

/** T10: residents turned away, by hour and matter. */
export const turnedAwayColumns = sqliteTable('turned_away', {
  seq: integer('seq').primaryKey(),
  day: text('day').notNull(),
  hour: integer('hour').notNull(),
  matterId: text('matter_id').notNull(),
  why: text('why').notNull(),
});

export const days = readTable(['turned_away'], (db) => {
  const turnAway = db.prepare('INSERT INTO turned_away (seq, day, hour, matter_id, why) VALUES (?, ?, ?, ?, ?)');
  const turnedAway = db.prepare<[string], number>('SELECT count(*) FROM turned_away WHERE day = ?').pluck();
  const turnedAwayBetween = db.prepare<[string, string], { day: Day; count: number }>(
    'SELECT day, count(*) AS count FROM turned_away WHERE day BETWEEN ? AND ? GROUP BY day',
  );

  const reader = {
    turnedAway: (day: Day): number => turnedAway.get(day)!,
    /** Of each of these days on which somebody was, the last one counted in. */
    turnedAwayBetween: (from: Day, to: Day) => turnedAwayBetween.all(from, to),
  };
  return {
    reader,
    writer: {
      ...reader,
      addTurnedAway: (seq: number, day: Day, hour: number, matterId: string, why: string): void =>
        void turnAway.run(seq, day, hour, matterId, why),
    },
  };
});
