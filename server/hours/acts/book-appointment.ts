/** Appointments by phone page or counter: hold, confirm, cancel, check in (H5, H6, H8). */
import { isOfferedOn } from '../../../schema/catalogue/standing.ts';
import type { Appointment } from '../../../schema/hours/appointment.ts';
import type { AppointmentId, Language, MatterId, OpeningId, PersonId, SlotId, TicketId } from '../../../schema/ids.ts';
import type { MessageKind } from '../../../schema/messages/message.ts';
import { isRefusal, type Refusal, refuse } from '../../../schema/refusal.ts';
import { localTime } from '../../../schema/time.ts';
import { matterOf } from '../../catalogue/views/matter-view.ts';
import type { Tx } from '../../ledger/commit.ts';
import { send } from '../../messages/acts/send-message.ts';
import { giveLink, rememberPerson } from '../../people/acts/residents.ts';
import { decideAppointment, termsOf } from '../rules/appointment.ts';
import { appointmentStream } from '../stream.ts';
import { appointments } from '../tables/appointments.ts';
import { openings } from '../tables/openings.ts';
import { slots } from '../tables/slots.ts';
import { appointmentOfLink } from '../views/find-appointment.ts';
import { checkInDays, openingsOf } from '../views/open-hours.ts';
import { freeIn } from '../views/slot-room.ts';

/** Who books shows no document. */
const BOOKER = { kind: 'person', document: null, identity: 'none' } as const;
const LINK_AFTER_MS = 24 * 3_600_000;

export function holdSlot(
  tx: Tx,
  input: { slotId: SlotId; matterId: MatterId },
): { appointmentId: AppointmentId; until: string; link: string } | Refusal {
  const slot = tx.read(slots).byId(input.slotId);
  const matter = matterOf(tx, input.matterId);
  if (!slot || slot.letter !== matter?.letter) return refuse('slot-unknown');
  if (!matter.offered) return refuse('matter-not-offered');
  if (!isOfferedOn(matter, slot.day)) return refuse('entrustment-over');
  if (tx.read(openings).phase(slot.openingId) === 'cancelled') return refuse('opening-over');
  const id = tx.newId() as AppointmentId;
  const { day, startsAt, capacity } = slot;
  const taken = capacity - freeIn(tx, slot, matter.id);
  const channel = tx.actor.kind === 'clerk' ? ('counter' as const) : ('phone' as const);
  const events = decideAppointment(
    null,
    { type: 'hold-slot', slotId: slot.id, matterId: matter.id, day, startsAt, taken, capacity, channel },
    tx,
  );
  if (isRefusal(events)) return events;
  const held = tx.begin(appointmentStream, id, events) as Appointment;
  tx.later({ kind: 'lapse-hold', data: { appointmentId: id } }, held.until);
  const linkEnds = new Date(Date.parse(startsAt) + LINK_AFTER_MS).toISOString();
  return { appointmentId: id, until: held.until, link: giveLink(tx, 'appointment', id, linkEnds) };
}

/** H6: the hold is consumed in the transaction that confirms. The telephone goes to the encrypted table only (P1). */
export function confirmAppointment(
  tx: Tx,
  input: { link: string; name: string; telephone: string; language: Language },
): { appointmentId: AppointmentId; code: string; link: string } | Refusal {
  const before = appointmentOfLink(tx, input.link);
  if (!before) return refuse('link-unknown');
  const { name, telephone, language } = input;
  const personId = rememberPerson(tx, { ...BOOKER, name, telephone, language }, before.day);
  const alreadyBooked = tx.read(appointments).isBooked(personId, before.matterId);
  // Nothing proves a telephone yet but a clerk who sees the person, so a form blocks nobody of another name.
  const proved = tx.actor.kind === 'clerk';
  const code = freeCode(tx, before);
  const command = { type: 'confirm-appointment', personId, code, language, alreadyBooked, proved } as const;
  const found = tx.run(appointmentStream, before.id, (state) => decideAppointment(state, command, tx));
  if (isRefusal(found)) return found;
  const slot = tx.read(slots).byId(found.slotId);
  const opening = openingsOf(tx).find((one) => one.id === slot?.openingId);
  tx.later({ kind: 'miss-appointment', data: { appointmentId: found.id } }, opening?.endsAt ?? found.startsAt);
  tell(tx, personId, 'appointment-confirmed', found.id);
  for (const beforeMs of tx.settings.remindBeforeMs) {
    const dueMs = Date.parse(found.startsAt) - beforeMs;
    if (dueMs > tx.nowMs) tell(tx, personId, 'appointment-reminder', found.id, new Date(dueMs).toISOString());
  }
  return { appointmentId: found.id, code, link: input.link };
}

