/**
 * Events of the counter stream: who sits where, and whether the counter takes people. A stream is of one counter on one
 * service day, `c1@2026-11-23`, so that none grows for ever; older programs wrote one for all days, `c1`.
 */
import { z } from 'zod';
import { event } from '../event.ts';
import { ClerkId, type CounterId, type Day, OpeningId } from '../ids.ts';

/** `closing` (T12): its opening is over, its clerk finishes the ticket that is there and calls nobody new. */
export const CounterPhase = z.enum(['closed', 'open', 'paused', 'closing']);
export type CounterPhase = z.infer<typeof CounterPhase>;

/** `openingId` is there when the opening itself moved the counter (H4). */
export const CounterEvent = z.discriminatedUnion('type', [
  /** Its first of a service day: as it stood when the day before ended. */
  event('counter-carried', {
    phase: CounterPhase,
    clerkId: ClerkId.optional(),
    closedByOpening: z.boolean(),
    closingOf: OpeningId.optional(),
  }),
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
  /** Since it closed as its last ticket left: the same. */
  closedOf?: OpeningId;
};

export function counterDay(id: CounterId, day: Day): string {
  return `${id}@${day}`;
}

/** The counter of a stream's id. */
export function counterOf(streamId: string): CounterId {
  return streamId.split('@')[0] as CounterId;
}
