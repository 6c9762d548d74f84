/** What happened to a case, from its entries in the ledger (C6, C12): names of clerks, and words where they were kept. */
import { type CaseEvent, cameBy } from '../../../schema/cases/events.ts';
import { type CaseStep, RESIDENT_STEPS, type ResidentStepFacts } from '../../../schema/cases/history.ts';
import type { Foreign } from '../../../schema/cases/log/foreign.ts';
import type { CaseId, ClerkId, Instant } from '../../../schema/ids.ts';
import { type Refusal, refuse } from '../../../schema/refusal.ts';
import { localTime } from '../../../schema/time.ts';
import type { Actor } from '../../../schema/who.ts';
import { calendarOf } from '../../hall/views/calendar.ts';
import type { Entry, LedgerReader } from '../../ledger/ledger.ts';
import type { Reader } from '../../ledger/reader.ts';
import { idOf, kindOf } from '../../ledger/subject/stream.ts';
import { absences } from '../../people/tables/absences.ts';
import { awayNow } from '../../people/views/absences.ts';
import { said } from '../../people/views/said.ts';
import { clerkName } from '../../people/views/staff.ts';
import { CONCLUDES } from '../rules/case-life.ts';
import { whenOf } from '../rules/imported/when.ts';
import { cases, type StoredCase } from '../tables/cases.ts';

const DAY_MS = 86_400_000;

type Of<T extends CaseEvent['type']> = Extract<CaseEvent, { type: T }>;
type NameOf = (id: ClerkId) => string;
type TimeOf = (at: Instant) => string;
type Facts = Record<string, string>;

const NONE = (): Facts => ({});
const toWhom = ({ to }: { to: ClerkId }, nameOf: NameOf): Facts => ({ to: nameOf(to) });

