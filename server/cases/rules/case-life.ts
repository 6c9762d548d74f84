/** THE CASE'S LIFE: which event may follow in which phase, and what it makes of the case. There is no other way to write a phase. */
import type { Case, CasePhase, IsCounted } from '../../../schema/cases/case.ts';
import type { LateDuty } from '../../../schema/cases/deadline.ts';
import type { CaseEvent } from '../../../schema/cases/events.ts';
import type { Inquiry } from '../../../schema/cases/resident.ts';
import type { CaseId, ClerkId, Day, Instant } from '../../../schema/ids.ts';
import { withDay, withOwnDay } from './clock/told-days.ts';
import { outstanding } from './conclusions/promise.ts';
import { resultNo } from './late-papers.ts';
import { openAgain, passedOn } from './owners/afterwards.ts';
import { declinedAfter } from './owners/declined.ts';
import { daysAlone, ringAfter, ringOf, stillUntold } from './residents/ring.ts';

type Step = { from: readonly CasePhase[]; to: CasePhase | 'same' };
const GOING_ON = ['noticed', 'accepted', 'proposed', 'decided'] as const;
const UNFINISHED = ['open', ...GOING_ON] as const;
const AT_WORK = ['accepted', 'proposed'] as const;

/** `same` keeps the phase. `case-opened` alone begins a life. */
export const LIFE = {
  'applicant-named': { from: UNFINISHED, to: 'same' },
  'helper-entered': { from: UNFINISHED, to: 'same' },
  'helper-changed': { from: UNFINISHED, to: 'same' },
  'helper-ended': { from: UNFINISHED, to: 'same' },
  'case-resumed': { from: ['open'], to: 'same' },
  'notice-let-pass': { from: ['open'], to: 'same' },
  'ring-owed': { from: [...UNFINISHED, 'closed'], to: 'same' },
  'resident-rung': { from: [...UNFINISHED, 'closed'], to: 'same' },
  'case-accepted': { from: ['open', 'noticed'], to: 'accepted' },
  'case-escalated': { from: ['accepted'], to: 'same' },
  'escalation-answered': { from: [...AT_WORK, 'decided'], to: 'same' },
  'notice-given': { from: ['open', 'noticed'], to: 'noticed' },
  'materials-received': { from: ['noticed', ...AT_WORK], to: 'same' },
  'promise-reminded': { from: AT_WORK, to: 'same' },
  'notice-reminded': { from: ['noticed'], to: 'same' },
  'notice-taken-back': { from: ['noticed'], to: 'same' },
  'notice-unanswered': { from: ['noticed'], to: 'same' },
  'case-revived': { from: ['closed'], to: 'noticed' },
  'case-paused': { from: AT_WORK, to: 'same' },
  'pause-ended': { from: AT_WORK, to: 'same' },
  'case-extended': { from: AT_WORK, to: 'same' },
  'due-moved': { from: AT_WORK, to: 'same' },
  'day-moved': { from: [...UNFINISHED, 'closed'], to: 'same' },
  'duty-moved': { from: [...UNFINISHED, 'closed'], to: 'same' },
  'deadline-warned': { from: AT_WORK, to: 'same' },
  'duty-late': { from: [...GOING_ON, 'closed'], to: 'same' },
  'duty-warned': { from: ['open', 'noticed', 'decided'], to: 'same' },
  'overdue-explained': { from: [...AT_WORK, 'decided', 'closed'], to: 'same' },
  'handover-offered': { from: UNFINISHED, to: 'same' },
  'group-offered': { from: UNFINISHED, to: 'same' },
  'group-declined': { from: UNFINISHED, to: 'same' },
  'group-offer-ended': { from: UNFINISHED, to: 'same' },
  'handover-moved': { from: UNFINISHED, to: 'same' },
  'handover-accepted': { from: UNFINISHED, to: 'same' },
  'handover-declined': { from: UNFINISHED, to: 'same' },
  'handover-lapsed': { from: UNFINISHED, to: 'same' },
  'handover-taken-back': { from: UNFINISHED, to: 'same' },
  'case-reassigned': { from: UNFINISHED, to: 'same' },
  'refusal-proposed': { from: ['accepted'], to: 'proposed' },
  'refusal-confirmed': { from: ['proposed'], to: 'same' },
  'refusal-sent-back': { from: ['proposed'], to: 'accepted' },
  'refusal-taken-back': { from: ['proposed'], to: 'accepted' },
  'case-decided': { from: AT_WORK, to: 'decided' },
  'resident-told': { from: ['decided', 'closed'], to: 'same' },
  'correction-proposed': { from: ['decided', 'closed'], to: 'same' },
  'correction-sent-back': { from: ['decided', 'closed'], to: 'same' },
  'correction-taken-back': { from: ['decided', 'closed'], to: 'same' },
  'outcome-corrected': { from: ['decided', 'closed'], to: 'decided' },
  'ending-corrected': { from: ['decided', 'closed'], to: 'closed' },
  'inquiry-received': { from: [...GOING_ON, 'closed'], to: 'same' },
  'inquiry-read': { from: [...GOING_ON, 'closed'], to: 'same' },
  'inquiry-answered': { from: [...GOING_ON, 'closed'], to: 'same' },
  'question-asked': { from: GOING_ON, to: 'same' },
  'question-reminded': { from: GOING_ON, to: 'same' },
  'question-answered': { from: GOING_ON, to: 'same' },
  'question-taken-back': { from: GOING_ON, to: 'same' },
  'messages-agreed': { from: UNFINISHED, to: 'same' },
  'late-papers-received': { from: ['closed'], to: 'same' },
  'late-papers-answered': { from: [...GOING_ON, 'closed'], to: 'same' },
  'late-papers-passed': { from: [...GOING_ON, 'closed'], to: 'same' },
  'paper-printed': { from: [...GOING_ON, 'closed'], to: 'same' },
  'paper-voided': { from: ['open', 'decided', 'closed'], to: 'same' },
  'foreign-activity': { from: [...UNFINISHED, 'closed'], to: 'same' },
  'case-taken-over': { from: [...AT_WORK, 'decided'], to: 'same' },
  'conclusion-undone': { from: ['noticed', 'accepted', 'proposed', 'closed'], to: 'open' },
  'case-closed': { from: UNFINISHED, to: 'closed' },
} as const satisfies Record<Exclude<CaseEvent['type'], 'case-opened'>, Step>;

