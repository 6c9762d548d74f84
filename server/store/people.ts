/** People (P1), links (P3) and messages: the only place of names and telephones, encrypted, each with an end date. */
import { createHmac, createSecretKey, hash, timingSafeEqual } from 'node:crypto';
import type { Day, Instant, Language, PersonId } from '../../schema/ids.ts';
import { nameKey } from '../../schema/typed/names.ts';
import { canonicalTelephone } from '../../schema/typed/telephone.ts';
import type { Db } from './db.ts';
import { seal, unseal } from './seal.ts';
import { type Keys, table } from './table.ts';

/** 128 bits in base64url. */
const SECRET_LENGTH = 22;
export type LinkKind = 'ticket' | 'case' | 'appointment';
/** `telephone` in its canonical form, E.164. */
export type Person = { name: string; telephone: string; language: Language };
export type Message = { id: string; personId: PersonId; kind: string; refs: Record<string, string>; phase: string };
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
  const eraseLinks = db.prepare('DELETE FROM links WHERE expires_at <= ?');
  const addErasure = db.prepare(
    `INSERT INTO erasures (day, people, links) VALUES (?, ?, ?)
     ON CONFLICT (day) DO UPDATE SET people = people + excluded.people, links = links + excluded.links`,
  );
  const addLink = db.prepare(
    `INSERT INTO links (kind, ref, hash, expires_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (kind, ref) DO UPDATE SET expires_at = max(expires_at, excluded.expires_at)`,
  );
  const link = db
    .prepare<[string, string, string], Buffer>('SELECT hash FROM links WHERE kind = ? AND ref = ? AND expires_at > ?')
    .pluck();
  const addMessage = db.prepare(
    `INSERT INTO messages (id, person_id, kind, refs, phase, created_at) VALUES (?, ?, ?, ?, 'waiting', ?)`,
  );
  const message = db.prepare<[string], Omit<Message, 'refs'> & { refs: string }>(
    'SELECT id, person_id AS personId, kind, refs, phase FROM messages WHERE id = ?',
  );
  const markMessage = db.prepare('UPDATE messages SET phase = ?, sent_at = ? WHERE id = ?');

  // A key object made once: a raw key is imported anew for each hash, which takes five times as long.
  const indexKey = createSecretKey(keys.index);
  const keyed = (kind: string, value: string) => createHmac('sha256', indexKey).update(`${kind}:${value}`).digest();
  /**
   * What it shows, by which it is found, and 128 bits that nobody can guess; the same for the same thing, so that a
   * slip can be printed again without storing the link.
   */
  const linkOf = (kind: LinkKind, ref: string) =>
    ref + keyed(`link-${kind}`, ref).subarray(0, 16).toString('base64url');
  const hashOf = (text: string) => hash('sha256', text, 'buffer');

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
    hasLastFour(id: PersonId, digits: string): boolean {
      const known = lastFour.get(id);
      return known !== undefined && timingSafeEqual(known, lastFourHash(digits));
    },
    linkOf,
    /** What the link shows, or null when it is unknown or has expired. */
    follow(kind: LinkKind, text: string, now: Instant): string | null {
      const ref = text.slice(0, -SECRET_LENGTH);
      const known = link.get(kind, ref, now);
      return known && timingSafeEqual(known, hashOf(text)) ? ref : null;
    },
    message(id: string): Message | null {
      const row = message.get(id);
      return row ? { ...row, refs: JSON.parse(row.refs) } : null;
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
      /** P1: deletes what is due and leaves a count. */
      erase(today: Day, now: Instant): { people: number; links: number } {
        const counts = { people: erase.run(today).changes, links: eraseLinks.run(now).changes };
        addErasure.run(today, counts.people, counts.links);
        return counts;
      },
      /** Makes the link to one thing and returns it; only its hash is stored. */
      addLink(kind: LinkKind, ref: string, expiresAt: Instant): string {
        const text = linkOf(kind, ref);
        addLink.run(kind, ref, hashOf(text), expiresAt);
        return text;
      },
      addMessage: (id: string, personId: PersonId, kind: string, refs: Record<string, string>, at: Instant): void =>
        void addMessage.run(id, personId, kind, JSON.stringify(refs), at),
      markMessage: (id: string, phase: string, at: Instant | null): void => void markMessage.run(phase, at, id),
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

function opened(keys: Keys, id: PersonId, { name, telephone }: Pick<PersonRow, 'name' | 'telephone'>) {
  return {
    name: name ? unseal(keys.seal, name, `name:${id}`) : '',
    telephone: telephone ? unseal(keys.seal, telephone, `telephone:${id}`) : '',
  };
}
