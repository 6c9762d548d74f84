/** What comes due of cases: each job with whose id. */
import { z } from 'zod';
import { CaseId, HandoverId } from '../ids.ts';

export const casesJobs = {
  /** C3. */
  'lapse-handover': z.object({ caseId: CaseId, handoverId: HandoverId }),
} as const;
