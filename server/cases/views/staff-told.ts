/** What a message to the staff says of a case, as it is when it is sent; `over` once it is no longer true, or no longer wished. */
import { LateDuty } from '../../../schema/cases/deadline.ts';
import { CaseStepKind } from '../../../schema/cases/history.ts';
import type { CaseId, ClerkId, Day } from '../../../schema/ids.ts';
import type { MESSAGES } from '../../../schema/messages/message.ts';
import type { StaffWish } from '../../../schema/people/contact.ts';
import { localDay } from '../../../schema/time-text.ts';
import { matterOf } from '../../catalogue/views/matter-view.ts';
import { calendarOf } from '../../hall/views/calendar.ts';
import type { Reader } from '../../ledger/reader.ts';
import type { MessageFacts } from '../../messages/facts.ts';
import { supervisors, wishes } from '../../people/views/contacts.ts';
import { clerkName } from '../../people/views/staff.ts';
import { owedOf, warnedPart } from '../rules/watch.ts';
import { cases, type StoredCase } from '../tables/cases.ts';
import { caseNumber } from './duties.ts';
import { BACK_WORDS, isTold, LATE_WORDS, PART_WORDS, type Part, STEP_WORDS, warnedWords } from './staff-words.ts';

type Kind = Extract<keyof typeof MESSAGES, `staff-${string}`>;
type Refs<K extends Kind> = (typeof MESSAGES)[K]['_output'];
type Said = Partial<Pick<MessageFacts, 'day' | 'startsAt' | 'clerk' | 'on' | 'words'>>;
type Told = MessageFacts | 'over' | null;

/** By which wish somebody is told who answers for a case in this part. */
const WISH: Record<Part, { warned: StaffWish; late: StaffWish; back: StaffWish }> = {
  handler: { warned: 'handler', late: 'handler', back: 'offers' },
  'first-contact': { warned: 'first-contact', late: 'first-contact', back: 'steps' },
  supervisor: { warned: 'hall-warnings', late: 'hall-late', back: 'hall-late' },
};

/** Who answers for a case in which part and wishes to be told of it; each once, in the nearest part. */
export function toTell(from: Reader, found: StoredCase | Case, about: keyof (typeof WISH)['handler']) {
  const parts: [Part, ClerkId][] = [
    ['handler', found.handler],
    ['first-contact', found.firstContact],
    ...supervisors(from).map((id): [Part, ClerkId] => ['supervisor', id]),
  ];
  const told = new Map<ClerkId, Part>();
  for (const [part, id] of parts) if (!told.has(id) && wishes(from, id, WISH[part][about])) told.set(id, part);
  return [...told].map(([id, part]) => ({ id, part }));
}

/** Whether somebody still answers for it in this part, and wishes to be told. */
function isTheirs(from: Reader, found: StoredCase, to: ClerkId, part: Part, about: keyof (typeof WISH)['handler']) {
  const is = { handler: found.handler === to, 'first-contact': found.firstContact === to, supervisor: true };
  return is[part] && wishes(from, to, WISH[part][about]);
}

type Case = Pick<StoredCase, 'handler' | 'firstContact'>;

function about<R extends { caseId: CaseId }>(
  says: (from: Reader, found: StoredCase, refs: R, to: ClerkId) => Said | 'over',
) {
  return (from: Reader, refs: R, to: ClerkId): Told => {
    const found = from.read(cases).byId(refs.caseId);
    const matter = found && matterOf(from, found.matterId);
    if (!found || !matter) return null;
    const said = says(from, found, refs, to);
    if (said === 'over') return 'over';
    const code = caseNumber(found);
    const clerk = clerkName(from, found.handler) ?? '';
    const nothing = { day: null, startsAt: null, path: '', language: null };
    return { ...nothing, about: code, matterNames: matter.names, code, clerk, ...said };
  };
}

export const staffTold = {
  'staff-warned': about<Refs<'staff-warned'>>((from, found, { as, part }, to) => {
    const facts = { today: from.day, settings: from.settings, calendar: calendarOf(from) };
    const isTrue = warnedPart(found, facts) === Number(part) && isTheirs(from, found, to, as, 'warned');
    if (!isTrue) return 'over';
    return { day: found.dueOn ?? null, words: { part: PART_WORDS[as], what: warnedWords(Number(part)) } };
  }),
  'staff-late': about<Refs<'staff-late'>>((from, found, { as, duty }, to) => {
    const known = LateDuty.safeParse(duty);
    const owed = known.success ? owedOf(found).get(known.data) : undefined;
    if (!owed || owed >= from.day || !isTheirs(from, found, to, as, 'late')) return 'over';
    return { day: owed, words: { part: PART_WORDS[as], what: LATE_WORDS[known.data!] } };
  }),
  'staff-offered': about<Refs<'staff-offered'>>((from, { offer, offerGroup }, { handoverId, lapsesAt }, to) => {
    const isTo = offer?.to === to || offerGroup?.receivers.includes(to);
    const stands = offer?.id === handoverId && isTo && offer.lapsesAt === lapsesAt && lapsesAt > nowOf(from);
    if (!stands || !wishes(from, to, 'offers')) return 'over';
    return { day: localDay(lapsesAt, from.timeZone), startsAt: lapsesAt, clerk: clerkName(from, offer.from) ?? '' };
  }),
  'staff-offer-back': about<Refs<'staff-offer-back'>>((from, found, { as, how }, to) => {
    if (found.phase === 'closed' || found.offer || !isTheirs(from, found, to, as, 'back')) return 'over';
    return { day: dueNow(found), words: { part: PART_WORDS[as], what: BACK_WORDS[how] } };
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
    if (!kind.success || !isTold(kind.data) || !wishes(from, to, 'steps')) return 'over';
    return { on, day: dueNow(found), words: { what: STEP_WORDS[kind.data] } };
  }),
};

/** By when it is to be done as it stands; nothing of what is decided or over. */
function dueNow({ phase, dueOn }: StoredCase): Day | null {
  return phase === 'accepted' || phase === 'proposed' ? (dueOn ?? null) : null;
}

function nowOf(from: Reader): string {
  return new Date(from.nowMs).toISOString();
}