export function cancelAppointment(tx: Tx, { link }: { link: string }): { seq: number } | Refusal {
  const before = appointmentOfLink(tx, link);
  if (!before) return refuse('link-unknown');
  const by = tx.actor.kind === 'clerk' ? ('clerk' as const) : ('resident' as const);
  const cancelled = cancel(tx, before.id, by);
  return isRefusal(cancelled) ? cancelled : { seq: tx.head() };
}

/** H8: with the ticket that line issues for it in the same transaction; `late`: it lost its head start. */
export function checkInAppointment(
  tx: Tx,
  before: Appointment,
  ticketId: TicketId,
): { appointment: Appointment; late: boolean } | Refusal {
  const { day, time } = localTime(Date.parse(before.startsAt), tx.timeZone);
  // A night's opening may still run when the morning's has begun (T2).
  const today = checkInDays(tx).includes(before.day) ? before.day : tx.today;
  const command = { type: 'check-in', ticketId, today, localStart: { day, time } } as const;
  const appointment = tx.run(appointmentStream, before.id, (state) => decideAppointment(state, command, tx));
  if (isRefusal(appointment)) return appointment;
  const late = tx.nowMs > Date.parse(termsOf(before, tx.settings).lateUntil);
  return { appointment, late };
}

/** H1, H7: an opening that is cancelled takes its appointments along, and everybody who booked is told. */
export function cancelAppointmentsOf(tx: Tx, openingId: OpeningId): void {
  for (const id of tx.read(appointments).ofOpening(openingId)) cancel(tx, id, 'clerk');
}

/** The clock's part: a hold that ran out frees its place; who did not come is recorded (H6). */
export function lapseHold(tx: Tx, { appointmentId }: { appointmentId: AppointmentId }): string | Refusal {
  return step(tx, appointmentId, 'lapse-hold');
}

export function missAppointment(tx: Tx, { appointmentId }: { appointmentId: AppointmentId }): string | Refusal {
  return step(tx, appointmentId, 'miss-appointment');
}

function step(tx: Tx, id: AppointmentId, type: 'lapse-hold' | 'miss-appointment'): string | Refusal {
  const found = tx.run(appointmentStream, id, (state) => decideAppointment(state, { type }, tx));
  return isRefusal(found) ? found : found.phase;
}

function cancel(tx: Tx, id: AppointmentId, by: 'clerk' | 'resident'): Appointment | Refusal {
  const command = { type: 'cancel-appointment', by } as const;
  const found = tx.run(appointmentStream, id, (state) => decideAppointment(state, command, tx));
  if (!isRefusal(found) && found.personId) tell(tx, found.personId, 'appointment-cancelled', id);
  return found;
}

function tell(tx: Tx, to: PersonId, kind: MessageKind, appointmentId: AppointmentId, dueAt = tx.now): void {
  send(tx, { to: { kind: 'person', id: to }, kind, refs: { appointmentId }, dueAt });
}

/** Six digits that no other appointment of the day has, derived from the appointment's id; the constraint has the last word. */
function freeCode(tx: Tx, found: Appointment): string {
  let number = [...found.id].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 900_000, 7);
  while (tx.read(appointments).codeTaken(found.day, String(100_000 + number))) number = (number + 7919) % 900_000;
  return String(100_000 + number);
}
