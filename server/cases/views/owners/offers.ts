/** An offer that stands (C3): when its open time is over, and whether its sender is still there. */
import type { Case, Handover } from '../../../../schema/cases/case.ts';
import type { Instant } from '../../../../schema/ids.ts';
import { openTimeAfter } from '../../../hours/views/open-hours.ts';
import type { Reader } from '../../../ledger/reader.ts';
import { clerks } from '../../../people/tables/clerks.ts';
import { maySignIn } from '../../../people/views/staff.ts';

/** By the openings as they are; an offer of an older program lapses as it was told. */
export function lapsesNow(from: Reader, { offer, offerClock }: Pick<Case, 'offer' | 'offerClock'>): Instant {
  return offerClock ? openTimeAfter(from, offerClock.openMs, offerClock.since) : offer!.lapsesAt;
}

/** C15. */
export function senderIsGone(from: Reader, { from: sender }: Handover): boolean {
  const known = from.read(clerks).all().get(sender);
  return known ? !maySignIn(known) : false;
}
