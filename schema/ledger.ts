/** The kinds of streams in the ledger, each with its events. A kind without a stream does not compile (server/subjects.ts). */

import type { CaseEvent } from './cases/case.ts';
import type { AppointmentEvent } from './hours/appointment.ts';
import type { OpeningEvent } from './hours/opening.ts';
import type { CounterEvent } from './line/counter.ts';
import type { DayEvent } from './line/day.ts';
import type { TicketEvent } from './line/ticket.ts';
import type { MessageEvent } from './messages/message.ts';

export type LedgerEvents = {
  ticket: TicketEvent;
  case: CaseEvent;
  counter: CounterEvent;
  opening: OpeningEvent;
  appointment: AppointmentEvent;
  /** A service day: its id is the date. */
  day: DayEvent;
  message: MessageEvent;
};
export type StreamKind = keyof LedgerEvents;
