/**
 * Reads a ledger and recomputes what was right, without the code that ran: no ticket lost, doubled or called out of
 * rule (T1, T4, T5, Q1, Q2, Q4). It knows the events of schema/line/ticket.ts and nothing of the rules.
 */
import {
  compareRank,
  type Rank,
  type TicketEvent,
  ticketNumber,
  type UndoableStep,
} from '../../../schema/line/ticket.ts';
import type { Entry } from '../../ledger/ledger.ts';

/** What the ledger says of one ticket. Instants are ms since 1970. */
export type LedgerTicket = {
  id: string;
  number: string;
  letter: string;
  issuedAt: number;
  firstCalledAt: number | null;
  phase: 'waiting' | 'called' | 'serving' | 'away' | 'missed' | 'finished' | 'withdrawn' | 'expired';
  carriedOver: boolean;
  wasMissed: boolean;
  wasAway: boolean;
};
export type LedgerFindings = { faults: string[]; tickets: Map<string, LedgerTicket>; callSeqs: number[] };

type Tracked = LedgerTicket & {
  liveDay: string;
  rank: Rank;
  notBefore: number;
  matters: string[];
  letters: string[];
  remaining: string[];
  /** What was concluded, in order. */
  concluded: string[];
  counterId: string;
};

/** `serves`: the letters of each counter. */
export function checkLedger(entries: Iterable<Entry>, serves: ReadonlyMap<string, readonly string[]>): LedgerFindings {
  const tickets = new Map<string, Tracked>();
  const numbers = new Set<string>();
  const atCounter = new Map<string, string>();
  const faults: string[] = [];
  const callSeqs: number[] = [];

  for (const { seq, at, stream, event } of entries) {
    if (!stream.startsWith('ticket:')) continue;
    const id = stream.slice('ticket:'.length);
    const fault = (what: string) => faults.push(`seq ${seq}: ${tickets.get(id)?.number ?? id} ${what}`);
    const told = event as TicketEvent;
    const found = tickets.get(id);
    if (told.type === 'ticket-issued') {
      if (found) fault('was issued twice');
      for (const what of wrongInIssue(told, at, numbers)) fault(what);
      numbers.add(`${told.day} ${told.number}`);
      tickets.set(id, trackedOf(id, told, at));
      continue;
    }
    if (!found) {
      fault(`has ${told.type} before it was issued`);
      continue;
    }
    if (told.type === 'ticket-called') {
      callSeqs.push(seq);
      if (found.phase !== 'waiting') fault(`was called while ${found.phase}`);
      const has = atCounter.get(told.counterId);
      if (has) fault(`was called to a counter that has ${tickets.get(has)?.number}`);
      const wrong = wrongInCall(found, told, Date.parse(at), tickets.values(), serves.get(told.counterId) ?? []);
      if (wrong) fault(wrong);
    }
    if (told.type === 'ticket-recalled') callSeqs.push(seq);
    if (told.type === 'ticket-finished' && found.remaining.length > 0) fault('finished with a matter left');
    apply(found, told, at);
    for (const [counterId, ticketId] of atCounter) if (ticketId === id) atCounter.delete(counterId);
    if (found.phase === 'called' || found.phase === 'serving') atCounter.set(found.counterId, id);
  }
  return { faults, tickets, callSeqs };
}

type Issued = Extract<TicketEvent, { type: 'ticket-issued' }>;
type Called = Extract<TicketEvent, { type: 'ticket-called' }>;

/** T1, and Q1 as far as the event alone shows it: a walk-in ranks by its arrival. */
function* wrongInIssue(told: Issued, at: string, numbers: ReadonlySet<string>): Generator<string> {
  if (numbers.has(`${told.day} ${told.number}`)) yield `has the number ${told.number}, which was given out already`;
  if (told.number !== ticketNumber(told.letter, told.ordinal))
    yield `has a number that is not ${told.letter} and its ordinal`;
  if (told.arrivedAt !== at) yield 'arrived at another instant than it was issued';
  if (told.klass === 'walk-in' && told.rank.at !== Date.parse(told.arrivedAt)) yield 'does not rank by its arrival';
}

