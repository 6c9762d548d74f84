/** WHO IS NEXT (Q1–Q4): rank, order and choice. Pure. */

import { type CallReason, compareRank, type Rank, type Ticket, type TicketClass } from '../../../schema/line/ticket.ts';
import type { Settings } from '../../../schema/settings.ts';

/** What the choice needs to know of a waiting ticket; `queues` are the letters of its remaining matters. */
export type Waiting = Pick<Ticket, 'id' | 'number' | 'klass' | 'rank' | 'passedTo'> & {
  queues: readonly string[];
  arrivedAtMs: number;
  /** An appointment is not called before this instant unless nobody else waits (Q2). */
  notBeforeMs?: number;
};

/**
 * Q1: the virtual arrival, ms since 1970. An appointment counts from its slot start; one that came too late for its
 * class ranks from the slot start without a head start (H8). However late somebody comes, it is never more than the
 * largest head start before the arrival: this is what Q2 guarantees to everybody else.
 */
export function virtualArrival(klass: TicketClass, arrivedMs: number, slotStartMs: number, settings: Settings): number {
  const { appointmentHeadStartMs, careHeadStartMs } = settings;
  const earliest = arrivedMs - Math.max(appointmentHeadStartMs, careHeadStartMs);
  switch (klass) {
    case 'appointment':
      return Math.max(slotStartMs - appointmentHeadStartMs, earliest);
    case 'care':
      return arrivedMs - careHeadStartMs;
    case 'late':
      return Math.max(slotStartMs, earliest);
    case 'walk-in':
      return arrivedMs;
    default:
      return klass satisfies never;
  }
}

/**
 * Q1: the place of a ticket that is issued. Ties are ordered by the true arrival, then by the issue number: of two booked for one slot the first that came is first, also where it was recorded later (Q8).
 */
export function rankOf(
  klass: TicketClass,
  {
    arrivedMs,
    slotStartMs = arrivedMs,
    issueNo,
  }: { arrivedMs: number; slotStartMs?: number | undefined; issueNo: number },
  settings: Settings,
): Rank {
  const at = virtualArrival(klass, arrivedMs, slotStartMs, settings);
  return { at, tie: arrivedMs - at, no: issueNo };
}

/**
 * Q1, Q2: the next ticket for somebody who serves these queues, out of waiting tickets in order of rank; null when
 * nobody waits there. `mayTake` leaves out who waits for another counter (T8, L3). Reads no further than it must.
 */
export function chooseNext<T extends Waiting>(
  inOrder: Iterable<T>,
  serves: readonly string[],
  nowMs: number,
  mayTake: (ticket: T) => boolean = () => true,
): { ticket: T; why: CallReason } | null {
  let early: T | null = null;
  let passedOver = 0;
  for (const ticket of inOrder) {
    if (!servedBy(ticket, serves) || !mayTake(ticket)) continue;
    if (ticket.notBeforeMs === undefined || ticket.notBeforeMs <= nowMs) {
      return { ticket, why: whyThis(ticket, 'smallest-rank', passedOver, nowMs) };
    }
    early ??= ticket;
    passedOver++;
  }
  return early && { ticket: early, why: whyThis(early, 'nobody-else-waits', 0, nowMs) };
}

/**
 * Q2: who of a line is called before `me`, when its counters call somebody every `paceMs` from now on. Like `chooseNext`:
 * at each call the smallest rank that may be called then; where only booked ones before their time wait, the first of them.
 */
export function calledBefore<T extends Placed>(inOrder: readonly T[], me: Placed, nowMs: number, paceMs: number): T[] {
  const line: (T | typeof me)[] = [...inOrder, me].sort((a, b) => compareRank(a.rank, b.rank));
  const before: T[] = [];
  for (let at = nowMs; ; at += paceMs) {
    const due = line.findIndex((one) => one.notBeforeMs === undefined || one.notBeforeMs <= at);
    const [next] = line.splice(Math.max(0, due), 1);
    if (!next || next === me) return before;
    before.push(next as T);
  }
}

type Placed = Pick<Waiting, 'rank' | 'notBeforeMs'>;

/** Q4: this one out of order; `passedOver` counts whom the counter might have called and who had a smaller rank. */
export function chooseThis<T extends Waiting>(
  inOrder: Iterable<T>,
  ticket: Waiting,
  serves: readonly string[],
  reason: string,
  nowMs: number,
  mayTake: (ticket: T) => boolean = () => true,
): CallReason {
  let passedOver = 0;
  for (const other of inOrder) {
    if (compareRank(other.rank, ticket.rank) >= 0) break;
    if (servedBy(other, serves) && mayTake(other)) passedOver++;
  }
  return { ...whyThis(ticket, 'out-of-order', passedOver, nowMs), reason };
}

/**
 * T6, T7: the rank directly behind the n-th of these (in order of rank), or behind the last where there are fewer.
 * Nobody else's place changes. Null when nobody is there.
 */
export function rankBehind(inOrder: readonly { rank: Rank }[], n: number): Rank | null {
  const ahead = inOrder[Math.min(n, inOrder.length) - 1];
  if (!ahead) return null;
  const next = inOrder[Math.min(n, inOrder.length)];
  const { at, tie, no = 0 } = ahead.rank;
  const isTied = next && next.rank.at === at && next.rank.tie === tie;
  // Issue numbers are whole: halfway to the next there is room.
  return { at, tie, no: isTied ? (no + (next.rank.no ?? 0)) / 2 : no + 0.5 };
}

function servedBy(ticket: Waiting, serves: readonly string[]): boolean {
  return ticket.queues.some((letter) => serves.includes(letter));
}

function whyThis(ticket: Waiting, rule: CallReason['rule'], passedOver: number, nowMs: number): CallReason {
  return {
    rule,
    rank: ticket.rank,
    klass: ticket.klass,
    passedOver,
    waitedMs: Math.max(0, nowMs - ticket.arrivedAtMs),
  };
}
