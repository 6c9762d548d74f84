/** Events of a service day: what belongs to no ticket (T10: who was turned away; the day's end). */
import { z } from 'zod';

const event = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.object({ type: z.literal(type), ...shape });

export const DayEvent = z.discriminatedUnion('type', [
  event('resident-turned-away', {
    matterId: z.string(),
    hour: z.number().int(),
    why: z.enum(['closed', 'last-ticket', 'too-long']),
  }),
  event('day-ended', { carriedOver: z.number().int(), expired: z.number().int() }),
]);
export type DayEvent = z.infer<typeof DayEvent>;
