/** Figures over HTTP. */
import { asksHeavy } from '../ledger/subject/route.ts';
import { dayFigures } from './views/day-figures.ts';

export const figuresRoutes = { figures: asksHeavy(dayFigures) };
