/** Matters of a file, read into the catalogue at once or not at all (L1). */
import { z } from 'zod';
import { FieldChange } from '../hall/history.ts';
import { MatterId } from '../ids.ts';
import { IdentityUse } from '../people/person.ts';
import type { Facts, RefusalCode } from '../refusal.ts';
import { remark } from '../typed/remark.ts';
import { text } from '../typed/signs.ts';
import { MatterDraft, RetentionDays } from './catalogue.ts';
import { MaterialDraft, MaterialId, PictureId } from './material.ts';
import { Standing } from './standing.ts';

export const IMPORTED_MOST = 500;

/** Absent, its picture stays as it was; null takes it away. It was kept before (`keepPicture`). */
const ImportedMaterial = MaterialDraft.extend({
  id: MaterialId.optional(),
  picture: PictureId.nullable().optional(),
});

/** Its code is the file's: a known one is edited, any other is new. Materials are known again by their id, without one by their text. */
export const ImportedMatter = MatterDraft.extend({
  id: MatterId.refine((code) => /^[A-Za-z0-9][A-Za-z0-9-]{0,31}$/.test(code)),
  materials: z
    .array(ImportedMaterial)
    .max(60)
    .refine((all) => isEachOnce(all.flatMap(({ id }) => id ?? []))),
  /** Absent, it stays as it is; a new one then waits until somebody offers it. */
  offered: z.boolean().optional(),
  /** What an administrator sets for itself; absent, it stays. */
  promisedDays: z.number().int().min(0).max(3650).nullable().optional(),
  applicantBasis: remark(200).nullable().optional(),
  publicNoticeBasis: remark(200).nullable().optional(),
  identity: IdentityUse.optional(),
  retentionDays: RetentionDays.optional(),
  /** L2; null: the file does not say it, and it stays. */
  standing: Standing.nullable().optional(),
  /** C11: by account; null: none. */
  accountA: text(40, 1).nullable().optional(),
  accountB: text(40, 1).nullable().optional(),
});
export type ImportedMatter = z.infer<typeof ImportedMatter>;
function isEachOnce(ids: readonly string[]): boolean {
  return new Set(ids).size === ids.length;
}
export const ImportedMatters = z.array(ImportedMatter).min(1).max(IMPORTED_MOST);

/** What becomes of one row, in the file's order. */
export const ImportedRow = z.object({
  id: MatterId,
  name: z.string(),
  is: z.enum(['new', 'changed', 'same', 'refused']),
  changes: z.array(FieldChange),
  /** L2: entrusted without what that needs, it leaves kiosk and booking. */
  leaves: z.boolean(),
  /** So many pictures of samples go, because their material is there no longer or has another text. */
  losesPictures: z.number().int(),
  /** Why it is refused. */
  refused: z.custom<RefusalCode>((code) => typeof code === 'string').nullable(),
  /** What its sentence names, such as who would wait without a counter. */
  facts: z.custom<Facts>((facts) => typeof facts === 'object' && facts !== null),
});
export type ImportedRow = z.infer<typeof ImportedRow>;
