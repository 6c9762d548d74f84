/** Warnings of days that are no due day (C5, C8): one working day before telling is late, and before the law accepts by itself. */

import type { Case } from '../../../../schema/cases/case.ts';
import type { WarnedDuty } from '../../../../schema/cases/deadline.ts';
import type { CaseEvent } from '../../../../schema/cases/events.ts';
import type { Calendar } from '../../../../schema/hall/calendar.ts';
import type { Day } from '../../../../schema/ids.ts';
import { deemedBy } from './case-clock.ts';
import { workingDayBefore } from './working-days.ts';

type Warning = { duty: WarnedDuty; on: Day; by: Day };

/** `by`: the last day for it; `on`: the day of its warning. */
function warningsOf(found: Case, calendar: Calendar): Warning[] {
  const days: [WarnedDuty, Day | null | undefined][] = [
    ['telling', found.phase === 'decided' ? found.decision?.tellBy : null],
    ['deemed', deemedBy(found, { calendar })],
  ];
  return days.flatMap(([duty, by]) => (by ? [{ duty, by, on: workingDayBefore(by, 1, calendar) }] : []));
}

/** Each once; nothing after its day. */
export function dutyWarnings(found: Case, calendar: Calendar, today: Day): { on: Day; events: CaseEvent[] }[] {
  return warningsOf(found, calendar)
    .filter(({ duty, by }) => today <= by && !found.dutiesWarned?.includes(duty))
    .map(({ duty, on }) => ({ on, events: [{ type: 'duty-warned' as const, duty, on: today < on ? on : today }] }));
}

/** Those that are true today, whatever job is late. */
export function warnedDuties(found: Case, calendar: Calendar, today: Day): Omit<Warning, 'on'>[] {
  return warningsOf(found, calendar)
    .filter(({ on, by }) => on <= today && today <= by)
    .map(({ duty, by }) => ({ duty, by }));
}
