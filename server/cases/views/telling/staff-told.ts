/** What a message to the staff says of a case, as it is when it is sent; `over` once it is no longer true, or no longer wished. */
import { LateDuty } from '../../../../schema/cases/deadline.ts';
import { CaseStepKind } from '../../../../schema/cases/history.ts';
import type { CaseId, ClerkId, Day, Names } from '../../../../schema/ids.ts';
import type { MESSAGES } from '../../../../schema/messages/message.ts';
import { localDay } from '../../../../schema/time-text.ts';
import { matterOf } from '../../../catalogue/views/matter-view.ts';
import { calendarOf } from '../../../hall/views/calendar.ts';
import type { Reader } from '../../../ledger/reader.ts';
import type { MessageFacts } from '../../../messages/facts.ts';
import { wishes } from '../../../people/views/contacts.ts';
import { clerkName } from '../../../people/views/staff.ts';
import { warnedDuties } from '../../rules/clock/duty-warnings.ts';
import { owedOf } from '../../rules/clock/over.ts';
import { openQuestions } from '../../rules/question.ts';
import { warnedPart } from '../../rules/watch.ts';
import { cases, type StoredCase } from '../../tables/cases.ts';
import { staffDayMayMove } from '../case-view.ts';
import { caseNumber } from '../duties.ts';
import {
  answererWords,
  BACK_WORDS,
  isTold,
  LATE_WORDS,
  offeredWords,
  PART_WORDS,
  type Part,
  SOON_WORDS,
  STEP_WORDS,
  warnedWords,
} from './staff-words.ts';
import { isInPlace, isTheirs, presentFor } from './who-is-told.ts';

type Kind = Extract<keyof typeof MESSAGES, `staff-${string}`>;
type Refs<K extends Kind> = (typeof MESSAGES)[K]['_output'];
type Said = Partial<Pick<MessageFacts, 'day' | 'startsAt' | 'clerk' | 'on' | 'words'>>;
type Told = MessageFacts | 'over' | null;

function about<R extends { caseId: CaseId; no?: string | undefined }>(
  says: (from: Reader, found: StoredCase, refs: R, to: ClerkId) => Said | 'over',
) {
  return (from: Reader, refs: R, to: ClerkId): Told => {
    const found = from.read(cases).byId(refs.caseId);
    const matter = found && matterOf(from, found.matterId);
    if (!found || !matter) return null;
    // C18: its conclusion was undone, whatever came instead.
    if (refs.no && ![found.receiptNo, found.noticeNo, found.phase].includes(refs.no)) return 'over';
    const said = says(from, found, refs, to);
    if (said === 'over') return 'over';
    const code = caseNumber(found);
    const clerk = clerkName(from, found.handler) ?? '';
    const nothing = { day: null, startsAt: null, path: '', language: null };
    const mayMove = staffDayMayMove(found, said.day ?? null, calendarOf(from));
    return { ...nothing, about: code, matterNames: matter.names, code, clerk, mayMove, ...said };
  };
}

