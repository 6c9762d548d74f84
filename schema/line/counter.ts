/** Events of the counter stream: who sits where, and whether the counter takes people. */
import { z } from 'zod';
import { ClerkId, type CounterId, OpeningId } from '../ids.ts';

/** `closing` (T12): its opening is over, its clerk finishes the ticket that is there and calls nobody new. */
export const CounterPhase = z.enum(['closed', 'open', 'paused', 'closing']);
export type CounterPhase = z.infer<typeof CounterPhase>;

const event = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.object({ type: z.literal(type), ...shape });

/** `openingId` is there when the opening itself moved the counter (H4). */
export const CounterEvent = z.discriminatedUnion('type', [
  event('counter-opened', { clerkId: ClerkId, openingId: OpeningId.optional() }),
  event('counter-paused', { clerkId: ClerkId, reason: z.string() }),
  event('counter-closing', { clerkId: ClerkId, openingId: OpeningId }),
  event('counter-closed', { clerkId: ClerkId, openingId: OpeningId.optional() }),
]);
export type CounterEvent = z.infer<typeof CounterEvent>;

/** The fold; `clerkId` is who sits there, kept when an opening's end closes the counter so that the next can open it. */
export type Counter = {
  id: CounterId;
  phase: CounterPhase;
  clerkId?: ClerkId;
  closedByOpening: boolean;
  /** While it is closing: the opening that is over. */
  closingOf?: OpeningId;
};
