/** A case from its first contact to its conclusion (C1, C5, C7, C9). */
import type { Case } from '../../../schema/cases/case.ts';
import type { Conclusion, SignedFor, TellingWay, ToldBy } from '../../../schema/cases/conclusion.ts';
import type { CaseOrigin } from '../../../schema/cases/events.ts';
import type { PaperKind } from '../../../schema/cases/paper.ts';
import type { AcceptanceStage } from '../../../schema/catalogue/facts/stage.ts';
import type { CaseId, ClerkId, CounterId, Day, MatterId, PersonId } from '../../../schema/ids.ts';
import { isRefusal, type Refusal } from '../../../schema/refusal.ts';
import { isListed, offerAgency, takeBackOffer } from '../../catalogue/acts/agencies.ts';
import { matterOf } from '../../catalogue/views/matter-view.ts';
import type { Tx } from '../../ledger/commit.ts';
import { people } from '../../people/tables/people.ts';
import { cases } from '../tables/cases.ts';
import { papers } from '../tables/papers.ts';
import { lacksOf } from '../views/case-people.ts';
import { earlierNotice } from '../views/earlier-notice.ts';
import { originalPath } from './papers/original.ts';
import { giveCaseLink, type OnCase, runCase, stepCase } from './step-case.ts';

export type Concluded = {
  caseId: CaseId;
  phase: string;
  receiptNo: string | null;
  noticeNo: string | null;
  dueOn: Day | null;
  provisional: boolean;
  /** What is printed now: its path, kind and number. */
  paper: string | null;
  paperKind: PaperKind | null;
  paperNo: string | null;
};

/** C1: who takes the matter first is its first contact; one that was left open on the same ticket is taken on. */
export function openCase(
  tx: Tx,
  from: { matterId: MatterId; origin: CaseOrigin; personId?: PersonId; counterId?: CounterId; clerkId: ClerkId },
): Case | Refusal {
  const { ticketId } = from.origin;
  const ofTicket = ticketId ? tx.read(cases).ofTicket(ticketId) : [];
  const left = ofTicket.find((one) => one.phase === 'open' && one.matterId === from.matterId);
  const caseId = left?.id ?? (tx.newId() as CaseId);
  return runCase(tx, caseId, { type: 'open-case', ...from, ...stageOf(tx, from.matterId) });
}

/** C8: a case keeps the stage of acceptance with which it was opened. */
export function stageOf(tx: Tx, matterId: MatterId): { acceptance?: AcceptanceStage } {
  const stage = matterOf(tx, matterId)?.acceptance;
  return stage ? { acceptance: stage } : {};
}

/** C5: its papers get their numbers; a place that the directory does not hold is offered to it. */
export function concludeCase(
  tx: Tx,
  {
    caseId,
    clerkId,
    conclusion,
    helper,
  }: OnCase & { clerkId: ClerkId; conclusion: Conclusion; helper?: boolean | undefined },
): Case | Refusal {
  if (conclusion.kind !== 'not-ours') {
    const earlier = conclusion.kind === 'notice' ? earlierNotice(tx, caseId) : undefined;
    const lacks = lacksOf(tx, caseId);
    const more = { helper, earlier, lacks, isSupervisor: tx.actor.kind === 'clerk' && tx.actor.role === 'supervisor' };
    return runCase(tx, caseId, { type: 'conclude-case', by: clerkId, conclusion, ...more });
  }
  const { place: name, address, telephone, hours = '' } = conclusion;
  const listed = isListed(tx, { name, address, telephone });
  const personId = tx.read(cases).byId(caseId)?.personId;
  const isReachable = personId !== undefined && tx.read(people).get(personId)?.telephone != null;
  const command = { type: 'conclude-case', by: clerkId, conclusion, helper, isListed: listed, isReachable } as const;
  const found = runCase(tx, caseId, command);
  if (!isRefusal(found)) offerAgency(tx, { name, address, telephone, hours });
  return found;
}