export const staffTold = {
  'staff-warned': about<Refs<'staff-warned'>>((from, found, { as, part, of }, to) => {
    const facts = { today: from.today, settings: from.settings, calendar: calendarOf(from) };
    const isTrue = warnedPart(found, facts, of) === Number(part) && isTheirs(from, found, to, as, 'warned');
    if (!isTrue) return 'over';
    const day = (of ? found.legalDueOn : found.dueOn) ?? null;
    return { day, words: { part: partWords(found, to, as), what: warnedWords(Number(part), of) } };
  }),
  'staff-late': about<Refs<'staff-late'>>((from, found, { as, duty }, to) => {
    const known = LateDuty.safeParse(duty);
    const owed = known.success ? owedOf(found).get(known.data) : undefined;
    if (!owed || owed >= from.today || !isTheirs(from, found, to, as, 'late')) return 'over';
    return { day: owed, words: { part: partWords(found, to, as), what: LATE_WORDS[known.data!] } };
  }),
  'staff-due-soon': about<Refs<'staff-due-soon'>>((from, found, { as, duty }, to) => {
    const warned = warnedDuties(found, calendarOf(from), from.today).find((one) => one.duty === duty);
    if (!warned || !isTheirs(from, found, to, as, 'warned')) return 'over';
    return { day: warned.by, words: { part: partWords(found, to, as), what: SOON_WORDS[warned.duty] } };
  }),
  'staff-reminded': about<Refs<'staff-reminded'>>((from, found, { questionId }, to) => {
    const asked = openQuestions(found).find(({ id }) => id === questionId);
    if (!asked || asked.answerBy < from.today) return 'over';
    const whose = 'clerkId' in asked.to ? asked.to.clerkId : found.handler;
    if (!presentFor(from, found, whose).includes(to) || !wishes(from, to, 'offers')) return 'over';
    const absent = whose === to ? null : (clerkName(from, whose) ?? '');
    return { day: asked.answerBy, words: { whom: answererWords(absent, 'outside' in asked.to) } };
  }),
  'staff-clock-runs': about<Refs<'staff-clock-runs'>>((from, found, { as, on }, to) => {
    if (dueNow(found) === null || !isTheirs(from, found, to, as, 'warned')) return 'over';
    return { on, day: dueNow(found), words: { part: partWords(found, to, as) } };
  }),
  'staff-offered': about<Refs<'staff-offered'>>((from, found, { handoverId, lapsesAt }, to) => {
    const { offer, offerGroup } = found;
    const isTo = offer?.to ? presentFor(from, found, offer.to).includes(to) : offerGroup?.receivers.includes(to);
    const stands = offer?.id === handoverId && isTo && offer.lapsesAt === lapsesAt && lapsesAt > nowOf(from);
    if (!stands || !wishes(from, to, 'offers')) return 'over';
    const whom = offeredWords(offer.to && offer.to !== to ? (clerkName(from, offer.to) ?? '') : null);
    const clerk = clerkName(from, offer.from) ?? '';
    return { day: localDay(lapsesAt, from.timeZone), startsAt: lapsesAt, clerk, words: { whom } };
  }),
  'staff-offer-back': about<Refs<'staff-offer-back'>>((from, found, { as, how }, to) => {
    if (found.phase === 'closed' || found.offer || !isTheirs(from, found, to, as, 'back')) return 'over';
    return { day: dueNow(found), words: { part: partWords(found, to, as), what: BACK_WORDS[how] } };
  }),
  'staff-assigned': about<Refs<'staff-assigned'>>((from, found, _, to) =>
    found.phase === 'closed' || found.handler !== to || !wishes(from, to, 'offers') ? 'over' : { day: dueNow(found) },
  ),
  'staff-escalated': about<Refs<'staff-escalated'>>((from, { escalation }, _, to) => {
    if (!escalation || !wishes(from, to, 'hall-late')) return 'over';
    return { day: escalation.answerBy, clerk: clerkName(from, escalation.by) ?? '' };
  }),
  // What happened on its day stays true.
  'staff-step': about<Refs<'staff-step'>>((from, found, { step, on }, to) => {
    const kind = CaseStepKind.safeParse(step);
    if (!kind.success || !isTold(kind.data) || !isTheirs(from, found, to, 'first-contact', 'step')) return 'over';
    return {
      on,
      day: dueNow(found),
      words: { part: partWords(found, to, 'first-contact'), what: STEP_WORDS[kind.data] },
    };
  }),
};

function partWords(found: StoredCase, to: ClerkId, part: Part): Names {
  return PART_WORDS[isInPlace(found, to, part) ? 'deputy' : part];
}

/** By when it is to be done as it stands; nothing of what is decided or over. */
function dueNow({ phase, dueOn }: StoredCase): Day | null {
  return phase === 'accepted' || phase === 'proposed' ? (dueOn ?? null) : null;
}

function nowOf(from: Reader): string {
  return new Date(from.nowMs).toISOString();
}
