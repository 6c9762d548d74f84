/** People (P1): the only place of names and telephones, encrypted, each with an end date. */
import { createHmac, createSecretKey, timingSafeEqual } from 'node:crypto';
import { blob, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Day, Language, PersonId } from '../../../schema/ids.ts';
import { nameKey } from '../../../schema/typed/names.ts';
import { canonicalTelephone } from '../../../schema/typed/telephone.ts';
import type { Db } from '../../ledger/file/connection.ts';
import { seal, unseal } from '../../ledger/file/seal.ts';
import { type Keys, table } from '../../ledger/table.ts';

/** P1: the only place of names and telephones, encrypted (AES-256-GCM), findable by a keyed hash, each with an end. */
export const peopleColumns = sqliteTable(
  'people',
  {
    id: text('id').primaryKey(),
    name: blob('name', { mode: 'buffer' }),
    telephone: blob('telephone', { mode: 'buffer' }),
    telephoneHash: blob('telephone_hash', { mode: 'buffer' }),
    /** H12: of telephone and name. Not unique: two rows of an older file may turn out to be one person. */
    personHash: blob('person_hash', { mode: 'buffer' }),
    lastFourHash: blob('last_four_hash', { mode: 'buffer' }),
    language: text('language').notNull(),
    eraseOn: text('erase_on').notNull(),
  },
  (t) => [
    index('people_erase').on(t.eraseOn),
    index('people_telephone').on(t.telephoneHash),
    index('people_person').on(t.personHash),
    index('people_last_four').on(t.lastFourHash),
  ],
);

/** P1: what the nightly erasure did: a count, no names. */
export const erasuresColumns = sqliteTable('erasures', {
  day: text('day').primaryKey(),
  people: integer('people').notNull(),
  links: integer('links').notNull(),
});

/** `telephone` in its canonical form, E.164. */
export type Person = { name: string; telephone: string; language: Language };
type PersonRow = { name: Buffer | null; telephone: Buffer | null; language: Language };

export const people = table((db, keys) => {
  const find = db.prepare<[Buffer], string>('SELECT id FROM people WHERE person_hash = ? ORDER BY id LIMIT 1').pluck();
  const get = db.prepare<[string], PersonRow>('SELECT name, telephone, language FROM people WHERE id = ?');
  const lastFour = db.prepare<[string], Buffer>('SELECT last_four_hash FROM people WHERE id = ?').pluck();
  const insert = db.prepare(
    `INSERT INTO people (id, name, telephone, telephone_hash, person_hash, last_four_hash, language, erase_on)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const unkeyed = db
    .prepare<[], PersonId>('SELECT id FROM people WHERE person_hash IS NULL AND telephone IS NOT NULL')
    .pluck();
  const key = db.prepare(
    'UPDATE people SET telephone = ?, telephone_hash = ?, person_hash = ?, last_four_hash = ? WHERE id = ?',
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
      return { ...opened(keys, id, row), language: row.language };
    },
    /** Of a file that an older program wrote: a person was a telephone alone. */
    hasUnkeyed: (): boolean => unkeyed.get() !== undefined,
    lastFourHash,
    telephoneHash: (telephone: string): Buffer => keyed('telephone', telephone),
    hasLastFour(id: PersonId, digits: string): boolean {
      const known = lastFour.get(id);
      return known !== undefined && timingSafeEqual(known, lastFourHash(digits));
    },
  };
  return {
    reader,
    writer: {
      ...reader,
      /** H12: the person with this telephone, in its canonical form, and this name: known before, or new. The later end date wins. */
      save(id: PersonId, person: Person, eraseOn: Day): PersonId {
        const { telephone, person: hash, lastFour } = hashesOf(person);
        const known = find.get(hash);
        if (known) {
          // Whoever knows a number may not rewrite whose it is.
          update.run(eraseOn, known);
          return known as PersonId;
        }
        const name = person.name ? seal(keys.seal, person.name, `name:${id}`) : null;
        const sealed = seal(keys.seal, person.telephone, `telephone:${id}`);
        insert.run(id, name, sealed, telephone, hash, lastFour, person.language, eraseOn);
        return id;
      },
      /** Gives rows of an older file their keys; only who holds the hall's keys can, so no migration does. */
      keyAll(): number {
        const ids = unkeyed.all();
        for (const id of ids) {
          const { name, telephone: written } = opened(keys, id, get.get(id)!);
          const telephone = canonicalTelephone(written) ?? written;
          const hashes = hashesOf({ name, telephone });
          const sealed = seal(keys.seal, telephone, `telephone:${id}`);
          key.run(sealed, hashes.telephone, hashes.person, hashes.lastFour, id);
        }
        return ids.length;
      },
      /** P1: deletes who is due, and says how many. */
      erase: (today: Day): number => erase.run(today).changes,
      /** P1: what a night erased: counts, no names. */
      countErasure: (day: Day, counts: { people: number; links: number }): void =>
        void addErasure.run(day, counts.people, counts.links),
    },
  };

  function hashesOf({ name, telephone }: Pick<Person, 'name' | 'telephone'>) {
    const person = keyed('person', `${telephone} ${nameKey(name)}`);
    return { telephone: keyed('telephone', telephone), person, lastFour: lastFourHash(telephone) };
  }

  function lastFourHash(telephone: string): Buffer {
    return keyed('last-four', telephone.slice(-4));
  }
});

/** Throws unless these keys open a person of the file, of whatever release it is, or it has none. */
export function assertOpens(db: Db, keys: Keys): void {
  const row = db.prepare<[], PersonRow & { id: PersonId }>('SELECT id, name, telephone FROM people LIMIT 1').get();
  if (row) opened(keys, row.id, row);
}

/** The first person whose name or telephone these keys do not open: it is damaged. */
export function firstUnreadablePerson(db: Db, keys: Keys): PersonId | null {
  const all = db.prepare<[], PersonRow & { id: PersonId }>('SELECT id, name, telephone FROM people');
  for (const row of all.iterate()) {
    try {
      opened(keys, row.id, row);
    } catch {
      return row.id;
    }
  }
  return null;
}

function opened(keys: Keys, id: PersonId, { name, telephone }: Pick<PersonRow, 'name' | 'telephone'>) {
  return {
    name: name ? unseal(keys.seal, name, `name:${id}`) : '',
    telephone: telephone ? unseal(keys.seal, telephone, `telephone:${id}`) : '',
  };
}
