/** What one person may see of cases: one of them, my own, the hall's (C2, C10, C12). */
import type { CaseView, HallCase, MyCase } from '../../../schema/cases/views.ts';
import type { Calendar } from '../../../schema/hall/calendar.ts';
import type { CaseId, ClerkId, Day, PersonId } from '../../../schema/ids.ts';
import { maskPerson } from '../../../schema/people/mask.ts';
import type { MaskedPerson } from '../../../schema/people/person.ts';
import { type Refusal, refuse } from '../../../schema/refusal.ts';
import { addDays, localTime } from '../../../schema/time.ts';
import { matterNames } from '../../catalogue/views/matter-view.ts';
import { calendarOf } from '../../hall/views/calendar.ts';
import type { Reader } from '../../ledger/reader.ts';
import { links } from '../../people/tables/links.ts';
import { people } from '../../people/tables/people.ts';
import { said } from '../../people/views/said.ts';
import { clerkName } from '../../people/views/staff.ts';
import { countOf, deadlineOf } from '../rules/clock/deadline.ts';
import { workingDaysLeft } from '../rules/clock/working-days.ts';
import { outstanding } from '../rules/conclusions/promise.ts';
import { remediesOf } from '../rules/conclusions/remedies.ts';
import { isOver, lastDay } from '../rules/helper.ts';
import { askedClerks } from '../rules/question.ts';
import { clockOf } from '../rules/still.ts';
import { owedOf, warnedPart } from '../rules/watch.ts';
import { cases, type StoredCase } from '../tables/cases.ts';
import { papersOf } from './paper-content.ts';

/** P3. */
export function caseOfLink(from: Reader, link: string): StoredCase | Refusal {
  const id = from.read(links).follow('case', link, new Date(from.nowMs).toISOString());
  return (id && from.read(cases).byId(id as CaseId)) || refuse('link-unknown');
}

export function caseView(from: Reader, stored: StoredCase): CaseView {
  const found = said(from, stored);
  const today = localTime(from.nowMs, from.timeZone).day;
  return {
    caseId: found.id,
    phase: found.phase,
    matterNames: matterNames(from, found.matterId),
    firstContact: clerkName(from, found.firstContact) ?? '',
    handler: clerkName(from, found.handler) ?? '',
    receiptNo: found.receiptNo ?? null,
    acceptedOn: found.acceptedOn ?? null,
    dueOn: found.dueOn ?? null,
    legalDueOn: found.legalLimit ? (found.legalDueOn ?? null) : null,
    provisional: isProvisional(found, calendarOf(from)),
    outcome: found.outcome ?? null,
    count: countNow(from, found),
    pause: pauseOf(found, today),
    tellBy: found.phase === 'decided' ? (found.decision?.tellBy ?? null) : null,
    inquiries: found.inquiries.map(({ read, answer, ...asked }) => ({
      ...asked,
      readOn: read?.on ?? null,
      answer: answer ? { byName: clerkName(from, answer.by) ?? '', on: answer.on, text: answer.text } : null,
    })),
    messages: found.messages ?? false,
    explanation: found.explanation ?? null,
    remedies: remediesOf(found, calendarOf(from)),
  };
}

/** C9: counted as the calendar is now; of an older ledger as it was told. */
export function isProvisional(found: StoredCase, calendar: Calendar): boolean {
  const clock = clockOf(found);
  return clock ? deadlineOf(clock, calendar).provisional : (found.provisional ?? false);
}

function countNow(from: Reader, found: StoredCase): CaseView['count'] {
  const clock = found.phase === 'accepted' || found.phase === 'proposed' ? clockOf(found) : null;
  return clock && countOf(clock, deadlineOf(clock, calendarOf(from)));
}

/** The one that ends last of those in which today is. */
function pauseOf({ pauses, phase }: StoredCase, today: Day): CaseView['pause'] {
  if (phase === 'closed' || phase === 'decided') return null;
  const open = pauses.filter(({ until, ended }) => ended === undefined && today <= until);
  const [last] = open.sort((a, b) => b.until.localeCompare(a.until));
  return last ? { id: last.id, kind: last.kind, basis: last.basis, told: last.told, until: last.until } : null;
}

/** Cases that this clerk handles, was first contact of, or is offered; the soonest due first (C2, C10). */
export function myCases(from: Reader, clerkId: ClerkId): MyCase[] {
  return bySoonest(
    from
      .read(cases)
      .ofClerk(clerkId)
      .map((found): MyCase => {
        const toMe = found.offer?.to === clerkId;
        const isAsked = askedClerks(found).includes(clerkId);
        const mine = found.handler === clerkId ? 'handler' : toMe ? 'receiver' : isAsked ? 'asked' : 'first-contact';
        return { ...hallCase(from, found, clerkId), mine };
      }),
  );
}

/** Every case that is not closed and no longer at a counter, the soonest due first (C10). */
export function hallCases(from: Reader, reader: ClerkId): HallCase[] {
  return bySoonest(
    from
      .read(cases)
      .goingOn()
      .map((found) => hallCase(from, found, reader)),
  );
}

/** Of any clerk who looks it up by its numbers (A1). */
export function oneCase(from: Reader, caseId: CaseId, reader: ClerkId): HallCase | Refusal {
  const found = from.read(cases).byId(caseId);
  return found ? hallCase(from, found, reader) : refuse('case-unknown');
}

