/** The slots of an opening, which appointments take (H5). Pure. */
import { iso, ms } from '../../../schema/context.ts';
import type { Opening } from '../../../schema/hours/opening.ts';

/**
 * H5: slots of one opening for one letter. Capacity: what the counters of that letter can do in a slot, times the
 * bookable share, less the share kept for people without a phone; at least one where anything is bookable at all.
 */
export function slotsOf(
  opening: Pick<Opening, 'startsAt' | 'endsAt' | 'bookableShare'>,
  counters: number,
  typicalMinutes: number,
  slotMs: number,
  noPhoneShare: number,
): { startsAt: string; endsAt: string; capacity: number }[] {
  const share = opening.bookableShare * (1 - noPhoneShare);
  if (share <= 0 || counters === 0) return [];
  const perSlot = (counters * slotMs) / (typicalMinutes * 60_000);
  const capacity = Math.max(1, Math.floor(perSlot * share));
  const slots = [];
  for (let at = ms(opening.startsAt); at + slotMs <= ms(opening.endsAt); at += slotMs) {
    slots.push({ startsAt: iso(at), endsAt: iso(at + slotMs), capacity });
  }
  return slots;
}
