/** The rows of boards that the hours make. */
import { z } from 'zod';
import { Day, Instant, Letter, Names, OpeningId } from '../ids.ts';
import { OpeningKind, OpeningPhase } from './opening.ts';

export const hallRow = z.object({
  id: z.literal('hall'),
  names: Names,
  telephone: z.string(),
  address: z.string(),
  /** The address by which phones reach the hall, for QR codes; null: the screen's own. */
  origin: z.string().nullable(),
  /** The sample hall says so on every screen. */
  sample: z.boolean(),
  /** True while an opening runs. */
  open: z.boolean(),
  /** The service day, by which tickets are filed: after a night's opening that of its evening (T2). */
  day: Day,
  /** The date of the hall's clock: of whatever is due, asked, planned or shown as today. */
  today: Day,
  /** When the running opening ends, or null. */
  endsAt: Instant.nullable(),
  lastTicketAt: Instant.nullable(),
  /** When the next opening begins, or null. */
  nextStartsAt: Instant.nullable(),
  nextKind: OpeningKind.nullable(),
});

export const openingRow = z.object({
  id: OpeningId,
  kind: OpeningKind,
  phase: OpeningPhase,
  day: Day,
  startsAt: Instant,
  endsAt: Instant,
  lastTicketAt: Instant,
  letters: z.array(Letter),
});

export type HallRow = z.infer<typeof hallRow>;
export type OpeningRow = z.infer<typeof openingRow>;
