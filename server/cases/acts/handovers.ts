/** A handover 转办 is an offer (C2, C3). */
import type { CaseId, ClerkId, HandoverId, Instant, Letter } from '../../../schema/ids.ts';
import type { Clerk } from '../../../schema/people/clerk.ts';
import { isRefusal, type Refusal, refuse } from '../../../schema/refusal.ts';
import { openTimeAfter } from '../../hours/views/open-hours.ts';
import type { Tx } from '../../ledger/commit.ts';
import { cases, type StoredCase } from '../tables/cases.ts';
import { mayReceive, placesOf } from '../views/deputies.ts';
import { lapsesNow, senderIsGone } from '../views/owners/offers.ts';
import { type OnCase, runCase, stepCase } from './step-case.ts';

type OnOffer = OnCase & { handoverId: HandoverId };

/** C3: its clock counts open time. */
export function offerHandover(
  tx: Tx,
  input: OnCase & { to: ClerkId; note: string },
): { handoverId: HandoverId; lapsesAt: string } | Refusal {
  const { caseId, to, note } = input;
  const from = senderOf(tx, caseId);
  if (!from) return refuse('not-allowed');
  const stands = mayReceive(tx, caseId, to);
  if (stands) return stands;
  const openMs = tx.settings.handoverMs;
  const lapsesAt = openTimeAfter(tx, openMs);
  const command = { type: 'offer-handover', from, to, note, lapsesAt, openMs } as const;
  const offered = runCase(tx, caseId, command);
  if (isRefusal(offered)) return offered;
  const handoverId = offered.offer!.id;
  tx.later({ kind: 'lapse-handover', data: { caseId, handoverId, lapsesAt } }, lapsesAt);
  return { handoverId, lapsesAt };
}

/** C3: to whoever of a group may accept now; the first one has it. Several with one briefing: all of them, or none. */
export function offerToGroup(
  tx: Tx,
  { caseIds, toGroup, receivers, note }: { caseIds: CaseId[]; toGroup: Letter; receivers: ClerkId[]; note: string },
): { offered: number; lapsesAt: Instant } | Refusal {
  const openMs = tx.settings.handoverMs;
  const lapsesAt = openTimeAfter(tx, openMs);
  for (const caseId of caseIds) {
    const from = senderOf(tx, caseId);
    if (!from) return refuse('not-allowed');
    const command = { type: 'offer-to-group', from, toGroup, receivers, note, lapsesAt, openMs } as const;
    const offered = runCase(tx, caseId, command);
    if (isRefusal(offered)) return offered;
    tx.later({ kind: 'lapse-handover', data: { caseId, handoverId: offered.offer!.id, lapsesAt } }, lapsesAt);
  }
  return { offered: caseIds.length, lapsesAt };
}

/** A supervisor, or a deputy, offers the case of somebody who is away. */
function senderOf(tx: Tx, caseId: CaseId): ClerkId | null {
  const { actor } = tx;
  if (actor.kind !== 'clerk') return null;
  const found = tx.read(cases).byId(caseId);
  const isDeputy = found !== null && placesOf(tx, found, actor.id).includes(found.handler);
  return found && (actor.role === 'supervisor' || isDeputy) ? found.handler : actor.id;
}

/** To one receiver, with one briefing: all of them, or none. */
export function offerMany(
  tx: Tx,
  { caseIds, ...wish }: { caseIds: CaseId[]; to: ClerkId; note: string },
): { offered: number; lapsesAt: Instant } | Refusal {
  let lapsesAt = tx.now;
  for (const caseId of caseIds) {
    const offered = offerHandover(tx, { caseId, ...wish });
    if (isRefusal(offered)) return offered;
    lapsesAt = offered.lapsesAt;
  }
  return { offered: caseIds.length, lapsesAt };
}

export function acceptHandover(tx: Tx, input: OnOffer): { seq: number } | Refusal {
  const { handoverId } = input;
  return stepCase(tx, input, (by) => ({ type: 'accept-handover', handoverId, by }));
}

export function declineHandover(tx: Tx, input: OnOffer & { reason: string }): { seq: number } | Refusal {
  const { handoverId, reason } = input;
  const gone = isGone(tx, input);
  return stepCase(tx, input, (by) => ({ type: 'decline-handover', handoverId, by, reason, gone }));
}

