/** WHAT COMES DUE OF A CASE BY ITSELF (C7–C10): by the day, whatever job is late; the next day on which to look is counted again. */
import type { Case } from '../../../schema/cases/case.ts';
import type { LateDuty } from '../../../schema/cases/deadline.ts';
import { type CaseEvent, isTaken } from '../../../schema/cases/events.ts';
import type { Day } from '../../../schema/ids.ts';
import { addDays } from '../../../schema/time.ts';
import type { CaseContext } from './case-command.ts';
import { isPaused, warnings } from './clock/deadline.ts';
import { dutyWarnings } from './clock/duty-warnings.ts';
import { workingDayBefore } from './clock/working-days.ts';
import { deemedBy } from './conclusions/notice.ts';
import { promisedBy } from './conclusions/promise.ts';
import { waitingPapers } from './late-papers.ts';
import { answerQuestionBy, questionReminders } from './question.ts';
import { answerInquiryBy } from './residents/resident.ts';
import { ringOwed } from './residents/ring.ts';
import { clockOf } from './still.ts';

type Due = { on: Day; events: CaseEvent[] };
type Facts = Pick<CaseContext, 'calendar' | 'settings'>;

/** All that is due by today, in order; nothing twice. */
export function watched(found: Case, ctx: CaseContext): CaseEvent[] {
  const due = dueOf(found, ctx).filter(({ on }) => on <= ctx.today);
  return due.sort((a, b) => a.on.localeCompare(b.on)).flatMap(({ events }) => events);
}

/** The next day on which something is due, today at the earliest; null: only people move it. */
export function watchOn(found: Case, today: Day, facts: Facts): Day | null {
  const deemedOn = deemedBy(found, facts);
  const days = [...dueOf(found, { ...facts, today }).map(({ on }) => on), ...(deemedOn ? [addDays(deemedOn, 1)] : [])];
  const [first] = days.sort();
  return first === undefined || first > today ? (first ?? null) : today;
}

function dueOf(found: Case, facts: Facts & { today: Day }): Due[] {
  if (found.phase === 'noticed') return ofNotice(found, facts);
  const warned = dutyWarnings(found, facts.calendar, facts.today);
  const owed = [...ofHelper(found), ...warned, ...ofDuties(found), ...ofQuestions(found, facts.calendar, facts.today)];
  // What is decided has no clock but that of telling, and what is closed none but that of an answer.
  if (found.phase === 'decided' || found.phase === 'closed') return owed;
  if (found.phase === 'open') return isTaken(found.origin) ? [...ofHelper(found), ...warned] : [];
  return [...ofPauses(found), ...ofPromise(found, facts), ...ofWarnings(found, facts), ...owed];
}

/** C7: reminded before its day, and closed as withdrawn after it; nothing while all is there. */
function ofNotice(found: Case, { calendar, settings, today }: Facts & { today: Day }): Due[] {
  const { notice, handler } = found;
  const duties = [...ofHelper(found), ...ofDuties(found), ...ofQuestions(found, calendar, today)];
  // C8: while all is there the hall owes the next step.
  if (!notice?.answerBy || notice.completeOn) return [...dutyWarnings(found, calendar, today), ...duties];
  const over = addDays(notice.answerBy, 1);
  const remindOn = workingDayBefore(notice.answerBy, settings.noticeReminderDays, calendar);
  const reminder: Due = { on: remindOn, events: [{ type: 'notice-reminded', noticeNo: notice.no, on: today }] };
  const closing: Due = {
    on: over,
    events: [
      { type: 'notice-unanswered', noticeNo: notice.no, on: today },
      { type: 'case-closed', outcome: 'withdrawn', clerkId: handler, note: '' },
      ...ringOwed(found, 'silent', { today, settings, calendar }),
    ],
  };
  return [...(notice.reminded || today >= over ? [] : [reminder]), closing, ...duties];
}

