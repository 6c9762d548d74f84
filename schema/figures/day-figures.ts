/** The figures of one service day (V4): one row a ticket, and the sheet on which they add up (H13). */
import { z } from 'zod';
import { Day, Instant, MatterId, TicketId } from '../ids.ts';
import { CallReason, TICKET_PHASES, TicketClass } from '../line/ticket.ts';
import { Channel } from '../who.ts';

export const DayTicket = z.object({
  ticketId: TicketId,
  number: z.string(),
  /** Where it stands now, or how that day ended for it. */
  phase: z.enum([...TICKET_PHASES, 'carried-over']),
  klass: TicketClass,
  channel: Channel,
  matters: z.array(MatterId),
  arrivedAt: Instant,
  /** Came over from an earlier day. */
  carriedIn: z.boolean(),
  /** When it came into this day's line. */
  fromAt: Instant,
  calls: z.number().int(),
  recalls: z.number().int(),
  /** How often it was missed, and how many it let pass. */
  misses: z.number().int(),
  passes: z.number().int(),
  firstCalledAt: Instant.nullable(),
  startedAt: Instant.nullable(),
  endedAt: Instant.nullable(),
  /** At counters, all sittings together. */
  servedMs: z.number().int(),
  counterLabel: z.string().nullable(),
  clerkName: z.string().nullable(),
  why: CallReason.nullable(),
});
export type DayTicket = z.infer<typeof DayTicket>;

/** issued + carriedIn = finished + withdrawn + expired + carriedOver + unfinished. */
export const TicketSums = z.object({
  issued: z.number().int(),
  carriedIn: z.number().int(),
  finished: z.number().int(),
  withdrawn: z.number().int(),
  expired: z.number().int(),
  carriedOver: z.number().int(),
  unfinished: z.number().int(),
  /** First calls of a ticket to a counter, and calls repeated. */
  calls: z.number().int(),
  recalls: z.number().int(),
  turnedAway: z.number().int(),
});

export const DayFigures = TicketSums.extend({
  day: Day,
  /** C7: second notices, which a supervisor let pass with a reason. */
  noticesAgain: z.number().int(),
  /** Q4: calls out of order, per clerk, the most first. */
  outOfOrder: z.array(z.object({ clerkName: z.string(), count: z.number().int() })),
  callsByHour: z.array(z.object({ hour: z.number().int(), calls: z.number().int(), recalls: z.number().int() })),
  tickets: z.array(DayTicket),
});
export type DayFigures = z.infer<typeof DayFigures>;