/** Of each event what its sentence names besides the clerk who did it. */
const FACTS: { [T in CaseEvent['type']]: (event: Of<T>, nameOf: NameOf, timeOf: TimeOf) => Facts } = {
  'case-opened': ({ origin }) => ({
    ...{ number: origin?.number ?? '', came: origin ? cameBy(origin) : 'ticket' },
  }),
  'foreign-activity': ({ foreign }, nameOf) => activityOf(foreign, nameOf),
  'case-taken-over': ({ to, dueOn, late }, nameOf) => ({
    ...{ to: nameOf(to), day: dueOn ?? '—' },
    ...(late?.includes('due') ? { passed: 'yes' } : {}),
  }),
  'case-resumed': NONE,
  'paper-printed': ({ no }) => ({ no }),
  'paper-voided': ({ no }) => ({ no }),
  'conclusion-undone': ({ papers }) => ({ no: papers.join('、') }),
  'case-accepted': ({ receiptNo, dueOn, deemed, paper }) => ({
    ...{ no: receiptNo, day: dueOn ?? '—' },
    ...(deemed ? { deemed: paper?.acceptance ? 'own' : 'yes' } : {}),
  }),
  'case-escalated': ({ answerBy }) => ({ day: answerBy }),
  'escalation-answered': NONE,
  'notice-given': ({ noticeNo, answerBy }) => ({ no: noticeNo, day: answerBy ?? '—' }),
  'notice-let-pass': NONE,
  'ring-owed': ({ answerBy }) => ({ day: answerBy }),
  'resident-rung': ({ reached }) => ({ reached: reached ? 'yes' : 'no' }),
  'materials-received': ({ noticeNo, items }) => ({ no: noticeNo, count: String(items.length) }),
  'promise-reminded': NONE,
  'notice-reminded': ({ noticeNo }) => ({ no: noticeNo }),
  'notice-taken-back': ({ noticeNo }) => ({ no: noticeNo }),
  'notice-unanswered': ({ noticeNo }) => ({ no: noticeNo }),
  'case-revived': ({ answerBy }) => ({ day: answerBy }),
  'case-paused': ({ until }) => ({ day: until }),
  'pause-ended': ({ on }) => ({ day: on }),
  'case-extended': ({ days }) => ({ count: String(days) }),
  'due-moved': ({ from, to, noticeNo }) => ({ from, day: to, no: noticeNo }),
  'day-moved': ({ duty, from, to, noticeNo }) => ({ duty, from, day: to, no: noticeNo }),
  'duty-moved': ({ duty, from, to }) => ({ duty, from, day: to }),
  'deadline-warned': ({ part, of }) => ({ percent: String(Math.round(part * 100)), ...(of ? { of } : {}) }),
  'duty-late': ({ duty }) => ({ duty }),
  'duty-warned': ({ duty }) => ({ duty }),
  'overdue-explained': NONE,
  'handover-offered': toWhom,
  'group-offered': ({ toGroup }) => ({ group: toGroup }),
  'group-declined': ({ by, gone }, nameOf) => ({ name: nameOf(by), gone: gone ? 'yes' : 'no' }),
  'group-offer-ended': ({ toGroup, why }) => ({ group: toGroup, why }),
  'handover-moved': ({ before, lapsesAt }, _, timeOf) => ({ from: timeOf(before), time: timeOf(lapsesAt) }),
  'handover-accepted': toWhom,
  'handover-declined': toWhom,
  'handover-lapsed': toWhom,
  'handover-taken-back': toWhom,
  'case-reassigned': ({ from, to }, nameOf) => ({ from: nameOf(from), to: nameOf(to) }),
  'refusal-proposed': ({ reviewBy, destination }) => ({
    day: reviewBy ?? '—',
    ...(destination ? { elsewhere: 'yes' } : {}),
  }),
  'refusal-confirmed': NONE,
  'refusal-sent-back': NONE,
  'refusal-taken-back': NONE,
  'case-decided': ({ outcome, decisionNo, tellBy }) => ({ outcome, no: decisionNo, day: tellBy }),
  'correction-proposed': ({ proposalNo, corrects, reviewBy }) => ({ no: proposalNo, voids: corrects, day: reviewBy }),
  'correction-sent-back': NONE,
  'correction-taken-back': NONE,
  'outcome-corrected': ({ outcome, decisionNo, voids, tellBy }) => ({ outcome, no: decisionNo, voids, day: tellBy }),
  'ending-corrected': ({ was, outcome, voids, linkedNo, referralNo, closingNo, changed }) => ({
    ...{ was, outcome, voids: voids.join('、') || '—', no: linkedNo ?? referralNo ?? closingNo ?? '' },
    ...(changed ? { changed: changed.join(' ') } : {}),
  }),
  'resident-told': ({ way, reached, helperId, said: bySelf }) => ({
    way,
    reached: !reached ? 'no' : bySelf ? 'said' : helperId ? 'helper' : 'yes',
  }),
  'inquiry-received': ({ answerBy }) => ({ day: answerBy }),
  'inquiry-read': NONE,
  'inquiry-answered': NONE,
  'question-asked': ({ to, answerBy }, nameOf) => ({
    to: 'clerkId' in to ? nameOf(to.clerkId) : to.outside,
    day: answerBy,
  }),
  'question-reminded': ({ on }) => ({ day: on }),
  'question-answered': NONE,
  'question-taken-back': ({ to }, nameOf) => ({ to: 'clerkId' in to ? nameOf(to.clerkId) : to.outside }),
  'applicant-named': NONE,
  'helper-entered': NONE,
  'helper-changed': NONE,
  'helper-ended': ({ on }) => ({ day: on }),
  'messages-agreed': ({ agreed }) => ({ agreed: agreed ? 'yes' : 'no' }),
  'late-papers-received': ({ no, to, answerBy }, nameOf) => ({ no, to: to ? nameOf(to) : '', day: answerBy }),
  'late-papers-answered': ({ no, kind, linkedNo }) => ({ no, answer: kind, linkedNo: linkedNo ?? '' }),
  'late-papers-passed': ({ from, to }, nameOf) => ({ from: nameOf(from), to: nameOf(to) }),
  'case-closed': ({ outcome, left, mistaken }) => ({
    outcome,
    ...(left ? { left: 'yes' } : {}),
    ...(mistaken ? { mistaken: 'yes' } : {}),
  }),
};

function activityOf(foreign: Foreign | undefined, nameOf: NameOf): Facts {
  const { activity = '', transition = 'complete', to } = foreign ?? {};
  const part = transition.toLowerCase();
  return { activity, ...(part !== 'complete' ? { transition: part } : {}), ...(to ? { to: nameOf(to) } : {}) };
}

/** Under which names an event holds somebody's own words. */
const WORDS = ['reason', 'remark', 'text', 'note', 'basis'] as const;

export function caseHistory(
  from: Reader,
  { caseId }: { caseId: CaseId },
  _: Actor,
  ledger: LedgerReader,
): CaseStep[] | Refusal {
  if (!from.read(cases).byId(caseId)) return refuse('case-unknown');
  return ledger.load<CaseEvent>(`case:${caseId}`).map((entry) => stepOf(from, entry));
}

