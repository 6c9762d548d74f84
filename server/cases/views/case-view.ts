/** What one person may see of a case: by its link, in a list, whole (C2, C10, C12). */

import type { Case } from '../../../schema/cases/case.ts';
import { cameBy } from '../../../schema/cases/events.ts';
import type { CaseView, HallCase, ListedCase } from '../../../schema/cases/views.ts';
import type { Calendar } from '../../../schema/hall/calendar.ts';
import type { CaseId, ClerkId, Day, Names } from '../../../schema/ids.ts';
import { type Refusal, refuse } from '../../../schema/refusal.ts';
import { localTime } from '../../../schema/time.ts';
import { matterNames } from '../../catalogue/views/matter-view.ts';
import { groups } from '../../hall/tables/groups.ts';
import { calendarOf, lawCalendarOf } from '../../hall/views/calendar.ts';
import type { LedgerReader } from '../../ledger/ledger.ts';
import type { Reader } from '../../ledger/reader.ts';
import { links } from '../../people/tables/links.ts';
import { said } from '../../people/views/said.ts';
import { clerkName } from '../../people/views/staff.ts';
import { clockOf } from '../rules/clock/case-clock.ts';
import { countOf, deadlineOf } from '../rules/clock/deadline.ts';
import { mayMove, ownMayMove } from '../rules/clock/told-days.ts';
import { remediesOf } from '../rules/conclusions/remedies.ts';
import { gaveIt } from '../rules/corrections/same-outcome.ts';
import { isUnknown } from '../rules/residents/unknown.ts';
import { cases, type StoredCase } from '../tables/cases.ts';
import { meanwhileOf } from './case-history.ts';
import { goingOnFrom, linksOf } from './case-links.ts';
import { erasedOn, helperOf, maskedOf, signedOf } from './case-people.ts';
import { endWaysOf, placesOf, standInForAnswerer, standInsOf } from './deputies.ts';
import { latePapersOf, lateTaskOf } from './late-papers.ts';
import { concludeBy, dutiesOf, sentBackOf } from './owed.ts';
import { papersOf } from './paper-content.ts';
import { clockDay, daysUntil } from './worklist/days-left.ts';

/** P3. */
export function caseOfLink(from: Reader, link: string): StoredCase | Refusal {
  const id = from.read(links).follow('case', link, new Date(from.nowMs).toISOString());
  return (id && from.read(cases).byId(id as CaseId)) || refuse('link-unknown');
}

export function caseView(from: Reader, stored: StoredCase): CaseView {
  return viewOf(from, said(from, stored));
}

/** With its words. */
function viewOf(from: Reader, found: StoredCase): CaseView {
  return { ...inShort(from, found), count: countNow(from, found) };
}

function inShort(from: Reader, found: StoredCase): Omit<CaseView, 'count'> {
  const { today } = from;
  return {
    caseId: found.id,
    phase: found.phase,
    matterNames: matterNames(from, found.matterId),
    ...{ firstContact: clerkName(from, found.firstContact) ?? '', handler: clerkName(from, found.handler) ?? '' },
    receiptNo: found.receiptNo ?? null,
    acceptedOn: found.acceptedOn ?? null,
    deemed: found.deemed ?? false,
    acceptance: found.acceptance ?? null,
    concludeBy: concludeBy(from, found),
    dueOn: found.dueOn ?? null,
    legalDueOn: found.legalLimit ? (found.legalDueOn ?? null) : null,
    provisional: isProvisional(found, calendarOf(from)),
    mayMove: mayMoveOf(from, found),
    outcome: found.outcome ?? null,
    pause: pauseOf(found, today),
    extension: extensionOf(found),
    tellBy: found.phase === 'decided' ? (found.decision?.tellBy ?? null) : null,
    inquiries: found.inquiries.map(({ read, answer, ...asked }) => ({
      ...asked,
      readOn: read?.on ?? null,
      answer: answer ? { byName: clerkName(from, answer.by) ?? '', on: answer.on, text: answer.text } : null,
    })),
    messages: found.messages ?? false,
    latePapers: latePapersOf(from, found),
    standIn: answersNow(from, found),
    explanation: found.explanation ?? null,
    correction:
      found.correction && !found.correction.sentBack
        ? { no: found.correction.corrects, reviewBy: found.correction.reviewBy }
        : null,
    remedies: remediesOf(found, lawCalendarOf(from)),
    corrected: correctedOf(found),
    destination: found.destination ?? found.proposal?.destination ?? null,
  };
}

