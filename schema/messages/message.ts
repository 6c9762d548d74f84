/** Messages to residents and to the staff (H8, C10): what each kind is about, and the event of one that did not arrive. */
import { z } from 'zod';
import { ToldDuty } from '../hall/calendar.ts';
import { AppointmentId, CaseId, Day, HandoverId, MatterId, PersonId, QuestionId } from '../ids.ts';

/** `no`: its receipt or notice when the message was made; of a conclusion without one its phase (C18). */
const onCase = z.object({ caseId: CaseId, no: z.string().optional() });
/** In which part somebody of the staff is told: it stands at the beginning of the message. */
const asPart = onCase.extend({ as: z.enum(['handler', 'first-contact', 'supervisor']) });
/** `paper`: the number of the paper that it tells; messages of older programs name none. */
const onPaper = onCase.extend({ paper: z.string().optional() });
const onAppointment = z.object({ appointmentId: AppointmentId });

/** What a message of each kind refers to. A kind without a text does not compile (server/messages/words.ts). */
export const MESSAGES = {
  'appointment-confirmed': onAppointment,
  'appointment-reminder': onAppointment,
  'appointment-cancelled': onAppointment,
  // C12: each step of a case that concerns its resident.
  'case-accepted': onCase,
  'case-noticed': onCase,
  'case-notice-reminder': onCase,
  'case-promise-reminder': onCase,
  'case-ended': onCase,
  'case-closed': onCase,
  'case-left': onCase,
  'case-corrected': onCase,
  'case-reworded': onCase,
  'case-handler': onCase,
  'case-due-moved': onPaper,
  /** `about`: of which question or late paper. */
  'case-day-moved': onPaper.extend({ duty: ToldDuty, about: z.string().optional() }),
  'case-refusal-proposed': onCase,
  'case-refusal-over': onCase,
  'case-correction-proposed': onCase,
  'case-correction-sent-back': onCase,
  'case-correction-over': onCase,
  'case-revived': onCase,
  'case-ours': onCase,
  'case-overdue': onCase,
  'case-late': onCase,
  'case-decided': onCase,
  'case-answered': onCase,
  'case-late-answered': onCase,
  // C2, C3, C4, C6, C10: what somebody of the staff is told who entered a contact and wished for it.
  'staff-warned': asPart.extend({ part: z.string(), of: z.literal('legal').optional() }),
  'staff-late': asPart.extend({ duty: z.string() }),
  'staff-due-soon': asPart.extend({ duty: z.string() }),
  'staff-reminded': z.object({ caseId: CaseId, questionId: QuestionId }),
  'staff-clock-runs': asPart.extend({ on: Day }),
  'staff-offered': z.object({ caseId: CaseId, handoverId: HandoverId, lapsesAt: z.string() }),
  'staff-offer-back': asPart.extend({ how: z.enum(['lapsed', 'declined', 'nobody']) }),
  'staff-assigned': onCase,
  'staff-escalated': onCase,
  'staff-step': onCase.extend({ step: z.string(), on: Day }),
  /** L2: to an administrator, so many days before it. */
  'staff-entrustment-ends': z.object({ matterId: MatterId, until: Day, days: z.string() }),
  /** To the telephone before and to the new one (P2). */
  'telephone-changed': z.object({ personId: PersonId, to: z.enum(['former', 'present']) }),
} as const;
export type MessageKind = keyof typeof MESSAGES;

/**
 * `no-text`: what it is about is unknown; `nobody`: no person or no telephone is left; `refused`: its gateway will
 * never take it; `gave-up`: its gateway failed too often.
 */
export const MessageFailure = z.enum(['no-text', 'nobody', 'refused', 'gave-up']);
export type MessageFailure = z.infer<typeof MessageFailure>;

/** `waiting`: for its time, or for its gateway; `over`: it was no longer true when its time came, and nobody got it. */
export const MessagePhase = z.enum(['waiting', 'sending', 'sent', 'failed', 'over']);
export type MessagePhase = z.infer<typeof MessagePhase>;

export const MessageEvent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('message-failed'),
    kind: z.string(),
    why: MessageFailure,
    /** The appointment's code or the receipt's number; never a telephone (P1). */
    about: z.string().nullable(),
    /** Of a message on a case; ledgers of older programs do not hold it. */
    caseId: CaseId.optional(),
    day: Day,
  }),
]);
export type MessageEvent = z.infer<typeof MessageEvent>;
