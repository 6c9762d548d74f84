/** What comes due of the catalogue. */
import { byClock } from '../ledger/subject/due.ts';
import { endEntrustment, warnOfEntrustment } from './acts/standing.ts';

export const catalogueJobs = {
  'end-entrustment': byClock('end-entrustment', endEntrustment),
  'warn-of-entrustment': byClock('warn-of-entrustment', warnOfEntrustment),
};
