/** What needs a second person (C6): a refusal that a handler proposes, a decision that was wrong. */
import type { ClerkId } from '../../../schema/ids.ts';
import type { Clerk } from '../../../schema/people/clerk.ts';
import { isRefusal, type Refusal, refuse } from '../../../schema/refusal.ts';
import type { Tx } from '../../ledger/commit.ts';
import { mayHandle } from '../../people/views/staff.ts';
import { cases, type StoredCase } from '../tables/cases.ts';
import { numbersNamed } from '../views/duties.ts';
import { type OnCase, runCase, stepCase } from './step-case.ts';

type Done = { seq: number } | Refusal;

export function proposeRefusal(tx: Tx, input: OnCase & { reason: string; basis: string }): Done {
  const { reason, basis } = input;
  return stepCase(tx, input, (by) => ({ type: 'propose-refusal', by, reason, basis }));
}

export function confirmRefusal(tx: Tx, input: OnCase): Done {
  const author = tx.read(cases).byId(input.caseId)?.correction?.by;
  const isAuthorGone = author !== undefined && !mayHandle(tx, author);
  return stepCase(tx, input, (by) => ({ type: 'confirm-refusal', by, isAuthorGone }));
}

export function sendBackRefusal(tx: Tx, input: OnCase & { remark: string }): Done {
  const { remark } = input;
  return stepCase(tx, input, (by) => ({ type: 'send-back-refusal', by, remark }));
}

export function takeBackRefusal(tx: Tx, input: OnCase): Done {
  const isSupervisor = tx.actor.kind === 'clerk' && tx.actor.role === 'supervisor';
  return stepCase(tx, input, (by) => ({ type: 'take-back-refusal', by, isSupervisor }));
}

/** C15: a correction that may still be sent back waits for nobody who may not mend it. */
export function keepCorrections(tx: Tx, { clerk: { id, name } }: { clerk: Clerk }): Refusal | null {
  const theirs = correctionsOf(tx, id);
  return theirs.length > 0 ? refuse('clerk-has-corrections', { name, numbers: numbersNamed(theirs) }) : null;
}

/** C15: what somebody who leaves proposed to correct waits for nobody; a colleague may propose it anew. */
export function endCorrectionsOf(tx: Tx, { clerk: { id } }: { clerk: Clerk }): Refusal | null {
  for (const { id: caseId } of correctionsOf(tx, id)) {
    const stood = runCase(tx, caseId, { type: 'take-back-refusal', by: id, isSupervisor: false });
    if (isRefusal(stood)) return stood;
  }
  return null;
}

function correctionsOf(tx: Tx, id: ClerkId): StoredCase[] {
  return tx
    .read(cases)
    .ofClerk(id)
    .filter(({ correction }) => correction?.by === id);
}
