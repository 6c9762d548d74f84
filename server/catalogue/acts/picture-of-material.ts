/** The picture of a sample, set by the administrator or named by a file (L3). */
import type { MatterId } from '../../../schema/ids.ts';
import { type Refusal, refuse } from '../../../schema/refusal.ts';
import type { Nothing, Tx } from '../../ledger/commit.ts';
import { shownType } from '../picture-shown.ts';
import { matters } from '../tables/matters.ts';
import { pictures } from '../tables/pictures.ts';
import { changeFacts } from './change-facts.ts';

/** `bytes` as base64; null: it has none any more. The ledger holds the hash of the bytes, and the file the bytes. */
export function pictureOfMaterial(
  tx: Tx,
  { matterId, materialId, bytes }: { matterId: MatterId; materialId: string; bytes: string | null },
): Nothing | Refusal {
  const known = tx.read(matters).all().get(matterId);
  if (!known) return refuse('matter-unknown');
  if (known.materials.every(({ id }) => id !== materialId)) return refuse('material-not-in-catalogue');
  const picture = bytes === null ? null : kept(tx, Buffer.from(bytes, 'base64'));
  if (picture !== null && typeof picture !== 'string') return picture;
  const materials = known.materials.map((one) => {
    if (one.id !== materialId) return one;
    const { picture: _, ...rest } = one;
    return picture === null ? rest : { ...rest, picture };
  });
  return changeFacts(tx, matterId, { materials });
}

/** For a file that is to be read in: its matters then name the picture. What none names goes with the next file. */
export function keepPicture(tx: Tx, { bytes }: { bytes: string }): { picture: string } | Refusal {
  const picture = kept(tx, Buffer.from(bytes, 'base64'));
  return typeof picture === 'string' ? { picture } : picture;
}

function kept(tx: Tx, bytes: Buffer): string | Refusal {
  const most = tx.settings.pictureMostBytes;
  if (bytes.length > most) return refuse('picture-too-large', { most: Math.round(most / 1024) });
  const type = shownType(bytes);
  return type === null ? refuse('picture-unknown') : tx.write(pictures).keep({ type, bytes });
}
