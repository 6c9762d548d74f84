/** OF WHAT SOMEBODY IS WARNED OR REMINDED, AND WHEN TO LOOK NEXT (C7–C10): counted again each time. */

import type { Case } from '../../../schema/cases/case.ts';
import { type CaseEvent, isTaken } from '../../../schema/cases/events.ts';
import type { Day } from '../../../schema/ids.ts';
import type { CaseContext } from './case-command.ts';
import { clockOf, legalClockOf } from './clock/case-clock.ts';
import { isPaused, warnings } from './clock/deadline.ts';
import { dutyWarnings } from './clock/duty-warnings.ts';
import { overOn } from './clock/over.ts';
import { workingDayBefore } from './clock/working-days.ts';
import { promisedBy } from './conclusions/promise.ts';
import { questionReminders } from './question.ts';

type Due = { on: Day; events: CaseEvent[] };
type Facts = Pick<CaseContext, 'calendar' | 'settings'>;

/** Whatever is to be said of it by today, in order; nothing twice. What is over by the day has its own place: over.ts. */
export function watched(found: Case, ctx: CaseContext): CaseEvent[] {
  const due = dueOf(found, ctx).filter(({ on }) => on <= ctx.today);
  return due.sort((a, b) => a.on.localeCompare(b.on)).flatMap(({ events }) => events);
}

/** The next day on which something is due, today at the earliest; null: only people move it. */
export function watchOn(found: Case, today: Day, facts: Facts): Day | null {
  const over = overOn(found, facts);
  const days = [...dueOf(found, { ...facts, today }).map(({ on }) => on), ...(over ? [over] : [])];
  const [first] = days.sort();
  return first === undefined || first > today ? (first ?? null) : today;
}

function dueOf(found: Case, facts: Facts & { today: Day }): Due[] {
  const warned = dutyWarnings(found, facts.calendar, facts.today);
  const asked = ofQuestions(found, facts.calendar, facts.today);
  switch (found.phase) {
    case 'open':
      return isTaken(found.origin) ? warned : [];
    case 'noticed':
      return [...ofNotice(found, facts), ...warned, ...asked];
    case 'accepted':
    case 'proposed':
      return [...ofPromise(found, facts), ...ofWarnings(found, facts), ...asked];
    // What is decided has no clock but that of telling, and what is closed none but that of an answer.
    case 'decided':
    case 'closed':
      return [...warned, ...asked];
    default:
      return found.phase satisfies never;
  }
}

/** C7: reminded before its day; nothing while all is there (C8). */
function ofNotice({ notice }: Case, { calendar, settings, today }: Facts & { today: Day }): Due[] {
  if (!notice?.answerBy || notice.completeOn || notice.reminded || today > notice.answerBy) return [];
  const on = workingDayBefore(notice.answerBy, settings.noticeReminderDays, calendar);
  return [{ on, events: [{ type: 'notice-reminded', noticeNo: notice.no, on: today }] }];
}

/** C13: reminded before its day; after it the handler owes an answer. */
function ofPromise({ promise }: Case, { calendar, settings, today }: Facts & { today: Day }): Due[] {
  const by = promisedBy({ promise });
  if (!by || promise?.reminded || today > by) return [];
  const on = workingDayBefore(by, settings.promiseReminderDays, calendar);
  return [{ on, events: [{ type: 'promise-reminded', on: today }] }];
}

type Warned = { on: Day; part: number; of?: 'legal' };

/** C10: of the limit, and of the law's beside it where that is another day; in order, no day twice. */
function schedule(found: Case, { calendar, settings }: Facts): Warned[] {
  const [clock, legal] = [clockOf(found), legalClockOf(found)];
  const own = clock ? warnings(clock, settings.warnAt, calendar) : new Map<Day, number>();
  const law = legal ? [...warnings(legal, settings.warnAt, calendar)].filter(([day]) => !own.has(day)) : [];
  const all = [
    ...[...own].map(([on, part]): Warned => ({ on, part })),
    ...law.map(([on, part]): Warned => ({ on, part, of: 'legal' })),
  ];
  return all.sort((a, b) => a.on.localeCompare(b.on));
}

/** C10: of several that were missed the last one says it all. */
function ofWarnings(found: Case, { calendar, settings, today }: Facts & { today: Day }): Due[] {
  const { warned, warnedOn, pauses } = found;
  const isWarned = ({ on, part, of }: Warned) => {
    if (!of) return part <= (warned ?? 0) && (warnedOn === undefined || on <= warnedOn);
    // Q8: of a case that was warned of before it came here, or by an older program, no old day of the law rings.
    return warnedOn === undefined ? warned !== undefined && on < today : on <= warnedOn;
  };
  const open = schedule(found, { calendar, settings }).filter((one) => !isWarned(one));
  const missed = open.filter(({ on }) => on <= today);
  const shown = [...missed.slice(-1), ...open.filter(({ on }) => on > today)];
  return shown
    .filter(({ on }) => !isPaused(on, pauses))
    .map(({ on, ...what }) => ({ on, events: [{ type: 'deadline-warned', ...what, on: today < on ? on : today }] }));
}

/** C10: the part of the limit, or of the law's, that is over as the calendar is now; null in a told pause, without a limit, and after it. */
export function warnedPart(
  found: Case,
  { calendar, settings, today }: Facts & { today: Day },
  of: 'own' | 'legal' = 'own',
): number | null {
  const isAtWork = found.phase === 'accepted' || found.phase === 'proposed';
  const due = of === 'own' ? found.dueOn : found.legalDueOn;
  const clock = isAtWork ? (of === 'own' ? clockOf(found) : legalClockOf(found)) : null;
  if (!clock || !due || due < today || isPaused(today, clock.pauses)) return null;
  const over = [...warnings(clock, settings.warnAt, calendar)].filter(([day]) => day <= today);
  return over.at(-1)?.[1] ?? null;
}

/** C2: whoever was asked is reminded on the working day before. */
function ofQuestions(found: Case, calendar: Facts['calendar'], today: Day): Due[] {
  return questionReminders(found, today, (day) => workingDayBefore(day, 1, calendar));
}
