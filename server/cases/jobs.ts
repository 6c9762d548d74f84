/** What comes due of cases. */
import { byClock } from '../ledger/subject/due.ts';
import { lapseHandover } from './acts/handovers.ts';
import { foldCase, watchCase } from './acts/step-case.ts';

export const casesJobs = {
  'lapse-handover': byClock('lapse-handover', lapseHandover),
  'fold-case': byClock('fold-case', foldCase),
  'watch-case': byClock('watch-case', watchCase),
};
