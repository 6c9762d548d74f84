/** What comes due of people. */
import { byClock } from '../ledger/subject/due.ts';
import { absenceOver, beginAbsence } from './acts/absences.ts';
import { erasePeople } from './acts/residents.ts';

export const peopleJobs = {
  'erase-people': byClock('erase-people', erasePeople),
  'begin-absence': byClock('begin-absence', beginAbsence),
  'end-absence': byClock('end-absence', absenceOver),
};
