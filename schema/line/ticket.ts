/** Events of the ticket stream. Its life is ruled in server/line/rules/ticket-life.ts, its commands in ticket.ts there. */
import { z } from 'zod';
import { event } from '../event.ts';
import {
  AppointmentId,
  CaseId,
  ClerkId,
  CounterId,
  Day,
  DeviceId,
  Instant,
  Letter,
  MatterId,
  OpeningId,
  type TicketId,
} from '../ids.ts';
import { ActorKind, Channel } from '../who.ts';

/** T4. */
export const TICKET_PHASES = [
  'waiting',
  'called',
  'serving',
  'away',
  'missed',
  'finished',
  'withdrawn',
  'expired',
] as const;
export const TicketPhase = z.enum(TICKET_PHASES);
export type TicketPhase = z.infer<typeof TicketPhase>;

/** Q1. `late` is an appointment that came too late for its class (H8). */
export const TicketClass = z.enum(['walk-in', 'care', 'appointment', 'late']);
export type TicketClass = z.infer<typeof TicketClass>;

/**
 * Q1: place in line, smallest first. `at` is the virtual arrival in ms since 1970; `tie` orders equal instants by the true
 * arrival, in ms after `at`, and `no` equal arrivals by the hall's running issue number. A ticket put behind another has
 * a `no` just above it. Events without `no` are of before: their `tie` orders by both.
 */
export const Rank = z.object({ at: z.number(), tie: z.number(), no: z.number().optional() });
export type Rank = z.infer<typeof Rank>;

export function compareRank(a: Rank, b: Rank): number {
  return a.at - b.at || a.tie - b.tie || (a.no ?? 0) - (b.no ?? 0);
}

/** T7: how many a resident lets go first, at a screen, by phone or at a counter alike. A form sends it as text. */
export const LetPassCount = z.coerce.number<number | string>().int().min(1).max(3);

/** Q3: which rule picked this ticket. */
export const CallRule = z.enum(['smallest-rank', 'nobody-else-waits', 'out-of-order']);
export type CallRule = z.infer<typeof CallRule>;

/** Q3: why this ticket, as stored with the call; `passedOver` counts waiting tickets with a smaller rank. */
export const CallReason = z.object({
  rule: CallRule,
  rank: Rank,
  klass: TicketClass,
  passedOver: z.number().int(),
  waitedMs: z.number().int(),
  reason: z.string().optional(),
});
export type CallReason = z.infer<typeof CallReason>;

/** T9: the printed slip's own state. */
export const SlipPhase = z.enum(['none', 'printing', 'printed', 'failed', 'reprinted']);
export type SlipPhase = z.infer<typeof SlipPhase>;

/** T8: who alone calls it, while that counter is open or that clerk sits at one. */
export const PassedTo = z.union([z.object({ counterId: CounterId }), z.object({ clerkId: ClerkId })]);
export type PassedTo = z.infer<typeof PassedTo>;

/** C18: what may be undone while nobody was told of it. */
export const UndoableStep = z.enum(['matter-concluded', 'ticket-finished', 'ticket-missed', 'ticket-withdrawn']);
export type UndoableStep = z.infer<typeof UndoableStep>;

/** C18: for how long it can be undone, as the hall had set it then; ledgers older than it hold none. */
const undoable = { undoMs: z.number().int().optional() };