/** C5. */
function correctedOf({ ending }: StoredCase): CaseView['corrected'] {
  if (!ending?.corrected) return null;
  const { was, on, voids, linkedNo = null, changed = null } = ending.corrected;
  return { was, on, voids, linkedNo, changed };
}

/** C11: a resident is told who is there. */
function answersNow(from: Reader, found: StoredCase): CaseView['standIn'] {
  const stood = standInForAnswerer(from, found);
  const name = stood?.by.map((id) => clerkName(from, id) ?? '').join('、');
  const backOn = stood?.until ? localTime(Date.parse(stood.until), from.timeZone).day : null;
  return name ? { name, backOn } : null;
}

/** C9: counted as the calendar is now; of an older ledger as it was told. */
export function isProvisional(found: Case, calendar: Calendar): boolean {
  const clock = clockOf(found);
  return clock ? deadlineOf(clock, calendar).provisional : (found.provisional ?? false);
}

/** C9: of a day that the resident was told, or by which its clock runs. */
export function dayMayMove(found: StoredCase, day: Day | null, calendar: Calendar): boolean {
  if (day === null) return false;
  return day === found.dueOn ? isProvisional(found, calendar) : mayMove(found, calendar).includes(day);
}

/** C9: the same, also of a day that the staff alone was told. */
export function staffDayMayMove(found: StoredCase, day: Day | null, calendar: Calendar): boolean {
  return dayMayMove(found, day, calendar) || (day !== null && ownMayMove(found, calendar).includes(day));
}

