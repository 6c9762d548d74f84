/** From what was typed to a conclusion the contract takes (C5). */
import { Conclusion, type ConclusionKind } from '../../../schema/cases/conclusion.ts';

/** In the order of their keys, 1 to 8. */
export const CONCLUSIONS: ConclusionKind[] = [
  'done',
  'answered',
  'accepted',
  'notice',
  'not-ours',
  'not-needed',
  'withdrawn',
  'escalated',
];

export type Draft = { note: string; missing: string[]; place: string; address: string; telephone: string };

export const EMPTY_DRAFT: Draft = { note: '', missing: [], place: '', address: '', telephone: '' };

/** Null while something that this kind needs is missing. The contract itself judges, so both ends agree. */
export function conclusionOf(kind: ConclusionKind, draft: Draft): Conclusion | null {
  const parsed = Conclusion.safeParse({ ...draft, kind });
  return parsed.success ? parsed.data : null;
}