/** C5, C8: with these somebody owes another thing, or has another day for it. */
const BEGINS_DUTY = new Set<CaseEvent['type']>(['notice-given', 'materials-received', 'outcome-corrected']);
const NO_OFFER = { offer: undefined, offerClock: undefined, offerGroup: undefined };

export type LifeStep = keyof typeof LIFE;

export function mayFollow(phase: CasePhase, step: LifeStep): boolean {
  return (LIFE[step].from as readonly CasePhase[]).includes(phase);
}

/** The case after the event. Throws on a step that LIFE does not hold: such a ledger cannot be. */
export function evolveCase(found: Case | null, event: CaseEvent, id: CaseId, at: Instant): Case {
  const next = evolved(found, event, id, at);
  return next.ring?.days ? { ...next, ring: stillUntold(next, next.ring) } : next;
}

function evolved(found: Case | null, event: CaseEvent, id: CaseId, at: Instant): Case {
  if (event.type === 'case-opened') {
    if (found) throw new Error(`case ${id} was opened twice`);
    const { matterId, firstContact, handler, personId, ticketId, acceptance, concludeBy } = event;
    // Ledgers older than it hold the ticket's id, and neither its number nor its day.
    const origin = event.origin ?? { kind: 'ticket', ticketId, number: '', day: '' };
    const nothing = { pauses: [], late: [], tellings: [], inquiries: [], questions: [], latePapers: [], stoodIn: [] };
    const begun = { id, phase: 'open' as const, matterId, origin, personId, firstContact, handler, openedAt: at };
    return { ...begun, ...nothing, ...(acceptance ? { acceptance } : {}), ...(concludeBy ? { concludeBy } : {}) };
  }
  if (!found) throw new Error(`case ${id} has ${event.type} before it was opened`);
  if (!mayFollow(found.phase, event.type))
    throw new Error(`case ${id} is ${found.phase}: ${event.type} may not follow`);
  if (event.type === 'conclusion-undone') {
    if (!found.undo) throw new Error(`case ${id} has no conclusion to undo`);
    return found.undo.before;
  }
  const { to } = LIFE[event.type];
  const { standIn, foreign } = event;
  const stoodIn = standIn ? [...found.stoodIn, { ...standIn, at }] : found.stoodIn;
  const phase = to === 'same' ? found.phase : to;
  const ruledAt = found.ruledAt ?? (phase === 'open' ? undefined : at);
  const declined = declinedAfter(found, event, at);
  const undo = undoOf(found, event, phase, at);
  const handler = foreign?.to ?? found.handler;
  const standsFrom = undo && standsFromOf(event, at, found);
  const next: Case = { ...found, handler, phase, stoodIn, declined, undo, standsFrom, ...(ruledAt ? { ruledAt } : {}) };
  if (BEGINS_DUTY.has(event.type) || phase !== found.phase) next.dutiesWarned = undefined;
  switch (event.type) {
    case 'applicant-named':
      return { ...next, personId: event.personId, helper: helperOf(found, event) };
    case 'helper-entered': {
      const { personId, relation, scope, until, how, by } = event;
      return { ...next, helper: { personId, relation, scope, until, how, by } };
    }
    case 'helper-changed': {
      const { scope, until, how, by } = event;
      return { ...next, helper: { ...found.helper!, scope, until, how, by, ended: undefined } };
    }
    case 'helper-ended':
      return { ...next, helper: { ...found.helper!, ended: event.on } };
    case 'case-resumed':
      return { ...next, handler: event.handler };
    case 'ring-owed':
      return withRing(next, ringOf(found, event));
    case 'resident-rung':
      // Older ledgers ring up for what a decision or a correction has ended.
      return { ...next, ring: found.ring && ringAfter(found.ring, event) };
    case 'notice-let-pass':
      return { ...next, noticePass: { by: event.by, reason: event.reason } };
    case 'case-accepted': {
      const { receiptNo, acceptedOn, dueOn, legalDueOn, limit, legalLimit, provisional, deemed, follow } = event;
      const promise = follow && { ...follow, received: [] };
      return { ...next, receiptNo, acceptedOn, dueOn, legalDueOn, limit, legalLimit, provisional, deemed, promise };
    }
    case 'case-escalated':
      return again(next, 'escalation', {
        escalation: { by: event.by, reason: event.reason, answerBy: event.answerBy, ...countedOf(event) },
      });
    case 'escalation-answered':
      return { ...next, escalation: undefined };
    case 'notice-given': {
      const { noticeNo: no, answerBy, paper, day } = event;
      // Of older ledgers the number tells the day, and nothing what was missing: such a notice is never complete.
      const sinceOn = found.notice?.completeOn ?? found.notice?.sinceOn ?? day ?? at.slice(0, 10);
      return {
        ...next,
        noticeNo: no,
        notice: {
          ...{ no, sinceOn, at: found.notice?.at ?? at, items: paper?.items ?? [], received: [], answerBy },
          ...(paper?.revival ? { revivalDays: paper.revival.days } : {}),
        },
      };
    }
    case 'materials-received': {
      if (found.phase !== 'noticed') return promiseKept(next, event.items);
      const notice = found.notice!;
      const received = [...notice.received, ...event.items];
      const isComplete = notice.items.every((item) => received.includes(item.id));
      const { concludeBy } = event;
      return { ...next, concludeBy, notice: { ...notice, received, completeOn: isComplete ? event.on : undefined } };
    }
    case 'promise-reminded':
      return { ...next, promise: { ...found.promise!, reminded: true } };
    case 'notice-reminded':
      return { ...next, notice: { ...found.notice!, reminded: true } };
    case 'notice-taken-back':
      return next;
    case 'notice-unanswered':
      return { ...next, silentSince: event.on };
    case 'case-revived': {
      const notice = { ...found.notice!, answerBy: event.answerBy, reminded: false };
      const anew = { outcome: undefined, ending: undefined, silentSince: undefined, ring: undefined };
      return { ...next, ...openAgain(found), handler: event.by, notice, ...anew };
    }
    case 'case-paused': {
      const { pauseId, kind, basis, told, until } = event;
      return { ...next, pauses: [...found.pauses, { id: pauseId, kind, basis, told, until }] };
    }
    case 'pause-ended': {
      const pauses = found.pauses.map((one) => (one.id === event.pauseId ? { ...one, ended: event.on } : one));
      return { ...next, pauses };
    }
    case 'case-extended': {
      const { days, reason, by, told } = event;
      return { ...next, extension: { days, reason, by, told } };
    }
    case 'due-moved': {
      const { to: dueOn, legalTo: legalDueOn = found.legalDueOn, provisional } = event;
      const due = { dueOn, legalDueOn, provisional };
      const moved = { ...next, ...due, lateOnArrival: undefined };
      const afresh = event.to > event.from ? again(moved, 'due', {}) : moved;
      return (legalDueOn ?? '') > (found.legalDueOn ?? '') ? again(afresh, 'legal-due', {}) : afresh;
    }
    case 'day-moved':
      return withDay(next, event);
    case 'duty-moved':
      return withOwnDay(next, event);
    case 'deadline-warned':
      return { ...next, ...(event.of === 'legal' ? {} : { warned: event.part }), warnedOn: event.on };
    case 'duty-late':
      return { ...next, late: [...found.late, event.duty] };
    case 'duty-warned':
      return { ...next, dutiesWarned: [...(found.dutiesWarned ?? []), event.duty] };
    case 'overdue-explained':
      return { ...next, explanation: event.text };
    case 'handover-offered': {
      const { handoverId, from, to: receiver, note, lapsesAt, openMs } = event;
      const offerClock = openMs === undefined ? undefined : { since: at, openMs };
      return { ...next, offer: { id: handoverId, from, to: receiver, note, lapsesAt }, offerClock };
    }
    case 'handover-moved':
      return { ...next, offer: { ...found.offer!, lapsesAt: event.lapsesAt } };
    case 'group-offered': {
      const { handoverId: id, from, toGroup: letter, receivers, note, lapsesAt, openMs } = event;
      const offerClock = { since: at, openMs };
      return { ...next, offer: { id, from, note, lapsesAt }, offerClock, offerGroup: { letter, receivers } };
    }
    case 'group-declined': {
      const { letter, receivers } = found.offerGroup!;
      return { ...next, offerGroup: { letter, receivers: receivers.filter((id) => id !== event.by) } };
    }
    case 'group-offer-ended':
      return { ...next, ...NO_OFFER };
    case 'handover-accepted': {
      const takenOffer = found.offerGroup ? event.handoverId : found.takenOffer;
      return { ...next, handler: event.to, ...NO_OFFER, takenOffer };
    }
    case 'case-reassigned': {
      const { from, to: heir } = event;
      return { ...next, handler: heir, ...NO_OFFER, inherited: [...(found.inherited ?? []), { from, to: heir, at }] };
    }
    case 'handover-declined':
    case 'handover-taken-back':
    case 'handover-lapsed':
      return { ...next, ...NO_OFFER };
    case 'refusal-proposed': {
      const { by, reason, basis, reviewBy, destination, unreachable, heard } = event;
      const where = destination ? { destination, ...(unreachable ? { unreachable } : {}) } : {};
      const there = heard ? { heard } : {};
      const proposal = { by, reason, basis, at, reviewBy, ...countedOf(event), ...where, ...there };
      // That the one before is over would be told wrongly now.
      const ring = found.ring?.why === 'over' ? daysAlone(found.ring) : found.ring;
      return again(next, 'review', { proposal, sentBack: undefined, ring });
    }
    case 'refusal-confirmed':
      return {
        ...next,
        ...(found.proposal ? { proposal: { ...found.proposal, confirmedBy: event.by } } : {}),
        ...(event.notAcceptedNo ? { ending: { by: event.by, papers: [event.notAcceptedNo] } } : {}),
      };
    case 'refusal-sent-back':
      return { ...next, proposal: undefined, sentBack: { by: event.by, remark: event.remark, at } };
    case 'refusal-taken-back':
      return { ...next, proposal: undefined };
    case 'case-decided': {
      const { outcome, by, on, tellBy, decisionNo } = event;
      return {
        ...next,
        outcome,
        decision: { no: decisionNo, by, on, tellBy, ...confirmedOf(found.proposal), ...countedOf(event) },
        proposal: undefined,
        sentBack: undefined,
        // The decision is told instead, and not what somebody asked.
        ring: daysAlone(found.ring),
      };
    }
    case 'correction-proposed': {
      const { by, reason, basis, corrects, reviewBy, changed: words } = event;
      const proposed = { by, reason, basis, corrects, at, reviewBy, ...(words ? { changed: words } : {}) };
      return again(next, 'review', { correction: { ...proposed, ...countedOf(event) } });
    }
    case 'correction-sent-back': {
      const { by, remark, answerBy } = event;
      const until = answerBy ? { answerBy, ...countedOf(event) } : {};
      const reviewBy = answerBy ?? found.correction!.reviewBy;
      return again(again(next, 'review', {}), 'sent-back', {
        correction: { ...found.correction!, reviewBy, sentBack: { by, remark, at, ...until } },
      });
    }
    case 'correction-taken-back':
      return again(next, 'review', { correction: undefined });
    case 'outcome-corrected': {
      const { outcome, by, on, tellBy, decisionNo: no, handler = by } = event;
      const decision = { no, by, on, tellBy, ...confirmedOf(event), ...countedOf(event) };
      const anew = { outcome, handler, decision, tellings: [], correction: undefined };
      return again(next, 'telling', { ...openAgain(found), ...anew });
    }
    case 'ending-corrected': {
      const { outcome, destination, was, by, on, voids, linkedNo, changed: words } = event;
      const correction = {
        was,
        by,
        on,
        voids,
        ...(linkedNo ? { linkedNo } : {}),
        ...(words ? { changed: words } : {}),
      };
      const ending = { by, papers: paperNos(event), corrected: correction };
      const over = { silentSince: undefined, decision: undefined, correction: undefined, escalation: undefined };
      // A call, which told the end that was wrong, is over with it.
      return {
        ...next,
        ...over,
        ring: undefined,
        inquiries: found.inquiries.map((one) => answeredBy(one, by)),
        helper: endedHelper(found, on),
        outcome,
        destination,
        ending,
      };
    }
    case 'resident-told': {
      const { way, by, on, reached, remark, signed, helperId } = event;
      const signature = signed ? { signed: { ...signed, helper: helperId !== undefined } } : {};
      return { ...next, tellings: [...found.tellings, { way, by, on, reached, remark, ...signature }] };
    }
    case 'inquiry-received': {
      const { inquiryId: id, text, on, answerBy, to: answers } = event;
      const asked = { id, text, on, answerBy, ...(answers === undefined ? {} : { to: answers }), ...countedOf(event) };
      return { ...next, inquiries: [...found.inquiries, asked] };
    }
    case 'inquiry-read': {
      const { inquiryId, by, on } = event;
      return { ...next, inquiries: changed(found.inquiries, inquiryId, { read: { by, on } }) };
    }
    case 'inquiry-answered': {
      const { inquiryId, by, on, text } = event;
      return again(next, 'inquiry', { inquiries: changed(found.inquiries, inquiryId, { answer: { by, on, text } }) });
    }
    case 'question-asked': {
      const { questionId: id, to: asked, text, on, answerBy, by } = event;
      return { ...next, questions: [...found.questions, { id, to: asked, by, text, on, answerBy }] };
    }
    case 'question-reminded':
      return { ...next, questions: changed(found.questions, event.questionId, { reminded: true }) };
    case 'question-answered': {
      const { questionId, by, on, text, how } = event;
      const answer = { by, on, text, ...(how ? { how } : {}) };
      return again(next, 'question', { questions: changed(found.questions, questionId, { answer }) });
    }
    case 'late-papers-received': {
      const { no, note, by, on, answerBy, to: lateTo, paper } = event;
      const decisionNo = resultNo(found);
      const papers = { no, items: paper.items, note, by, on, at, answerBy, ...countedOf(event) };
      const came = { ...papers, ...(decisionNo ? { decisionNo } : {}) };
      return { ...next, lateTo, latePapers: [...found.latePapers, came] };
    }
    case 'late-papers-answered': {
      const { no, by, on, kind, text, linkedNo } = event;
      const answer = { by, on, kind, text, ...(linkedNo ? { linkedNo } : {}) };
      const latePapers = found.latePapers.map((one) => (one.no === no ? { ...one, answer } : one));
      return again(next, 'late-papers', { latePapers });
    }
    case 'late-papers-passed':
      return passedOn(next, event);
    case 'question-taken-back':
      return again(next, 'question', {
        questions: changed(found.questions, event.questionId, { takenBack: event.on }),
      });
    case 'paper-printed':
      return { ...next, printed: [...(found.printed ?? []), event.no] };
    case 'paper-voided':
    case 'foreign-activity':
      return next;
    case 'case-taken-over': {
      const { to: taker, acceptedOn, dueOn, legalDueOn, limit, legalLimit, provisional, warned, tellBy } = event;
      const over = event.late ? { late: event.late, lateOnArrival: event.late.includes('due') } : {};
      const decision = found.decision && tellBy ? { ...found.decision, tellBy } : found.decision;
      const clock = { acceptedOn, dueOn, legalDueOn, limit, legalLimit, provisional, warned };
      return { ...next, handler: taker, decision, ...clock, ...over, ruledAt: at };
    }
    case 'messages-agreed':
      return { ...next, messages: event.agreed };
    case 'case-closed': {
      const { outcome, destination, clerkId } = event;
      const papers = [...(found.ending?.papers ?? []), ...paperNos(event)];
      const ending = found.decision ? undefined : { by: clerkId, papers, ...confirmedOf(found.proposal) };
      const over = { ...NO_OFFER, proposal: undefined, sentBack: undefined, escalation: undefined };
      return {
        ...next,
        ...over,
        helper: endedHelper(found, event.on ?? at.slice(0, 10)),
        ring: closedOver(found.ring),
        outcome,
        destination,
        ending,
      };
    }
    default:
      return event satisfies never;
  }
}

