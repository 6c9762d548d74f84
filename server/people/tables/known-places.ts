/** Where an account signed in before: browsers and addresses, as keyed hashes, each with an end (S2, P1). */
import { createHmac, createSecretKey } from 'node:crypto';
import { blob, index, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { ClerkId, Instant } from '../../../schema/ids.ts';
import { table } from '../../ledger/table.ts';
import { clerksColumns } from './clerks.ts';

export const knownPlacesColumns = sqliteTable(
  'known_places',
  {
    place: blob('place', { mode: 'buffer' }).notNull(),
    clerkId: text('clerk_id')
      .notNull()
      .references(() => clerksColumns.id),
    until: text('until').notNull(),
  },
  (t) => [primaryKey({ columns: [t.place, t.clerkId] }), index('known_places_until').on(t.until)],
);

/** Enough that no two browsers or addresses are one. */
const HASH_BYTES = 16;

export const knownPlaces = table((db, keys) => {
  const ofClerk = db
    .prepare<[Buffer, string, string], number>(
      'SELECT 1 FROM known_places WHERE place = ? AND clerk_id = ? AND until > ?',
    )
    .pluck();
  const ofAnybody = db
    .prepare<[Buffer, string], number>('SELECT 1 FROM known_places WHERE place = ? AND until > ? LIMIT 1')
    .pluck();
  const put = db.prepare(
    `INSERT INTO known_places (place, clerk_id, until) VALUES (?, ?, ?)
     ON CONFLICT (place, clerk_id) DO UPDATE SET until = max(until, excluded.until)`,
  );
  const erase = db.prepare('DELETE FROM known_places WHERE until <= ?');
  const indexKey = createSecretKey(keys.index);

  const reader = {
    /** Of a browser's cookie, an address, or a name that is no account. */
    hashOf: (kind: 'browser' | 'address' | 'nobody', value: string): Buffer =>
      createHmac('sha256', indexKey).update(`${kind}:${value}`).digest().subarray(0, HASH_BYTES),
    isOf: (place: Buffer, clerk: ClerkId, now: Instant): boolean => ofClerk.get(place, clerk, now) !== undefined,
    isOfHouse: (place: Buffer, now: Instant): boolean => ofAnybody.get(place, now) !== undefined,
  };
  return {
    reader,
    writer: {
      ...reader,
      remember: (place: Buffer, clerk: ClerkId, until: Instant): void => void put.run(place, clerk, until),
      erase: (now: Instant): void => void erase.run(now),
    },
  };
});
