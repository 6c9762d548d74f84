/** What ticking the list of a matter means (C7, C16): it is the conclusion, and no form has to be chosen first. */
import type { ConclusionKind } from '../../../../schema/cases/conclusion.ts';
import type { Matter } from '../../../../schema/catalogue/catalogue.ts';

export type Listed = Pick<Matter, 'materials' | 'limitDays'>;

/** Null: nothing was ticked yet, so nobody has looked. */
export function meaningOf({ materials, limitDays }: Listed, ticked: readonly string[]): ConclusionKind | null {
  const whole: ConclusionKind = limitDays === 0 ? 'done' : 'accepted';
  if (materials.length === 0) return whole;
  if (ticked.length === 0) return null;
  if (missingOf({ materials }, ticked).length === 0) return whole;
  return followingOf({ materials, limitDays }, ticked).length > 0 ? 'accepted' : 'notice';
}

/** C13: what may follow, where nothing else is missing; of what is done on the spot nothing does. */
export function followingOf({ materials, limitDays }: Listed, ticked: readonly string[]): string[] {
  const missing = materials.filter(({ id }) => !ticked.includes(id));
  const mayFollow = ticked.length > 0 && limitDays !== 0 && missing.every((one) => one.mayFollow);
  return mayFollow ? missing.map(({ id }) => id) : [];
}

export function missingOf({ materials }: Pick<Matter, 'materials'>, ticked: readonly string[]): string[] {
  return materials.map(({ id }) => id).filter((id) => !ticked.includes(id));
}
