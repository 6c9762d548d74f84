/** Figures over HTTP. */
import { asksHeavy } from '../ledger/subject/route.ts';
import { answerable } from './views/answerable.ts';
import { dayFigures } from './views/day-figures.ts';

export const figuresRoutes = { figures: asksHeavy(dayFigures), answerable: asksHeavy(answerable) };
