/** Openings that lose cover (C11). */
import { z } from 'zod';
import { Day, Instant, MatterId, Names, OpeningId } from '../ids.ts';

/** A matter of which A and B are both away, and in which openings. */
export const LostCover = z.object({
  matterId: MatterId,
  matterNames: Names,
  nameA: z.string(),
  nameB: z.string(),
  openings: z.array(z.object({ openingId: OpeningId, day: Day, startsAt: Instant, endsAt: Instant })),
});
export type LostCover = z.infer<typeof LostCover>;
