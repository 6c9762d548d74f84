/** First passwords and enrolment codes that nobody has used yet: sealed, and gone in the transaction that uses them. */
import { blob, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { ClerkId, DeviceId } from '../../../schema/ids.ts';
import { seal, unseal } from '../../ledger/file/seal.ts';
import { type Sealed, sealedTable } from '../../ledger/table.ts';

/** What somebody was handed and has not used yet, sealed: a first password or an enrolment code, by whose it is. */
export const firstSecretsColumns = sqliteTable('first_secrets', {
  ref: text('ref').primaryKey(), // a clerk's or a device's id
  kind: text('kind').notNull(), // 'password' or 'code'
  sealed: blob('sealed', { mode: 'buffer' }).notNull(),
});

export type FirstSecret =
  | { kind: 'password'; ref: ClerkId; text: string }
  | { kind: 'code'; ref: DeviceId; text: string };
type Row = { ref: string; kind: FirstSecret['kind']; sealed: Buffer };

const SEALED: Sealed = {
  of: 'first_secrets',
  *each(db, { seal: sealKey }) {
    const all = db.prepare<[], Row>('SELECT ref, kind, sealed FROM first_secrets');
    for (const { ref, kind, sealed } of all.iterate()) yield [ref, () => unseal(sealKey, sealed, placeOf(kind, ref))];
  },
};

export const firstSecrets = sealedTable(SEALED, (db, { seal: sealKey }) => {
  const keep = db.prepare('INSERT INTO first_secrets (ref, kind, sealed) VALUES (?, ?, ?)');
  const all = db.prepare<[], Row>('SELECT ref, kind, sealed FROM first_secrets ORDER BY ref');
  const forget = db.prepare('DELETE FROM first_secrets WHERE ref = ?');

  const reader = {
    /** What other keys sealed is left out: nobody can read it, and the hall runs without. */
    all: (): FirstSecret[] =>
      all.all().flatMap(({ kind, ref, sealed }) => {
        try {
          return [{ kind, ref, text: unseal(sealKey, sealed, placeOf(kind, ref)) } as FirstSecret];
        } catch {
          return [];
        }
      }),
  };
  return {
    reader,
    writer: {
      ...reader,
      keep: ({ kind, ref, text }: FirstSecret): void =>
        void keep.run(ref, kind, seal(sealKey, text, placeOf(kind, ref))),
      /** It was used, or is worth nothing any more. */
      forget: (ref: ClerkId | DeviceId): void => void forget.run(ref),
    },
  };
});

function placeOf(kind: FirstSecret['kind'], ref: string): string {
  return `first-${kind}:${ref}`;
}