export const TicketEvent = z.discriminatedUnion('type', [
  event('ticket-issued', {
    day: Day,
    letter: Letter,
    ordinal: z.number().int(),
    number: z.string(),
    issueNo: z.number().int(),
    matters: z.array(MatterId).min(1),
    /** The queue of each matter, in the same order. */
    letters: z.array(Letter).min(1),
    klass: TicketClass,
    channel: Channel,
    arrivedAt: Instant,
    rank: Rank,
    notBefore: Instant.optional(),
    slip: SlipPhase,
    deviceId: DeviceId.optional(),
    appointmentId: AppointmentId.optional(),
  }),
  event('ticket-called', {
    counterId: CounterId,
    clerkId: ClerkId,
    callNo: z.number().int(),
    why: CallReason,
  }),
  event('ticket-recalled', { counterId: CounterId, callNo: z.number().int() }),
  event('ticket-put-back', { counterId: CounterId, reason: z.string() }),
  /** `rejoinUntil`: as it is told (T6); older ledgers count it by the setting of today. */
  event('ticket-missed', { counterId: CounterId, by: ActorKind, rejoinUntil: Instant.optional(), ...undoable }),
  event('ticket-rejoined', { rank: Rank, behind: z.number().int(), by: ActorKind }),
  event('serving-started', { counterId: CounterId, clerkId: ClerkId, matters: z.array(MatterId).min(1) }),
  event('matter-concluded', { matterId: MatterId, caseId: CaseId, ...undoable }),
  event('ticket-handed-back', { counterId: CounterId, remaining: z.array(MatterId).min(1) }),
  /** `reason`: a supervisor finished what the clerk had concluded (T12). */
  event('ticket-finished', { counterId: CounterId, clerkId: ClerkId, reason: z.string().optional(), ...undoable }),
  event('ticket-stepped-away', { until: Instant, by: ActorKind }),
  event('ticket-returned', { by: ActorKind, rank: Rank.optional() }),
  event('others-let-pass', { count: z.number().int(), rank: Rank, by: ActorKind }),
  /** A clerk's has its author, its reason and the service day; a resident owes nobody a reason. */
  event('ticket-withdrawn', {
    by: ActorKind,
    clerkId: ClerkId.optional(),
    reason: z.string().optional(),
    day: Day.optional(),
    /** T7: of who was away; undone, the place is held until then again (C18). */
    awayUntil: Instant.optional(),
    ...undoable,
  }),
  /** T12: taken from its counter by a supervisor; `clerkId` had it. Back in line with rank and number. */
  event('ticket-released', { counterId: CounterId, clerkId: ClerkId, reason: z.string() }),
  /** `because`: why its opening was cancelled (T12); without it the opening came to its end. */
  /** `counterId`: the counter that it leaves. */
  event('ticket-carried-over', {
    toDay: Day,
    openingId: OpeningId,
    because: z.string().optional(),
    counterId: CounterId.optional(),
  }),
  event('ticket-expired', {}),
  /** T8: one more matter for the same visit; `here`: at the counter that has the ticket. */
  event('matter-added', { matterId: MatterId, letter: Letter, by: ActorKind, here: z.boolean() }),
  /** T7: whoever is called or served fetches something; the place is kept until then. */
  event('ticket-held', { counterId: CounterId, clerkId: ClerkId, until: Instant }),
  /** T8: back in line with rank and number, for one counter or one clerk alone. */
  event('ticket-passed', { counterId: CounterId.optional(), clerkId: ClerkId, to: PassedTo }),
  event('slip-reported', { slip: SlipPhase }),
  /** C18: the step of the instant `since` never counted; all is as it was before it. */
  event('step-undone', { undone: UndoableStep, since: Instant, by: ActorKind, clerkId: ClerkId.optional() }),
]);
export type TicketEvent = z.infer<typeof TicketEvent>;

/** The number as people see it: letter and at least three digits; after A999 comes A1000 (T1). */
export function ticketNumber(letter: string, ordinal: number): string {
  return letter + String(ordinal).padStart(3, '0');
}

/** The fold of a ticket's events. */
export type Ticket = {
  id: TicketId;
  phase: TicketPhase;
  day: Day;
  /** The service day on which it is live now: `day`, or the one it was carried over to (T10). */
  liveDay: Day;
  letter: Letter;
  ordinal: number;
  number: string;
  issueNo: number;
  klass: TicketClass;
  channel: Channel;
  arrivedAt: Instant;
  rank: Rank;
  notBefore?: Instant;
  matters: MatterId[];
  /** The queue of each matter, in the same order. */
  letters: Letter[];
  /** Matters that have no conclusion yet. */
  remaining: MatterId[];
  /** Matters of the present sitting (serving). */
  sitting: MatterId[];
  counterId?: CounterId;
  clerkId?: ClerkId;
  callNo: number;
  calledAt?: Instant;
  startedAt?: Instant;
  why?: CallReason;
  missedAt?: Instant;
  /** T6: told when it was missed. */
  rejoinUntil?: Instant;
  awayUntil?: Instant;
  passedTo?: PassedTo;
  /** How many it let pass, and how often it was missed: its wait is not all of one piece. */
  passes: number;
  misses: number;
  /** T12: why the opening it waited for was cancelled, until it is called. */
  carriedBecause?: string;
  slip: SlipPhase;
  appointmentId?: AppointmentId;
  /** C18: its last step, while that may be undone; `clerkId`: whose it was, a resident's is nobody's. No row has it. */
  undo?: { step: UndoableStep; at: Instant; undoMs?: number; clerkId?: ClerkId; caseId?: CaseId; before: Ticket };
};
