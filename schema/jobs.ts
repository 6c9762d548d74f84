/** Every job: what comes back later, with whose id. Due times live in SQLite; BullMQ only brings them back (H9). */
import { z } from 'zod';
import { AppointmentId, CaseId, Day, HandoverId, Instant, OpeningId, TicketId } from './ids.ts';

export const JOBS = {
  /** T6: nobody answered the last call. */
  'miss-ticket': z.object({ ticketId: TicketId, calledAt: Instant }),
  /** T7: the held place runs out. */
  'return-ticket': z.object({ ticketId: TicketId, until: Instant }),
  /** T10: what is unfinished is carried over or expires; another round follows while somebody is being served. */
  'end-day': z.object({ day: Day, round: z.number().int() }),
  /** H4. */
  'begin-opening': z.object({ openingId: OpeningId }),
  'end-opening': z.object({ openingId: OpeningId }),
  /** H2: series and slots are expanded ahead; re-plans itself for the next day. */
  'expand-openings': z.object({ day: Day }),
  /** H6. */
  'lapse-hold': z.object({ appointmentId: AppointmentId }),
  'miss-appointment': z.object({ appointmentId: AppointmentId }),
  /** C3. */
  'lapse-handover': z.object({ caseId: CaseId, handoverId: HandoverId }),
  /** H8, C10: a message row is handed to its gateway. */
  'send-message': z.object({ messageId: z.string() }),
  /** P1: what is due is erased; re-plans itself for the next day. */
  'erase-people': z.object({ day: Day }),
} as const;

export type JobKind = keyof typeof JOBS;
export type Job<K extends JobKind = JobKind> = { [P in K]: { kind: P; data: z.infer<(typeof JOBS)[P]> } }[K];

/** Rows due within this time are handed to BullMQ; later ones wait in the file, where nothing can forget them. */
export const HAND_OVER_MS = 60_000;

/** Options of every job. Attempts cover faults; a refusal is an answer and ends the job. */
export const JOB_OPTIONS = { attempts: 5, backoffMs: 1_000 } as const;
