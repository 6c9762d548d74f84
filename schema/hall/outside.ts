/** Of a job's contract: it waits for what is outside the hall, and nothing waits for it. */
import type { z } from 'zod';

export function outside<S extends z.ZodType>(data: S): S & { isOutside: true } {
  return Object.assign(data, { isOutside: true as const });
}
