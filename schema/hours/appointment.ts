/** Events of the appointment stream (H5, H6, H8). */
import { z } from 'zod';
import { event } from '../event.ts';
import { type AppointmentId, Day, Instant, Language, MatterId, PersonId, SlotId, TicketId } from '../ids.ts';

export const AppointmentPhase = z.enum(['held', 'confirmed', 'checked-in', 'cancelled', 'lapsed', 'missed']);
export type AppointmentPhase = z.infer<typeof AppointmentPhase>;

/** H6, H8: until when its resident may cancel, and come without losing the class. */
export const AppointmentTerms = z.object({ cancelUntil: Instant, lateUntil: Instant });
export type AppointmentTerms = z.infer<typeof AppointmentTerms>;

export const AppointmentEvent = z.discriminatedUnion('type', [
  event('slot-held', {
    slotId: SlotId,
    matterId: MatterId,
    day: Day,
    startsAt: Instant,
    until: Instant,
    /** The slot's places when it was held: the read table's constraint needs nothing but the ledger (H5). */
    capacity: z.number().int(),
    channel: z.enum(['phone', 'counter']),
  }),
  event('hold-lapsed', {}),
  /** `language`: of its messages; older ledgers do not hold it. */
  event('appointment-confirmed', {
    personId: PersonId,
    code: z.string(),
    language: Language.optional(),
    /** Whether somebody saw that the telephone is the person's: a clerk did, a form did not; older ledgers do not say. */
    proved: z.boolean().optional(),
    /** H6, H8: as they are told; older ledgers count them by the settings of today. */
    told: AppointmentTerms.optional(),
  }),
  event('appointment-cancelled', { by: z.enum(['resident', 'clerk']) }),
  event('appointment-checked-in', { ticketId: TicketId, late: z.boolean() }),
  event('appointment-missed', {}),
]);
export type AppointmentEvent = z.infer<typeof AppointmentEvent>;

/** The fold of an appointment's events; `code` is what the kiosk asks for, unique among the live ones of its day. */
export type Appointment = {
  id: AppointmentId;
  phase: AppointmentPhase;
  slotId: SlotId;
  matterId: MatterId;
  day: Day;
  startsAt: Instant;
  until: Instant;
  personId?: PersonId;
  code?: string;
  language?: Language;
  proved?: boolean;
  ticketId?: TicketId;
  told?: AppointmentTerms;
};