function bySoonest<T extends HallCase>(cases: T[]): T[] {
  return cases.sort((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999'));
}

function hallCase(from: Reader, stored: StoredCase, reader: ClerkId): HallCase {
  const found = said(from, stored);
  const { offer, proposal, sentBack, decision } = found;
  // What is decided runs by the limit of telling it (C5).
  const dueOn = found.phase === 'decided' ? found.decision?.tellBy : found.dueOn;
  const today = localTime(from.nowMs, from.timeZone).day;
  const nameOf = (id: ClerkId) => clerkName(from, id) ?? '';
  return {
    ...caseView(from, found),
    matterId: found.matterId,
    links: linksOf(from, found),
    number: found.origin.number,
    applicant: maskedOf(from, found.personId),
    helper: helperOf(from, found, today),
    firstContactId: found.firstContact,
    handlerId: found.handler,
    offer: offer
      ? {
          id: offer.id,
          fromName: nameOf(offer.from),
          toName: nameOf(offer.to),
          toMe: offer.to === reader,
          note: offer.note,
          lapsesAt: offer.lapsesAt,
        }
      : null,
    proposal: proposal
      ? {
          ...{ byName: nameOf(proposal.by), mine: proposal.by === reader, reason: proposal.reason, at: proposal.at },
          ...{ basis: proposal.basis ?? '', reviewBy: proposal.reviewBy ?? null },
        }
      : null,
    sentBack: sentBack ? { byName: nameOf(sentBack.by), remark: sentBack.remark, at: sentBack.at } : null,
    papers: papersOf(from, found.id),
    decision: decision ? { no: decision.no, byName: nameOf(decision.by), mine: decision.by === reader } : null,
    ...dutiesOf(from, found),
    questions: questionsOf(from, found, reader),
    daysLeft: dueOn ? workingDaysLeft(today, dueOn, calendarOf(from)) : null,
  };
}

/** C2: what was asked, with the words as they were kept. */
function questionsOf(from: Reader, { questions, handler }: StoredCase, reader: ClerkId): HallCase['questions'] {
  const nameOf = (id: ClerkId) => clerkName(from, id) ?? '';
  return questions.map(({ id, to, by, text, on, answerBy, answer }) => ({
    ...{ id, text, on, answerBy },
    toName: 'clerkId' in to ? nameOf(to.clerkId) : to.outside,
    isOutside: 'outside' in to,
    toMe: ('clerkId' in to ? to.clerkId : handler) === reader,
    byName: nameOf(by),
    answer: answer ? { byName: nameOf(answer.by), on: answer.on, text: answer.text, how: answer.how ?? null } : null,
  }));
}

function linksOf(from: Reader, { id, origin }: StoredCase): HallCase['links'] {
  const before = origin.linkedTo ? from.read(cases).byId(origin.linkedTo) : null;
  const shown = (found: StoredCase, is: 'from' | 'to') => ({
    ...{ caseId: found.id, phase: found.phase, outcome: found.outcome ?? null, is },
    number: found.receiptNo ?? found.noticeNo ?? found.origin.number,
  });
  return [
    ...(before ? [shown(before, 'from')] : []),
    ...from
      .read(cases)
      .linkedTo(id)
      .map((one) => shown(one, 'to')),
  ];
}

/** C14: who may come for the applicant as of today, and until when; nobody's name. */
export function standingHelper({ helper, phase }: StoredCase, today: Day): { until: Day | null } | null {
  return helper && phase !== 'closed' && !isOver(helper, today) ? { until: helper.until ?? null } : null;
}

function helperOf(from: Reader, { helper, phase }: StoredCase, today: Day): HallCase['helper'] {
  const person = helper && maskedOf(from, helper.personId);
  if (!helper || !person) return null;
  const { relation, scope, how = null } = helper;
  const isPast = phase === 'closed' || isOver(helper, today);
  return { person, relation, scope: [...scope], until: lastDay(helper) ?? null, how, isOver: isPast };
}

function maskedOf(from: Reader, id: PersonId | undefined): MaskedPerson | null {
  return id ? maskPerson(id, from.read(people).get(id)) : null;
}

/** As it is now, whatever job is late. */
function warningOf(from: Reader, found: StoredCase): Pick<HallCase, 'overdue' | 'warned'> {
  const today = localTime(from.nowMs, from.timeZone).day;
  const overdue = [...owedOf(found)].flatMap(([duty, by]) => (by < today ? [{ duty, by }] : []));
  return { overdue, warned: warnedPart(found, { today, settings: from.settings, calendar: calendarOf(from) }) };
}

/** What is owed of it besides its limit: papers, an answer, an explanation, telling the resident. */
function dutiesOf(from: Reader, found: StoredCase) {
  const { notice, promise, escalation, extension, late, tellings, phase, silentSince } = found;
  const nameOf = (id: ClerkId) => clerkName(from, id) ?? '';
  return {
    notice:
      notice && phase === 'noticed'
        ? {
            no: notice.no,
            items: notice.items.map((item) => ({ ...item, received: notice.received.includes(item.id) })),
            answerBy: notice.answerBy ?? null,
            completeOn: notice.completeOn ?? null,
          }
        : null,
    promise:
      promise && (phase === 'accepted' || phase === 'proposed')
        ? {
            items: promise.items.map((item) => ({ ...item, received: promise.received.includes(item.id) })),
            by: promise.by,
            isOpen: outstanding(found) > 0,
          }
        : null,
    escalation: escalation
      ? { byName: nameOf(escalation.by), reason: escalation.reason, answerBy: escalation.answerBy }
      : null,
    extended: extension !== undefined,
    ...warningOf(from, found),
    revivableUntil: phase === 'closed' && silentSince ? addDays(silentSince, from.settings.revivalDays) : null,
    late,
    tellings: tellings.map(({ way, by, on, reached }) => ({ way, byName: nameOf(by), on, reached })),
  };
}
