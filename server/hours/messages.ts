/** What messages about appointments say (H8). */
import type { MESSAGES } from '../../schema/messages/message.ts';
import { matterOf } from '../catalogue/views/matter-view.ts';
import type { Reader } from '../ledger/reader.ts';
import type { MessageFacts } from '../messages/facts.ts';
import { links } from '../people/tables/links.ts';
import { appointments } from './tables/appointments.ts';

type Refs = { appointmentId: (typeof MESSAGES)['appointment-confirmed']['_output']['appointmentId'] };

function aboutAppointment(from: Reader, { appointmentId }: Refs): MessageFacts | null {
  const found = from.read(appointments).byId(appointmentId);
  const matter = found && matterOf(from, found.matterId);
  if (!found || !matter) return null;
  const { day, startsAt, code = '', language = null } = found;
  const path = `/a/${from.read(links).of('appointment', appointmentId)}`;
  return { about: found.code ?? null, matterNames: matter.names, day, startsAt, code, path, language };
}

export const hoursMessages = {
  'appointment-confirmed': aboutAppointment,
  'appointment-cancelled': aboutAppointment,
  /** Nobody is reminded of what was cancelled or is over. */
  'appointment-reminder': (from: Reader, refs: Refs) => {
    const found = from.read(appointments).byId(refs.appointmentId);
    return found && found.phase !== 'confirmed' ? ('over' as const) : aboutAppointment(from, refs);
  },
};