/** Q1, Q2, Q4: of those who wait for this counter's queues, the smallest rank that is due; else the smallest of all. */
function wrongInCall(
  found: Tracked,
  told: Called,
  nowMs: number,
  all: Iterable<Tracked>,
  letters: readonly string[],
): string | null {
  if (!queuesOf(found).some((letter) => letters.includes(letter)))
    return 'was called to a counter that cannot serve it';
  if (told.why.rule === 'out-of-order') return told.why.reason ? null : 'was called out of order without a reason';
  let first: Tracked | null = null;
  let firstDue: Tracked | null = null;
  for (const other of all) {
    if (other.phase !== 'waiting' || other.liveDay !== found.liveDay) continue;
    if (!queuesOf(other).some((letter) => letters.includes(letter))) continue;
    if (!first || compareRank(other.rank, first.rank) < 0) first = other;
    if (other.notBefore <= nowMs && (!firstDue || compareRank(other.rank, firstDue.rank) < 0)) firstDue = other;
  }
  const next = firstDue ?? first;
  return next && next.id !== found.id ? `was called before ${next.number}, whose turn it was` : null;
}

function trackedOf(id: string, told: Issued, at: string): Tracked {
  return {
    id,
    number: told.number,
    letter: told.letter,
    issuedAt: Date.parse(at),
    firstCalledAt: null,
    phase: 'waiting',
    carriedOver: false,
    wasMissed: false,
    wasAway: false,
    liveDay: told.day,
    rank: told.rank,
    notBefore: told.notBefore ? Date.parse(told.notBefore) : 0,
    matters: told.matters,
    letters: told.letters,
    remaining: [...told.matters],
    concluded: [],
    counterId: '',
  };
}

function apply(found: Tracked, told: Exclude<TicketEvent, Issued>, at: string): void {
  switch (told.type) {
    case 'ticket-called':
      found.phase = 'called';
      found.counterId = told.counterId;
      found.firstCalledAt ??= Date.parse(at);
      return;
    case 'serving-started':
      found.phase = 'serving';
      return;
    case 'matter-concluded':
      found.remaining = found.remaining.filter((matter) => matter !== told.matterId);
      found.concluded.push(told.matterId);
      return;
    case 'step-undone':
      undo(found, told.undone);
      return;
    case 'ticket-put-back':
    case 'ticket-handed-back':
    case 'ticket-released':
    case 'ticket-passed':
      found.phase = 'waiting';
      return;
    case 'ticket-missed':
      found.phase = 'missed';
      found.wasMissed = true;
      return;
    case 'ticket-rejoined':
    case 'ticket-returned':
      found.phase = 'waiting';
      found.rank = told.rank ?? found.rank;
      return;
    case 'others-let-pass':
      found.rank = told.rank;
      return;
    case 'ticket-stepped-away':
    case 'ticket-held':
      found.phase = 'away';
      return;
    case 'ticket-carried-over':
      found.phase = 'waiting';
      found.liveDay = told.toDay;
      found.carriedOver = true;
      return;
    case 'ticket-finished':
      found.phase = 'finished';
      return;
    case 'ticket-withdrawn':
      found.phase = 'withdrawn';
      found.wasAway = told.awayUntil !== undefined;
      return;
    case 'ticket-expired':
      found.phase = 'expired';
      return;
    case 'matter-added':
      found.matters = [...found.matters, told.matterId];
      found.letters = [...found.letters, told.letter];
      found.remaining = [...found.remaining, told.matterId];
      return;
    case 'ticket-recalled':
    case 'slip-reported':
      return;
    default:
      told satisfies never;
  }
}

/** C18: of what was undone, where the ticket stood before. */
function undo(found: Tracked, undone: UndoableStep): void {
  const concluded = undone === 'matter-concluded' ? found.concluded.pop() : undefined;
  if (concluded) found.remaining = found.matters.filter((one) => one === concluded || found.remaining.includes(one));
  if (undone === 'ticket-finished') found.phase = 'serving';
  if (undone === 'ticket-missed') found.phase = 'called';
  if (undone === 'ticket-withdrawn') found.phase = found.wasAway ? 'away' : 'waiting';
}

function queuesOf(ticket: Tracked): string[] {
  return ticket.remaining.map((matter) => ticket.letters[ticket.matters.indexOf(matter)] ?? '');
}
