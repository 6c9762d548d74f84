/** What the case log of another system says of a step (C2, Q8): kept beside the event, and given back by an export. */
import { z } from 'zod';
import { ClerkId } from '../../ids.ts';

/** Of the case itself, which has no activity, `digest` tells whether the same log is read in again. */
export const Foreign = z.object({
  activity: z.string().optional(),
  /** Of the activity's life, such as `start`; absent: `complete`. */
  transition: z.string().optional(),
  /** As the log calls who did it. */
  resource: z.string().optional(),
  by: ClerkId.optional(),
  /** Who had the case from then on, where that is somebody else. */
  to: ClerkId.optional(),
  /** A reference: whatever else the log says is sealed, because names may stand in it (P1). */
  attributes: z.string().optional(),
  digest: z.string().optional(),
});
export type Foreign = z.infer<typeof Foreign>;

/** What an activity of another system is to this one; every other one is kept as a foreign activity. */
export const FOREIGN_STEPS = [
  ...(['accepted', 'granted', 'refused', 'closed'] as const),
  ...(['done', 'answered', 'not-ours', 'not-needed', 'withdrawn'] as const),
] as const;
export const ForeignStep = z.enum(FOREIGN_STEPS);
export type ForeignStep = z.infer<typeof ForeignStep>;