/** C14: who comes for the applicant does so until the day that was said. */
function ofHelper({ helper, phase }: Case): Due[] {
  if (!helper?.until || helper.ended || phase === 'closed') return [];
  const { personId, until } = helper;
  return [{ on: addDays(until, 1), events: [{ type: 'helper-ended', personId, on: until }] }];
}

/** C9: a pause is over at its planned end; somebody has to go on. */
function ofPauses({ pauses }: Case): Due[] {
  return pauses
    .filter(({ ended }) => ended === undefined)
    .map(({ id, until }) => ({ on: addDays(until, 1), events: [{ type: 'pause-ended', pauseId: id, on: until }] }));
}

/** C13: reminded before its day; after it the handler owes an answer. */
function ofPromise({ promise }: Case, { calendar, settings, today }: Facts & { today: Day }): Due[] {
  const by = promisedBy({ promise });
  if (!by || promise?.reminded || today > by) return [];
  const on = workingDayBefore(by, settings.promiseReminderDays, calendar);
  return [{ on, events: [{ type: 'promise-reminded', on: today }] }];
}

/** C10: of several that were missed the last one says it all. */
function ofWarnings(found: Case, { calendar, settings, today }: Facts & { today: Day }): Due[] {
  const clock = clockOf(found);
  if (!clock) return [];
  const open = [...warnings(clock, settings.warnAt, calendar)].filter(([, part]) => part > (found.warned ?? 0));
  const missed = open.filter(([day]) => day <= today);
  const shown = [...missed.slice(-1), ...open.filter(([day]) => day > today)];
  return shown
    .filter(([day]) => !isPaused(day, clock.pauses))
    .map(([on, part]) => ({ on, events: [{ type: 'deadline-warned', part, on: today < on ? on : today }] }));
}

/** C10: the part of the limit that is over as the calendar is now; null in a told pause, without a limit, and after it. */
export function warnedPart(found: Case, { calendar, settings, today }: Facts & { today: Day }): number | null {
  const clock = found.phase === 'accepted' || found.phase === 'proposed' ? clockOf(found) : null;
  if (!clock || !found.dueOn || found.dueOn < today || isPaused(today, clock.pauses)) return null;
  const over = [...warnings(clock, settings.warnAt, calendar)].filter(([day]) => day <= today);
  return over.at(-1)?.[1] ?? null;
}

function ofDuties(found: Case): Due[] {
  return [...owedOf(found)].flatMap(([duty, day]) =>
    found.late.includes(duty)
      ? []
      : [{ on: addDays(day, 1), events: [{ type: 'duty-late' as const, duty, on: addDays(day, 1) }] }],
  );
}

/** What somebody still has to do of it, and the last day for it. */
export function owedOf(found: Case): Map<LateDuty, Day> {
  const { phase, dueOn, legalDueOn, legalLimit, decision, escalation, proposal, correction } = found;
  const isAtWork = phase === 'accepted' || phase === 'proposed';
  const by: [LateDuty, Day | undefined][] = [
    ['due', isAtWork ? dueOn : undefined],
    ['legal-due', isAtWork && legalLimit ? legalDueOn : undefined],
    ['telling', phase === 'decided' ? decision?.tellBy : undefined],
    ['escalation', escalation?.answerBy],
    ['review', proposal?.reviewBy ?? (correction?.sentBack ? undefined : correction?.reviewBy)],
    ['inquiry', answerInquiryBy(found)],
    ['question', answerQuestionBy(found)],
    ['late-papers', waitingPapers(found)?.answerBy],
    ['promise', isAtWork ? promisedBy(found) : undefined],
    ['ring', found.ring?.answerBy],
  ];
  return new Map(by.filter((one): one is [LateDuty, Day] => one[1] !== undefined));
}

/** C2: whoever was asked is reminded on the working day before. */
function ofQuestions(found: Case, calendar: Facts['calendar'], today: Day): Due[] {
  return questionReminders(found, today, (day) => workingDayBefore(day, 1, calendar));
}
