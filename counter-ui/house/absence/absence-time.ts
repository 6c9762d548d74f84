/** The day of an absence, with its time where it is not the day's beginning. */
import type { Instant, Language } from '../../../schema/ids.ts';
import { clockTime, dateText, dayOf } from '../../words/hall-time.ts';

const WHOLE_DAY = '00:00';

export function absenceTime(at: Instant, language: Language): string {
  const time = clockTime(at);
  return `${dateText(dayOf(at), language)}${time === WHOLE_DAY ? '' : ` ${time}`}`;
}
