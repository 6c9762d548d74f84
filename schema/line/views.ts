/** What one person may see of a ticket, and do with it (Q6, C12, T6, T7). */
import { z } from 'zod';
import { ResidentCase } from '../cases/views.ts';
import { Day, Instant, Letter, MatterId, Names, TicketId } from '../ids.ts';
import { Closing, WaitRange } from './rows.ts';
import { CallReason, LetPassCount, TicketClass } from './ticket.ts';

/** What somebody would find who came now for these matters; shown before issuing (Q6, T10). */
export const Forecast = z.object({
  ahead: z.number().int(),
  range: WaitRange.nullable(),
  /** Calling stops first for one in five or more (T10); then there is no range. */
  closing: Closing.nullable(),
  /** Null when tickets are issued now, else why not. */
  closed: z.enum(['hall-closed', 'queue-closed']).nullable(),
  nextStartsAt: Instant.nullable(),
});
export type Forecast = z.infer<typeof Forecast>;

/** Q2: an appointment before its time: its slot, and from when it is called. */
export const Booked = z.object({ slotAt: Instant, callableAt: Instant });
export type Booked = z.infer<typeof Booked>;

/** T10, L3: somebody in line for whom no opening to come has a counter; `counterLabels`: those that could call. */
export const UncalledTicket = z.object({
  ticketId: TicketId,
  number: z.string(),
  arrivedAt: Instant,
  letter: Letter,
  matterId: MatterId,
  counterLabels: z.array(z.string()),
});
export type UncalledTicket = z.infer<typeof UncalledTicket>;

export const TicketView = z.object({
  ticketId: TicketId,
  number: z.string(),
  day: Day,
  phase: z.string(),
  klass: TicketClass,
  counterLabel: z.string().nullable(),
  /** Who waits, or holds a place, with a smaller rank. */
  ahead: z.number().int().nullable(),
  /** Q7: why somebody of these stands before although not there before: a head start, or called once and back again. */
  aheadBecause: z.object({ headStart: z.number().int(), cameBack: z.number().int() }).nullable(),
  /** T7: how many might be let pass, three at most. */
  behind: z.number().int(),
  range: WaitRange.nullable(),
  /** T10, T12: the opening it waits for while nobody of its queues is called, null in it where none is planned yet; and
   * why its own was cancelled. */
  waitsFor: z.object({ startsAt: Instant.nullable(), day: Day.nullable(), because: z.string().nullable() }).nullable(),
  closing: Closing.nullable(),
  booked: Booked.nullable(),
  /** Q3: why it was called. */
  why: CallReason.nullable(),
  awayUntil: Instant.nullable(),
  /** T8: the counter that calls it, where it was passed to one. */
  waitsAt: z.string().nullable(),
  rejoinUntil: Instant.nullable(),
  /** C18: until when its withdrawal can be undone. */
  undoUntil: Instant.nullable(),
  /** C18: its last step counts from then. Null: it counts. */
  standsFrom: Instant.nullable(),
  slip: z.string(),
  matterNames: z.array(Names),
  cases: z.array(ResidentCase),
});
export type TicketView = z.infer<typeof TicketView>;

/** C12, P3: by the link of its slip; a case's own link opens it in full, once it has had a conclusion. */
export const OwnTicket = TicketView.extend({ cases: z.array(ResidentCase.extend({ link: z.string().nullable() })) });
export type OwnTicket = z.infer<typeof OwnTicket>;

/**
 * What a number alone tells whoever reads it off the display: the place in line. Matters, cases and every act need the
 * link of the slip (C12, P3).
 */
export const PlaceView = TicketView.omit({
  ticketId: true,
  klass: true,
  why: true,
  slip: true,
  undoUntil: true,
  standsFrom: true,
  matterNames: true,
  cases: true,
});
export type PlaceView = z.infer<typeof PlaceView>;

/** What the resident does with the own ticket by its link (T6, T7). */
export const TicketAct = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('step-away') }),
  z.object({ kind: z.literal('return') }),
  z.object({ kind: z.literal('let-pass'), count: LetPassCount }),
  z.object({ kind: z.literal('withdraw') }),
  z.object({ kind: z.literal('rejoin') }),
  /** C18: of the own withdrawal. */
  z.object({ kind: z.literal('undo') }),
]);
export type TicketAct = z.infer<typeof TicketAct>;
