/** By when the next thing of a case is due, and in how many days (C5, C6, C9). */
import type { Day } from '../../../../schema/ids.ts';
import { calendarOf } from '../../../hall/views/calendar.ts';
import type { Reader } from '../../../ledger/reader.ts';
import { workingDaysLeft } from '../../rules/clock/working-days.ts';
import { waitingPapers } from '../../rules/late-papers.ts';
import type { StoredCase } from '../../tables/cases.ts';

const DAY_MS = 86_400_000;

/** C9: as the limit counts them; what is not due by its limit runs in working days. */
export function daysUntil(from: Reader, { dueOn: ofLimit, limit }: StoredCase, dueOn: Day | undefined) {
  const { today } = from;
  const daysUnit = dueOn === ofLimit && limit ? limit.unit : 'working';
  if (!dueOn) return { daysLeft: null, daysUnit };
  const inAll = (Date.parse(dueOn) - Date.parse(today)) / DAY_MS;
  return { daysLeft: daysUnit === 'calendar' ? inAll : workingDaysLeft(today, dueOn, calendarOf(from)), daysUnit };
}

/** What is decided runs by the limit of telling it, what is closed by that of late papers (C5), or of a review (C6). */
export function clockDay(found: StoredCase): Day | undefined {
  if (found.phase === 'decided') return found.decision?.tellBy;
  const owed = waitingPapers(found)?.answerBy ?? found.correction?.reviewBy ?? found.ring?.answerBy;
  return (found.phase === 'closed' ? owed : undefined) ?? found.dueOn;
}
