/** People (P1): the only place of names and telephones, encrypted, each with an end date. */
import { createHmac, createSecretKey, timingSafeEqual } from 'node:crypto';
import { blob, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Day, Language, PersonId } from '../../../schema/ids.ts';
import { seal, unseal } from '../../ledger/seal.ts';
import { table } from '../../ledger/table.ts';

/** P1: the only place of names and telephones, encrypted (AES-256-GCM), findable by a keyed hash, each with an end. */
export const peopleColumns = sqliteTable(
  'people',
  {
    id: text('id').primaryKey(),
    name: blob('name', { mode: 'buffer' }),
    telephone: blob('telephone', { mode: 'buffer' }),
    telephoneHash: blob('telephone_hash', { mode: 'buffer' }).unique(),
    lastFourHash: blob('last_four_hash', { mode: 'buffer' }),
    language: text('language').notNull(),
    eraseOn: text('erase_on').notNull(),
  },
  (t) => [index('people_erase').on(t.eraseOn), index('people_last_four').on(t.lastFourHash)],
);

/** P1: what the nightly erasure did: a count, no names. */
export const erasuresColumns = sqliteTable('erasures', {
  day: text('day').primaryKey(),
  people: integer('people').notNull(),
  links: integer('links').notNull(),
});

export type Person = { name: string; telephone: string; language: Language };
type PersonRow = { name: Buffer | null; telephone: Buffer | null; language: Language };

export const people = table((db, keys) => {
  const find = db.prepare<[Buffer], string>('SELECT id FROM people WHERE telephone_hash = ?').pluck();
  const get = db.prepare<[string], PersonRow>('SELECT name, telephone, language FROM people WHERE id = ?');
  const lastFour = db.prepare<[string], Buffer>('SELECT last_four_hash FROM people WHERE id = ?').pluck();
  const insert = db.prepare(
    `INSERT INTO people (id, name, telephone, telephone_hash, last_four_hash, language, erase_on) VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const update = db.prepare('UPDATE people SET erase_on = max(erase_on, ?) WHERE id = ?');
  const erase = db.prepare('DELETE FROM people WHERE erase_on <= ?');
  const addErasure = db.prepare(
    `INSERT INTO erasures (day, people, links) VALUES (?, ?, ?)
     ON CONFLICT (day) DO UPDATE SET people = people + excluded.people, links = links + excluded.links`,
  );

  // A key object made once: a raw key is imported anew for each hash, which takes five times as long.
  const indexKey = createSecretKey(keys.index);
  const keyed = (kind: string, value: string) => createHmac('sha256', indexKey).update(`${kind}:${value}`).digest();

  const reader = {
    /** Null once erased. */
    get(id: PersonId): Person | null {
      const row = get.get(id);
      if (!row) return null;
      const telephone = row.telephone ? unseal(keys.seal, row.telephone, `telephone:${id}`) : '';
      return { name: row.name ? unseal(keys.seal, row.name, `name:${id}`) : '', telephone, language: row.language };
    },
    lastFourHash,
    hasLastFour(id: PersonId, digits: string): boolean {
      const known = lastFour.get(id);
      return known !== undefined && timingSafeEqual(known, lastFourHash(digits));
    },
  };
  return {
    reader,
    writer: {
      ...reader,
      /** The person with this telephone: known before, or new. The later end date wins. */
      save(id: PersonId, person: Person, eraseOn: Day): PersonId {
        const telephone = normalTelephone(person.telephone);
        const known = find.get(keyed('telephone', telephone));
        const name = (of: string) => (person.name ? seal(keys.seal, person.name, `name:${of}`) : null);
        if (known) {
          // Whoever knows a number may not rewrite whose it is.
          update.run(eraseOn, known);
          return known as PersonId;
        }
        const sealed = seal(keys.seal, telephone, `telephone:${id}`);
        insert.run(
          id,
          name(id),
          sealed,
          keyed('telephone', telephone),
          lastFourHash(telephone),
          person.language,
          eraseOn,
        );
        return id;
      },
      /** P1: deletes who is due, and says how many. */
      erase: (today: Day): number => erase.run(today).changes,
      /** P1: what a night erased: counts, no names. */
      countErasure: (day: Day, counts: { people: number; links: number }): void =>
        void addErasure.run(day, counts.people, counts.links),
    },
  };

  function lastFourHash(telephone: string): Buffer {
    return keyed('last-four', normalTelephone(telephone).slice(-4));
  }
});

function normalTelephone(telephone: string): string {
  const digits = telephone.replace(/[^0-9]/g, '');
  // +86 139…, 0086 139…, 86 139… and 0 139… are the mobile number 139…
  return digits.replace(/^(?:(?:00)?86|0)(?=1\d{10}$)/, '').replace(/^0086/, '');
}
