/** A handover 转办 is an offer (C2, C3); and the end of an accepted case that is no refusal. */
import type { CaseId, ClerkId, HandoverId, RequestId } from '../../../schema/ids.ts';
import { isRefusal, type Refusal, refuse } from '../../../schema/refusal.ts';
import { type Actor, CLOCK } from '../../../schema/who.ts';
import { reference } from '../../hall/tables/reference.ts';
import { afterOpenTime } from '../../hours/rules/openings.ts';
import type { Hall } from '../../ledger/hall.ts';
import { people } from '../../people/tables/people.ts';
import { caseStream } from '../../streams.ts';
import { type CaseCommand, type Decision, decideCase } from '../rules/case.ts';
import { cases } from '../tables/cases.ts';

export type OnCase = { requestId: RequestId; caseId: CaseId };

/** C3: its clock counts open time. */
export function offerHandover(
  hall: Hall,
  actor: Actor,
  input: OnCase & { to: ClerkId; note: string },
): Promise<{ handoverId: HandoverId; lapsesAt: string } | Refusal> {
  return hall.commit({ command: 'offer-handover', requestId: input.requestId, actor }, (tx) => {
    if (actor.kind !== 'clerk') return refuse('not-allowed');
    const receiver = tx.read(reference).clerks().get(input.to);
    if (!receiver?.active || receiver.role === 'administrator') return refuse('clerk-unknown');
    const lapsesAt = new Date(afterOpenTime(tx.nowMs, tx.settings.handoverMs, hall.openings())).toISOString();
    // A supervisor may offer the case of somebody who is away.
    const handler = tx.read(cases).byId(input.caseId)?.handler;
    const from = actor.role === 'supervisor' && handler ? handler : actor.id;
    const command = { type: 'offer-handover', from, to: input.to, note: input.note, lapsesAt } as const;
    const found = tx.run(caseStream, input.caseId, (state) => decideCase(state, command, tx));
    if (isRefusal(found)) return found;
    const handoverId = found.offer!.id;
    tx.later({ kind: 'lapse-handover', data: { caseId: input.caseId, handoverId } }, lapsesAt);
    return { handoverId, lapsesAt };
  });
}

export function acceptHandover(hall: Hall, actor: Actor, input: OnCase & { handoverId: HandoverId }) {
  return onCase(hall, actor, 'accept-handover', input, (by) => ({
    type: 'accept-handover',
    handoverId: input.handoverId,
    by,
  }));
}

export function declineHandover(hall: Hall, actor: Actor, input: OnCase & { handoverId: HandoverId; reason: string }) {
  const { handoverId, reason } = input;
  return onCase(hall, actor, 'decline-handover', input, (by) => ({ type: 'decline-handover', handoverId, by, reason }));
}

/** By its sender; a supervisor takes back whatever is offered, so that it can be offered to somebody who is there. */
export function takeBackHandover(hall: Hall, actor: Actor, input: OnCase & { handoverId: HandoverId }) {
  const { handoverId, caseId } = input;
  return onCase(hall, actor, 'take-back-handover', input, (id) => {
    const from = hall.read(cases).byId(caseId)?.offer?.from;
    const by = actor.kind === 'clerk' && actor.role === 'supervisor' && from ? from : id;
    return { type: 'take-back-handover', handoverId, by };
  });
}

export function closeCase(hall: Hall, actor: Actor, input: OnCase & { outcome: Decision; note: string }) {
  const { outcome, note } = input;
  return onCase(hall, actor, 'close-case', input, (clerkId) => ({ type: 'close-case', clerkId, outcome, note }));
}

/** C3: nobody answered in time: back to the sender, and the supervisor is told. */
export async function lapseHandover(hall: Hall, caseId: CaseId, handoverId: HandoverId): Promise<string> {
  const answer = await hall.commit({ command: 'lapse-handover', requestId: null, actor: CLOCK }, (tx) =>
    tx.run(caseStream, caseId, (state) => decideCase(state, { type: 'lapse-handover', handoverId, today: tx.day }, tx)),
  );
  return isRefusal(answer) ? answer.refused : 'done';
}

export function onCase(
  hall: Hall,
  actor: Actor,
  name: string,
  input: OnCase,
  command: (clerkId: ClerkId) => CaseCommand,
): Promise<{ seq: number } | Refusal> {
  return hall.commit({ command: name, requestId: input.requestId, actor }, (tx) => {
    if (actor.kind !== 'clerk') return refuse('not-allowed');
    const found = tx.run(caseStream, input.caseId, (state) => decideCase(state, command(actor.id), tx));
    if (isRefusal(found)) return found;
    // The resident follows it for as long as it goes on (P3).
    tx.write(people).addLink('case', found.id, new Date(tx.nowMs + tx.settings.caseLinkMs).toISOString());
    return { seq: tx.head() };
  });
}
