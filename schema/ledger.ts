/** The kinds of streams in the ledger, each with its events. A kind without a stream does not compile (server/streams.ts). */
import type { AppointmentEvent } from './appointment.ts';
import type { CaseEvent } from './case.ts';
import type { CounterEvent } from './counter.ts';
import type { MessageEvent } from './message.ts';
import type { DayEvent, OpeningEvent } from './opening.ts';
import type { TicketEvent } from './ticket.ts';

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
