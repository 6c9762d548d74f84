/** What happened to the running hall itself, or was done to its file from the shell; one stream a service day (S3, S4, Q8). */
import { z } from 'zod';
import { event } from '../event.ts';
import { Day, Instant, Year } from '../ids.ts';

export const NumberKind = z.enum([
  'ticket',
  'receipt',
  'notice',
  'due-change',
  'decision',
  'proposal',
  'referral',
  'late-receipt',
  'delivery',
  'not-accepted',
  'closing',
]);
export type NumberKind = z.infer<typeof NumberKind>;

/** The day on which a ticket wears its number, the year of a paper's; of papers of older ledgers their day. */
export const NumberSpan = z.union([Day, Year]);

/** After `after` comes `upTo` + 1: those between may have been given. `letter` is empty of papers. */
export const SkippedNumbers = z.object({
  kind: NumberKind,
  day: NumberSpan,
  letter: z.string(),
  after: z.number().int(),
  upTo: z.number().int(),
});
export type SkippedNumbers = z.infer<typeof SkippedNumbers>;

/** From what the skipped numbers were found: the file that was replaced, a later backup, or nothing but a margin. */
export const GapSource = z.enum(['old-file', 'manifest', 'margin']);
export type GapSource = z.infer<typeof GapSource>;

export const OperationEvent = z.discriminatedUnion('type', [
  /** A backup took the file's place: what came after its event `events` is gone. */
  event('hall-restored', { events: z.number().int(), source: GapSource, skipped: z.array(SkippedNumbers) }),
  /** The file ends with event `events`, the hall had reached `had`; the operator goes on without the rest. */
  event('loss-accepted', { events: z.number().int(), had: z.number().int(), skipped: z.array(SkippedNumbers) }),
  /** The machine's clock jumped by so many ms; `held`: the hall did not follow it. */
  event('clock-stepped', { byMs: z.number().int(), from: Instant, held: z.boolean() }),
  /** Somebody found the machine's clock right; the hall was so many ms behind it. */
  event('clock-confirmed', { byMs: z.number().int() }),
]);
export type OperationEvent = z.infer<typeof OperationEvent>;
