/** What comes due of openings and appointments. */
import { byClock } from '../ledger/subject/due.ts';
import { lapseHold, missAppointment } from './acts/book-appointment.ts';
import { backUp } from './acts/plan-backups.ts';
import { expandOpenings } from './acts/plan-openings.ts';
import { beginOpening, endOpening } from './acts/turn-openings.ts';

export const hoursJobs = {
  'begin-opening': byClock('begin-opening', beginOpening),
  'end-opening': byClock('end-opening', endOpening),
  'expand-openings': byClock('expand-openings', expandOpenings),
  'back-up': byClock('back-up', backUp),
  'lapse-hold': byClock('lapse-hold', lapseHold),
  'miss-appointment': byClock('miss-appointment', missAppointment),
};
