/** How many places of a slot are free for a matter (H5); of one that names its counters their part of the slot (L3). */
import type { MatterId } from '../../../schema/ids.ts';
import { countersOf } from '../../catalogue/views/counters-of.ts';
import { counterPlans } from '../../hall/tables/counter-plans.ts';
import type { Reader } from '../../ledger/reader.ts';
import { roomIn } from '../rules/slot-room.ts';
import { appointments } from '../tables/appointments.ts';
import type { StoredSlot } from '../tables/slots.ts';
import { openingsOf } from './open-hours.ts';

export function freeIn(from: Reader, slot: StoredSlot, matterId: MatterId): number {
  const { id, letter, capacity, openingId } = slot;
  const free = Math.max(0, capacity - from.read(appointments).taken(id));
  const named = countersOf(from, { letter, matterId });
  if (!named) return free;
  const opening = openingsOf(from).find((one) => one.id === openingId);
  const plans = from.read(counterPlans).all();
  const serving = (opening?.counterIds ?? []).filter((one) => plans.get(one)?.letters.includes(letter));
  const taken = from.read(appointments).mattersIn(id);
  const others = taken.flatMap((one) => [countersOf(from, { letter, matterId: one }) ?? []]);
  return Math.min(free, roomIn(capacity, serving, named, others));
}
