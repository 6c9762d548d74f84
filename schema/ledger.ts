/** The kinds of streams in the ledger, each with its events. A kind without a stream does not compile (server/subjects.ts). */

import type { CaseEvent } from './cases/events.ts';
import type { AgencyEvent } from './catalogue/agency.ts';
import type { MatterEvent } from './catalogue/catalogue.ts';
import type { CalendarYearEvent, HallDayEvent } from './hall/calendar.ts';
import type { OperationEvent } from './hall/operation.ts';
import type { CounterPlanEvent, DeviceEvent, GroupEvent, HallEvent } from './hall/plan.ts';
import type { AppointmentEvent } from './hours/appointment.ts';
import type { OpeningEvent, SeriesEvent } from './hours/opening.ts';
import type { CounterEvent } from './line/counter.ts';
import type { DayEvent } from './line/day.ts';
import type { TicketEvent } from './line/ticket.ts';
import type { MessageEvent } from './messages/message.ts';
import type { NoteEvent } from './messages/note.ts';
import type { AbsenceEvent } from './people/absence.ts';
import type { AccountEvent, ClerkEvent } from './people/clerk.ts';
import type { PersonEvent } from './people/person.ts';

export type LedgerEvents = {
  ticket: TicketEvent;
  case: CaseEvent;
  counter: CounterEvent;
  opening: OpeningEvent;
  appointment: AppointmentEvent;
  /** A service day: its id is the date. */
  day: DayEvent;
  message: MessageEvent;
  /** A tick on what the supervisor is told: its id is the seq of that event. */
  note: NoteEvent;
  /** Reference data (S4): one stream, `hall:hall`, and one for each group, counter, device, account, matter and series. */
  hall: HallEvent;
  /** What happened to the running hall, or was done to its file (S3, Q8): one stream a service day. */
  operation: OperationEvent;
  group: GroupEvent;
  'counter-plan': CounterPlanEvent;
  device: DeviceEvent;
  clerk: ClerkEvent;
  /** Passwords, contacts and sessions of the staff (S4): one stream a person and date. */
  account: AccountEvent;
  /** When somebody is away (C11): one stream an absence. */
  absence: AbsenceEvent;
  /** What was done with somebody's data (S4): one stream a person and date. */
  person: PersonEvent;
  matter: MatterEvent;
  /** Where residents are sent (C5): one stream an agency. */
  agency: AgencyEvent;
  series: SeriesEvent;
  'calendar-year': CalendarYearEvent;
  'hall-day': HallDayEvent;
};
export type StreamKind = keyof LedgerEvents;
