/** C5: how the end of what came without a ticket is known, as far as whoever concludes it may say so. Pure. */
import { type ConclusionKind, ToldBy } from '../../../../schema/cases/conclusion.ts';

export type Way = ToldBy | 'mistaken';

type Asked = { kind: ConclusionKind; isNeeded: boolean; asHandler: boolean };

/** A supervisor who is not its handler puts a mistake right, and tells nobody. */
export function toldWays({ kind, isNeeded, asHandler }: Asked): Way[] {
  // Of somebody who is entered there is somebody to tell.
  const mistaken: Way[] = kind === 'not-needed' && isNeeded ? ['mistaken'] : [];
  return [...(asHandler ? ToldBy.options : []), ...mistaken];
}
