/** A handover 转办 is an offer (C2, C3). */
import type { ClerkId, HandoverId } from '../../../schema/ids.ts';
import { isRefusal, type Refusal, refuse } from '../../../schema/refusal.ts';
import { openTimeAfter } from '../../hours/views/open-hours.ts';
import type { Tx } from '../../ledger/commit.ts';
import { clerks } from '../../people/tables/clerks.ts';
import { maySignIn } from '../../people/views/staff.ts';
import { cases } from '../tables/cases.ts';
import { type OnCase, runCase, stepCase } from './step-case.ts';

type OnOffer = OnCase & { handoverId: HandoverId };

/** C3: its clock counts open time. */
export function offerHandover(
  tx: Tx,
  input: OnCase & { to: ClerkId; note: string },
): { handoverId: HandoverId; lapsesAt: string } | Refusal {
  const { actor } = tx;
  const { caseId, to, note } = input;
  if (actor.kind !== 'clerk') return refuse('not-allowed');
  const receiver = tx.read(clerks).all().get(to);
  if (!receiver || !maySignIn(receiver) || receiver.role === 'administrator') return refuse('clerk-unknown');
  const lapsesAt = openTimeAfter(tx, tx.settings.handoverMs);
  // A supervisor may offer the case of somebody who is away.
  const handler = tx.read(cases).byId(caseId)?.handler;
  const from = actor.role === 'supervisor' && handler ? handler : actor.id;
  const command = { type: 'offer-handover', from, to, note, lapsesAt } as const;
  const found = runCase(tx, caseId, command);
  if (isRefusal(found)) return found;
  const handoverId = found.offer!.id;
  tx.later({ kind: 'lapse-handover', data: { caseId, handoverId } }, lapsesAt);
  return { handoverId, lapsesAt };
}

export function acceptHandover(tx: Tx, input: OnOffer): { seq: number } | Refusal {
  const { handoverId } = input;
  return stepCase(tx, input, (by) => ({ type: 'accept-handover', handoverId, by }));
}

export function declineHandover(tx: Tx, input: OnOffer & { reason: string }): { seq: number } | Refusal {
  const { handoverId, reason } = input;
  return stepCase(tx, input, (by) => ({ type: 'decline-handover', handoverId, by, reason }));
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

/** C3: nobody answered in time: back to the sender, and the supervisor is told. */
export function lapseHandover(tx: Tx, { caseId, handoverId }: OnOffer): string | Refusal {
  const command = { type: 'lapse-handover', handoverId } as const;
  const found = runCase(tx, caseId, command);
  return isRefusal(found) ? found : 'done';
}
