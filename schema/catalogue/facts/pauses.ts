/** For what the clock of a matter's cases may stand still (C9; 行政许可法 Art. 45). */
import { z } from 'zod';
import { text } from '../../typed/signs.ts';

/** `applicant` and `public-notice` only where the matter names a basis for it. */
export const PauseKind = z.enum([
  'hearing',
  'tender',
  'auction',
  'inspection',
  'testing',
  'quarantine',
  'appraisal',
  'expert-review',
  'applicant',
  'public-notice',
]);
export type PauseKind = z.infer<typeof PauseKind>;

/** `counts`: its days count towards the limit, so the clock does not stand still for it. */
export const ListedPause = z.object({ kind: PauseKind, basis: text(200, 2), counts: z.boolean() });
export type ListedPause = z.infer<typeof ListedPause>;

export const ListedPauses = z
  .array(ListedPause)
  .min(1)
  .max(PauseKind.options.length)
  .refine((all) => new Set(all.map(({ kind }) => kind)).size === all.length);

export type MatterPauses = {
  pauses?: ListedPause[] | null | undefined;
  applicantBasis: string | null;
  publicNoticeBasis: string | null;
};

/**
 * The words that the matter names; null: it does not allow such a pause. Undefined: it lists none at all, and Art. 45 itself
 * lists the kind.
 */
export function namedBasis(matter: MatterPauses | null | undefined, kind: PauseKind): string | null | undefined {
  if (matter?.pauses) return matter.pauses.find((one) => one.kind === kind && !one.counts)?.basis ?? null;
  if (kind === 'applicant') return matter?.applicantBasis ?? null;
  return kind === 'public-notice' ? (matter?.publicNoticeBasis ?? null) : undefined;
}
