/** What comes due of line: each job with whose id. */
import { z } from 'zod';
import { Day, Instant, TicketId } from '../ids.ts';

export const lineJobs = {
  /** T6: nobody answered the last call. */
  /** `again`: the call stands again since then (C18); a job with the same facts would be the first one. */
  'miss-ticket': z.object({ ticketId: TicketId, calledAt: Instant, again: Instant.optional() }),
  /** T7: the held place runs out. */
  'return-ticket': z.object({ ticketId: TicketId, until: Instant, again: Instant.optional() }),
  /** T10: what is unfinished is carried over or expires; another round follows while somebody is being served. */
  'end-day': z.object({ day: Day, round: z.number().int() }),
} as const;
