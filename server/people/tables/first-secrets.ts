/** First passwords and enrolment codes that nobody has used yet: sealed, and gone in the transaction that uses them. */
import type { ClerkId, DeviceId } from '../../../schema/ids.ts';
import type { Db } from '../../ledger/db.ts';
import { seal, unseal } from '../../ledger/seal.ts';
import { table } from '../../ledger/table.ts';

export type FirstSecret =
  | { kind: 'password'; ref: ClerkId; text: string }
  | { kind: 'code'; ref: DeviceId; text: string };
type Row = { ref: string; kind: FirstSecret['kind']; sealed: Buffer };

export const firstSecrets = table((db, { seal: sealKey }) => {
  const keep = db.prepare('INSERT INTO first_secrets (ref, kind, sealed) VALUES (?, ?, ?)');
  const all = db.prepare<[], Row>('SELECT ref, kind, sealed FROM first_secrets ORDER BY ref');
  const placeOf = (kind: string, ref: string) => `first-${kind}:${ref}`;

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
    },
  };
});

/** Forgets the secret of this clerk or device; for whoever uses it up or makes it worthless. */
export function forgetsFirstSecret(db: Db): (ref: string) => void {
  const forget = db.prepare('DELETE FROM first_secrets WHERE ref = ?');
  return (ref) => void forget.run(ref);
}
