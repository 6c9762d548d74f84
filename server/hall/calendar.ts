/** China's calendar with its make-up workdays (C9, H1), as chinese-days has it. */
import chineseDays from 'chinese-days';
import type { Calendar } from '../../schema/hall/calendar.ts';

export const CHINA: Calendar = {
  isWorkingDay: (day) => chineseDays.isWorkday(day),
  isHoliday: (day) => chineseDays.getHolidaysInRange(day, day, false).length > 0,
};
