/** From what was typed to a conclusion the contract takes (C5). */
import { Conclusion, type ConclusionKind, hasSubstance } from '../../../../schema/cases/conclusion.ts';
import type { Draft } from '../../../../schema/line/draft.ts';

/** In the order of their keys, 1 to 9. */
export const CONCLUSIONS: ConclusionKind[] = [
  'done',
  'answered',
  'accepted',
  'notice',
  'not-ours',
  'not-needed',
  'withdrawn',
  'escalated',
  'refused',
];

export const EMPTY_DRAFT: Draft = {
  ...{ note: '', missing: [], place: '', address: '', telephone: '', hours: '' },
  ...{ reason: '', basis: '', followBy: '' },
  unreachable: false,
  told: '',
};

/** Of one kind its fields. */
export type PartProps = { draft: Draft; put: (part: Partial<Draft>) => void };

/** `following`: materials that follow on a promise (C13). Null while something that this kind needs is missing. The contract itself judges, so both ends agree. */
export function conclusionOf(kind: ConclusionKind, draft: Draft, following: string[] = []): Conclusion | null {
  const follow = following.length > 0 ? { items: following, by: draft.followBy } : undefined;
  const { told, ...typed } = draft;
  const known = told === 'mistaken' ? { mistaken: true } : { told: told || undefined };
  const parsed = Conclusion.safeParse({ ...typed, ...known, kind, follow });
  if (kind === 'refused' && !hasSubstance(draft.reason)) return null;
  return parsed.success ? parsed.data : null;
}
