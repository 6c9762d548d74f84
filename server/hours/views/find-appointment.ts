/** Free slots, and the appointment behind a link or a code (H5, H6, H8). */

import { isOfferedOn } from '../../../schema/catalogue/standing.ts';
import type { Appointment, AppointmentTerms } from '../../../schema/hours/appointment.ts';
import type { AppointmentId, MatterId } from '../../../schema/ids.ts';
import { type Refusal, refuse } from '../../../schema/refusal.ts';
import { isCode, LAST_FOUR } from '../../../schema/typed/numbers.ts';
import { compact } from '../../../schema/typed/signs.ts';
import { matterOf } from '../../catalogue/views/matter-view.ts';
import { calendarOf } from '../../hall/views/calendar.ts';
import type { Reader } from '../../ledger/reader.ts';
import { links } from '../../people/tables/links.ts';
import { people } from '../../people/tables/people.ts';
import { termsOf } from '../rules/appointment.ts';
import { appointments } from '../tables/appointments.ts';
import { slots } from '../tables/slots.ts';
import { checkInDays, openingsOf } from './open-hours.ts';
import { freeIn } from './slot-room.ts';

/** From now on, of openings that are not cancelled. */
export function freeSlots(from: Reader, { matterId }: { matterId: MatterId }) {
  const matter = matterOf(from, matterId);
  if (!matter?.offered) return refuse('matter-not-offered');
  const isCancelled = new Set(
    openingsOf(from)
      .filter((one) => one.phase === 'cancelled')
      .map((one) => one.id),
  );
  const { isProvisional } = calendarOf(from);
  return from
    .read(slots)
    .ofLetter(matter.letter, new Date(from.nowMs).toISOString())
    .filter((slot) => !isCancelled.has(slot.openingId) && isOfferedOn(matter, slot.day))
    .map((slot) => {
      const { id, day, startsAt } = slot;
      return { id, day, startsAt, free: freeIn(from, slot, matterId), provisional: isProvisional(day) };
    });
}

/** P3. */
export function appointmentOfLink(from: Reader, link: string): Appointment | null {
  const id = from.read(links).follow('appointment', link, new Date(from.nowMs).toISOString());
  return id ? from.read(appointments).byId(id as AppointmentId) : null;
}

/** H6, H8: until when it is cancelled and checked in, as it was told. */
export function appointmentTerms(from: Reader, found: Appointment): AppointmentTerms {
  return termsOf(found, from.settings);
}

/**
 * H8: by the code, or by the telephone or its last four digits where they are one person's today; `whose`, the code or
 * the name, says which of the people who share a telephone it is.
 */
export function appointmentOfCode(from: Reader, code: string, whose?: string): Appointment | Refusal {
  const byCode = from.read(appointments).byCode(code, checkInDays(from)[0]!);
  const all = byCode ? [[byCode]] : ofTelephone(from, code);
  const [found = [], ...others] = whose && !byCode ? ofThese(from, all, { telephone: code, whose }) : all;
  if (others.length > 0) return refuse(LAST_FOUR.test(code) ? 'code-ambiguous' : 'whose-needed');
  return nextOf(found, from) ?? refuse('appointment-unknown');
}

function ofThese(
  from: Reader,
  all: Appointment[][],
  { telephone, whose }: { telephone: string; whose: string },
): Appointment[][] {
  if (isCode(whose)) {
    const one = all.flat().find(({ code }) => code === compact(whose));
    return one ? [[one]] : [];
  }
  const known = from.read(people);
  return all.filter((own) => own.some(({ personId }) => personId && known.isPerson(personId, telephone, whose)));
}

/** Of each person with that telephone, in E.164, or with these last four digits. */
function ofTelephone(from: Reader, typed: string): Appointment[][] {
  const hashes = from.read(people);
  const days = checkInDays(from);
  if (typed.startsWith('+')) return from.read(appointments).byTelephone(hashes.telephoneHash(typed), days);
  return LAST_FOUR.test(typed) ? from.read(appointments).byLastFour(hashes.lastFourHash(typed), days) : [];
}

/** H8: of one person's appointments of the day, in order of time: the first that is not too late yet, else the first. */
function nextOf(own: readonly Appointment[], { nowMs, settings }: Reader): Appointment | undefined {
  return own.find((one) => Date.parse(termsOf(one, settings).lateUntil) >= nowMs) ?? own[0];
}
