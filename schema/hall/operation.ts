/** What happened to the running hall itself, one stream a service day (S4, Q8). */
import { z } from 'zod';
import { event } from '../event.ts';
import { Instant } from '../ids.ts';

export const OperationEvent = z.discriminatedUnion('type', [
  /** The machine's clock jumped by so many ms; `held`: the hall did not follow it. */
  event('clock-stepped', { byMs: z.number().int(), from: Instant, held: z.boolean() }),
  /** Somebody found the machine's clock right; the hall was so many ms behind it. */
  event('clock-confirmed', { byMs: z.number().int() }),
]);
export type OperationEvent = z.infer<typeof OperationEvent>;
