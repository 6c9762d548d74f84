/** The visit at a counter (C16): the person, what was told before, open cases and notices, earlier visits. */
import type { ClerkId, PersonId, TicketId } from '../../../schema/ids.ts';
import type { ToldFact, VisitView } from '../../../schema/line/visit.ts';
import { isRefusal, type Refusal, refuse } from '../../../schema/refusal.ts';
import { instantOf } from '../../../schema/time.ts';
import type { Actor } from '../../../schema/who.ts';
import { cases, type StoredCase } from '../../cases/tables/cases.ts';
import { papers } from '../../cases/tables/papers.ts';
import { maskedOf } from '../../cases/views/case-people.ts';
import { oneCase } from '../../cases/views/case-view.ts';
import { revivableUntil } from '../../cases/views/owed.ts';
import { matterNames } from '../../catalogue/views/matter-view.ts';
import { counterLabel } from '../../hall/views/counter-label.ts';
import { appointments } from '../../hours/tables/appointments.ts';
import type { LedgerReader } from '../../ledger/ledger.ts';
import type { Reader } from '../../ledger/reader.ts';
import { messages } from '../../messages/tables/messages.ts';
import { clerkName } from '../../people/views/staff.ts';
import { counterStates } from '../tables/counter-states.ts';
import type { StoredTicket } from '../tables/ticket-row.ts';
import { tickets } from '../tables/tickets.ts';
import { brought } from './brought.ts';
import { concludedMatters } from './concluded-matters.ts';

const EARLIER_MOST = 10;

export function visitOf(
  from: Reader,
  { ticketId }: { ticketId: TicketId },
  actor: Actor,
  ledger: LedgerReader,
): VisitView | Refusal {
  const ticket = from.read(tickets).byId(ticketId);
  if (!ticket) return refuse('ticket-unknown');
  if (actor.kind !== 'clerk') return refuse('not-signed-in');
  // P2: masked, and for those who need it: whoever has the person there, and whoever answers for the hall.
  if (actor.role !== 'supervisor' && !hasThere(from, ticket, actor.id)) return refuse('not-allowed');
  const here = from.read(cases).ofTicket(ticketId);
  const personId = personOf(from, ticket, here);
  const others = personId
    ? from
        .read(cases)
        .ofPerson(personId)
        .filter(({ origin }) => origin.ticketId !== ticketId)
    : [];
  const open = others.filter(({ phase }) => phase !== 'closed');
  return {
    applicant: maskedOf(from, personId ?? undefined),
    changed: brought(from, ticket).flatMap(({ now, changes }) =>
      changes.length > 0 ? [{ matterId: now.id, changes }] : [],
    ),
    told: toldOf(from, ticket, personId, open),
    concluded: concludedOf(from, ledger, ticket),
    open: open.sort(noticesFirst).flatMap((one) => {
      const shown = oneCase(from, one.id, actor.id, ledger);
      return isRefusal(shown) ? [] : [{ ...shown, firstContactAt: seatOf(from, one.firstContact) }];
    }),
    earlier: others
      .filter(({ phase }) => phase === 'closed')
      .reverse()
      .slice(0, EARLIER_MOST)
      .map((one) => {
        const { id: caseId, openedAt: at, origin, matterId, outcome = null, handler } = one;
        return {
          ...{ caseId, at, outcome, number: origin.number, matterNames: matterNames(from, matterId) },
          ...{ by: handler, byName: clerkName(from, handler) ?? '' },
          isRevivable: revivableUntil(from, one) !== null,
        };
      }),
  };
}

function hasThere(from: Reader, { counterId }: StoredTicket, clerkId: ClerkId): boolean {
  return counterId !== undefined && from.read(counterStates).byId(counterId)?.clerkId === clerkId;
}

function personOf(from: Reader, { appointmentId }: StoredTicket, here: StoredCase[]): PersonId | null {
  const named = here.find(({ personId }) => personId !== undefined)?.personId;
  if (named) return named;
  return (appointmentId && from.read(appointments).byId(appointmentId)?.personId) || null;
}

/** T8: as each of them stands now, which is not asked twice. */
function concludedOf(from: Reader, ledger: LedgerReader, { id }: StoredTicket): VisitView['concluded'] {
  return concludedMatters(ledger, id).flatMap(({ matterId, caseId, at, counterId, clerkId }) => {
    const found = from.read(cases).byId(caseId);
    if (!found) return [];
    const { phase, outcome = null } = found;
    const where = { counterLabel: counterLabel(from, counterId), byName: clerkName(from, clerkId) ?? '' };
    return [{ matterId, matterNames: matterNames(from, matterId), caseId, at, ...where, phase, outcome }];
  });
}

/** What the person heard on kiosk, phone and paper before coming here. */
function toldOf(from: Reader, ticket: StoredTicket, personId: PersonId | null, open: StoredCase[]): ToldFact[] {
  const booked = ticket.appointmentId ? from.read(appointments).byId(ticket.appointmentId) : null;
  const sent = personId
    ? from
        .read(messages)
        .ofPerson(personId)
        .filter(({ phase }) => phase === 'sent')
    : [];
  const given = open.flatMap(({ id }) => from.read(papers).ofCase(id));
  const told: ToldFact[] = [
    { at: ticket.arrivedAt, kind: 'issued', what: ticket.channel },
    ...(booked ? [{ at: booked.startsAt, kind: 'booked' as const, what: booked.startsAt }] : []),
    ...sent.map(({ at, kind }) => ({ at, kind: 'message' as const, what: kind })),
    ...given.map(({ day, no }) => ({
      at: new Date(instantOf(day, '00:00', from.timeZone)).toISOString(),
      kind: 'paper' as const,
      what: no,
    })),
  ];
  return told.sort((a, b) => a.at.localeCompare(b.at));
}

/** C16: where the first contact sits now, to whom the notice is offered first. */
function seatOf(from: Reader, clerkId: ClerkId) {
  const seat = from.read(counterStates).ofClerk(clerkId);
  return seat && seat.phase !== 'closed' ? seat.id : null;
}

function noticesFirst(a: StoredCase, b: StoredCase): number {
  return Number(b.phase === 'noticed') - Number(a.phase === 'noticed') || a.openedAt.localeCompare(b.openedAt);
}
