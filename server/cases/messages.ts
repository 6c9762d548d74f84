/** What messages about cases say (C12), of the case as it is when they are sent; and about the telephone itself (P2). */
import type { CaseId } from '../../schema/ids.ts';
import type { MESSAGES } from '../../schema/messages/message.ts';
import { matterOf } from '../catalogue/views/matter-view.ts';
import { calendarOf } from '../hall/views/calendar.ts';
import type { Reader } from '../ledger/reader.ts';
import type { MessageFacts } from '../messages/facts.ts';
import { links } from '../people/tables/links.ts';
import { clerkName } from '../people/views/staff.ts';
import { cases, type StoredCase } from './tables/cases.ts';
import { dayMayMove } from './views/case-view.ts';
import { unanswered } from './views/owed.ts';
import { staffTold } from './views/telling/staff-told.ts';
import { TOLD_WORDS, toldDay } from './views/telling/told-day.ts';

/** `no`: of the paper that it told of; void, it is told no more (C18). */
type Refs = { caseId: CaseId; no?: string | undefined };
type DayRefs = (typeof MESSAGES)['case-day-moved']['_output'];
type TelephoneRefs = (typeof MESSAGES)['telephone-changed']['_output'];
type About = (from: Reader, refs: Refs) => MessageFacts | 'over' | null;

/** `dayOf`: the day that the message names; `holds`: while it is still true. */
function about(dayOf: (found: StoredCase, from: Reader) => string | undefined, holds = isOpen): About {
  return (from, { caseId, no }) => {
    const found = from.read(cases).byId(caseId);
    const matter = found && matterOf(from, found.matterId);
    if (!found || !matter) return null;
    const isVoid = no !== undefined && no !== found.receiptNo && no !== found.noticeNo;
    if (isVoid || !holds(found)) return 'over';
    const code = found.receiptNo ?? found.noticeNo ?? found.origin.number;
    const path = `/c/${from.read(links).of('case', caseId)}`;
    const clerk = clerkName(from, found.handler) ?? '';
    const day = dayOf(found, from) ?? null;
    const mayMove = dayMayMove(found, day, calendarOf(from));
    return { about: code, matterNames: matter.names, day, mayMove, startsAt: null, code, clerk, path, language: null };
  };
}

const isOpen = ({ phase }: StoredCase) => phase !== 'closed';
const isNoticed = ({ phase }: StoredCase) => phase === 'noticed';
/** A refusal that was proposed again is told by itself. */
const isAccepted = ({ phase }: StoredCase) => phase === 'accepted';
const isPromised = ({ phase, promise }: StoredCase) =>
  phase !== 'closed' && promise !== undefined && promise.received.length < promise.items.length;
const isOverdue = ({ phase, late }: StoredCase) =>
  (phase === 'accepted' || phase === 'proposed') && late.includes('due');
const isAnyway = () => true;
const dueOn = ({ dueOn }: StoredCase) => dueOn;
const answerBy = ({ notice }: StoredCase) => notice?.answerBy;

export const casesMessages = {
  'case-accepted': about(dueOn),
  'case-noticed': about(answerBy, isNoticed),
  'case-notice-reminder': about(answerBy, isNoticed),
  'case-promise-reminder': about(({ promise }) => promise?.by, isPromised),
  'case-closed': about(
    () => undefined,
    ({ phase }) => phase === 'closed',
  ),
  'case-left': about(
    () => undefined,
    ({ phase }) => phase === 'closed',
  ),
  'case-corrected': about(
    () => undefined,
    ({ ending }) => ending?.corrected !== undefined,
  ),
  'case-reworded': about(
    () => undefined,
    ({ ending }) => ending?.corrected?.changed !== undefined,
  ),
  'case-ended': about(
    (found, from) => unanswered(from, found)?.until,
    ({ silentSince }) => silentSince !== undefined,
  ),
  'case-handler': about(dueOn),
  'case-due-moved': about(dueOn),
  'case-day-moved': (from: Reader, { caseId, duty, about: of }: DayRefs): MessageFacts | 'over' | null => {
    const byOf = (found: StoredCase) => toldDay(found, duty, of);
    const said = about(byOf, (found) => byOf(found) !== undefined)(from, { caseId });
    return said === 'over' || said === null ? said : { ...said, words: { what: TOLD_WORDS[duty] } };
  },
  'case-refusal-proposed': about(
    ({ proposal }) => proposal?.reviewBy,
    ({ proposal }) => proposal !== undefined,
  ),
  'case-refusal-over': about(dueOn, isAccepted),
  'case-correction-proposed': about(
    ({ correction }) => correction?.reviewBy,
    ({ correction }) => correction !== undefined && !correction.sentBack,
  ),
  'case-correction-sent-back': about(
    () => undefined,
    ({ correction }) => correction?.sentBack !== undefined,
  ),
  'case-correction-over': about(
    () => undefined,
    ({ correction, decision }) => correction === undefined && decision !== undefined,
  ),
  'case-revived': about(answerBy, isNoticed),
  'case-ours': about(dueOn),
  'case-overdue': about(dueOn, isOverdue),
  'case-late': about(dueOn),
  'case-decided': about(({ decision }) => decision?.tellBy),
  'case-answered': about(dueOn, isAnyway),
  'case-late-answered': about(dueOn, isAnyway),
  'telephone-changed': (_: Reader, { to }: TelephoneRefs): MessageFacts => ({
    about: null,
    ...(to === 'former' ? { to } : {}),
    ...{ day: null, startsAt: null, path: '', language: null },
  }),
  ...staffTold,
};
