/** WHAT IS OVER BY THE DAY (C7–C10, C14): the clock has changed the case, dated by its own day, whatever job is late. */

import type { Case } from '../../../../schema/cases/case.ts';
import type { LateDuty } from '../../../../schema/cases/deadline.ts';
import type { CaseEvent } from '../../../../schema/cases/events.ts';
import type { Day } from '../../../../schema/ids.ts';
import { addDays } from '../../../../schema/time.ts';
import type { CaseContext } from '../case-command.ts';
import { evolveCase } from '../case-life.ts';
import { withClosingPaper } from '../conclusions/decision.ts';
import { deemed } from '../conclusions/notice.ts';
import { promisedBy } from '../conclusions/promise.ts';
import { revivalOf } from '../conclusions/revival.ts';
import { waitingPapers } from '../late-papers.ts';
import { answerQuestionBy } from '../question.ts';
import { answerInquiryBy } from '../residents/resident.ts';
import { ringOwed } from '../residents/ring.ts';
import { deemedBy } from './case-clock.ts';

type Facts = Pick<CaseContext, 'calendar' | 'settings'>;
/** `on`: from this day on it is so. */
type Over = { on: Day; events: (ctx: CaseContext) => CaseEvent[] };

/** All that is over today, in the order of its days; what follows from it is over, too. */
export function madeOver(found: Case, ctx: CaseContext, at: string): CaseEvent[] {
  const events: CaseEvent[] = [];
  let now = found;
  for (let next = nextOver(now, ctx); next && next.on <= ctx.today; next = nextOver(now, ctx)) {
    const happened = next.events(ctx);
    now = happened.reduce<Case>((state, event) => evolveCase(state, event, found.id, at), now);
    events.push(...happened);
  }
  return events;
}

/** From which day on the next of it is so; null: people alone move the case. */
export function overOn(found: Case, facts: Facts): Day | null {
  return nextOver(found, facts)?.on ?? null;
}

function nextOver(found: Case, facts: Facts): Over | undefined {
  const all = [...ofDeemed(found, facts), ...ofPauses(found), ...ofHelper(found), ...ofDuties(found)];
  // What was late on the day of closing is late first.
  return [...all, ...ofSilence(found, facts)].sort((a, b) => a.on.localeCompare(b.on))[0];
}

function ofDeemed(found: Case, facts: Facts): Over[] {
  const by = deemedBy(found, facts);
  return by ? [{ on: addDays(by, 1), events: (ctx) => deemed(found, ctx) }] : [];
}

/** C7: while all is there the hall owes the next step (C8). */
function ofSilence(found: Case, { calendar, settings }: Facts): Over[] {
  const { phase, notice, handler } = found;
  if (phase !== 'noticed' || !notice?.answerBy || notice.completeOn) return [];
  const on = addDays(notice.answerBy, 1);
  const events = ({ reach }: CaseContext): CaseEvent[] => [
    { type: 'notice-unanswered', noticeNo: notice.no, on },
    { type: 'case-closed', outcome: 'withdrawn', clerkId: handler, note: '', on },
    ...ringOwed(found, 'silent', { today: on, settings, calendar, reach }),
  ];
  const revival = revivalOf({ notice }, settings) ?? undefined;
  const withPaper = (event: CaseEvent, ctx: CaseContext): CaseEvent => {
    const closed = withClosingPaper(event, ctx);
    if (closed.type !== 'case-closed' || !closed.paper) return closed;
    return { ...closed, paper: { ...closed.paper, unanswered: notice.no, revival } };
  };
  return [{ on, events: (ctx) => events(ctx).map((event) => withPaper(event, ctx)) }];
}

/** C14: who comes for the applicant does so until the day that was said. */
function ofHelper({ helper, phase }: Case): Over[] {
  if (!helper?.until || helper.ended || phase === 'closed') return [];
  const { personId, until } = helper;
  return [{ on: addDays(until, 1), events: () => [{ type: 'helper-ended', personId, on: until }] }];
}

/** C9: a pause is over at its planned end; somebody has to go on. */
function ofPauses({ pauses, phase }: Case): Over[] {
  if (phase !== 'accepted' && phase !== 'proposed') return [];
  return pauses.flatMap(({ id, until, ended }) =>
    ended === undefined
      ? [{ on: addDays(until, 1), events: () => [{ type: 'pause-ended' as const, pauseId: id, on: until }] }]
      : [],
  );
}

function ofDuties(found: Case): Over[] {
  if (found.phase === 'open') return [];
  return [...owedOf(found)].flatMap(([duty, by]) => {
    const on = addDays(by, 1);
    return found.late.includes(duty) ? [] : [{ on, events: () => [{ type: 'duty-late' as const, duty, on }] }];
  });
}

/** What somebody still has to do of it, and the last day for it. */
export function owedOf(found: Case): Map<LateDuty, Day> {
  const { phase, dueOn, legalDueOn, legalLimit, decision, escalation, proposal, correction } = found;
  const isAtWork = phase === 'accepted' || phase === 'proposed';
  const isBack = correction?.sentBack !== undefined;
  const by: [LateDuty, Day | undefined][] = [
    ['due', isAtWork ? dueOn : undefined],
    ['legal-due', isAtWork && legalLimit ? legalDueOn : undefined],
    ['telling', phase === 'decided' ? decision?.tellBy : undefined],
    ['escalation', escalation?.answerBy],
    ['review', proposal?.reviewBy ?? (isBack ? undefined : correction?.reviewBy)],
    ['sent-back', isBack ? correction?.reviewBy : undefined],
    ['inquiry', answerInquiryBy(found)],
    ['question', answerQuestionBy(found)],
    ['late-papers', waitingPapers(found)?.answerBy],
    ['promise', isAtWork ? promisedBy(found) : undefined],
    ['ring', found.ring?.answerBy],
  ];
  return new Map(by.filter((one): one is [LateDuty, Day] => one[1] !== undefined));
}
