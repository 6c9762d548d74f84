/** The hall as planned: its groups of matters and its counters. */
import { z } from 'zod';
import { CounterId, Letter, Names } from '../ids.ts';

export const MatterGroup = z.object({ id: Letter, names: Names, order: z.number().int() });
export type MatterGroup = z.infer<typeof MatterGroup>;

export const CounterPlan = z.object({
  id: CounterId,
  label: z.string().trim().min(1).max(8),
  letters: z.array(Letter).min(1),
  inUse: z.boolean(),
});
export type CounterPlan = z.infer<typeof CounterPlan>;
