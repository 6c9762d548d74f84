/** What moves a case's clock, and what is owed when it has run out (C4, C9, C10). */
import { namedBasis, type PauseKind } from '../../../schema/catalogue/facts/pauses.ts';
import type { AgencyId, ClerkId, PauseId } from '../../../schema/ids.ts';
import { isRefusal, type Refusal } from '../../../schema/refusal.ts';
import { destinationOf } from '../../catalogue/views/agencies.ts';
import type { Tx } from '../../ledger/commit.ts';
import { cases } from '../tables/cases.ts';
import { mayReceive } from '../views/deputies.ts';
import { type OnCase, stepCase } from './step-case.ts';

type Done = { seq: number } | Refusal;

export function pauseCase(tx: Tx, input: OnCase & { kind: PauseKind; basis: string; days: number }): Done {
  const { kind, days } = input;
  // C9: what the matter names is of the catalogue, and nobody's own words.
  const basis = namedBasis(undefined, kind) === undefined ? input.basis : '';
  return stepCase(tx, input, (by) => ({ type: 'pause-case', by, kind, basis, days }));
}

export function endPause(tx: Tx, input: OnCase & { pauseId: PauseId }): Done {
  return stepCase(tx, input, (by) => ({ type: 'end-pause', by, pauseId: input.pauseId }));
}

export function extendCase(tx: Tx, input: OnCase & { days: number; reason: string }): Done {
  const { days, reason } = input;
  return stepCase(tx, input, (by) => ({ type: 'extend-case', by, days, reason }));
}

export function explainOverdue(tx: Tx, input: OnCase & { text: string }): Done {
  const isSupervisor = tx.actor.kind === 'clerk' && tx.actor.role === 'supervisor';
  return stepCase(tx, input, (by) => ({ type: 'explain-overdue', by, text: input.text, isSupervisor }));
}

/** C4: whom the answer names has it at once, or the agency of the directory to which its resident is sent. */
export function answerEscalation(
  tx: Tx,
  input: OnCase & { remark: string; to?: { clerkId: ClerkId } | { agencyId: AgencyId } | undefined },
): Done {
  const { remark, to } = input;
  if (to && 'agencyId' in to) {
    const destination = destinationOf(tx, to.agencyId);
    return isRefusal(destination)
      ? destination
      : stepCase(tx, input, (by) => ({ type: 'answer-escalation', by, remark, destination }));
  }
  const heir = to?.clerkId;
  const stands =
    heir && tx.read(cases).byId(input.caseId)?.handler !== heir ? mayReceive(tx, input.caseId, heir) : null;
  return stands ?? stepCase(tx, input, (by) => ({ type: 'answer-escalation', by, remark, to: heir }));
}
