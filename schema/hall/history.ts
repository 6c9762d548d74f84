/** Who changed what of the reference data, from what to what (S4). */
import { z } from 'zod';
import { Instant, Names } from '../ids.ts';

export const ReferenceKind = z.enum([
  'hall',
  'group',
  'counter-plan',
  'device',
  'clerk',
  'account',
  'absence',
  'matter',
  'agency',
  'series',
  'calendar-year',
  'hall-day',
]);
export type ReferenceKind = z.infer<typeof ReferenceKind>;

/** `from` and `to` are as the record has them; null is nothing. */
export const FieldChange = z.object({ field: z.string(), from: z.unknown(), to: z.unknown() });
export type FieldChange = z.infer<typeof FieldChange>;

export const Change = z.object({
  seq: z.number().int(),
  at: Instant,
  /** `name` is null where no clerk did it. */
  author: z.object({ kind: z.enum(['clerk', 'device', 'resident', 'clock']), name: z.string().nullable() }),
  /** The event's type: a password that was set changes no field. */
  event: z.string(),
  /** True where the record began with it. */
  isFirst: z.boolean(),
  what: z.object({ kind: ReferenceKind, id: z.string(), name: z.union([z.string(), Names]) }),
  changes: z.array(FieldChange),
});
export type Change = z.infer<typeof Change>;

/** `next`: what to ask for before, or null at the end. */
export const Changes = z.object({ entries: z.array(Change), next: z.number().int().nullable() });
export type Changes = z.infer<typeof Changes>;
