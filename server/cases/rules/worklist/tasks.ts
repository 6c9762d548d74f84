/** WHAT A CASE ASKS OF SOMEBODY NOW (C2–C13): from the facts that its duties and its clock have already. */

import type { Case } from '../../../../schema/cases/case.ts';
import { isTaken } from '../../../../schema/cases/events.ts';
import type { Task, TaskKind } from '../../../../schema/cases/worklist/task.ts';
import type { ClerkId } from '../../../../schema/ids.ts';
import type { CaseContext } from '../case-command.ts';
import { deemedBy } from '../clock/case-clock.ts';
import { warnedDuties } from '../clock/duty-warnings.ts';
import { workingDaysLeft } from '../clock/working-days.ts';
import { outstanding, promisedBy } from '../conclusions/promise.ts';
import { waitingPapers } from '../late-papers.ts';
import { answererOf, ringerOf } from '../owners/afterwards.ts';
import { openQuestions } from '../question.ts';
import { warnedPart } from '../watch.ts';

type Facts = Pick<CaseContext, 'calendar' | 'settings' | 'today'>;
type More = Partial<Omit<Task, 'kind' | 'by' | 'to'>>;

const DAY_MS = 86_400_000;

export function tasksOf(found: Case, facts: Facts): Task[] {
  if (!mayHaveTasks(found)) return [];
  // A resident's question, a call, late papers and a correction outlive their case.
  const closed = [...ofReview(found), ...ofLatePapers(found), ...ofInquiry(found), ...ofCall(found)];
  if (found.phase === 'closed') return closed;
  return [
    ...ofOffer(found),
    ...ofTelling(found),
    ...closed,
    ...ofQuestions(found, facts),
    ...ofResident(found, facts),
    ...ofPauses(found, facts),
    ...ofLimit(found, facts),
  ];
}

/** Whatever day it is: a case of which this is false has none, so that a list need not look at it. */
export function mayHaveTasks(found: Case): boolean {
  const { phase, offer, correction, escalation, sentBack, notice, promise, pauses, warned, late } = found;
  const isInquired = found.inquiries.some(({ answer }) => !answer);
  if (correction || found.ring || waitingPapers(found) || isInquired) return true;
  if (phase === 'closed') return false;
  const isAsked = openQuestions(found).length > 0;
  const isNear = warned !== undefined || late.includes('due') || pauses.some(({ ended }) => ended === undefined);
  const isOwed = phase === 'noticed' && (notice?.completeOn !== undefined || notice?.reminded === true);
  const isPromised = promise !== undefined && outstanding(found) > 0;
  const isDecided = phase === 'decided' || phase === 'proposed';
  const isTakenIn = phase === 'open' && isTaken(found.origin);
  return (
    [offer, escalation, sentBack].some(Boolean) || isAsked || isNear || isOwed || isPromised || isDecided || isTakenIn
  );
}

function task(kind: TaskKind, by: Task['by'] | undefined, to: ClerkId[], more: More = {}): Task {
  return { kind, by: by ?? null, to, author: null, count: null, words: null, ...more };
}

function ofOffer({ offer, offerGroup }: Case): Task[] {
  if (!offer) return [];
  const to = offer.to ? [offer.to] : (offerGroup?.receivers ?? []);
  return [task('offer', offer.lapsesAt, to, { words: offer.note })];
}

/** C5: a second try is another thing than the first one. */
function ofTelling({ phase, decision, tellings, handler }: Case): Task[] {
  if (phase !== 'decided') return [];
  const tries = tellings.filter(({ reached }) => !reached).length;
  return [task(tries > 0 ? 'ring' : 'tell', decision?.tellBy, [handler], tries > 0 ? { count: tries } : {})];
}

/** C4, C6: a supervisor's, and what came back from one. */
function ofReview({ phase, proposal, correction, sentBack, escalation, handler, dueOn }: Case): Task[] {
  const isOpen = phase !== 'closed';
  const review = correction && !correction.sentBack ? correction : isOpen ? proposal : undefined;
  return [
    ...(review ? [task('review', review.reviewBy, [], { author: review.by, words: review.reason })] : []),
    ...(correction?.sentBack
      ? [task('sent-back', correction.sentBack.answerBy, [correction.by], { words: correction.sentBack.remark })]
      : []),
    ...(isOpen && sentBack ? [task('sent-back', dueOn, [handler], { words: sentBack.remark })] : []),
    ...(isOpen && escalation ? [task('escalation', escalation.answerBy, [], { words: escalation.reason })] : []),
  ];
}