/** C17: also the last days of the remedies, which are counted as the calendar is now. */
function mayMoveOf(from: Reader, found: StoredCase): Day[] {
  const calendar = calendarOf(from);
  const remedies = remediesOf(found, lawCalendarOf(from));
  const days = remedies ? [remedies.reviewUntil, remedies.courtUntil] : [];
  return [...new Set([...mayMove(found, calendar), ...days.filter((day) => calendar.isProvisional(day))])];
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

function extensionOf({ extension, phase }: StoredCase): CaseView['extension'] {
  if (!extension || phase === 'closed' || phase === 'decided') return null;
  return { days: extension.days, reason: extension.reason };
}

/** As the hall's list shows them, in this order. */
export function theseCases(from: Reader, ids: readonly CaseId[], reader: ClerkId, ledger: LedgerReader): ListedCase[] {
  const found = ids.flatMap((id) => from.read(cases).byId(id) ?? []);
  return found.map((one) => listedCase(from, said(from, one), reader, ledger));
}

/** Of any clerk who looks it up by its numbers (A1). */
export function oneCase(from: Reader, caseId: CaseId, reader: ClerkId, ledger: LedgerReader): HallCase | Refusal {
  const found = from.read(cases).byId(caseId);
  return found ? hallCase(from, found, reader, ledger) : refuse('case-unknown');
}

function hallCase(from: Reader, stored: StoredCase, reader: ClerkId, ledger: LedgerReader): HallCase {
  const found = said(from, stored);
  const [count, links] = [countNow(from, found), linksOf(from, found)];
  return { ...listedCase(from, found, reader, ledger), count, links };
}

/** With its words. */
export function listedCase(from: Reader, found: StoredCase, reader: ClerkId, ledger: LedgerReader): ListedCase {
  const { offer, decision, correction, ending } = found;
  // C6: of what is decided a refusal is proposed as its correction.
  const proposal = found.proposal ?? (correction?.sentBack ? undefined : correction);
  const sentBack = found.sentBack ?? correction?.sentBack;
  const dueOn = concludeBy(from, found) ?? clockDay(found);
  const { today } = from;
  const nameOf = (id: ClerkId) => clerkName(from, id) ?? '';
  const places = placesOf(from, found, reader);
  const isMine = (id: ClerkId) => id === reader || places.includes(id);
  return {
    ...inShort(from, found),
    ownMayMove: ownMayMove(found, calendarOf(from)),
    matterId: found.matterId,
    number: found.origin.number,
    origin: { by: cameBy(found.origin), day: found.origin.day },
    applicant: maskedOf(from, found.personId),
    helper: helperOf(from, found, today),
    firstContactId: found.firstContact,
    handlerId: found.handler,
    standIns: standInsOf(from, found, reader),
    ...{ asHandler: isMine(found.handler), endWays: endWaysOf(from, found, reader), isSenderUnknown: isUnknown(found) },
    meanwhile: meanwhileOf(from, found, reader, ledger),
    offer: offer
      ? {
          id: offer.id,
          fromName: nameOf(offer.from),
          toName: offer.to ? nameOf(offer.to) : '',
          toGroup: groupNames(from, found),
          toMe: offer.to ? isMine(offer.to) : isOfGroup(found, reader),
          note: offer.note,
          lapsesAt: offer.lapsesAt,
        }
      : null,
    proposal: proposal
      ? {
          ...{ byName: nameOf(proposal.by), mine: proposal.by === reader, reason: proposal.reason, at: proposal.at },
          ...{ basis: proposal.basis ?? '', reviewBy: proposal.reviewBy ?? null },
          destination: (proposal !== correction && found.proposal?.destination) || null,
          unreachable: found.proposal?.unreachable ?? false,
          corrects: proposal === correction ? correction.corrects : null,
        }
      : null,
    declined: (found.declined ?? []).map(({ by, ...why }) => ({ ...why, byName: nameOf(by) })),
    sentBack: sentBack ? sentBackOf(sentBack, nameOf) : null,
    correctionBy: correction ? nameOf(correction.by) : null,
    isMyCorrection: correction?.by === reader,
    papers: papersOf(from, found.id),
    goesOnAs: decision || ending ? (goingOnFrom(from, found.id)?.receiptNo ?? null) : null,
    erasedOn: erasedOn(from, found),
    decision: decision ? { no: decision.no, byName: nameOf(decision.by), mine: gaveIt(decision, reader) } : null,
    ending:
      found.phase === 'closed' && ending && !ending.corrected?.linkedNo
        ? { byName: nameOf(ending.by), mine: gaveIt(ending, reader), papers: ending.papers }
        : null,
    ...dutiesOf(from, found),
    questions: questionsOf(from, found, isMine),
    signed: signedOf(found),
    lateTask: lateTaskOf(from, found, isMine),
    ringTask: found.ring
      ? {
          ...{ why: found.ring.why, answerBy: found.ring.answerBy, unreachable: found.ring.unreachable ?? false },
          tries: found.ring.tries.map(({ by, on }) => ({ byName: nameOf(by), on })),
          days: found.ring.days ?? [],
        }
      : null,
    ...daysUntil(from, found, dueOn),
  };
}

function groupNames(from: Reader, { offerGroup }: StoredCase): Names | null {
  return offerGroup ? (from.read(groups).all().get(offerGroup.letter)?.names ?? null) : null;
}

export function isOfGroup({ offerGroup }: StoredCase, clerkId: ClerkId): boolean {
  return offerGroup?.receivers.includes(clerkId) === true;
}

/** C2: what was asked, with the words as they were kept. */
function questionsOf(
  from: Reader,
  { questions, handler }: StoredCase,
  isMine: (id: ClerkId) => boolean,
): HallCase['questions'] {
  const nameOf = (id: ClerkId) => clerkName(from, id) ?? '';
  return questions.map(({ id, to, by, text, on, answerBy, answer, takenBack = null }) => ({
    ...{ id, text, on, answerBy, takenBackOn: takenBack },
    toName: 'clerkId' in to ? nameOf(to.clerkId) : to.outside,
    isOutside: 'outside' in to,
    toMe: isMine('clerkId' in to ? to.clerkId : handler),
    byName: nameOf(by),
    answer: answer ? { byName: nameOf(answer.by), on: answer.on, text: answer.text, how: answer.how ?? null } : null,
  }));
}
