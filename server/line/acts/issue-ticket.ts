/** Taking a number: at the kiosk, a clerk for somebody without one, or by checking in (T1, T3, A1, H8). */

import type { Matter } from '../../../schema/catalogue/catalogue.ts';
import { isOfferedOn } from '../../../schema/catalogue/standing.ts';
import type { Appointment } from '../../../schema/hours/appointment.ts';
import type { Opening } from '../../../schema/hours/opening.ts';
import type { Letter, MatterId, TicketId } from '../../../schema/ids.ts';
import type { Ticket, TicketClass } from '../../../schema/line/ticket.ts';
import type { Booked } from '../../../schema/line/views.ts';
import { isRefusal, type Refusal, refuse } from '../../../schema/refusal.ts';
import { matterOf } from '../../catalogue/views/matter-view.ts';
import { checkInAppointment } from '../../hours/acts/book-appointment.ts';
import { findForCheckIn } from '../../hours/acts/find-for-check-in.ts';
import { placeOf } from '../../hours/views/made-with.ts';
import { issuingOpening } from '../../hours/views/open-hours.ts';
import type { Tx } from '../../ledger/commit.ts';
import { giveLink } from '../../people/acts/residents.ts';
import { decideTicket } from '../rules/ticket.ts';
import { ticketStream } from '../stream.ts';
import { tickets } from '../tables/tickets.ts';

export type Issued = {
  ticketId: TicketId;
  number: string;
  day: string;
  klass: TicketClass;
  link: string;
  booked: Booked | null;
};

export function issueTicket(
  tx: Tx,
  { matterIds, care, printing }: { matterIds: MatterId[]; care: boolean; printing: boolean },
): Issued | Refusal {
  return issue(tx, { id: tx.newId() as TicketId, matterIds, klass: care ? 'care' : 'walk-in', printing });
}

/** H8: by code, telephone or its last four digits; issues the ticket in the same transaction. A wrong one is counted. */
export function checkIn(
  tx: Tx,
  { code, whose, printing }: { code: string; whose?: string | undefined; printing: boolean },
): Issued | { wrong: Refusal } | Refusal {
  const found = findForCheckIn(tx, { code, whose });
  if (isRefusal(found) || 'wrong' in found) return found;
  const id = tx.newId() as TicketId;
  const checkedIn = checkInAppointment(tx, found.appointment, id);
  if (isRefusal(checkedIn)) return checkedIn;
  const { appointment, late } = checkedIn;
  return issue(tx, {
    id,
    matterIds: [appointment.matterId],
    klass: late ? 'late' : 'appointment',
    printing,
    slotStartMs: Date.parse(appointment.startsAt),
    booked: appointment,
  });
}

function issue(
  tx: Tx,
  input: {
    id: TicketId;
    matterIds: MatterId[];
    klass: TicketClass;
    printing: boolean;
    slotStartMs?: number;
    booked?: Appointment;
  },
): Issued | Refusal {
  const { actor } = tx;
  const matters = [];
  for (const id of input.matterIds) {
    const matter = matterOf(tx, id);
    if (!matter) return refuse('matter-unknown');
    // Who booked while it was offered is served.
    if (!(matter.offered && isOfferedOn(matter, tx.today)) && !input.booked) return refuse('matter-not-offered');
    matters.push(matter);
  }
  const first = matters[0];
  if (!first) return refuse('matter-unknown');
  const place = input.booked ? placeOf(tx, input.booked) : placeNow(tx, matters);
  if (typeof place === 'string') return refuse(place);
  const { day, endsAt } = place.opening;
  const events = decideTicket(
    null,
    {
      type: 'issue-ticket',
      day,
      ordinal: tx.read(tickets).nextOrdinal(day, place.letter),
      issueNo: tx.read(tickets).nextIssueNo(),
      // H12: who booked stands where the place was sold.
      matters: input.booked ? [{ ...first, letter: place.letter }] : matters,
      klass: input.klass,
      channel: actor.kind === 'device' ? 'kiosk' : actor.kind === 'clerk' ? 'counter' : 'phone',
      printing: input.printing,
      slotStartMs: input.slotStartMs,
      deviceId: actor.kind === 'device' ? actor.id : undefined,
      appointmentId: input.booked?.id,
    },
    tx,
  );
  const ticket = tx.begin<Ticket, Exclude<typeof events, Refusal>[number]>(ticketStream, input.id, events);
  if (isRefusal(ticket)) return ticket;
  const linkEnds = new Date(Date.parse(endsAt) + tx.settings.ticketLinkMs).toISOString();
  const link = giveLink(tx, 'ticket', ticket.id, linkEnds);
  const { id: ticketId, number, klass } = ticket;
  return { ticketId, number, day, klass, link: `/t/${link}`, booked: bookedOf(tx, ticket, input.slotStartMs) };
}

/** Each of its queues issues; the first is the number's. */
function placeNow(tx: Tx, matters: readonly Pick<Matter, 'id' | 'letter'>[]): ReturnType<typeof placeOf> {
  const open = matters.map(({ id: matterId, letter }) => ({
    letter,
    opening: issuingOpening(tx, { letter, matterId }),
  }));
  for (const { opening } of open) if (typeof opening === 'string') return opening;
  return open[0] as { letter: Letter; opening: Opening };
}

/** Q2: while others wait nobody calls it before. */
function bookedOf({ now }: Tx, { notBefore }: Ticket, slotStartMs = 0): Booked | null {
  return notBefore && notBefore > now ? { slotAt: new Date(slotStartMs).toISOString(), callableAt: notBefore } : null;
}