function ofLatePapers(found: Case): Task[] {
  const papers = waitingPapers(found);
  return papers ? [task('late-papers', papers.answerBy, found.lateTo ? [found.lateTo] : [])] : [];
}

/** C7: of somebody who wished no messages. */
function ofCall(found: Case): Task[] {
  const { ring } = found;
  return ring
    ? [task('ring-up', ring.answerBy, [ringerOf(found)], ring.tries.length > 0 ? { count: ring.tries.length } : {})]
    : [];
}

/** C12. */
function ofInquiry(found: Case): Task[] {
  const inquiry = found.inquiries.find(({ answer }) => !answer);
  if (!inquiry) return [];
  const to = answererOf(found, inquiry);
  return [task('inquiry', inquiry.answerBy, to ? [to] : [], { words: inquiry.text })];
}

/** C2: a colleague answers; the handler writes down what came from outside, and asks again what is late. */
function ofQuestions(found: Case, { today }: Facts): Task[] {
  return openQuestions(found).flatMap(({ to, text, answerBy, reminded }) => {
    const words = { words: text };
    if ('outside' in to) return reminded || answerBy <= today ? [task('remind', answerBy, [found.handler], words)] : [];
    const asked = task('question', answerBy, [to.clerkId], words);
    return answerBy < today ? [asked, task('remind', answerBy, [found.handler], words)] : [asked];
  });
}

/** C7, C8, C13: what a resident handed in, or still owes. */
function ofResident(found: Case, { calendar, today }: Facts): Task[] {
  const { phase, notice, promise, handler, firstContact } = found;
  const isAtWork = phase === 'accepted' || phase === 'proposed';
  const deemed = deemedBy(found, { calendar });
  const isWarned = warnedDuties(found, calendar, today).some(({ duty }) => duty === 'deemed');
  const isLapsing = phase === 'noticed' && !notice?.completeOn && notice?.reminded === true;
  const promised = isAtWork ? promisedBy(found) : undefined;
  const isDue = promised !== undefined && (promise?.reminded === true || promised <= today);
  return [
    ...(deemed ? [task('deemed', deemed, [...new Set(isWarned ? [handler, firstContact] : [handler])])] : []),
    ...(isLapsing ? [task('notice', notice?.answerBy, [handler], { count: missingOf(found) })] : []),
    ...(isDue ? [task('promise', promised, [handler], { count: outstanding(found) })] : []),
  ];
}

function missingOf({ notice }: Case): number {
  return notice ? notice.items.length - notice.received.length : 0;
}

/** C9: somebody goes on when it ends; what stands still for long is looked into. */
function ofPauses(
  { phase, pauses, handler }: Case,
  { calendar, settings: { pauseReminderDays, longPauseDays }, today }: Facts,
): Task[] {
  if (phase !== 'accepted' && phase !== 'proposed') return [];
  return pauses
    .filter(({ ended, until }) => ended === undefined && until >= today)
    .flatMap(({ told, until }) => {
      const days = Math.round((Date.parse(today) - Date.parse(told)) / DAY_MS);
      return [
        ...(workingDaysLeft(today, until, calendar) <= pauseReminderDays ? [task('pause', until, [handler])] : []),
        ...(days >= longPauseDays ? [task('paused-long', until, [], { count: days })] : []),
      ];
    });
}

/** C10: handler and first contact are warned; after its day it is said in public why it is late. */
function ofLimit(found: Case, facts: Facts): Task[] {
  const { phase, dueOn, late, lateOnArrival, explanation, handler, firstContact } = found;
  if (!dueOn || (phase !== 'accepted' && phase !== 'proposed')) return [];
  // Q8: what another system left undone in time rings for nobody here; its card says that it is late.
  if (lateOnArrival) return [];
  const isLate = dueOn < facts.today;
  if (isLate)
    return [task(late.includes('due') && explanation === undefined ? 'explain' : 'overdue', dueOn, [handler])];
  const part = warnedPart(found, facts);
  const count = part === null ? null : Math.round(part * 100);
  return count === null ? [] : [task('limit', dueOn, [...new Set([handler, firstContact])], { count })];
}
