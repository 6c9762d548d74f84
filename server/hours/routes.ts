/** Openings and appointments over HTTP; checking in is line's, because it issues a ticket. */
import type { Day } from '../../schema/ids.ts';
import { asks, commits } from '../ledger/subject/route.ts';
import { cancelAppointment, confirmAppointment, holdSlot } from './acts/book-appointment.ts';
import { createOpening, createSeries } from './acts/plan-openings.ts';
import { cancelOpening } from './acts/turn-openings.ts';
import { freeSlots } from './views/find-appointment.ts';
import { lostCover } from './views/lost-cover.ts';
import { shownOpenings } from './views/open-hours.ts';
import { seriesShown } from './views/series-shown.ts';

export const hoursRoutes = {
  appointments: {
    slots: asks(freeSlots),
    hold: commits('hold-slot', holdSlot),
    confirm: commits('confirm-appointment', confirmAppointment),
    cancel: commits('cancel-appointment', cancelAppointment),
  },
  openings: {
    list: asks((from, { fromDay = '', toDay = '9999' }: { fromDay?: Day; toDay?: Day }) =>
      shownOpenings(from).filter((one) => one.day >= fromDay && one.day <= toDay),
    ),
    lostCover: asks(lostCover),
    create: commits('create-opening', createOpening),
    cancel: commits('cancel-opening', cancelOpening),
    listSeries: asks(seriesShown),
    createSeries: commits('create-series', createSeries),
  },
};
