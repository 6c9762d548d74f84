/** What messages about appointments say (H8). */
import { materialText } from '../../schema/catalogue/material.ts';
import { changeText } from '../../schema/catalogue/material-changes.ts';
import type { Language, Names } from '../../schema/ids.ts';
import type { MESSAGES } from '../../schema/messages/message.ts';
import { calendarOf } from '../hall/views/calendar.ts';
import type { Reader } from '../ledger/reader.ts';
import type { MessageFacts } from '../messages/facts.ts';
import { links } from '../people/tables/links.ts';
import { appointments } from './tables/appointments.ts';
import { bookedMatter } from './views/made-with.ts';

type Refs = { appointmentId: (typeof MESSAGES)['appointment-confirmed']['_output']['appointmentId'] };

function aboutAppointment(from: Reader, { appointmentId }: Refs): MessageFacts | null {
  const found = from.read(appointments).byId(appointmentId);
  const booked = found && bookedMatter(from, found);
  if (!found || !booked) return null;
  const { day, startsAt, code = '', language = null } = found;
  const path = `/a/${from.read(links).of('appointment', appointmentId)}`;
  const { was, changes } = booked;
  const bring = inAll((code) => was.materials.map((one) => materialText(one, code)).join(COMMA[code]));
  const changed = inAll((code) => changes.map((one) => changeText(one, code)).join(COMMA[code]));
  const words = { bring, changed };
  // What is cancelled moves no more.
  const mayMove = found.phase !== 'cancelled' && calendarOf(from).isProvisional(day);
  return { about: found.code ?? null, matterNames: was.names, day, mayMove, startsAt, code, path, language, words };
}

const COMMA: Names = { 'zh-Hans': '；', 'zh-Hant': '；', en: '; ' };

function inAll(text: (language: Language) => string): Names {
  return { 'zh-Hans': text('zh-Hans'), 'zh-Hant': text('zh-Hant'), en: text('en') };
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
