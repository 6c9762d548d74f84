/** An outcome that was wrong (C5): a decision is told again, another end has another paper, or a linked case goes on. */
import type { CaseOutcome } from '../../../../schema/cases/conclusion.ts';
import type { AgencyId, CaseId } from '../../../../schema/ids.ts';
import { isRefusal, type Refusal, refuse } from '../../../../schema/refusal.ts';
import { destinationOf } from '../../../catalogue/views/agencies.ts';
import type { Tx } from '../../../ledger/commit.ts';
import { said } from '../../../people/views/said.ts';
import type { Correcting, Standing } from '../../rules/case-command.ts';
import { cases, type StoredCase } from '../../tables/cases.ts';
import { papers } from '../../tables/papers.ts';
import { goingOnFrom } from '../../views/case-links.ts';
import { originalPath } from '../papers/original.ts';
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
  const standing = standingOf(tx, before);
  const done = stepCase(tx, wish, (by) => ({ type: 'correct-outcome', by, reason, basis, standing, ...to }));
  if (isRefusal(done)) return done;
  const nothing = { ...done, no: null, paper: null, linked: to.outcome === 'corrected' ? to.linked : null };
  if (to.outcome === 'corrected' && !to.wasThere) {
    // Its message names the old case's page, which says what holds no more.
    giveCaseLink(tx, caseId);
    const paper = originalPath(tx, { kind: 'receipt', no: to.linkedNo, caseId: to.linked });
    return { ...nothing, no: to.linkedNo, paper };
  }
  const isTold = to.outcome === 'granted' || to.outcome === 'refused';
  const given = isTold ? undefined : tx.read(papers).ofCase(caseId).at(-1);
  if (!given) return nothing;
  return { ...nothing, no: given.no, paper: originalPath(tx, given) };
}

/** C6: sent elsewhere only as the directory has it; the case that goes on names in its receipt what holds no more. */
function correcting(
  tx: Tx,
  { outcome: was, ending, decision }: StoredCase,
  { caseId, outcome, agencyId, reason, basis }: Wish,
): Correcting | Refusal {
  if (outcome === 'not-ours') {
    const destination = agencyId ? destinationOf(tx, agencyId) : refuse('agency-unknown');
    return isRefusal(destination) ? destination : { outcome, destination };
  }
  if (outcome !== 'corrected') return { outcome };
  const voids = decision ? [decision.no] : ending?.papers;
  if (!was || !voids) return refuse('case-not-decided');
  // An objection has opened it already: one case goes on, and no second one.
  const goingOn = goingOnFrom(tx, caseId);
  if (goingOn) return { outcome, linked: goingOn.id, linkedNo: goingOn.receiptNo ?? goingOn.id, wasThere: true };
  const opened = openLinkedCase(tx, { caseId, reason }, { was, corrected: voids, basis });
  return isRefusal(opened) ? opened : { outcome, linked: opened.caseId, linkedNo: opened.receiptNo };
}

/** C5: what its paper says that holds; undefined: of an older ledger, or of another system. */
function standingOf(tx: Tx, { id, decision, ending }: StoredCase): Standing | undefined {
  const no = decision?.no ?? ending?.papers.at(-1);
  const paper = tx
    .read(papers)
    .ofCase(id)
    .find((one) => one.no === no);
  if (!paper?.content) return undefined;
  const basis = said(tx, paper.content.basis);
  return { why: said(tx, paper.note), grounds: typeof basis === 'string' ? [basis] : Object.values(basis) };
}
