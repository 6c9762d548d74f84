/** An outcome that was wrong (C5): a decision is told again, another end has another paper, or a linked case goes on. */
import type { CaseOutcome } from '../../../../schema/cases/conclusion.ts';
import type { AgencyId, CaseId } from '../../../../schema/ids.ts';
import { isRefusal, type Refusal, refuse } from '../../../../schema/refusal.ts';
import { destinationOf } from '../../../catalogue/views/agencies.ts';
import type { Tx } from '../../../ledger/commit.ts';
import type { Correcting } from '../../rules/case-command.ts';
import { cases, type StoredCase } from '../../tables/cases.ts';
import { papers } from '../../tables/papers.ts';
import { giveCaseLink, type OnCase, stepCase } from '../step-case.ts';
import { openLinkedCase } from './linked-cases.ts';

type Wish = OnCase & { outcome: CaseOutcome; agencyId?: AgencyId | undefined; reason: string; basis: string };
/** `no` and `paper`: what is given now; of a decision it is given when it is told. */
type Corrected = { seq: number; no: string | null; paper: string | null; linked: CaseId | null };

/** All of it, or nothing. */
export function correctOutcome(tx: Tx, wish: Wish): Corrected | Refusal {
  const { caseId, reason, basis } = wish;
  const before = tx.read(cases).byId(caseId);
  if (!before) return refuse('case-unknown');
  const to = correcting(tx, before, wish);
  if (isRefusal(to)) return to;
  const done = stepCase(tx, wish, (by) => ({ type: 'correct-outcome', by, reason, basis, ...to }));
  if (isRefusal(done)) return done;
  const nothing = { ...done, no: null, paper: null, linked: null };
  if (to.outcome === 'corrected') {
    // Its message names the old case's page, which says what holds no more.
    giveCaseLink(tx, caseId);
    const paper = `/paper/receipt/${giveCaseLink(tx, to.linked)}?original`;
    return { ...nothing, no: to.linkedNo, paper, linked: to.linked };
  }
  const given = before.decision ? undefined : tx.read(papers).ofCase(caseId).at(-1);
  if (!given) return nothing;
  const { kind, no } = given;
  return { ...nothing, no, paper: `/paper/${kind}/${giveCaseLink(tx, caseId)}?no=${no}&original` };
}

/** C6: sent elsewhere only as the directory has it; the case that goes on names in its receipt what holds no more. */
function correcting(
  tx: Tx,
  { outcome: was, ending }: StoredCase,
  { caseId, outcome, agencyId, reason }: Wish,
): Correcting | Refusal {
  if (outcome === 'not-ours') {
    const destination = agencyId ? destinationOf(tx, agencyId) : refuse('agency-unknown');
    return isRefusal(destination) ? destination : { outcome, destination };
  }
  if (outcome !== 'corrected') return { outcome };
  if (!was || !ending) return refuse('corrected-by-decision');
  const opened = openLinkedCase(tx, { caseId, reason }, { was, corrected: ending.papers });
  return isRefusal(opened) ? opened : { outcome, linked: opened.caseId, linkedNo: opened.receiptNo };
}
