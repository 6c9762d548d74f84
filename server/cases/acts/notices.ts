/** What comes of a one-time notice (C7, C8). */
import { isRefusal, type Refusal, refuse } from '../../../schema/refusal.ts';
import type { Tx } from '../../ledger/commit.ts';
import { type OnCase, runCase, stepCase } from './step-case.ts';

type Done = { seq: number } | Refusal;

/** `helper`: not the applicant came, but who may for them (C14). */
export function receiveMaterials(
  tx: Tx,
  input: OnCase & { items: string[]; isExamined: boolean; helper?: boolean | undefined },
): Done {
  const { items, isExamined, helper } = input;
  return stepCase(tx, input, (by) => ({ type: 'receive-materials', by, items, isExamined, helper }));
}

export function acceptAfterNotice(tx: Tx, input: OnCase & { note: string }): Done {
  return stepCase(tx, input, (by) => ({ type: 'accept-case', by, note: input.note }));
}

export function giveNoticeAgain(tx: Tx, input: OnCase & { missing: string[]; note: string; reason: string }): Done {
  const { missing, note, reason: override } = input;
  return stepCase(tx, input, (by) => ({ type: 'give-notice-again', by, missing, note, override }));
}

/** For the clerk who has the resident at the counter: two children of one parent may have the same matter. */
export function letNoticePass(tx: Tx, input: OnCase & { reason: string }): Done {
  const { actor } = tx;
  if (actor.kind !== 'clerk') return refuse('not-allowed');
  // No link: the case has had no conclusion yet.
  const found = runCase(tx, input.caseId, { type: 'let-notice-pass', by: actor.id, reason: input.reason });
  return isRefusal(found) ? found : { seq: tx.head() };
}

export function takeBackNotice(tx: Tx, input: OnCase & { reason: string }): Done {
  const isSupervisor = tx.actor.kind === 'clerk' && tx.actor.role === 'supervisor';
  return stepCase(tx, input, (by) => ({ type: 'take-back-notice', by, reason: input.reason, isSupervisor }));
}

export function reviveCase(tx: Tx, input: OnCase): Done {
  return stepCase(tx, input, (by) => ({ type: 'revive-case', by }));
}
