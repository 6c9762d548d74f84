/** People (P1): the only place of names, telephones and identity numbers, encrypted, each with an end date. */
import { createHmac, createSecretKey, timingSafeEqual } from 'node:crypto';
import { blob, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Day, Language, PersonId } from '../../../schema/ids.ts';
import type { IdentityUse, PersonKind } from '../../../schema/people/person.ts';
import type { DocumentKind, IdentityDocument } from '../../../schema/typed/document.ts';
import { nameKey } from '../../../schema/typed/names.ts';
import { canonicalTelephone } from '../../../schema/typed/telephone.ts';
import type { Db } from '../../ledger/file/connection.ts';
import { seal, unseal } from '../../ledger/file/seal.ts';
import { type Keys, type Sealed, sealedTable } from '../../ledger/table.ts';

/** P1: encrypted (AES-256-GCM), findable by a keyed hash, each with an end. */
export const peopleColumns = sqliteTable(
  'people',
  {
    id: text('id').primaryKey(),
    kind: text('kind').notNull().default('person'), // 'person' | 'organisation'
    name: blob('name', { mode: 'buffer' }),
    nameHash: blob('name_hash', { mode: 'buffer' }),
    telephone: blob('telephone', { mode: 'buffer' }),
    telephoneHash: blob('telephone_hash', { mode: 'buffer' }),
    /** The one before, until it was told that it is no longer the person's. */
    formerTelephone: blob('former_telephone', { mode: 'buffer' }),
    /** P2: the number, where a matter keeps it; its keyed hash, where one wants to find the person again. */
    document: blob('document', { mode: 'buffer' }),
    documentKind: text('document_kind'),
    documentHash: blob('document_hash', { mode: 'buffer' }),
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
    index('people_name').on(t.nameHash),
    index('people_document').on(t.documentHash),
  ],
);

/** P1: what the nightly erasure did: counts, no names. */
export const erasuresColumns = sqliteTable('erasures', {
  day: text('day').primaryKey(),
  people: integer('people').notNull(),
  links: integer('links').notNull(),
  texts: integer('texts').notNull().default(0),
});

/** `telephone` in its canonical form, E.164. */
export type Person = {
  kind: PersonKind;
  name: string;
  telephone: string | null;
  formerTelephone: string | null;
  /** `number` is null where only a match is kept. */
  document: { kind: DocumentKind; number: string | null } | null;
  language: Language;
  eraseOn: Day;
};
export type NewPerson = Pick<Person, 'kind' | 'name' | 'telephone' | 'language'> & {
  document: IdentityDocument | null;
  /** P2: what is kept of the document. */
  identity: IdentityUse;
};
type PersonRow = {
  kind: PersonKind;
  name: Buffer | null;
  telephone: Buffer | null;
  former: Buffer | null;
  document: Buffer | null;
  documentKind: DocumentKind | null;
  documentHash: Buffer | null;
  language: Language;
  eraseOn: Day;
};

const COLUMNS = `kind, name, telephone, former_telephone AS former, document, document_kind AS documentKind,
  document_hash AS documentHash, language, erase_on AS eraseOn`;
/** One more than are shown: whether there are others. */
const FOUND_MOST = 21;
const UNKEYED = `(person_hash IS NULL AND telephone IS NOT NULL) OR (name_hash IS NULL AND name IS NOT NULL)`;

const SEALED: Sealed = {
  of: 'people',
  *each(db, keys) {
    const all = db.prepare<[], PersonRow & { id: PersonId }>(`SELECT id, ${COLUMNS} FROM people`);
    for (const row of all.iterate()) yield [row.id, () => personOf(keys, row.id, row)];
  },
};

