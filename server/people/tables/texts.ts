/** What the staff wrote of people in their own words (P1): sealed, each with an end; the ledger holds the reference alone. */
import { createHmac, createSecretKey } from 'node:crypto';
import { blob, index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Day } from '../../../schema/ids.ts';
import { seal, unseal } from '../../ledger/file/seal.ts';
import { type Sealed, sealedTable } from '../../ledger/table.ts';

export const textsColumns = sqliteTable(
  'texts',
  {
    ref: text('ref').primaryKey(),
    /** What it was said of, such as `case:01J…`: its texts are erased together. */
    about: text('about').notNull(),
    sealed: blob('sealed', { mode: 'buffer' }).notNull(),
    /** Null while what it was said of goes on. */
    eraseOn: text('erase_on'),
  },
  (t) => [index('texts_about').on(t.about), index('texts_erase').on(t.eraseOn)],
);

/** A reference begins with it, and 132 bits of a keyed hash follow. */
const REF = /^~[\w-]{22}$/;
export const isRef = (text: string): boolean => REF.test(text);

const SEALED: Sealed = {
  of: 'texts',
  *each(db, keys) {
    const all = db.prepare<[], { ref: string; sealed: Buffer }>('SELECT ref, sealed FROM texts');
    for (const { ref, sealed } of all.iterate()) yield [ref, () => unseal(keys.seal, sealed, `text:${ref}`)];
  },
};

export const texts = sealedTable(SEALED, (db, keys) => {
  const get = db.prepare<[string], Buffer>('SELECT sealed FROM texts WHERE ref = ?').pluck();
  const add = db.prepare('INSERT INTO texts (ref, about, sealed) VALUES (?, ?, ?) ON CONFLICT (ref) DO NOTHING');
  const end = db.prepare('UPDATE texts SET erase_on = ? WHERE about = ?');
  const erase = db.prepare('DELETE FROM texts WHERE erase_on <= ?');
  const due = db
    .prepare<[string, string], string>(
      `SELECT DISTINCT about FROM texts WHERE about GLOB ? || ':*' AND (erase_on IS NULL OR erase_on <= ?)`,
    )
    .pluck();
  const eraseOf = db.prepare('DELETE FROM texts WHERE about = ?');
  const ofSubject = db.prepare<[string], string>('SELECT ref FROM texts WHERE about = ? ORDER BY rowid').pluck();
  const indexKey = createSecretKey(keys.index);

  const reader = {
    /** The same words about another thing have another reference: equal ones tell nothing. */
    refOf: (about: string, words: string): string =>
      `~${createHmac('sha256', indexKey).update(`text:${about}:${words}`).digest('base64url').slice(0, 22)}`,
    /** Null once erased. */
    get(ref: string): string | null {
      const sealed = get.get(ref);
      return sealed ? unseal(keys.seal, sealed, `text:${ref}`) : null;
    },
    /** What things of this kind have words without an end, or whose end has come. */
    due: (kind: string, today: Day): string[] => due.all(kind, today),
    refsOf: (about: string): string[] => ofSubject.all(about),
  };
  return {
    reader,
    writer: {
      ...reader,
      add: (ref: string, about: string, words: string): void =>
        void add.run(ref, about, seal(keys.seal, words, `text:${ref}`)),
      /** `day` null: what they were said of goes on again. */
      keepUntil: (about: string, day: Day | null): void => void end.run(day, about),
      eraseOf: (about: string): void => void eraseOf.run(about),
      /** Deletes what is due, and says how many. */
      erase: (today: Day): number => erase.run(today).changes,
    },
  };
});