/** C11: what deputies did in this clerk's place. */
function stepsInPlace(from: Reader, caseId: CaseId, of: ClerkId, ledger: LedgerReader): CaseStep[] {
  const entries = ledger.load<CaseEvent>(`case:${caseId}`);
  return entries.filter(({ event }) => event.standIn?.of === of).map((entry) => stepOf(from, entry));
}

/** Shown until the owner has been back for so long. */
const SHOWN_DAYS = 14;

/** C2, C11: for a case's handler and its first contact, what was done in the handler's place in the last absence. */
export function meanwhileOf(
  from: Reader,
  { id, stoodIn, handler, firstContact }: StoredCase,
  reader: ClerkId,
  ledger: LedgerReader,
): CaseStep[] {
  const stood = stoodIn.filter(({ of }) => of === handler);
  if (stood.length === 0 || (reader !== handler && reader !== firstContact)) return [];
  const absence = awayNow(from).get(handler) ?? from.read(absences).lastOver(handler);
  const ended = absence?.endedAt ?? null;
  if (!absence || (ended !== null && Date.parse(ended) + SHOWN_DAYS * DAY_MS < from.nowMs)) return [];
  const isOf = (at: Instant) => at >= absence.from && (ended === null || at <= ended);
  return stood.some(({ at }) => isOf(at)) ? stepsInPlace(from, id, handler, ledger).filter(({ at }) => isOf(at)) : [];
}

function stepOf(from: Reader, entry: Entry<CaseEvent>): CaseStep {
  const { actor, event } = entry;
  const did = event.foreign?.by ?? (kindOf(actor) === 'clerk' ? (idOf(actor) as ClerkId) : null);
  const nameOf = (id: ClerkId) => clerkName(from, id) ?? '';
  return {
    at: whenOf(entry),
    kind: event.type,
    byName: did && nameOf(did),
    inPlaceOf: event.standIn ? nameOf(event.standIn.of) : null,
    facts: said(from, factsOf(from, event)),
    words: wordsOf(from, event),
  };
}

/** C12: what concerns the resident, without anybody's own words. */
export function residentSteps(from: Reader, caseId: CaseId, ledger: LedgerReader): ResidentStepFacts[] {
  return standing(ledger.load<CaseEvent>(`case:${caseId}`)).flatMap((entry) => {
    const { event } = entry;
    const at = whenOf(entry);
    const kind = RESIDENT_STEPS.find((one) => one === event.type);
    return kind ? [{ at, kind, facts: factsOf(from, event) }] : [];
  });
}

/** C18: nobody was told of a conclusion that was undone; nothing but itself stands between the two. */
function standing(entries: Entry<CaseEvent>[]): Entry<CaseEvent>[] {
  const kept: Entry<CaseEvent>[] = [];
  for (const entry of entries) {
    if (entry.event.type !== 'conclusion-undone') kept.push(entry);
    else while (kept.length > 0 && CONCLUDES.has(kept.at(-1)!.event.type)) kept.pop();
  }
  return kept;
}

/** What the sentence of an event names besides its author. */
export function factsOf(from: Reader, event: CaseEvent): Facts {
  const nameOf = (id: ClerkId) => clerkName(from, id) ?? '';
  const timeOf = (at: Instant) => {
    const { day, time } = localTime(Date.parse(at), from.timeZone);
    return `${day} ${time}`;
  };
  const facts = (FACTS[event.type] as (event: CaseEvent, nameOf: NameOf, timeOf: TimeOf) => Facts)(
    event,
    nameOf,
    timeOf,
  );
  return {
    ...facts,
    ...(event.happenedAt === undefined ? {} : { former: 'yes' }),
    ...(mayMoveIn(event) && facts.day && calendarOf(from).isProvisional(facts.day) ? { may: 'yes' } : {}),
  };
}

/** C9: the day that it tells was told as one that may still move. */
function mayMoveIn(event: CaseEvent): boolean {
  const isTold = 'provisional' in event && event.provisional === true;
  return isTold || ('counted' in event && event.counted?.provisional === true);
}

function wordsOf(from: Reader, event: CaseEvent): string[] {
  const held = new Map(Object.entries(event));
  const words = WORDS.flatMap((name) => held.get(name) || []).map((one) => String(said(from, one)));
  return [...new Set(words)];
}