export const people = sealedTable(SEALED, (db, keys) => {
  const byHash = (column: string, most = FOUND_MOST) =>
    db.prepare<[Buffer], PersonId>(`SELECT id FROM people WHERE ${column} = ? ORDER BY id LIMIT ${most}`).pluck();
  const ofPerson = db.prepare<[Buffer], { id: PersonId; documentHash: Buffer | null }>(
    'SELECT id, document_hash AS documentHash FROM people WHERE person_hash = ? ORDER BY document_hash IS NULL, id',
  );
  const found = {
    telephone: byHash('telephone_hash'),
    lastFour: byHash('last_four_hash'),
    name: byHash('name_hash'),
    document: byHash('document_hash'),
  };
  const get = db.prepare<[string], PersonRow>(`SELECT ${COLUMNS} FROM people WHERE id = ?`);
  const hashOf = db.prepare<[string], Buffer>('SELECT person_hash FROM people WHERE id = ?').pluck();
  const lastFour = db.prepare<[string], Buffer>('SELECT last_four_hash FROM people WHERE id = ?').pluck();
  const insert = db.prepare(
    `INSERT INTO people (id, kind, name, name_hash, telephone, telephone_hash, person_hash, last_four_hash, language, erase_on)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const unkeyed = db.prepare<[], PersonId>(`SELECT id FROM people WHERE ${UNKEYED}`).pluck();
  const key = db.prepare(
    `UPDATE people SET telephone = ?, telephone_hash = ?, person_hash = ?, last_four_hash = ?, name_hash = ? WHERE id = ?`,
  );
  const change = db.prepare(
    `UPDATE people SET former_telephone = ?, telephone = ?, telephone_hash = ?, person_hash = ?, last_four_hash = ?
     WHERE id = ?`,
  );
  const setDocument = db.prepare(
    'UPDATE people SET document_kind = ?, document_hash = ?, document = coalesce(?, document) WHERE id = ?',
  );
  const keep = db.prepare('UPDATE people SET erase_on = max(erase_on, ?) WHERE id = ?');
  const due = db.prepare<[string], PersonId>('SELECT id FROM people WHERE erase_on <= ? ORDER BY id').pluck();
  const erase = db.prepare('DELETE FROM people WHERE id = ?');
  const forget = db.prepare('UPDATE people SET former_telephone = NULL WHERE former_telephone IS NOT NULL');
  const addErasure = db.prepare(
    `INSERT INTO erasures (day, people, links, texts) VALUES (?, ?, ?, ?)
     ON CONFLICT (day) DO UPDATE SET people = people + excluded.people, links = links + excluded.links,
       texts = texts + excluded.texts`,
  );

  // A key object made once: a raw key is imported anew for each hash, which takes five times as long.
  const indexKey = createSecretKey(keys.index);
  const keyed = (kind: string, value: string) => createHmac('sha256', indexKey).update(`${kind}:${value}`).digest();
  const telephoneHash = (telephone: string) => keyed('telephone', telephone);
  const lastFourHash = (telephone: string) => keyed('last-four', telephone.slice(-4));
  const documentHash = ({ kind, number }: IdentityDocument) => keyed('document', `${kind}:${number}`);
  const nameHash = (name: string) => (nameKey(name) === '' ? null : keyed('name', nameKey(name)));

  const reader = {
    /** Null once erased. */
    get(id: PersonId): Person | null {
      const row = get.get(id);
      return row ? personOf(keys, id, row) : null;
    },
    /** Of a file that an older program wrote: a person was a telephone alone, or could not be found by a name. */
    hasUnkeyed: (): boolean => unkeyed.get() !== undefined,
    lastFourHash,
    telephoneHash,
    hasLastFour(id: PersonId, digits: string): boolean {
      const known = lastFour.get(id);
      return known != null && timingSafeEqual(known, lastFourHash(digits));
    },
    /** Null: nothing of a document was kept. */
    /** H12. */
    isPerson: (id: PersonId, telephone: string, name: string): boolean =>
      hashOf.get(id)?.equals(personHash(telephone, name)) === true,
    hasDocument(id: PersonId, document: IdentityDocument): boolean | null {
      const known = get.get(id)?.documentHash;
      return known ? timingSafeEqual(known, documentHash(document)) : null;
    },
    /** H12, P1: by a keyed hash of the whole, or of the telephone's last four. */
    ofTelephone: (telephone: string): PersonId[] => found.telephone.all(telephoneHash(telephone)),
    ofLastFour: (digits: string): PersonId[] => found.lastFour.all(lastFourHash(digits)),
    ofName: (name: string): PersonId[] => found.name.all(keyed('name', nameKey(name))),
    ofDocument: (document: IdentityDocument): PersonId[] => found.document.all(documentHash(document)),
    /** H12: who is known by this document, or by this telephone and name. */
    find,
    /** Whose end has come. */
    due: (today: Day): PersonId[] => due.all(today),
  };
  return {
    reader,
    writer: {
      ...reader,
      /**
       * H12: the person with this document, or with this telephone and name: known before, or new. The later end date
       * wins, and nothing that was known is written anew but a document that was missing.
       */
      save(id: PersonId, person: NewPerson, eraseOn: Day): PersonId {
        const known = find(person);
        if (known) keep.run(eraseOn, known);
        else add(id, person, eraseOn);
        keepDocument(known ?? id, person);
        return known ?? id;
      },
      /** Gives rows of an older file their keys; only who holds the hall's keys can, so no migration does. */
      keyAll(): number {
        const ids = unkeyed.all();
        for (const id of ids) {
          const { name, telephone: written } = personOf(keys, id, get.get(id)!);
          const telephone = written && (canonicalTelephone(written) ?? written);
          key.run(...telephoneColumns(id, telephone, name), nameHash(name), id);
        }
        return ids.length;
      },
      changeTelephone(id: PersonId, telephone: string): void {
        const { name, telephone: before } = personOf(keys, id, get.get(id)!);
        const former = before && seal(keys.seal, before, `former:${id}`);
        change.run(former, ...telephoneColumns(id, telephone, name), id);
      },
      /** Former telephones have been told. */
      forgetFormer: (): void => void forget.run(),
      /** Until that day at least. */
      keep: (id: PersonId, day: Day): void => void keep.run(day, id),
      erase: (id: PersonId): void => void erase.run(id),
      /** P1: what a night erased: counts, no names. */
      countErasure: (day: Day, counts: { people: number; links: number; texts: number }): void =>
        void addErasure.run(day, counts.people, counts.links, counts.texts),
    },
  };

  function find({ name, telephone, document, identity }: NewPerson): PersonId | undefined {
    const hash = document && identity !== 'none' ? documentHash(document) : null;
    const [ofDocument] = hash ? found.document.all(hash) : [];
    if (ofDocument || telephone === null) return ofDocument;
    // With another document it is another person.
    const alike = ofPerson.all(personHash(telephone, name));
    return alike.find((one) => !hash || !one.documentHash)?.id;
  }

  function add(id: PersonId, { kind, name, telephone, language }: NewPerson, eraseOn: Day): void {
    const sealed = name ? seal(keys.seal, name, `name:${id}`) : null;
    insert.run(id, kind, sealed, nameHash(name), ...telephoneColumns(id, telephone, name), language, eraseOn);
  }

  function keepDocument(id: PersonId, { document, identity }: NewPerson): void {
    if (!document || identity === 'none') return;
    const sealed = identity === 'kept' ? seal(keys.seal, document.number, `document:${id}`) : null;
    setDocument.run(document.kind, documentHash(document), sealed, id);
  }

  /** The telephone sealed, and the hashes by which it is found, alone and with the name. */
  function telephoneColumns(id: PersonId, telephone: string | null, name: string): (Buffer | null)[] {
    if (telephone === null) return [null, null, null, null];
    const sealed = seal(keys.seal, telephone, `telephone:${id}`);
    return [sealed, telephoneHash(telephone), personHash(telephone, name), lastFourHash(telephone)];
  }

  function personHash(telephone: string, name: string): Buffer {
    return keyed('person', `${telephone} ${nameKey(name)}`);
  }
});

/** Throws unless these keys open a person of the file, of whatever release it is, or it has none. */
export function assertOpens(db: Db, keys: Keys): void {
  const row = db
    .prepare<[], Pick<PersonRow, 'name' | 'telephone'> & { id: PersonId }>(
      'SELECT id, name, telephone FROM people LIMIT 1',
    )
    .get();
  if (row) opened(keys, row.id, row);
}

function personOf(keys: Keys, id: PersonId, row: PersonRow): Person {
  const { kind, former, document, documentKind, language, eraseOn } = row;
  const number = document ? unseal(keys.seal, document, `document:${id}`) : null;
  return {
    ...opened(keys, id, row),
    kind,
    formerTelephone: former ? unseal(keys.seal, former, `former:${id}`) : null,
    document: documentKind && { kind: documentKind, number },
    language,
    eraseOn,
  };
}

function opened(keys: Keys, id: PersonId, { name, telephone }: Pick<PersonRow, 'name' | 'telephone'>) {
  return {
    name: name ? unseal(keys.seal, name, `name:${id}`) : '',
    telephone: telephone ? unseal(keys.seal, telephone, `telephone:${id}`) : null,
  };
}
