/** Appointments (H5, H6, H8): hold, confirm, check in, and what ends them. */

import { type Context, iso, ms } from '../../../schema/context.ts';
import type { Appointment, AppointmentEvent, AppointmentTerms } from '../../../schema/hours/appointment.ts';
import type {
  AppointmentId,
  Day,
  Instant,
  Language,
  MatterId,
  PersonId,
  SlotId,
  TicketId,
} from '../../../schema/ids.ts';
import { type Refusal, refuse } from '../../../schema/refusal.ts';

export type AppointmentCommand =
  | {
      type: 'hold-slot';
      slotId: SlotId;
      matterId: MatterId;
      day: Day;
      startsAt: Instant;
      taken: number;
      capacity: number;
      channel: 'phone' | 'counter';
    }
  | {
      type: 'confirm-appointment';
      personId: PersonId;
      code: string;
      language: Language;
      alreadyBooked: boolean;
      proved: boolean;
    }
  | { type: 'cancel-appointment'; by: 'resident' | 'clerk' }
  | { type: 'check-in'; ticketId: TicketId; today: Day; localStart: { day: Day; time: string } }
  | { type: 'lapse-hold' }
  | { type: 'miss-appointment' };

export function decideAppointment(
  found: Appointment | null,
  command: AppointmentCommand,
  ctx: Context,
): AppointmentEvent[] | Refusal {
  if (command.type === 'hold-slot') {
    const { slotId, matterId, day, startsAt, capacity, channel } = command;
    if (ms(startsAt) <= ctx.nowMs) return refuse('slot-past');
    if (command.taken >= capacity) return refuse('slot-full');
    const until = iso(ctx.nowMs + ctx.settings.holdMs);
    return [{ type: 'slot-held', slotId, matterId, day, startsAt, until, capacity, channel }];
  }
  if (!found) return refuse('appointment-unknown');
  switch (command.type) {
    case 'confirm-appointment': {
      const { personId, code, language, proved } = command;
      if (found.phase !== 'held') return refuse(found.phase === 'lapsed' ? 'hold-over' : 'appointment-over');
      if (ctx.nowMs > ms(found.until)) return refuse('hold-over');
      if (command.alreadyBooked) return refuse('already-booked');
      return [{ type: 'appointment-confirmed', personId, code, language, proved, told: termsOf(found, ctx.settings) }];
    }
    case 'cancel-appointment': {
      const { cancelUntil } = termsOf(found, ctx.settings);
      if (found.phase !== 'held' && found.phase !== 'confirmed') return refuse('appointment-over');
      const late = found.phase === 'confirmed' && ctx.nowMs > ms(cancelUntil);
      if (late && command.by === 'resident') {
        return refuse('cancel-too-late', { hours: Math.round((ms(found.startsAt) - ms(cancelUntil)) / 3_600_000) });
      }
      return [{ type: 'appointment-cancelled', by: command.by }];
    }
    case 'check-in': {
      if (found.phase !== 'confirmed' && found.phase !== 'missed') return refuse('appointment-over');
      if (found.day !== command.today) return refuse('check-in-too-early', command.localStart);
      const late = ctx.nowMs > ms(termsOf(found, ctx.settings).lateUntil);
      return [{ type: 'appointment-checked-in', ticketId: command.ticketId, late }];
    }
    case 'lapse-hold':
      return found.phase === 'held' ? [{ type: 'hold-lapsed' }] : [];
    case 'miss-appointment':
      return found.phase === 'confirmed' ? [{ type: 'appointment-missed' }] : [];
    default:
      return command satisfies never;
  }
}

/** H6, H8: until when it is cancelled by its resident, and checked in with its class: as it was told, whatever the settings are since. */
export function termsOf(
  { told, startsAt }: Pick<Appointment, 'told' | 'startsAt'>,
  { cancelUntilMs, appointmentLateMs }: Pick<Context['settings'], 'cancelUntilMs' | 'appointmentLateMs'>,
): AppointmentTerms {
  return told ?? { cancelUntil: iso(ms(startsAt) - cancelUntilMs), lateUntil: iso(ms(startsAt) + appointmentLateMs) };
}

export function evolveAppointment(found: Appointment | null, event: AppointmentEvent, id: AppointmentId): Appointment {
  if (event.type === 'slot-held') {
    const { slotId, matterId, day, startsAt, until } = event;
    return { id, phase: 'held', slotId, matterId, day, startsAt, until };
  }
  if (!found) throw new Error(`appointment ${id} has ${event.type} before it was held`);
  switch (event.type) {
    case 'hold-lapsed':
      return { ...found, phase: 'lapsed' };
    case 'appointment-confirmed': {
      const { personId, code, language, proved, told } = event;
      return { ...found, phase: 'confirmed', personId, code, language, proved, told };
    }
    case 'appointment-cancelled':
      return { ...found, phase: 'cancelled' };
    case 'appointment-checked-in':
      return { ...found, phase: 'checked-in', ticketId: event.ticketId };
    case 'appointment-missed':
      return { ...found, phase: 'missed' };
    default:
      return event satisfies never;
  }
}

/** Whether the appointment takes a place of its slot; one that was missed or used keeps it (nobody can book the past). */
export function takesPlace(phase: Appointment['phase']): boolean {
  return phase !== 'lapsed' && phase !== 'cancelled';
}