/** C18: what a conclusion brings at once is undone with it; whatever comes afterwards makes it stand. */
function undoOf(found: Case, event: CaseEvent, phase: CasePhase, at: Instant): Case['undo'] {
  const papers = paperNos(event);
  // C8: what the clock brought nobody takes back.
  if (event.type === 'case-accepted' && event.deemed) return undefined;
  // C5: a supervisor, who is not its handler, ends what was entered by mistake.
  const mistakenBy = event.type === 'case-closed' && event.mistaken ? event.clerkId : undefined;
  const by = event.standIn?.by ?? mistakenBy ?? found.handler;
  if (found.phase === 'open') return phase === 'open' ? undefined : { before: found, at, by, papers };
  const isOfIt = found.undo?.at === at && OF_A_CONCLUSION.has(event.type);
  return isOfIt ? { ...found.undo!, papers: [...found.undo!.papers, ...papers] } : undefined;
}

/** Ledgers older than it hold no time of an undo. */
function standsFromOf({ undoMs }: CaseEvent, at: Instant, found: Case): Instant | undefined {
  return undoMs === undefined ? found.standsFrom : new Date(Date.parse(at) + undoMs).toISOString();
}

const OF_A_CONCLUSION = new Set<CaseEvent['type']>([
  'case-escalated',
  'refusal-proposed',
  'deadline-warned',
  'ring-owed',
  'resident-told',
]);

