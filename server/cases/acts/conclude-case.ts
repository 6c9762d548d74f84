/** A case from its first contact to its conclusion (C1, C5, C7, C9). */
import type { Case, CaseOrigin, Conclusion, PaperKind } from '../../../schema/cases/case.ts';
import type { CaseId, ClerkId, CounterId, Day, MatterId, PersonId } from '../../../schema/ids.ts';
import type { Refusal } from '../../../schema/refusal.ts';
import { matterOf } from '../../catalogue/views/matter-view.ts';
import { calendarOf } from '../../hall/views/calendar.ts';
import type { Tx } from '../../ledger/commit.ts';
import { type Decision, decideCase } from '../rules/case.ts';
import { dueDay, isProvisionalDue } from '../rules/working-days.ts';
import { caseStream } from '../stream.ts';
import { cases } from '../tables/cases.ts';
import { contentOf } from '../views/paper-content.ts';
import { nextPaperNo } from './paper-number.ts';
import { giveCaseLink, type OnCase, stepCase } from './step-case.ts';

export type Concluded = {
  caseId: CaseId;
  phase: string;
  receiptNo: string | null;
  noticeNo: string | null;
  dueOn: Day | null;
  provisional: boolean;
  /** The path of what is printed now. */
  paper: string | null;
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
  return tx.run(caseStream, caseId, (found) => decideCase(found, { type: 'open-case', ...from }, tx));
}

/** C5: acceptance and notice get their number and paper. */
export function concludeCase(
  tx: Tx,
  { caseId, clerkId, conclusion }: OnCase & { clerkId: ClerkId; conclusion: Conclusion },
): Case | Refusal {
  return tx.run(caseStream, caseId, (found) =>
    decideCase(found, { ...factsFor(tx, found, conclusion), type: 'conclude-case', clerkId, conclusion }, tx),
  );
}

/** What the counter is answered, with the resident's link. */
export function concludedOf(tx: Tx, found: Case, { kind }: Conclusion): Concluded {
  const link = giveCaseLink(tx, found.id);
  const paper: PaperKind | null = kind === 'accepted' ? 'receipt' : kind === 'notice' ? 'notice' : null;
  return {
    caseId: found.id,
    phase: found.phase,
    receiptNo: found.receiptNo ?? null,
    noticeNo: found.noticeNo ?? null,
    dueOn: found.dueOn ?? null,
    provisional: isProvisionalDue(found, calendarOf(tx)),
    // What is opened by any other path says that it was printed again.
    paper: paper && `/paper/${paper}/${link}?original`,
  };
}

/** Ends an accepted case; a refusal is proposed instead (C6). */
export function closeCase(tx: Tx, input: OnCase & { outcome: Decision; note: string }): { seq: number } | Refusal {
  const { outcome, note } = input;
  return stepCase(tx, input, (clerkId) => ({ type: 'close-case', clerkId, outcome, note }));
}

/** C2: a matter that was begun and got no conclusion ends with its ticket, or nobody could ever end it. */
export function leaveCase(tx: Tx, caseId: CaseId): void {
  tx.run(caseStream, caseId, (found) => decideCase(found, { type: 'leave-case' }, tx));
}

/** T2: a paper's number and its date are both of the service day. */
function factsFor(tx: Tx, found: Case | null, conclusion: Conclusion) {
  const matterId = found?.matterId ?? ('' as MatterId);
  const matter = matterOf(tx, matterId);
  const calendar = calendarOf(tx);
  const limit = matter?.limitDays == null ? undefined : { days: matter.limitDays, unit: matter.limitUnit };
  const dueOn = limit && dueDay(tx.day, limit, calendar);
  const provisional = isProvisionalDue({ acceptedOn: tx.day, dueOn, limit }, calendar);
  const paperNo = nextPaperNo(tx, conclusion.kind === 'notice' ? 'notice' : 'receipt');
  return { today: tx.day, dueOn, legalDueOn: dueOn, limit, provisional, paperNo, paper: contentOf(matter) };
}
