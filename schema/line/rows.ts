/** The rows of boards that the line makes, and what they say of the wait. */
import { z } from 'zod';
import { ClerkId, CounterId, Instant, Letter, MatterId, Names, TicketId } from '../ids.ts';
import { Channel } from '../who.ts';
import { CounterPhase } from './counter.ts';
import { CallReason, PassedTo, Rank, TicketClass, TicketPhase } from './ticket.ts';

/** Q6: half of people wait at most `halfMin` minutes, eight in ten at most `mostMin`. Null: cannot be said now. */
export const WaitRange = z.object({ halfMin: z.number().int(), mostMin: z.number().int() });
export type WaitRange = z.infer<typeof WaitRange>;

/** T10: calling stops before this one is likely reached; `goesOnAt` is later that day, null: no more that day. */
export const Closing = z.object({ at: Instant, goesOnAt: Instant.nullable() });
export type Closing = z.infer<typeof Closing>;

export const queueRow = z.object({
  id: Letter,
  names: Names,
  waiting: z.number().int(),
  away: z.number().int(),
  openCounters: z.number().int(),
  /** The number called last today, or null. */
  lastNumber: z.string().nullable(),
  /** For somebody who comes now; none where a closing comes first, which is then said instead (Q6). */
  range: WaitRange.nullable(),
  closing: Closing.nullable(),
  /** Tickets are issued for it now. */
  open: z.boolean(),
  /** T10, T12: nobody of it is called now though people stand in it: how many, and when it goes on; null: not planned. */
  kept: z.object({ count: z.number().int(), startsAt: Instant.nullable() }).nullable(),
});

export const counterRow = z.object({
  id: CounterId,
  /** What the counter is called on the wall: 1, 2, 3 … */
  label: z.string(),
  phase: CounterPhase,
  letters: z.array(Letter),
  clerkId: ClerkId.nullable(),
  clerkName: z.string().nullable(),
  ticketId: TicketId.nullable(),
  number: z.string().nullable(),
  ticketPhase: TicketPhase.nullable(),
  /** Of what it does now: the call, the sitting, or being free. */
  since: Instant.nullable(),
  /** T12: since when it is occupied after its opening's end. */
  closingSince: Instant.nullable(),
});

/** D3: the public rows carry number and counter only. */
export const publicCounterRow = counterRow.pick({
  id: true,
  label: true,
  phase: true,
  number: true,
  ticketPhase: true,
});

/** One call or recall, in the order of its id (the seq of its event). A screen speaks each, never the same twice. */
export const callRow = z.object({
  id: z.string(),
  seq: z.number().int(),
  at: Instant,
  number: z.string(),
  letter: Letter,
  counterLabel: z.string(),
  callNo: z.number().int(),
});

export const ticketRow = z.object({
  id: TicketId,
  number: z.string(),
  letter: Letter,
  phase: TicketPhase,
  klass: TicketClass,
  channel: Channel,
  matters: z.array(MatterId),
  remaining: z.array(MatterId),
  /** The queues of the remaining matters. */
  queues: z.array(Letter),
  sitting: z.array(MatterId),
  arrivedAt: Instant,
  rank: Rank,
  notBefore: Instant.nullable(),
  counterId: CounterId.nullable(),
  /** T6: the calls towards the limit, which each return to the line begins anew. */
  callNo: z.number().int(),
  /** T6: all calls of it so far, while it is called or served; 0 otherwise. */
  calls: z.number().int(),
  calledAt: Instant.nullable(),
  startedAt: Instant.nullable(),
  missedAt: Instant.nullable(),
  awayUntil: Instant.nullable(),
  /** T8: who alone calls it. */
  passedTo: PassedTo.nullable(),
  /** Its wait is not of one piece: how many it let pass, how often it was missed, whether it came from another day. */
  passes: z.number().int(),
  misses: z.number().int(),
  carriedIn: z.boolean(),
  /** T12: when its queues are called again, while nobody of them is called now; null in it where none is planned. */
  waitsFor: z.object({ startsAt: Instant.nullable() }).nullable(),
  why: CallReason.nullable(),
});

export type QueueRow = z.infer<typeof queueRow>;
export type CounterRow = z.infer<typeof counterRow>;
export type CallRow = z.infer<typeof callRow>;
export type TicketRow = z.infer<typeof ticketRow>;

/** How many calls a board keeps. More than a hall's counters, so that no call of one commit is dropped unspoken (D1). */
export const CALLS_KEPT = 60;
