/** C3: an offer to a counter's group: to whoever may serve it and is there. */
import type { CaseId, Instant, Letter } from '../../../../schema/ids.ts';
import { type Refusal, refuse } from '../../../../schema/refusal.ts';
import { offerToGroup } from '../../../cases/acts/handovers.ts';
import { groups } from '../../../hall/tables/groups.ts';
import type { Tx } from '../../../ledger/commit.ts';
import { membersOf } from '../../views/duties-forecast.ts';

export function offerToCounters(
  tx: Tx,
  { caseIds, toGroup, note }: { caseIds: CaseId[]; toGroup: Letter; note: string },
): { offered: number; lapsesAt: Instant } | Refusal {
  if (!tx.read(groups).all().has(toGroup)) return refuse('matter-unknown');
  return offerToGroup(tx, { caseIds, toGroup, receivers: membersOf(tx, toGroup), note });
}
