/** What comes due of the line. */
import { byClock } from '../ledger/subject/due.ts';
import { endDay } from './acts/end-day.ts';
import { missByClock, returnByClock } from './acts/in-line.ts';

export const lineJobs = {
  'miss-ticket': byClock('miss-ticket', missByClock),
  'return-ticket': byClock('return-ticket', returnByClock),
  'end-day': byClock('end-day', endDay),
};
