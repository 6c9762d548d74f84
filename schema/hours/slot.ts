/** A slot with the places that are left (H5). */
import { z } from 'zod';
import { Day, Instant, SlotId } from '../ids.ts';

export const Slot = z.object({
  id: SlotId,
  day: Day,
  startsAt: Instant,
  free: z.number().int(),
  /** C9: the official calendar of its year is not published yet. */
  provisional: z.boolean(),
});
export type Slot = z.infer<typeof Slot>;
