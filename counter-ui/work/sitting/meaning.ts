/** What ticking the list of a matter means (C7, C16): it is the conclusion, and no form has to be chosen first. */
import type { ConclusionKind } from '../../../schema/cases/conclusion.ts';
import type { Matter } from '../../../schema/catalogue/catalogue.ts';

type Listed = Pick<Matter, 'materials' | 'limitDays'>;

/** Null: nothing was ticked yet, so nobody has looked. */
export function meaningOf({ materials, limitDays }: Listed, ticked: readonly string[]): ConclusionKind | null {
  const whole: ConclusionKind = limitDays === 0 ? 'done' : 'accepted';
  if (materials.length === 0) return whole;
  if (ticked.length === 0) return null;
  return missingOf({ materials }, ticked).length === 0 ? whole : 'notice';
}

export function missingOf({ materials }: Pick<Matter, 'materials'>, ticked: readonly string[]): string[] {
  return materials.map(({ id }) => id).filter((id) => !ticked.includes(id));
}
