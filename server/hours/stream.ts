/** The streams of openings and of appointments. */
import type { Appointment, AppointmentEvent } from '../../schema/hours/appointment.ts';
import type { OpeningEvent, OpeningPhase, SeriesEvent, SeriesPlan } from '../../schema/hours/opening.ts';
import type { AppointmentId, OpeningId, SeriesId } from '../../schema/ids.ts';
import { localDayOf } from '../hall/views/local-day.ts';
import type { Reader } from '../ledger/reader.ts';
import { evolveRecord, idOf, kindOf, type Stream, type Touched } from '../ledger/subject/stream.ts';
import { notes } from '../messages/tables/notes.ts';
import { evolveAppointment, takesPlace } from './rules/appointment.ts';
import { evolveOpening } from './rules/opening-life.ts';
import { appointments } from './tables/appointments.ts';
import { openings } from './tables/openings.ts';
import { series } from './tables/series.ts';
import { slots } from './tables/slots.ts';

/** Which numbers are given, who waits for when, and since when notes are told. */
const ofOpening = (_: Reader, id: string): Touched => ({
  hall: ['hall'],
  openings: [id],
  queues: 'all',
  tickets: 'all',
  notes: 'all',
  asks: [],
});

export const openingStream: Stream<OpeningPhase, OpeningEvent> = {
  kind: 'opening',
  v: 1,
  grows: 'life',
  evolve: (state, event) => evolveOpening(state, event),
  tables: [openings, slots, notes],
  project(to, phase, { stream, seq, at, event, actor }) {
    const id = idOf(stream) as OpeningId;
    if (event.type === 'opening-planned') {
      const { type: kind, slots: cut, positionsAway, ...plan } = event;
      to.write(openings).save({ ...plan, id });
      // What a series adds later was allowed when it was planned.
      if (positionsAway && kindOf(actor) === 'clerk') {
        const facts = { caseId: null, number: null, clerkId: null, byClerk: idOf(actor), about: plan.day };
        to.write(notes).add({ seq, at, day: localDayOf(to, at), kind, ...facts, detail: positionsAway.reason });
      }
      for (const slot of cut) to.write(slots).save({ ...slot, openingId: id, day: plan.day });
      return;
    }
    const reason = event.type === 'opening-cancelled' ? event.reason : null;
    to.write(openings).savePhase(id, phase, at, reason);
  },
  touches: {
    'opening-planned': ofOpening,
    'opening-began': ofOpening,
    'opening-ended': ofOpening,
    'opening-cancelled': ofOpening,
  },
};

export const seriesStream: Stream<SeriesPlan, SeriesEvent> = {
  kind: 'series',
  v: 1,
  grows: 'administration',
  isReference: true,
  evolve: evolveRecord,
  nameOf: ({ from, to }) => `${from}–${to}`,
  tables: [series],
  project: (to, plan, { stream }) => to.write(series).save({ ...plan, id: idOf(stream) as SeriesId }),
  touches: { 'series-planned': 'none' },
};

export const appointmentStream: Stream<Appointment, AppointmentEvent> = {
  kind: 'appointment',
  v: 1,
  grows: 'life',
  evolve: (state, event, id) => evolveAppointment(state, event, id as AppointmentId),
  tables: [appointments],
  project(to, found, { event, at }, before) {
    to.write(appointments).save(found);
    if (event.type === 'slot-held') to.write(appointments).heldSince(found.id, at);
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
