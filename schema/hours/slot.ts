/** A slot with the places that are left (H5). */
import { z } from 'zod';
import { Day, Instant, SlotId } from '../ids.ts';

export const Slot = z.object({ id: SlotId, day: Day, startsAt: Instant, free: z.number().int() });
export type Slot = z.infer<typeof Slot>;
