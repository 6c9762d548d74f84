/** Appointments by phone page or counter: hold, confirm, cancel, check in (H5, H6, H8). */
import type { Appointment } from '../../schema/appointment.ts';
import type {
  AppointmentId,
  Language,
  MatterId,
  OpeningId,
  PersonId,
  RequestId,
  SlotId,
  TicketId,
} from '../../schema/ids.ts';
import type { MessageKind } from '../../schema/message.ts';
import { isRefusal, type Refusal, refuse } from '../../schema/refusal.ts';
import { addDays, localTime } from '../../schema/time.ts';
import { type Actor, CLOCK } from '../../schema/who.ts';
import { decideAppointment } from '../domain/appointment.ts';
import { people } from '../store/people.ts';
import { appointments } from '../store/projections/appointments.ts';
import { places } from '../store/projections/places.ts';
import { reference } from '../store/reference.ts';
import type { Tx } from './commit.ts';
import type { Hall } from './hall.ts';
import { type Issued, issueIn } from './issue-ticket.ts';
import { appointmentStream } from './streams.ts';

const LINK_AFTER_MS = 24 * 3_600_000;

/** Free slots from now on, of openings that are not cancelled. */
export function freeSlots(hall: Hall, matterId: MatterId) {
  const matter = hall.read(reference).matters().get(matterId);
  if (!matter?.offered) return refuse('matter-not-offered');
  const cancelled = new Set(
    hall
      .openings()
      .filter((one) => one.phase === 'cancelled')
      .map((one) => one.id),
  );
  return hall
    .read(reference)
    .slotsOfLetter(matter.letter, new Date(hall.nowMs()).toISOString())
    .filter((slot) => !cancelled.has(slot.openingId))
    .map(({ id, day, startsAt, capacity }) => ({
      id,
      day,
      startsAt,
      free: Math.max(0, capacity - hall.read(appointments).taken(id)),
    }));
}

export function holdSlot(
  hall: Hall,
  actor: Actor,
  input: { requestId: RequestId; slotId: SlotId; matterId: MatterId },
): Promise<{ appointmentId: AppointmentId; until: string; link: string } | Refusal> {
  return hall.commit({ command: 'hold-slot', requestId: input.requestId, actor }, (tx) => {
    const slot = tx.read(reference).slot(input.slotId);
    const matter = tx.read(reference).matters().get(input.matterId);
    if (!slot || slot.letter !== matter?.letter) return refuse('slot-unknown');
    if (!matter.offered) return refuse('matter-not-offered');
    if (tx.read(places).openingPhase(slot.openingId) === 'cancelled') return refuse('opening-over');
    const id = tx.newId() as AppointmentId;
    const { day, startsAt, capacity } = slot;
    const taken = tx.read(appointments).taken(slot.id);
    const channel = actor.kind === 'clerk' ? ('counter' as const) : ('phone' as const);
    const events = decideAppointment(
      null,
      { type: 'hold-slot', slotId: slot.id, matterId: matter.id, day, startsAt, taken, capacity, channel },
      tx,
    );
    if (isRefusal(events)) return events;
    const held = tx.begin(appointmentStream, id, events) as Appointment;
    tx.later({ kind: 'lapse-hold', data: { appointmentId: id } }, held.until);
    const linkEnds = new Date(Date.parse(startsAt) + LINK_AFTER_MS).toISOString();
    return { appointmentId: id, until: held.until, link: tx.write(people).addLink('appointment', id, linkEnds) };
  });
}

/** H6: the hold is consumed in the transaction that confirms. The telephone goes to the encrypted table only (P1). */
export function confirmAppointment(
  hall: Hall,
  actor: Actor,
  input: { requestId: RequestId; link: string; name: string; telephone: string; language: Language },
): Promise<{ appointmentId: AppointmentId; code: string; link: string } | Refusal> {
  return hall.commit({ command: 'confirm-appointment', requestId: input.requestId, actor }, (tx) => {
    const before = byLink(tx, input.link);
    if (!before) return refuse('link-unknown');
    const { name, telephone, language } = input;
    const eraseOn = addDays(before.day, tx.settings.personDays);
    const personId = tx.write(people).save(tx.newId() as PersonId, { name, telephone, language }, eraseOn);
    const alreadyBooked = tx.read(appointments).isBooked(personId, before.matterId);
    const othersBooked = actor.kind === 'clerk' ? 0 : tx.read(appointments).othersBooked(personId);
    const code = freeCode(tx, before);
    const command = { type: 'confirm-appointment', personId, code, language, alreadyBooked, othersBooked } as const;
    const found = tx.run(appointmentStream, before.id, (state) => decideAppointment(state, command, tx));
    if (isRefusal(found)) return found;
    const slot = tx.read(reference).slot(found.slotId);
    const opening = hall.openings().find((one) => one.id === slot?.openingId);
    tx.later({ kind: 'miss-appointment', data: { appointmentId: found.id } }, opening?.endsAt ?? found.startsAt);
    sendLater(tx, personId, 'appointment-confirmed', found.id);
    for (const beforeMs of tx.settings.remindBeforeMs) {
      const dueMs = Date.parse(found.startsAt) - beforeMs;
      if (dueMs > tx.nowMs) sendLater(tx, personId, 'appointment-reminder', found.id, new Date(dueMs).toISOString());
    }
    return { appointmentId: found.id, code, link: input.link };
  });
}

