/** THE TICKET'S LIFE (T4): which event may follow in which phase, and what it makes of the ticket. There is no other way to write a phase. */
import type { Instant, Letter, MatterId, TicketId } from '../../../schema/ids.ts';
import type { Ticket, TicketEvent, TicketPhase, UndoableStep } from '../../../schema/line/ticket.ts';

type Step = { from: readonly TicketPhase[]; to: TicketPhase | 'same' | 'before' };
const UNFINISHED = ['waiting', 'called', 'serving', 'away', 'missed'] as const;

/** T4. `same` keeps the phase, `before` is that before the step that is undone. `ticket-issued` alone begins a life. */
export const LIFE = {
  'ticket-called': { from: ['waiting'], to: 'called' },
  'ticket-recalled': { from: ['called'], to: 'same' },
  'ticket-put-back': { from: ['called'], to: 'waiting' },
  'ticket-missed': { from: ['called'], to: 'missed' },
  'ticket-rejoined': { from: ['missed'], to: 'waiting' },
  'serving-started': { from: ['called'], to: 'serving' },
  'matter-concluded': { from: ['serving'], to: 'same' },
  'ticket-handed-back': { from: ['serving'], to: 'waiting' },
  'ticket-finished': { from: ['serving'], to: 'finished' },
  'ticket-released': { from: ['called', 'serving'], to: 'waiting' },
  'ticket-stepped-away': { from: ['waiting'], to: 'away' },
  'ticket-returned': { from: ['away'], to: 'waiting' },
  'others-let-pass': { from: ['waiting'], to: 'same' },
  'ticket-withdrawn': { from: ['waiting'], to: 'withdrawn' },
  'ticket-carried-over': { from: ['waiting', 'called', 'serving', 'away'], to: 'waiting' },
  'ticket-expired': { from: UNFINISHED, to: 'expired' },
  'matter-added': { from: ['waiting', 'called', 'serving', 'away'], to: 'same' },
  'ticket-held': { from: ['called', 'serving'], to: 'away' },
  'ticket-passed': { from: ['waiting', 'called', 'serving'], to: 'waiting' },
  'slip-reported': { from: UNFINISHED, to: 'same' },
  'step-undone': { from: ['serving', 'missed', 'finished', 'withdrawn'], to: 'before' },
} as const satisfies Record<Exclude<TicketEvent['type'], 'ticket-issued'>, Step>;

export type LifeStep = keyof typeof LIFE;

export function mayFollow(phase: TicketPhase, step: LifeStep): boolean {
  return (LIFE[step].from as readonly TicketPhase[]).includes(phase);
}

/** The ticket after the event. Throws on a step that LIFE does not hold: such a ledger cannot be. */
export function evolveTicket(ticket: Ticket | null, event: TicketEvent, id: TicketId, at: Instant): Ticket {
  if (event.type === 'ticket-issued') {
    if (ticket) throw new Error(`ticket ${id} was issued twice`);
    const { type: _, deviceId: __, ...issued } = event;
    return {
      ...issued,
      id,
      phase: 'waiting',
      liveDay: event.day,
      remaining: event.matters,
      sitting: [],
      callNo: 0,
      passes: 0,
      misses: 0,
    };
  }
  if (!ticket) throw new Error(`ticket ${id} has ${event.type} before it was issued`);
  if (!mayFollow(ticket.phase, event.type)) {
    throw new Error(`ticket ${id} is ${ticket.phase}: ${event.type} may not follow`);
  }
  if (event.type === 'step-undone') {
    if (!ticket.undo) throw new Error(`ticket ${id} has nothing to undo`);
    return ticket.undo.before;
  }
  const { to } = LIFE[event.type];
  const next: Ticket = { ...ticket, phase: to === 'same' ? ticket.phase : to, undo: undoOf(ticket, event, at) };
  switch (event.type) {
    case 'ticket-called':
      return {
        ...next,
        counterId: event.counterId,
        clerkId: event.clerkId,
        callNo: event.callNo,
        why: event.why,
        calledAt: at,
        carriedBecause: undefined,
        passedTo: undefined,
      };
    case 'ticket-recalled':
      return { ...next, callNo: event.callNo, calledAt: at };
    case 'ticket-put-back':
      return { ...leftCounter(next), callNo: 0 };
    case 'ticket-missed':
      return { ...next, missedAt: at, rejoinUntil: event.rejoinUntil, misses: next.misses + 1 };
    case 'ticket-rejoined':
      return { ...leftCounter(next), rank: event.rank, callNo: 0, missedAt: undefined, rejoinUntil: undefined };
    case 'serving-started':
      return { ...next, startedAt: at, sitting: event.matters };
    case 'matter-concluded':
      return { ...next, remaining: next.remaining.filter((matter) => matter !== event.matterId) };
    case 'ticket-handed-back':
    case 'ticket-released':
      return { ...leftCounter(next), callNo: 0 };
    case 'ticket-finished':
      return next;
    case 'ticket-stepped-away':
      return { ...next, awayUntil: event.until };
    case 'ticket-returned':
      return { ...next, awayUntil: undefined, rank: event.rank ?? next.rank };
    case 'others-let-pass':
      return { ...next, rank: event.rank, passes: next.passes + event.count };
    case 'ticket-withdrawn':
      return next;
    case 'ticket-carried-over':
      return {
        ...leftCounter(next),
        liveDay: event.toDay,
        callNo: 0,
        awayUntil: undefined,
        carriedBecause: event.because,
        passedTo: undefined,
      };
    case 'ticket-expired':
      return next;
    case 'matter-added': {
      const { matterId, letter, here } = event;
      return {
        ...next,
        matters: [...next.matters, matterId],
        letters: [...next.letters, letter],
        remaining: [...next.remaining, matterId],
        sitting: here ? [...next.sitting, matterId] : next.sitting,
      };
    }
    case 'ticket-held':
      return { ...leftCounter(next), callNo: 0, awayUntil: event.until };
    case 'ticket-passed':
      return { ...leftCounter(next), callNo: 0, passedTo: event.to };
    case 'slip-reported':
      return { ...next, slip: event.slip };
    default:
      return event satisfies never;
  }
}

