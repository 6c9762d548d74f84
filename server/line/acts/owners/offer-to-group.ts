/** C3: an offer to a counter's group: to whoever may serve it and is there. */
import type { EscalationTo } from '../../../../schema/cases/conclusion.ts';
import type { CaseId, Instant, Letter } from '../../../../schema/ids.ts';
import { isRefusal, type Refusal, refuse } from '../../../../schema/refusal.ts';
import { answerEscalation } from '../../../cases/acts/deadlines.ts';
import { offerToGroup } from '../../../cases/acts/handovers.ts';
import { groups } from '../../../hall/tables/groups.ts';
import type { Tx } from '../../../ledger/commit.ts';
import { membersOf } from '../../views/before/duties-forecast.ts';

export function offerToCounters(
  tx: Tx,
  { caseIds, toGroup, note }: { caseIds: CaseId[]; toGroup: Letter; note: string },
): { offered: number; lapsesAt: Instant } | Refusal {
  if (!tx.read(groups).all().has(toGroup)) return refuse('matter-unknown');
  return offerToGroup(tx, { caseIds, toGroup, receivers: membersOf(tx, toGroup), note });
}

/** C4: an answer that names a group offers the case there; all others move it at once. */
export function answerUnclear(
  tx: Tx,
  { to, ...wish }: { caseId: CaseId; remark: string; to?: EscalationTo | undefined },
): { seq: number } | Refusal {
  if (!to || !('toGroup' in to)) return answerEscalation(tx, { ...wish, to });
  const answered = answerEscalation(tx, wish);
  if (isRefusal(answered)) return answered;
  const { caseId, remark: note } = wish;
  const offered = offerToCounters(tx, { caseIds: [caseId], toGroup: to.toGroup, note });
  return isRefusal(offered) ? offered : { seq: tx.head() };
}
