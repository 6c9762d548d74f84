/** Whom the cancelling of an opening would reach (T12); read before it is confirmed. */
import type { OpeningId } from '../../../../schema/ids.ts';
import { type Refusal, refuse } from '../../../../schema/refusal.ts';
import { appointments } from '../../../hours/tables/appointments.ts';
import { openFor, openingsOf } from '../../../hours/views/open-hours.ts';
import type { Reader } from '../../../ledger/reader.ts';
import { placesOf } from '../../rules/ticket-life.ts';
import { tickets } from '../../tables/tickets.ts';

/** `waiting`: with a number of its day, in a queue that it serves. */
export function openingTouches(
  from: Reader,
  { openingId }: { openingId: OpeningId },
): { booked: number; waiting: number } | Refusal {
  const opening = openingsOf(from).find(({ id }) => id === openingId);
  if (!opening) return refuse('opening-unknown');
  const waiting = from
    .read(tickets)
    .unfinishedUpTo(opening.day)
    .filter((ticket) => {
      if (ticket.liveDay !== opening.day || (ticket.phase !== 'waiting' && ticket.phase !== 'away')) return false;
      const places = placesOf(ticket);
      const served = openFor(from, places).find(({ id }) => id === openingId)?.letters ?? [];
      return places.some(({ letter }) => served.includes(letter));
    });
  return { booked: from.read(appointments).ofOpening(openingId).length, waiting: waiting.length };
}
