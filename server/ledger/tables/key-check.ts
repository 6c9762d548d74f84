/** Whether the keys beside a hall's file are its own: a value that only they give (S1). */
import assert from 'node:assert';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { blob, integer, sqliteTable } from 'drizzle-orm/sqlite-core';
import { type Keys, type Sealed, sealedTable } from '../table.ts';

/** One row, from the first opening on. */
export const keyCheckColumns = sqliteTable('key_check', {
  id: integer('id').primaryKey(), // always 1
  value: blob('value', { mode: 'buffer' }).notNull(),
});

const SEALED: Sealed = {
  of: 'key_check',
  *each(db, keys) {
    const value = db.prepare<[], Buffer>('SELECT value FROM key_check').pluck().get();
    if (value) yield ['its value', () => assert(timingSafeEqual(value, checkOf(keys)))];
  },
};

export const keyCheck = sealedTable(SEALED, (db, keys) => {
  const get = db.prepare<[], Buffer>('SELECT value FROM key_check').pluck();
  const put = db.prepare('INSERT INTO key_check (id, value) VALUES (1, ?)');
  const reader = {
    /** Null: no program has written it yet. */
    fits(): boolean | null {
      const known = get.get();
      return known ? timingSafeEqual(known, checkOf(keys)) : null;
    },
  };
  return { reader, writer: { ...reader, record: (): void => void put.run(checkOf(keys)) } };
});

/** Keyed by both keys, so that neither can be exchanged. */
function checkOf({ seal, index }: Keys): Buffer {
  return createHmac('sha256', Buffer.concat([index, seal]))
    .update('shouwen key check')
    .digest();
}