/** By its sender; a supervisor takes back whatever is offered, so that it can be offered to somebody who is there. */
export function takeBackHandover(tx: Tx, input: OnOffer): { seq: number } | Refusal {
  const { handoverId, caseId } = input;
  const from = tx.read(cases).byId(caseId)?.offer?.from;
  const isSupervisor = tx.actor.kind === 'clerk' && tx.actor.role === 'supervisor';
  return stepCase(tx, input, (id) => ({
    type: 'take-back-handover',
    handoverId,
    by: isSupervisor && from ? from : id,
  }));
}

/** C3: nobody answered in time: back to the sender, and the supervisor is told. Its time is counted again when it rings. */
export function lapseHandover(tx: Tx, input: OnOffer): string | Refusal {
  const { caseId, handoverId } = input;
  const found = tx.read(cases).byId(caseId);
  if (found?.offer?.id === handoverId && lapsesNow(tx, found) > tx.now) return moveHandover(tx, found) ?? 'moved';
  const lapsed = runCase(tx, caseId, { type: 'lapse-handover', handoverId, gone: isGone(tx, input) });
  return isRefusal(lapsed) ? lapsed : 'done';
}

/** C17: the openings are others: each standing offer has the end of its open time as it is now. */
export function moveHandovers(tx: Tx): Refusal | null {
  for (const found of tx.read(cases).asked()) {
    const refused = found.offer && found.offer.lapsesAt !== lapsesNow(tx, found) ? moveHandover(tx, found) : null;
    if (refused) return refused;
  }
  return null;
}

/** Shown anew, and due anew. */
function moveHandover(tx: Tx, found: StoredCase): Refusal | null {
  const { id: caseId, offer } = found;
  const [handoverId, lapsesAt] = [offer!.id, lapsesNow(tx, found)];
  const moved = runCase(tx, caseId, { type: 'move-handover', handoverId, lapsesAt });
  if (isRefusal(moved)) return moved;
  tx.later({ kind: 'lapse-handover', data: { caseId, handoverId, lapsesAt } }, lapsesAt);
  return null;
}

/** C3: of somebody's cases, before anything else ends an offer: an open time that is over has ended it, whatever job is late. */
export function endLapsed(tx: Tx, clerkId: ClerkId): Refusal | null {
  for (const { id: caseId, offer } of tx.read(cases).ofClerk(clerkId)) {
    if (!offer || offer.lapsesAt > tx.now) continue;
    const lapsed = lapseHandover(tx, { caseId, handoverId: offer.id });
    if (isRefusal(lapsed)) return lapsed;
  }
  return null;
}

/** C15: what is offered to somebody who may not sign in any more stands with nobody: its sender has it back at once. */
export function endOffersTo(tx: Tx, { clerk: { id } }: { clerk: Clerk }): Refusal | null {
  const lapsed = endLapsed(tx, id);
  if (lapsed) return lapsed;
  for (const { id: caseId, offer } of tx.read(cases).ofClerk(id)) {
    if (offer?.to !== id) continue;
    const command = { type: 'take-back-handover', handoverId: offer.id, by: offer.from } as const;
    const found = runCase(tx, caseId, command);
    if (isRefusal(found)) return found;
  }
  return null;
}

/** C15: an offer to a group stands for the others; when nobody is left its sender has it back. */
export function leaveGroupOffers(tx: Tx, { clerk: { id } }: { clerk: Clerk }): Refusal | null {
  const lapsed = endLapsed(tx, id);
  if (lapsed) return lapsed;
  for (const { id: caseId, offer, offerGroup } of tx.read(cases).ofClerk(id)) {
    if (!offer || !offerGroup?.receivers.includes(id)) continue;
    const handoverId = offer.id;
    const gone = isGone(tx, { caseId, handoverId });
    const left = runCase(tx, caseId, { type: 'leave-offer', handoverId, clerkId: id, senderIsGone: gone });
    if (isRefusal(left)) return left;
  }
  return null;
}

function isGone(tx: Tx, { caseId }: OnOffer): boolean {
  const offer = tx.read(cases).byId(caseId)?.offer;
  return offer ? senderIsGone(tx, offer) : false;
}
