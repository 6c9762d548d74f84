/** Who waits for a matter of which no opening to come has a counter (T10, L3): a supervisor plans one. */
import type { UncalledTicket } from '../../../schema/line/views.ts';
import { countersOf, type Place } from '../../catalogue/views/counters-of.ts';
import { counterPlans } from '../../hall/tables/counter-plans.ts';
import { isEverServed } from '../../hours/views/cover-after.ts';
import type { Reader } from '../../ledger/reader.ts';
import { isAtCounter, placesOf } from '../rules/ticket-life.ts';
import { LAST_DAY } from '../tables/ticket-row.ts';
import { tickets } from '../tables/tickets.ts';

export function uncalled(from: Reader): UncalledTicket[] {
  const isServed = isEverServed(from);
  return from
    .read(tickets)
    .unfinishedUpTo(LAST_DAY)
    .filter((ticket) => !isAtCounter(ticket))
    .flatMap(({ id: ticketId, number, arrivedAt, ...ticket }) => {
      const place = placesOf(ticket).find((one) => !isServed(one));
      return place ? [{ ticketId, number, arrivedAt, ...place, counterLabels: labelsFor(from, place) }] : [];
    });
}

/** The counters that an opening would need one of. */
function labelsFor(from: Reader, place: Place): string[] {
  const named = countersOf(from, place);
  const counters = [...from.read(counterPlans).all().values()];
  return counters
    .filter(({ id, letters, inUse }) => inUse && letters.includes(place.letter) && (named?.includes(id) ?? true))
    .map(({ label }) => label);
}
