/** The figures of a day. */
import { z } from 'zod';
import { Day } from '../ids.ts';
import { route, SUPERVISOR } from '../route.ts';
import { Answerable, AnswerableAsked } from './answerable.ts';
import { DayFigures } from './day-figures.ts';
import { Overrides } from './overrides.ts';
import { Report, ReportAsked } from './report.ts';
import { SentMessages, SentMessagesAsked } from './sent-messages.ts';

export const figuresContract = {
  /** V4: the figures of a service day (default: the present one) and its tickets, one row each. */
  figures: route('GET', '/figures', SUPERVISOR)
    .input(z.object({ day: Day.optional() }))
    .output(DayFigures),
  /** H13: any period, both days counted in. */
  report: route('GET', '/report', SUPERVISOR).input(ReportAsked).output(Report),
  /** C7, C11: of the same days, what was allowed against a rule. */
  overrides: route('GET', '/overrides', SUPERVISOR).input(ReportAsked).output(Overrides),
  /** C12, H8: what was sent to whom, when, and whether it arrived; masked (P2). */
  messages: route('GET', '/messages', SUPERVISOR).input(SentMessagesAsked).output(SentMessages),
  /** C2, S4: who had which case at an instant, on a day, or ever. */
  answerable: route('GET', '/answerable', SUPERVISOR).input(AnswerableAsked).output(Answerable),
};
