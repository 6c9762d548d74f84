/** Which days are worked, as a value that rules are given. */
import type { Day } from '../ids.ts';

export type Calendar = {
  isWorkingDay: (day: Day) => boolean;
  /** A day off of a public holiday, by its own name: not a mere weekend. */
  isHoliday: (day: Day) => boolean;
};
