/** What the screens show. A board is a set of keyed collections; a push puts and drops rows of them. */
import { z } from 'zod';
import { CounterPhase } from './counter.ts';
import {
  CaseId,
  ClerkId,
  CounterId,
  Day,
  HandoverId,
  Instant,
  Letter,
  MatterId,
  Names,
  OpeningId,
  TicketId,
} from './ids.ts';
import { OpeningKind, OpeningPhase } from './opening.ts';
import { CallReason, Rank, TicketClass, TicketPhase } from './ticket.ts';
import { Channel } from './who.ts';

/** Q6: half of people wait at most `halfMin` minutes, eight in ten at most `mostMin`. Null: cannot be said now. */
export const WaitRange = z.object({ halfMin: z.number().int(), mostMin: z.number().int() });
export type WaitRange = z.infer<typeof WaitRange>;

/** T10: calling stops before this one is likely reached; `goesOnAt` is later that day, null: no more that day. */
export const Closing = z.object({ at: Instant, goesOnAt: Instant.nullable() });
export type Closing = z.infer<typeof Closing>;

const hallRow = z.object({
  id: z.literal('hall'),
  names: Names,
  telephone: z.string(),
  address: z.string(),
  /** The address by which phones reach the hall, for QR codes; null: the screen's own. */
  origin: z.string().nullable(),
  /** The sample hall says so on every screen. */
  sample: z.boolean(),
  /** True while an opening runs. */
  open: z.boolean(),
  day: Day,
  /** When the running opening ends, or null. */
  endsAt: Instant.nullable(),
  lastTicketAt: Instant.nullable(),
  /** When the next opening begins, or null. */
  nextStartsAt: Instant.nullable(),
  nextKind: OpeningKind.nullable(),
});

const openingRow = z.object({
  id: OpeningId,
  kind: OpeningKind,
  phase: OpeningPhase,
  day: Day,
  startsAt: Instant,
  endsAt: Instant,
  lastTicketAt: Instant,
  letters: z.array(Letter),
});

const queueRow = z.object({
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

const counterRow = z.object({
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
const publicCounterRow = counterRow.pick({ id: true, label: true, phase: true, number: true, ticketPhase: true });

/** One call or recall, in the order of its id (the seq of its event). A screen speaks each, never the same twice. */
const callRow = z.object({
  id: z.string(),
  seq: z.number().int(),
  at: Instant,
  number: z.string(),
  letter: Letter,
  counterLabel: z.string(),
  callNo: z.number().int(),
});

const ticketRow = z.object({
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
  callNo: z.number().int(),
  calledAt: Instant.nullable(),
  startedAt: Instant.nullable(),
  missedAt: Instant.nullable(),
  awayUntil: Instant.nullable(),
  /** Its wait is not of one piece: how many it let pass, how often it was missed, whether it came from another day. */
  passes: z.number().int(),
  misses: z.number().int(),
  carriedIn: z.boolean(),
  /** T12: when its queues are called again, while nobody of them is called now; null in it where none is planned. */
  waitsFor: z.object({ startsAt: Instant.nullable() }).nullable(),
  why: CallReason.nullable(),
});

/** A case of the present sitting, with an open offer, or with a refusal proposed or sent back. `dueOn` is a local date. */
const caseRow = z.object({
  id: CaseId,
  phase: z.string(),
  matterId: MatterId,
  ticketId: TicketId.nullable(),
  number: z.string(),
  firstContact: ClerkId,
  firstContactName: z.string(),
  handler: ClerkId,
  handlerName: z.string(),
  receiptNo: z.string().nullable(),
  acceptedOn: Day.nullable(),
  dueOn: Day.nullable(),
  outcome: z.string().nullable(),
  /** C6: its refusal was sent back to the handler, who has not answered yet. */
  sentBack: z.boolean(),
  offer: z
    .object({
      id: HandoverId,
      from: ClerkId,
      fromName: z.string(),
      to: ClerkId,
      toName: z.string(),
      note: z.string(),
      lapsesAt: Instant,
    })
    .nullable(),
});

/** Something the supervisor is told, newest last (C3: a lapsed offer). */
const noteRow = z.object({
  id: z.string(),
  at: Instant,
  kind: z.enum([
    'handover-lapsed',
    'called-out-of-order',
    'ticket-withdrawn',
    'refusal-proposed',
    'message-failed',
    'counter-released',
  ]),
  caseId: CaseId.nullable(),
  number: z.string().nullable(),
  /** Whom it concerns (of a released counter: who sat there). */
  clerkName: z.string().nullable(),
  clerkId: ClerkId.nullable(),
  /** T12: at which counter, and by whom. */
  counterLabel: z.string().nullable(),
  byName: z.string().nullable(),
  /** What it is about where no ticket says it: an appointment's code, a receipt's number. */
  about: z.string().nullable(),
  /** A reason in somebody's words; of a message its kind and why it failed. */
  detail: z.string().nullable(),
});

export const BOARDS = {
  kiosk: z.object({ hall: z.array(hallRow), openings: z.array(openingRow), queues: z.array(queueRow) }),
  display: z.object({
    hall: z.array(hallRow),
    openings: z.array(openingRow),
    queues: z.array(queueRow),
    counters: z.array(publicCounterRow),
    calls: z.array(callRow),
  }),
  staff: z.object({
    hall: z.array(hallRow),
    openings: z.array(openingRow),
    queues: z.array(queueRow),
    counters: z.array(counterRow),
    tickets: z.array(ticketRow),
    /** Cases that wait for somebody's answer, and cases of the present sittings. */
    offers: z.array(caseRow),
    served: z.array(caseRow),
    notes: z.array(noteRow),
  }),
};

export const BoardName = z.enum(['kiosk', 'display', 'staff']);
export type BoardName = z.infer<typeof BoardName>;
export type Boards = { [B in BoardName]: z.infer<(typeof BOARDS)[B]> };
export type HallRow = z.infer<typeof hallRow>;
export type OpeningRow = z.infer<typeof openingRow>;
export type QueueRow = z.infer<typeof queueRow>;
export type CounterRow = z.infer<typeof counterRow>;
export type CallRow = z.infer<typeof callRow>;
export type TicketRow = z.infer<typeof ticketRow>;
export type CaseRow = z.infer<typeof caseRow>;
export type NoteRow = z.infer<typeof noteRow>;

/** How many calls a board keeps. More than a hall's counters, so that no call of one commit is dropped unspoken (D1). */
export const CALLS_KEPT = 60;

/** A board with its place in the chain of pushes: the seq of the last push that is in it. */
export type Snapshot<B extends BoardName = BoardName> = { board: B; seq: number; at: Instant; rows: Boards[B] };
