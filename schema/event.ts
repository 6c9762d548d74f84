/** The shape of an event: a fact with its type, which the ledger keeps as it is. */
import { z } from 'zod';

export function event<T extends string, S extends z.ZodRawShape>(type: T, facts: S) {
  return z.object({ type: z.literal(type), ...facts });
}
