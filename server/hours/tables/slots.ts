/** Read table `slots`: the slots of openings, which appointments take (H5). */

import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { PlannedSlot } from '../../../schema/hours/opening.ts';
import type { Day, Instant, Letter, OpeningId, SlotId } from '../../../schema/ids.ts';
import { readTable } from '../../ledger/table.ts';
import { openingsColumns } from './openings.ts';

/** H5: cut from an opening; `capacity` is the bookable number of people per letter and slot. */
export const slotsColumns = sqliteTable(
  'slots',
  {
    id: text('id').primaryKey(),
    openingId: text('opening_id')
      .notNull()
      .references(() => openingsColumns.id),
    letter: text('letter').notNull(),
    day: text('day').notNull(),
    startsAt: text('starts_at').notNull(),
    endsAt: text('ends_at').notNull(),
    capacity: integer('capacity').notNull(),
  },
  (t) => [
    uniqueIndex('slots_start').on(t.openingId, t.letter, t.startsAt),
    index('slots_letter').on(t.letter, t.startsAt),
  ],
);

export type StoredSlot = {
  id: SlotId;
  openingId: OpeningId;
  letter: Letter;
  day: Day;
  startsAt: Instant;
  endsAt: Instant;
  capacity: number;
};

const COLUMNS = 'id, opening_id AS openingId, letter, day, starts_at AS startsAt, ends_at AS endsAt, capacity';

export const slots = readTable(['slots'], (db) => {
  const byId = db.prepare<[string], StoredSlot>(`SELECT ${COLUMNS} FROM slots WHERE id = ?`);
  const ofLetter = db.prepare<[string, string], StoredSlot>(
    `SELECT ${COLUMNS} FROM slots WHERE letter = ? AND starts_at > ? ORDER BY starts_at`,
  );

  const planned = db.prepare<[string], PlannedSlot>(
    `SELECT id, letter, starts_at AS startsAt, ends_at AS endsAt, capacity FROM slots WHERE opening_id = ?
     ORDER BY starts_at, letter`,
  );

  const save = db.prepare<[StoredSlot]>(
    `INSERT INTO slots (id, opening_id, letter, day, starts_at, ends_at, capacity)
     VALUES (@id, @openingId, @letter, @day, @startsAt, @endsAt, @capacity) ON CONFLICT DO NOTHING`,
  );

  const reader = {
    /** As its event has them. */
    planned: (id: OpeningId): PlannedSlot[] => planned.all(id),
    byId: (id: SlotId): StoredSlot | null => byId.get(id) ?? null,
    ofLetter: (letter: Letter, after: Instant): StoredSlot[] => ofLetter.all(letter, after),
  };
  return {
    reader,
    writer: {
      ...reader,
      save: (slot: StoredSlot): void => void save.run(slot),
    },
  };
});