/** What may stand between a case at its counter and the undo of its conclusion. */
export const CONCLUDES: ReadonlySet<CaseEvent['type']> = new Set<CaseEvent['type']>([
  ...OF_A_CONCLUSION,
  ...(['case-accepted', 'notice-given', 'case-closed'] as const),
]);

/** Numbers of papers in events; true of those that a conclusion gives, and its undo voids. */
const NUMBERS: Record<Extract<KeyOfAny<CaseEvent>, `${string}No`>, boolean> = {
  receiptNo: true,
  noticeNo: true,
  proposalNo: true,
  referralNo: true,
  closingNo: true,
  decisionNo: false,
  deliveryNo: false,
  linkedNo: false,
  notAcceptedNo: false,
};
type KeyOfAny<T> = T extends unknown ? keyof T : never;

function paperNos(event: CaseEvent): string[] {
  const given: Record<string, unknown> = event;
  return Object.entries(NUMBERS).flatMap(([name, isConcluding]) => {
    const no = isConcluding ? given[name] : undefined;
    return typeof no === 'string' ? [no] : [];
  });
}

/** Another applicant has another helper. Ledgers without terms: who was named may hand in and be told. */
function helperOf(found: Case, { personId, helperId, by }: Extract<CaseEvent, { type: 'applicant-named' }>) {
  if (helperId)
    return { personId: helperId, relation: 'other', scope: ['hand-in', 'be-told'], by } satisfies Case['helper'];
  return found.personId === personId ? found.helper : undefined;
}

