/** Events of a service day: what belongs to no ticket (T10: who was turned away; the day's end). */
import { z } from 'zod';
import { event } from '../event.ts';

export const DayEvent = z.discriminatedUnion('type', [
  event('resident-turned-away', {
    matterId: z.string(),
    hour: z.number().int(),
    why: z.enum(['closed', 'last-ticket', 'too-long']),
  }),
  event('day-ended', { carriedOver: z.number().int(), expired: z.number().int() }),
]);
export type DayEvent = z.infer<typeof DayEvent>;