export function cancelAppointment(
  hall: Hall,
  actor: Actor,
  input: { requestId: RequestId; link: string },
): Promise<{ seq: number } | Refusal> {
  return hall.commit({ command: 'cancel-appointment', requestId: input.requestId, actor }, (tx) => {
    const before = byLink(tx, input.link);
    if (!before) return refuse('link-unknown');
    const by = actor.kind === 'clerk' ? ('clerk' as const) : ('resident' as const);
    const found = tx.run(appointmentStream, before.id, (state) =>
      decideAppointment(state, { type: 'cancel-appointment', by }, tx),
    );
    if (isRefusal(found)) return found;
    if (found.personId) sendLater(tx, found.personId, 'appointment-cancelled', found.id);
    return { seq: tx.head() };
  });
}

/** H8: by code, or by the telephone's last four digits; issues the ticket in the same transaction. */
export function checkIn(
  hall: Hall,
  actor: Actor,
  input: { requestId: RequestId; code: string; printing: boolean },
): Promise<Issued | Refusal> {
  return hall.commit({ command: 'check-in', requestId: input.requestId, actor }, (tx) => {
    const today = tx.day;
    const byCode = tx.read(appointments).byCode(input.code, today);
    const byTelephone =
      input.code.length === 4 ? tx.read(appointments).byLastFour(tx.read(people).lastFourHash(input.code), today) : [];
    const candidates = byCode ? [[byCode]] : byTelephone;
    if (candidates.length > 1) return refuse('code-ambiguous');
    const before = candidates[0] && nextOf(candidates[0], tx);
    if (!before) return refuse('appointment-unknown');
    const ticketId = tx.newId() as TicketId;
    const { day, time } = localTime(Date.parse(before.startsAt), tx.timeZone);
    const late = tx.nowMs > Date.parse(before.startsAt) + tx.settings.appointmentLateMs;
    const found = tx.run(appointmentStream, before.id, (state) =>
      decideAppointment(state, { type: 'check-in', ticketId, today, localStart: { day, time } }, tx),
    );
    if (isRefusal(found)) return found;
    return issueIn(hall, tx, {
      id: ticketId,
      matterIds: [found.matterId],
      klass: late ? 'late' : 'appointment',
      printing: input.printing,
      slotStartMs: Date.parse(found.startsAt),
      appointmentId: found.id,
    });
  });
}

/** H8: of one person's appointments of the day, in order of time: the first that is not too late yet, else the first. */
function nextOf(own: readonly Appointment[], { nowMs, settings }: Tx): Appointment | undefined {
  return own.find((one) => Date.parse(one.startsAt) + settings.appointmentLateMs >= nowMs) ?? own[0];
}

/** H1, H7: an opening that is cancelled takes its appointments along, and everybody who booked is told. */
export function cancelAppointmentsOf(tx: Tx, openingId: OpeningId): void {
  for (const id of tx.read(appointments).ofOpening(openingId)) {
    const command = { type: 'cancel-appointment', by: 'clerk' } as const;
    const found = tx.run(appointmentStream, id, (state) => decideAppointment(state, command, tx));
    if (!isRefusal(found) && found.personId) sendLater(tx, found.personId, 'appointment-cancelled', id);
  }
}

/** The clock's part: a hold that ran out frees its place; who did not come is recorded (H6). */
export async function appointmentByClock(
  hall: Hall,
  appointmentId: AppointmentId,
  type: 'lapse-hold' | 'miss-appointment',
): Promise<string> {
  const answer = await hall.commit({ command: type, requestId: null, actor: CLOCK }, (tx) =>
    tx.run(appointmentStream, appointmentId, (state) => decideAppointment(state, { type }, tx)),
  );
  return isRefusal(answer) ? answer.refused : answer.phase;
}

function sendLater(tx: Tx, personId: PersonId, kind: MessageKind, appointmentId: AppointmentId, dueAt = tx.now): void {
  const id = tx.newId();
  tx.write(people).addMessage(id, personId, kind, { appointmentId }, tx.now);
  tx.later({ kind: 'send-message', data: { messageId: id } }, dueAt);
}

function byLink(tx: Tx, link: string): Appointment | null {
  const id = tx.read(people).follow('appointment', link, tx.now);
  return id ? tx.read(appointments).byId(id as AppointmentId) : null;
}

/** Six digits that no other appointment of the day has, derived from the appointment's id; the constraint has the last word. */
function freeCode(tx: Tx, found: Appointment): string {
  let number = [...found.id].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 900_000, 7);
  while (tx.read(appointments).codeTaken(found.day, String(100_000 + number))) number = (number + 7919) % 900_000;
  return String(100_000 + number);
}