/** C18: a clerk's own step, or the resident's own withdrawal; never what the clock or a supervisor did. */
function undoOf(before: Ticket, event: TicketEvent, at: Instant): Ticket['undo'] {
  const { clerkId } = before;
  switch (event.type) {
    case 'matter-concluded':
      return clerkId && { ...stepOf(event, at), clerkId, caseId: event.caseId, before };
    case 'ticket-missed':
      return event.by === 'clerk' && clerkId ? { ...stepOf(event, at), clerkId, before } : undefined;
    case 'ticket-finished':
      return event.reason === undefined ? { ...stepOf(event, at), clerkId: event.clerkId, before } : undefined;
    case 'ticket-withdrawn':
      return {
        ...stepOf(event, at),
        ...(event.clerkId ? { clerkId: event.clerkId } : {}),
        before: inLine(before, event),
      };
    case 'ticket-issued':
    case 'ticket-called':
    case 'ticket-recalled':
    case 'ticket-put-back':
    case 'ticket-rejoined':
    case 'serving-started':
    case 'ticket-handed-back':
    case 'ticket-stepped-away':
    case 'ticket-returned':
    case 'others-let-pass':
    case 'ticket-released':
    case 'ticket-carried-over':
    case 'ticket-expired':
    case 'matter-added':
    case 'ticket-held':
    case 'ticket-passed':
    case 'slip-reported':
    case 'step-undone':
      return undefined;
    default:
      return event satisfies never;
  }
}

function stepOf<T extends UndoableStep>({ type: step, undoMs }: { type: T; undoMs?: number | undefined }, at: Instant) {
  return { step, at, ...(undoMs === undefined ? {} : { undoMs }) };
}

/** T7: whoever was away came back only to be withdrawn. */
function inLine(before: Ticket, { awayUntil }: Extract<TicketEvent, { type: 'ticket-withdrawn' }>): Ticket {
  return awayUntil ? { ...before, phase: 'away', awayUntil } : before;
}

/** The queues a ticket stands in: those of its remaining matters (T8). */
export function queuesOf(ticket: Pick<Ticket, 'matters' | 'letters' | 'remaining'>): Letter[] {
  return [...new Set(ticket.remaining.map((matter) => letterOf(ticket, matter)))];
}

/** For what it stands in which queue; when nothing remains, as it stood. */
export function placesOf(ticket: Pick<Ticket, 'matters' | 'letters' | 'remaining'>): Place[] {
  const left = ticket.remaining.length > 0 ? ticket.remaining : ticket.matters;
  return left.map((matterId) => ({ matterId, letter: letterOf(ticket, matterId) }));
}
type Place = { matterId: MatterId; letter: Letter };

/** Which of the remaining matters this counter can do (T8, L3). */
export function mattersFor(
  ticket: Pick<Ticket, 'matters' | 'letters' | 'remaining'>,
  { letters, leaves = [] }: Serves,
): MatterId[] {
  return ticket.remaining.filter((matter) => {
    const letter = letterOf(ticket, matter);
    return letters.includes(letter) && !leaves.some((one) => one.matterId === matter && one.letter === letter);
  });
}
/** The queues of a counter, and what of them it leaves to others. */
export type Serves = { letters: readonly Letter[]; leaves?: readonly Place[] };

function letterOf(ticket: Pick<Ticket, 'matters' | 'letters'>, matter: MatterId): Letter {
  return ticket.letters[ticket.matters.indexOf(matter)]!;
}

/** No longer at a counter. */
function leftCounter(ticket: Ticket): Ticket {
  return {
    ...ticket,
    counterId: undefined,
    clerkId: undefined,
    calledAt: undefined,
    startedAt: undefined,
    sitting: [],
  };
}

/** T5: who has a counter for itself. */
export function isAtCounter(ticket: Pick<Ticket, 'phase'> | null): boolean {
  return ticket?.phase === 'called' || ticket?.phase === 'serving';
}
