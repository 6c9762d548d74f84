/** H12: what somebody with this number was told to bring, and what is asked for otherwise now. */
import type { MatterSince } from '../../catalogue/views/matter-view.ts';
import { matterSince } from '../../catalogue/views/matter-view.ts';
import { appointments } from '../../hours/tables/appointments.ts';
import { bookedMatter } from '../../hours/views/made-with.ts';
import type { Reader } from '../../ledger/reader.ts';
import type { StoredTicket } from '../tables/ticket-row.ts';

/** In the order of its matters; those that were chosen with a booking are of the day of that. */
export function brought(
  from: Reader,
  { matters, arrivedAt, appointmentId }: Pick<StoredTicket, 'matters' | 'arrivedAt' | 'appointmentId'>,
): MatterSince[] {
  const booked = appointmentId ? from.read(appointments).byId(appointmentId) : null;
  return matters.flatMap(
    (id) => (booked?.matterId === id ? bookedMatter(from, booked) : matterSince(from, id, arrivedAt)) ?? [],
  );
}
