/** What comes due of people: each job with whose id. */
import { z } from 'zod';
import { AbsenceId, Day } from '../ids.ts';

export const peopleJobs = {
  /** P1: what is due is erased; re-plans itself for the next day. */
  'erase-people': z.object({ day: Day }),
  /** C11: whoever deputises is another one from now on. */
  'begin-absence': z.object({ absenceId: AbsenceId }),
  'end-absence': z.object({ absenceId: AbsenceId }),
} as const;
