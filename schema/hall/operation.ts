/** What an operator did to the hall's file from the shell, as the ledger has to know it: numbers that were skipped (S3). */
import { z } from 'zod';
import { event } from '../event.ts';
import { Day } from '../ids.ts';

export const NumberKind = z.enum(['ticket', 'receipt', 'notice']);
export type NumberKind = z.infer<typeof NumberKind>;

/** After `after` comes `upTo` + 1: those between may have been given. `letter` is empty of papers. */
export const SkippedNumbers = z.object({
  kind: NumberKind,
  day: Day,
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
]);
export type OperationEvent = z.infer<typeof OperationEvent>;
