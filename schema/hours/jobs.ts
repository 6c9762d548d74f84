/** What comes due of hours: each job with whose id. */
import { z } from 'zod';
import { AppointmentId, Day, Instant, OpeningId } from '../ids.ts';

export const hoursJobs = {
  /** H4. */
  'begin-opening': z.object({ openingId: OpeningId }),
  'end-opening': z.object({ openingId: OpeningId }),
  /** H2: series and slots are expanded ahead; re-plans itself for the next day. */
  'expand-openings': z.object({ day: Day }),
  /** A backup may be due; re-plans itself. */
  'back-up': z.object({ at: Instant }),
  /** H6. */
  'lapse-hold': z.object({ appointmentId: AppointmentId }),
  'miss-appointment': z.object({ appointmentId: AppointmentId }),
} as const;
