/** The streams of openings and of appointments. */
import type { Appointment, AppointmentEvent } from '../../schema/hours/appointment.ts';
import type { OpeningEvent, OpeningPhase } from '../../schema/hours/opening.ts';
import type { AppointmentId, OpeningId } from '../../schema/ids.ts';
import { idOf, type Stream } from '../ledger/subject/stream.ts';
import { evolveAppointment, takesPlace } from './rules/appointment.ts';
import { evolveOpening } from './rules/openings.ts';
import { appointments } from './tables/appointments.ts';
import { openings } from './tables/openings.ts';

export const openingStream: Stream<OpeningPhase, OpeningEvent> = {
  kind: 'opening',
  evolve: (state, event) => evolveOpening(state, event),
  tables: [openings],
  project(to, phase, { stream, at, event }) {
    const reason = event.type === 'opening-cancelled' ? event.reason : null;
    to.write(openings).savePhase(idOf(stream) as OpeningId, phase, at, reason);
  },
  touches: { 'opening-began': 'all', 'opening-ended': 'all', 'opening-cancelled': 'all' },
};

export const appointmentStream: Stream<Appointment, AppointmentEvent> = {
  kind: 'appointment',
  evolve: (state, event, id) => evolveAppointment(state, event, id as AppointmentId),
  tables: [appointments],
  project(to, found, { event }, before) {
    to.write(appointments).save(found);
    const had = before !== null && takesPlace(before.phase);
    if (event.type === 'slot-held') to.write(appointments).take(found.slotId, event.capacity);
    if (had && !takesPlace(found.phase)) to.write(appointments).free(found.slotId);
  },
  touches: {
    'slot-held': 'none',
    'hold-lapsed': 'none',
    'appointment-confirmed': 'none',
    'appointment-cancelled': 'none',
    'appointment-checked-in': 'none',
    'appointment-missed': 'none',
  },
};
