/** What the supervisor is told, as boards show it. */
import { z } from 'zod';
import { CaseId, ClerkId, Instant } from '../ids.ts';

/** Something the supervisor is told, newest last (C3: a lapsed offer). */
export const noteRow = z.object({
  id: z.string(),
  at: Instant,
  kind: z.enum([
    'handover-lapsed',
    'handover-declined',
    'called-out-of-order',
    'ticket-withdrawn',
    'refusal-proposed',
    'correction-proposed',
    'due-moved',
    'day-moved',
    'ring-owed',
    'case-escalated',
    'late-papers-received',
    'deadline-warned',
    'duty-late',
    'message-failed',
    'counter-released',
    'notice-let-pass',
    'notice-given',
    'opening-planned',
  ]),
  caseId: CaseId.nullable(),
  number: z.string().nullable(),
  /** Whom it concerns (of a released counter: who sat there). */
  clerkName: z.string().nullable(),
  clerkId: ClerkId.nullable(),
  /** T12: at which counter, and by whom. */
  counterLabel: z.string().nullable(),
  byName: z.string().nullable(),
  /** What it is about where no ticket says it: an appointment's code, a receipt's number. */
  about: z.string().nullable(),
  /** A reason in somebody's words; of a message its kind and why it failed. */
  detail: z.string().nullable(),
  /** Who saw to it; null: nobody yet. */
  tickedBy: z.string().nullable(),
});

export type NoteRow = z.infer<typeof noteRow>;
