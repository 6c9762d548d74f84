/** What comes due of the catalogue: each job with whose id. */
import { z } from 'zod';
import { Day, MatterId } from '../ids.ts';

export const catalogueJobs = {
  /** L2: the day after an entrustment's last. */
  'end-entrustment': z.object({ matterId: MatterId, until: Day }),
  /** L2: so many days before that. */
  'warn-of-entrustment': z.object({ matterId: MatterId, until: Day, days: z.number().int() }),
} as const;
