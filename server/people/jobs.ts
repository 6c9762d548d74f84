/** What comes due of people. */
import { byClock } from '../ledger/subject/due.ts';
import { erasePeople } from './acts/residents.ts';

export const peopleJobs = { 'erase-people': byClock('erase-people', erasePeople) };
