/** Figures over HTTP. */
import { asks } from '../ledger/subject/route.ts';
import { dayFigures } from './views/day-figures.ts';

export const figuresRoutes = { figures: asks(dayFigures) };
