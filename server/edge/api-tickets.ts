/** Tickets, calls and appointments over HTTP. */

import { cancelAppointment, checkIn, confirmAppointment, freeSlots, holdSlot } from '../hours/acts/appointments.ts';
import { actByLink, placeOf, ticketOfLink } from '../line/acts/by-link.ts';
import { callNext, callThis } from '../line/acts/call.ts';
import { letPass, rejoin, reportSlip, returnToLine, stepAway, withdraw } from '../line/acts/in-line.ts';
import { issueTicket } from '../line/acts/issue-ticket.ts';
import { finishTicket, handBack, missTicket, putBack, recallTicket, startServing } from '../line/acts/serve-ticket.ts';
import { turnAway } from '../line/acts/turn-away.ts';
import { catalogue, forecast, lookUp } from '../line/views/views.ts';
import { type ApiParts, type Guarded, given, handlerOf } from './guard.ts';

export function ticketRoutes(os: Guarded, { hall, boards }: ApiParts) {
  const as = handlerOf(hall);

  return {
    catalogue: os.catalogue.handler(() => catalogue(hall)),
    boards: {
      kiosk: os.boards.kiosk.handler(() => boards.snapshot('kiosk')),
      display: os.boards.display.handler(() => boards.snapshot('display')),
      staff: os.boards.staff.handler(() => boards.snapshot('staff')),
    },
    tickets: {
      forecast: os.tickets.forecast.handler(({ input, context }) =>
        given(forecast(hall, input.matterIds, input.care), context.language),
      ),
      issue: os.tickets.issue.handler(as(issueTicket)),
      reportSlip: os.tickets.reportSlip.handler(as(reportSlip)),
      turnAway: os.tickets.turnAway.handler(as(turnAway)),
      place: os.tickets.place.handler(({ input, context }) => given(placeOf(hall, input.number), context.language)),
      ofLink: os.tickets.ofLink.handler(({ input, context }) =>
        given(ticketOfLink(hall, input.link), context.language),
      ),
      act: os.tickets.act.handler(as(actByLink)),
      lookUp: os.tickets.lookUp.handler(({ input, context }) =>
        given(lookUp(hall, input.number, input.day), context.language),
      ),
      callNext: os.tickets.callNext.handler(as(callNext)),
      callThis: os.tickets.callThis.handler(as(callThis)),
      recall: os.tickets.recall.handler(as(recallTicket)),
      putBack: os.tickets.putBack.handler(as(putBack)),
      miss: os.tickets.miss.handler(as(missTicket)),
      rejoin: os.tickets.rejoin.handler(as(rejoin)),
      start: os.tickets.start.handler(as(startServing)),
      stepAway: os.tickets.stepAway.handler(as(stepAway)),
      return: os.tickets.return.handler(as(returnToLine)),
      letPass: os.tickets.letPass.handler(as(letPass)),
      handBack: os.tickets.handBack.handler(as(handBack)),
      finish: os.tickets.finish.handler(as(finishTicket)),
      withdraw: os.tickets.withdraw.handler(as(withdraw)),
    },
    appointments: {
      slots: os.appointments.slots.handler(({ input, context }) =>
        given(freeSlots(hall, input.matterId), context.language),
      ),
      hold: os.appointments.hold.handler(as(holdSlot)),
      confirm: os.appointments.confirm.handler(as(confirmAppointment)),
      cancel: os.appointments.cancel.handler(as(cancelAppointment)),
      checkIn: os.appointments.checkIn.handler(as(checkIn)),
    },
  };
}