/** C18: the case is as it was; its papers' numbers are void, and the place that it offered to the directory is not offered. */
export function undoConclusion(tx: Tx, { caseId, by }: OnCase & { by?: ClerkId }): Case | Refusal {
  const proposal = tx.read(cases).byId(caseId)?.proposal;
  if (proposal?.destination) {
    const { place: name, address } = proposal.destination;
    takeBackOffer(tx, { name, address }, proposal.at);
  }
  return runCase(tx, caseId, { type: 'undo-conclusion', ...(by ? { by } : {}) });
}

/** Which paper is printed at once. */
const GIVES: Partial<Record<Conclusion['kind'], PaperKind>> = {
  accepted: 'receipt',
  escalated: 'receipt',
  notice: 'notice',
  refused: 'proposal',
  'not-ours': 'referral',
  done: 'closing',
  answered: 'closing',
  'not-needed': 'closing',
  withdrawn: 'closing',
};

/** What the counter is answered, with the resident's link. */
export function concludedOf(tx: Tx, found: Case, { kind }: Conclusion): Concluded {
  giveCaseLink(tx, found.id);
  // C6: what is not in the directory is proposed.
  const paper = kind === 'not-ours' && found.phase === 'proposed' ? 'proposal' : GIVES[kind];
  const given = tx
    .read(papers)
    .ofCase(found.id)
    .findLast((one) => one.kind === paper);
  return {
    caseId: found.id,
    phase: found.phase,
    receiptNo: found.receiptNo ?? null,
    noticeNo: found.noticeNo ?? null,
    dueOn: found.dueOn ?? null,
    provisional: found.provisional ?? false,
    paper: given ? originalPath(tx, given) : null,
    paperKind: given?.kind ?? null,
    paperNo: given?.no ?? null,
  };
}

/** Ends an accepted case; a refusal is proposed instead (C6). */
export function closeCase(
  tx: Tx,
  input: OnCase & {
    outcome: 'granted' | 'withdrawn';
    note: string;
    here?: boolean | undefined;
    helper?: boolean | undefined;
    told?: ToldBy | undefined;
  },
): { seq: number } | Refusal {
  const { outcome, note, here, helper, told } = input;
  return stepCase(tx, input, (by) => ({ type: 'close-case', by, outcome, note, here, helper, told }));
}

/** C5: a decided case closes when the resident knows, or was tried on two days. */
export function tellResident(
  tx: Tx,
  input: OnCase & { way: TellingWay; reached: boolean; remark: string } & {
    helper?: boolean | undefined;
    signed?: SignedFor | undefined;
  },
): { seq: number; no: string | null; paper: string | null } | Refusal {
  const { caseId, way, reached, remark, helper, signed } = input;
  const before = tx.read(papers).ofCase(caseId).length;
  const done = stepCase(tx, input, (by) => ({ type: 'tell-resident', by, way, reached, remark, helper, signed }));
  if (isRefusal(done)) return done;
  const [slip] = tx.read(papers).ofCase(caseId).slice(before);
  if (slip?.kind !== 'delivery') return { ...done, no: null, paper: null };
  return { ...done, no: slip.no, paper: originalPath(tx, slip) };
}

/** C6, C7: who wished for no messages. */
export function ringResident(
  tx: Tx,
  input: OnCase & { reached: boolean; remark: string; way?: TellingWay | undefined },
): { seq: number } | Refusal {
  const { reached, remark, way } = input;
  return stepCase(tx, input, (by) => ({ type: 'ring-resident', by, reached, remark, way }));
}

/** C2: a matter that was begun and got no conclusion ends with its ticket, or nobody could ever end it. */
export function leaveCase(tx: Tx, caseId: CaseId): void {
  const byResident = tx.actor.kind !== 'clerk' && tx.actor.kind !== 'clock';
  runCase(tx, caseId, { type: 'leave-case', byResident });
}
