/** The figures of a day. */
import { z } from 'zod';
import { Day } from '../ids.ts';
import { route, SUPERVISOR } from '../route.ts';
import { DayFigures } from './day-figures.ts';

export const figuresContract = {
  /** V4: the figures of a service day (default: the present one) and its tickets, one row each. */
  figures: route('GET', '/figures', SUPERVISOR)
    .input(z.object({ day: Day.optional() }))
    .output(DayFigures),
};
