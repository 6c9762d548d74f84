/** What comes due of cases: each job with whose id. */
import { z } from 'zod';
import { CaseId, Day, HandoverId, Instant } from '../ids.ts';

export const casesJobs = {
  /** C3; `lapsesAt`: one row for each instant to which the offer was moved, absent in rows of older programs. */
  'lapse-handover': z.object({ caseId: CaseId, handoverId: HandoverId, lapsesAt: Instant.optional() }),
  /** C7–C10, C14: when the day begins on which something of a case is over, so that every list says so. */
  'fold-case': z.object({ caseId: CaseId, day: Day }),
  /** C7–C10: what is due of a case on this day; each look plans the next. */
  'watch-case': z.object({ caseId: CaseId, day: Day }),
} as const;
