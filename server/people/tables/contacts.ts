/** Contacts of the staff (P1, C10): the mobile telephone that somebody entered for the hall's messages, sealed, each with an end. */
import { blob, index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { ClerkId, Day, Language } from '../../../schema/ids.ts';
import type { StaffWish } from '../../../schema/people/contact.ts';
import { seal, unseal } from '../../ledger/file/seal.ts';
import { type Keys, type Sealed, sealedTable, upsert } from '../../ledger/table.ts';

export const contactsColumns = sqliteTable(
  'contacts',
  {
    clerkId: text('clerk_id').primaryKey(),
    telephone: blob('telephone', { mode: 'buffer' }).notNull(),
    /** What the person does not wish; everything else is sent. */
    declined: text('declined', { mode: 'json' }).$type<StaffWish[]>().notNull(),
    /** Of the person's screen. */
    language: text('language').notNull(),
    /** Null while the account is in use. */
    eraseOn: text('erase_on'),
  },
  (t) => [index('contacts_erase').on(t.eraseOn)],
);

/** `telephone` in its canonical form, E.164. */
export type Contact = { telephone: string; declined: StaffWish[]; language: Language };
type Row = { telephone: Buffer; declined: string; language: Language };

const SEALED: Sealed = {
  of: 'contacts',
  *each(db, keys) {
    const all = db.prepare<[], { id: ClerkId; telephone: Buffer }>('SELECT clerk_id AS id, telephone FROM contacts');
    for (const { id, telephone } of all.iterate()) yield [id, () => opened(keys, id, telephone)];
  },
};

export const contacts = sealedTable(SEALED, (db, keys) => {
  const put = upsert(db, 'contacts', ['clerk_id', 'telephone', 'declined', 'language', 'erase_on']);
  const get = db.prepare<[string], Row>('SELECT telephone, declined, language FROM contacts WHERE clerk_id = ?');
  const speak = db.prepare('UPDATE contacts SET language = ? WHERE clerk_id = ?');
  const end = db.prepare('UPDATE contacts SET erase_on = ? WHERE clerk_id = ?');
  const due = db.prepare<[string], ClerkId>('SELECT clerk_id FROM contacts WHERE erase_on <= ? ORDER BY 1').pluck();
  const erase = db.prepare('DELETE FROM contacts WHERE clerk_id = ?');

  const reader = {
    of(id: ClerkId): Contact | null {
      const row = get.get(id);
      if (!row) return null;
      const { telephone, declined, language } = row;
      return { telephone: opened(keys, id, telephone), declined: JSON.parse(declined), language };
    },
    /** Whose end has come. */
    due: (today: Day): ClerkId[] => due.all(today),
  };
  return {
    reader,
    writer: {
      ...reader,
      save(id: ClerkId, { telephone, declined, language }: Contact): void {
        put.run(id, seal(keys.seal, telephone, `contact:${id}`), JSON.stringify(declined), language, null);
      },
      speak: (id: ClerkId, language: Language): void => void speak.run(language, id),
      /** `day` null: the account is in use again. */
      keepUntil: (id: ClerkId, day: Day | null): void => void end.run(day, id),
      /** Whether there was one. */
      erase: (id: ClerkId): boolean => erase.run(id).changes > 0,
    },
  };
});

function opened(keys: Keys, id: ClerkId, telephone: Buffer): string {
  return unseal(keys.seal, telephone, `contact:${id}`);
}
