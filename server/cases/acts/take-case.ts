/** A matter that comes without a ticket: by telephone, on the web, in a letter, through somebody outside (C1, C5, C8, C18). */

import type { Conclusion } from '../../../schema/cases/conclusion.ts';
import { isTaken, RECEIVED_WITHIN_DAYS, type TakenBy } from '../../../schema/cases/events.ts';
import { isOfferedOn } from '../../../schema/catalogue/standing.ts';
import type { CaseId, Day, MatterId } from '../../../schema/ids.ts';
import { isRefusal, type Refusal, refuse } from '../../../schema/refusal.ts';
import { addDays } from '../../../schema/time.ts';
import { matterOf } from '../../catalogue/views/matter-view.ts';
import { calendarOf } from '../../hall/views/calendar.ts';
import type { Tx } from '../../ledger/commit.ts';
import { deemedBy } from '../rules/clock/case-clock.ts';
import { caseLists } from '../tables/case-lists.ts';
import { cases } from '../tables/cases.ts';
import { type Concluded, concludeCase, concludedOf, openCase, undoConclusion } from './conclude-case.ts';
import type { OnCase } from './step-case.ts';

type Wish = { matterId: MatterId; by: TakenBy; number: string; receivedOn: Day };
export type Taken = { caseId: CaseId; phase: string; receiptNo: string | null; answerBy: Day | null };

/** C1: whoever takes it is its first contact; C8: from its day of receipt the stage of acceptance runs, until the next step. */
export function takeCase(tx: Tx, { matterId, by: kind, number, receivedOn }: Wish): Taken | Refusal {
  if (tx.actor.kind !== 'clerk') return refuse('not-allowed');
  const matter = matterOf(tx, matterId);
  if (!matter) return refuse('matter-unknown');
  if (!matter.offered || !isOfferedOn(matter, tx.today)) return refuse('matter-not-offered');
  if (receivedOn > tx.today || receivedOn < addDays(tx.today, -RECEIVED_WITHIN_DAYS))
    return refuse('received-on-wrong', { count: RECEIVED_WITHIN_DAYS });
  const knownId = number === '' ? null : tx.read(caseLists).takenAs(kind, number, matterId);
  const known = knownId && tx.read(cases).byId(knownId);
  if (known) return refuse('taken-already', { number: known.receiptNo ?? known.noticeNo ?? number });
  const origin = { kind, number, day: receivedOn };
  const found = openCase(tx, { matterId, origin, clerkId: tx.actor.id });
  if (isRefusal(found)) return found;
  const answerBy = deemedBy(found, { calendar: calendarOf(tx) });
  return { caseId: found.id, phase: found.phase, receiptNo: found.receiptNo ?? null, answerBy };
}

/** C5: by its handler, or whoever stands in. */
export function concludeTaken(
  tx: Tx,
  { caseId, conclusion, helper }: OnCase & { conclusion: Conclusion; helper?: boolean | undefined },
): Concluded | Refusal {
  if (tx.actor.kind !== 'clerk') return refuse('not-allowed');
  const found = concludeCase(tx, { caseId, clerkId: tx.actor.id, conclusion, helper });
  return isRefusal(found) ? found : concludedOf(tx, found, conclusion);
}

/** C18: by whoever concluded it. */
export function undoTaken(tx: Tx, { caseId }: OnCase): { phase: string } | Refusal {
  if (tx.actor.kind !== 'clerk') return refuse('not-allowed');
  const found = tx.read(cases).byId(caseId);
  // With a ticket it is its step that is undone.
  if (!found || !isTaken(found.origin)) return refuse('case-unknown');
  const undone = undoConclusion(tx, { caseId, by: tx.actor.id });
  return isRefusal(undone) ? undone : { phase: undone.phase };
}
