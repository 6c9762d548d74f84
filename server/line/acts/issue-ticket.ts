/** Taking a number: at the kiosk, or a clerk for somebody without one (T1, T3, A1). */
import type { AppointmentId, DeviceId, MatterId, RequestId, TicketId } from '../../../schema/ids.ts';
import { isRefusal, type Refusal, refuse } from '../../../schema/refusal.ts';
import type { Ticket, TicketClass } from '../../../schema/ticket.ts';
import type { Actor } from '../../../schema/who.ts';
import { reference } from '../../hall/tables/reference.ts';
import type { Tx } from '../../ledger/commit.ts';
import { type Hall, issuingOpening } from '../../ledger/hall.ts';
import { people } from '../../people/tables/people.ts';
import { ticketStream } from '../../streams.ts';
import { decideTicket } from '../rules/ticket.ts';
import { tickets } from '../tables/tickets.ts';

export type Issued = { ticketId: TicketId; number: string; day: string; klass: TicketClass; link: string };
type Input = { requestId: RequestId; matterIds: MatterId[]; care: boolean; printing: boolean };

export function issueTicket(hall: Hall, actor: Actor, input: Input): Promise<Issued | Refusal> {
  const wish = { command: 'issue-ticket', requestId: input.requestId, actor };
  return hall.commit(wish, (tx) =>
    issueIn(hall, tx, { ...input, klass: input.care ? 'care' : 'walk-in', id: tx.newId() as TicketId }),
  );
}

/** The same inside another command's transaction (a check-in issues a ticket). */
export function issueIn(
  hall: Hall,
  tx: Tx,
  input: {
    id: TicketId;
    matterIds: MatterId[];
    klass: TicketClass;
    printing: boolean;
    slotStartMs?: number;
    appointmentId?: AppointmentId;
  },
): Issued | Refusal {
  const { actor } = tx;
  const matters = [];
  for (const id of input.matterIds) {
    const matter = tx.read(reference).matters().get(id);
    if (!matter) return refuse('matter-unknown');
    // Who booked while it was offered is served.
    if (!matter.offered && !input.appointmentId) return refuse('matter-not-offered');
    matters.push(matter);
  }
  const first = matters[0];
  if (!first) return refuse('matter-unknown');
  const running = hall.running();
  const opening = issuingOpening(hall, first.letter, running);
  if (typeof opening === 'string') return refuse(opening);
  for (const matter of matters.slice(1)) {
    const open = issuingOpening(hall, matter.letter, running);
    if (typeof open === 'string') return refuse(open);
  }
  const { day } = opening;
  const events = decideTicket(
    null,
    {
      type: 'issue-ticket',
      day,
      ordinal: tx.read(tickets).nextOrdinal(day, first.letter),
      issueNo: tx.read(tickets).nextIssueNo(),
      matters,
      klass: input.klass,
      channel: actor.kind === 'device' ? 'kiosk' : actor.kind === 'clerk' ? 'counter' : 'phone',
      printing: input.printing,
      slotStartMs: input.slotStartMs,
      deviceId: actor.kind === 'device' ? (actor.id as DeviceId) : undefined,
      appointmentId: input.appointmentId,
    },
    tx,
  );
  const ticket = tx.begin<Ticket, Exclude<typeof events, Refusal>[number]>(ticketStream, input.id, events);
  if (isRefusal(ticket)) return ticket;
  const linkEnds = new Date(Date.parse(opening.endsAt) + tx.settings.ticketLinkMs).toISOString();
  const link = tx.write(people).addLink('ticket', ticket.id, linkEnds);
  return { ticketId: ticket.id, number: ticket.number, day, klass: ticket.klass, link: `/t/${link}` };
}
