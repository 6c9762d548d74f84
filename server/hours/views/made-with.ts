/** H12: an appointment keeps the matter, group and place with which it was made, whatever becomes of the catalogue. */
import type { Appointment } from '../../../schema/hours/appointment.ts';
import type { Opening } from '../../../schema/hours/opening.ts';
import type { Letter } from '../../../schema/ids.ts';
import { type MatterSince, matterOf, matterSince } from '../../catalogue/views/matter-view.ts';
import type { Reader } from '../../ledger/reader.ts';
import { appointments } from '../tables/appointments.ts';
import { slots } from '../tables/slots.ts';
import { issuingOpening, running } from './open-hours.ts';

export function bookedMatter(from: Reader, { id, matterId }: Pick<Appointment, 'id' | 'matterId'>): MatterSince | null {
  return matterSince(from, matterId, from.read(appointments).heldAt(id));
}

/**
 * In the group and the opening of its slot, to that opening's very end; where that one does not run or has the group no
 * more, in the group as it was or, at last, as it is now.
 */
export function placeOf(
  from: Reader,
  { slotId, matterId }: Pick<Appointment, 'slotId' | 'matterId'>,
): { letter: Letter; opening: Opening } | 'hall-closed' | 'queue-closed' {
  const slot = from.read(slots).byId(slotId);
  const own = slot && running(from).find(({ id, letters }) => id === slot.openingId && letters.includes(slot.letter));
  if (slot && own) return { letter: slot.letter, opening: own };
  const letters = [slot?.letter, matterOf(from, matterId)?.letter].filter((one) => one !== undefined);
  const open = letters.map((letter) => ({ letter, opening: issuingOpening(from, { letter, matterId }) }));
  for (const { letter, opening } of open) if (typeof opening !== 'string') return { letter, opening };
  return running(from).length === 0 ? 'hall-closed' : 'queue-closed';
}
