/** What comes due of people: each job with whose id. */
import { z } from 'zod';
import { Day } from '../ids.ts';

export const peopleJobs = {
  /** P1: what is due is erased; re-plans itself for the next day. */
  'erase-people': z.object({ day: Day }),
} as const;