/** C14: entered to the end of the case; what is taken up again needs the applicant's word again. */
function endedHelper({ helper }: Case, on: Day): Case['helper'] {
  return !helper || helper.ended || helper.until ? helper : { ...helper, ended: on };
}

/** C12: a call that tells that the case goes on is over with it. */
function closedOver(ring: Case['ring']): Case['ring'] {
  return ring && ['over', 'ours', 'deemed'].includes(ring.why) ? daysAlone(ring) : ring;
}

/** The day of a call that stands already does not begin anew with what it has to say besides. */
function withRing(found: Case, ring: NonNullable<Case['ring']>): Case {
  return ring.answerBy === found.ring?.answerBy ? { ...found, ring } : again(found, 'ring', { ring });
}

/** C12, C15: of a question without somebody to answer it, whose handler may be gone by then, whoever corrects the end. */
function answeredBy(one: Inquiry, by: ClerkId): Inquiry {
  return one.answer || one.to !== undefined ? one : { ...one, to: by };
}

/** C6: of a refusal, and of what is not ours. */
function confirmedOf(from: { confirmedBy?: ClerkId | undefined } | undefined): { confirmedBy?: ClerkId } {
  return from?.confirmedBy ? { confirmedBy: from.confirmedBy } : {};
}

function countedOf({ counted }: IsCounted): IsCounted {
  return counted ? { counted } : {};
}

function changed<T extends { id: string }>(all: T[], id: string, change: Partial<T>): T[] {
  return all.map((one) => (one.id === id ? { ...one, ...change } : one));
}

/** What came is late no more. */
function promiseKept(found: Case, items: string[]): Case {
  const promise = { ...found.promise!, received: [...found.promise!.received, ...items] };
  return outstanding({ promise }) === 0 ? again(found, 'promise', { promise }) : { ...found, promise };
}

/** A duty that begins anew may be late anew. */
function again(found: Case, duty: LateDuty, change: Partial<Case>): Case {
  return { ...found, late: found.late.filter((one) => one !== duty), ...change };
}
