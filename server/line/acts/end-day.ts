/** The day's end (T4, T10, T12): nothing unfinished is dropped in silence. A sweep over rows, run as often as it likes. */
import type { Day } from '../../../schema/ids.ts';
import { lastEndMs } from '../../hours/views/open-hours.ts';
import type { Tx } from '../../ledger/commit.ts';
import { decideTicket, rejoinUntil } from '../rules/ticket.ts';
import { isAtCounter } from '../rules/ticket-life.ts';
import { LAST_DAY, type StoredTicket } from '../tables/ticket-row.ts';
import { tickets } from '../tables/tickets.ts';
import { carryOver, countEnded, hasPlace, stepTicket } from './step-ticket.ts';

const AGAIN_MS = 5 * 60_000;
/** Nothing is planned to carry somebody over to: look again when somebody may have planned it. */
const NO_OPENING_MS = 60 * 60_000;
/** Somebody still at a counter so long after the end was forgotten there. */
const FORGOTTEN_MS = 6 * 3_600_000;

/** At each opening's end; comes again while somebody of the day is being served or no later opening exists. */
export function endDay(tx: Tx, { day, round }: { day: Day; round: number }): string {
  const { carriedOver, expired, left, soon } = sweepDay(tx, day);
  // H13: a day that everybody has left by themselves has ended, too.
  if (left === 0 && carriedOver + expired === 0) countEnded(tx, day, 0, 0);
  // Each day looks after its own; who is left of an earlier one is that day's to come back for.
  if (left > 0) {
    const due = new Date(tx.nowMs + (soon > 0 ? AGAIN_MS : NO_OPENING_MS)).toISOString();
    tx.later({ kind: 'end-day', data: { day, round: round + 1 } }, due);
  }
  return `${carriedOver} carried over, ${expired} expired, ${left} left`;
}

/** T10: for whom nothing was planned until now, on whatever day they were to come. */
export function sweepStranded(tx: Tx): null {
  sweepDay(tx, LAST_DAY);
  return null;
}

/**
 * Everybody unfinished of this day or an earlier one for whom no opening of it is left is carried over or expires;
 * `left` and `soon` count who of this day is not through with it.
 */
export function sweepDay(tx: Tx, day: Day) {
  const counts = { carriedOver: 0, expired: 0, left: 0, soon: 0 };
  const ends = new Map<Day, { carriedOver: number; expired: number }>();
  for (const ticket of tx.read(tickets).unfinishedUpTo(day)) {
    if (hasPlace(tx, ticket)) continue;
    const became = endFor(tx, ticket);
    if (became === 'carriedOver' || became === 'expired') {
      const end = ends.get(ticket.liveDay) ?? { carriedOver: 0, expired: 0 };
      ends.set(ticket.liveDay, { ...end, [became]: end[became] + 1 });
      counts[became]++;
    } else if (became !== 'finished' && ticket.liveDay === day) {
      counts.left++;
      if (became === 'soon') counts.soon++;
    }
  }
  for (const [of, { carriedOver, expired }] of ends) countEnded(tx, of, carriedOver, expired);
  return counts;
}

/** What its day's end makes of the ticket; `soon`: somebody is being served or may rejoin, `stranded`: nothing is planned. */
function endFor(tx: Tx, ticket: StoredTicket) {
  const { phase } = ticket;
  const atCounter = isAtCounter(ticket);
  const forgotten = atCounter && tx.nowMs > lastEndMs(tx, ticket.letters, ticket.liveDay) + FORGOTTEN_MS;
  if (forgotten && phase === 'serving' && ticket.remaining.length === 0) {
    finishForgotten(tx, ticket);
    return 'finished';
  }
  if (phase === 'missed') {
    if (mayRejoin(tx, ticket)) return 'soon';
    stepTicket(tx, ticket.id, (found) => decideTicket(found, { type: 'expire' }, tx));
    return 'expired';
  }
  if (atCounter && !forgotten) return 'soon';
  return carryOver(tx, ticket) ? 'carriedOver' : 'stranded';
}

/** T6: the time to come back is not cut short by the day's end. */
function mayRejoin(tx: Tx, ticket: StoredTicket): boolean {
  const until = rejoinUntil(ticket, tx.settings);
  return until !== null && tx.nowMs <= Date.parse(until);
}

/** Everything is concluded, only the clerk's last key was not pressed. */
function finishForgotten(tx: Tx, { id, counterId, clerkId }: StoredTicket): void {
  const at = { counterId: counterId!, clerkId: clerkId!, letters: [] };
  stepTicket(tx, id, (found) => decideTicket(found, { type: 'finish-ticket', at }, tx));
}
