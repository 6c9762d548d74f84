/** Figures over HTTP. */
import { asks, asksHeavy } from '../ledger/subject/route.ts';
import { answerable } from './views/answerable.ts';
import { dayFigures } from './views/day-figures.ts';
import { overrides } from './views/overrides.ts';
import { report } from './views/report.ts';
import { sentMessages } from './views/sent-messages.ts';

export const figuresRoutes = {
  figures: asksHeavy(dayFigures),
  answerable: asksHeavy(answerable),
  report: asksHeavy(report),
  overrides: asks(overrides),
  messages: asks(sentMessages),
};
