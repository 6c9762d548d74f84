/** By when the next thing of a case is due, and in how many days (C5, C6, C9). */
import type { Day } from '../../../../schema/ids.ts';
import { calendarOf } from '../../../hall/views/calendar.ts';
import type { Reader } from '../../../ledger/reader.ts';
import { workingDaysLeft } from '../../rules/clock/working-days.ts';
import { waitingPapers } from '../../rules/late-papers.ts';
import type { StoredCase } from '../../tables/cases.ts';

const DAY_MS = 86_400_000;

/** C8, C9: as its limit or its stage of acceptance counts them; what is due otherwise runs in working days. */
export function daysUntil(from: Reader, found: StoredCase, dueOn: Day | undefined) {
  const { today } = from;
  const daysUnit = unitOf(found, dueOn);
  if (!dueOn) return { daysLeft: null, daysUnit };
  const inAll = (Date.parse(dueOn) - Date.parse(today)) / DAY_MS;
  return { daysLeft: daysUnit === 'calendar' ? inAll : workingDaysLeft(today, dueOn, calendarOf(from)), daysUnit };
}

function unitOf({ dueOn: ofLimit, limit, phase, acceptance }: StoredCase, dueOn: Day | undefined) {
  if (dueOn === ofLimit && limit) return limit.unit;
  return ((phase === 'open' || phase === 'noticed') && acceptance?.unit) || 'working';
}

/** What is decided runs by the limit of telling it, what is closed by that of late papers (C5), or of a review (C6). */
export function clockDay(found: StoredCase): Day | undefined {
  if (found.phase === 'decided') return found.decision?.tellBy;
  const owed = waitingPapers(found)?.answerBy ?? found.correction?.reviewBy ?? found.ring?.answerBy;
  return (found.phase === 'closed' ? owed : undefined) ?? found.dueOn;
}
