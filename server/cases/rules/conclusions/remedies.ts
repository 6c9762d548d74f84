/** Until when a resident may object to a refusal (C6): 行政复议法 Art. 20, 行政诉讼法 Art. 46. */
import type { Case } from '../../../../schema/cases/case.ts';
import type { CaseView } from '../../../../schema/cases/views.ts';
import type { Day } from '../../../../schema/ids.ts';
import { addDays } from '../../../../schema/time.ts';
import type { CaseContext } from '../case-command.ts';

const REVIEW_DAYS = 60;
const COURT_MONTHS = 6;

/** Counted from the day on which the resident knew; a last day on which nobody works is the next that is worked (民法典 Art. 203). */
export function remediesOf(
  { outcome, decision, tellings }: Pick<Case, 'outcome' | 'decision' | 'tellings'>,
  calendar: CaseContext['calendar'],
): CaseView['remedies'] {
  const told = tellings.find(({ reached }) => reached)?.on;
  if (outcome !== 'refused' || !decision || !told) return null;
  const worked = (day: Day): Day => (calendar.isWorkingDay(day) ? day : worked(addDays(day, 1)));
  return { reviewUntil: worked(addDays(told, REVIEW_DAYS)), courtUntil: worked(addMonths(told, COURT_MONTHS)) };
}

/** The same day of a later month, or that month's last. */
function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  last.setUTCDate(Math.min(date, last.getUTCDate()));
  return last.toISOString().slice(0, 10);
}
