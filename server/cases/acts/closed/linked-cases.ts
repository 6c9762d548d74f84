/** What is decided or closed stays so: an objection, or what was not solved, is another case that goes on from it. */
import type { CaseId, ClerkId } from '../../../../schema/ids.ts';
import { isRefusal, type Refusal, refuse } from '../../../../schema/refusal.ts';
import type { Tx } from '../../../ledger/commit.ts';
import type { Corrects } from '../../rules/case-command.ts';
import { cases } from '../../tables/cases.ts';
import { goingOnFrom } from '../../views/case-links.ts';
import { stageOf } from '../conclude-case.ts';
import { originalPath } from '../papers/original.ts';
import { type OnCase, runCase } from '../step-case.ts';

type Opened = { caseId: CaseId; receiptNo: string; paper: string };

/** `corrects`: what was concluded, and is void. Accepted at once by whoever has the resident before them; its first contact is the one of the case before (C1). */
export function openLinkedCase(
  tx: Tx,
  { caseId: linkedTo, reason }: OnCase & { reason: string },
  corrects: Corrects = {},
): Opened | Refusal {
  if (tx.actor.kind !== 'clerk') return refuse('not-allowed');
  const before = tx.read(cases).byId(linkedTo);
  if (!before) return refuse('case-unknown');
  if (before.phase !== 'decided' && before.phase !== 'closed') return refuse('case-not-over');
  const goingOn = goingOnFrom(tx, linkedTo);
  if (goingOn) return refuse('linked-already', { number: goingOn.receiptNo ?? goingOn.id });
  const caseId = tx.newId() as CaseId;
  const clerkId: ClerkId = tx.actor.id;
  const { matterId, personId, firstContact } = before;
  const origin = { kind: 'visit' as const, number: '', day: tx.today, linkedTo };
  const person = personId ? { personId } : {};
  const handling = { clerkId, firstContact, ...stageOf(tx, matterId) };
  const opened = runCase(tx, caseId, { type: 'open-case', matterId, origin, ...person, ...handling });
  if (isRefusal(opened)) return opened;
  // C12: who agreed to messages is told of what goes on from it, too.
  if (before.messages) {
    const agreed = runCase(tx, caseId, { type: 'agree-messages', agreed: true, by: clerkId });
    if (isRefusal(agreed)) return agreed;
  }
  const conclusion = { kind: 'accepted' as const, note: reason };
  const accepted = runCase(tx, caseId, { type: 'conclude-case', by: clerkId, conclusion, corrects });
  if (isRefusal(accepted)) return accepted;
  const receiptNo = accepted.receiptNo!;
  return { caseId, receiptNo, paper: originalPath(tx, { kind: 'receipt', no: receiptNo, caseId }) };
}
