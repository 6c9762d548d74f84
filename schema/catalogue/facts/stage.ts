/** Until when it is said whether a matter is accepted (C8), before the limit of its decision begins (C9): the 15 of 15 / 60+30. */
import { z } from 'zod';

export const AcceptanceStage = z.object({
  days: z.number().int().min(1).max(365),
  unit: z.enum(['working', 'calendar']),
});
export type AcceptanceStage = z.infer<typeof AcceptanceStage>;

/** Of a matter that names none (行政许可法 Art. 32). */
export const LEGAL_STAGE: AcceptanceStage = { days: 5, unit: 'working' };
