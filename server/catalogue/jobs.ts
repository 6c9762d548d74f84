/** What comes due of the catalogue. */
import { byClock } from '../ledger/subject/due.ts';
import { endEntrustment } from './acts/standing.ts';

export const catalogueJobs = { 'end-entrustment': byClock('end-entrustment', endEntrustment) };
