/** The day's end (T4, T10): nothing unfinished is dropped in silence. A sweep over rows, run as often as it likes. */
import type { Day } from '../../schema/ids.ts';
import type { Opening } from '../../schema/opening.ts';
import { isRefusal } from '../../schema/refusal.ts';
import { decideTicket } from '../domain/ticket.ts';
import type { StoredTicket } from '../store/projections/tickets.ts';
import { CLOCK } from './actor.ts';
import type { Tx } from './commit.ts';
import type { Hall } from './hall.ts';
import { dayStream, ticketStream } from './streams.ts';

const AGAIN_MS = 5 * 60_000;
/** Nothing is planned to carry somebody over to: look again when somebody may have planned it. */
const NO_OPENING_MS = 60 * 60_000;
/** Somebody still at a counter so long after the end was forgotten there. */
const FORGOTTEN_MS = 6 * 3_600_000;

/** Passes while the day still has an opening to come; comes again while somebody is being served. */
export async function endDay(hall: Hall, day: Day, round: number): Promise<string> {
  const answer = await hall.commit({ command: 'end-day', requestId: null, actor: CLOCK }, (tx) => {
    const ofDay = hall.openings().filter((opening) => opening.day === day && opening.phase !== 'cancelled');
    const endMs = Math.max(...ofDay.map((opening) => Date.parse(opening.endsAt)), 0);
    if (endMs > tx.nowMs) return { result: 'passed' };
    const forgotten = tx.nowMs > endMs + FORGOTTEN_MS;
    let carriedOver = 0;
    let expired = 0;
    let left = 0;
    let served = 0;
    for (const ticket of tx.store.tickets.unfinishedUpTo(day)) {
      const atCounter = ticket.phase === 'serving' || ticket.phase === 'called';
      const next = laterOpening(hall, tx.nowMs, day, ticket);
      if (forgotten && ticket.phase === 'serving' && ticket.remaining.length === 0) {
        finishForgotten(tx, ticket);
      } else if (ticket.phase === 'missed' && mayRejoin(tx, ticket)) {
        left++;
        served++;
      } else if (ticket.phase === 'missed') {
        tx.run(ticketStream, ticket.id, (found) => decideTicket(found, { type: 'expire' }, tx));
        expired++;
      } else if ((atCounter && !forgotten) || !next) {
        left++;
        if (atCounter) served++;
      } else {
        const command = { type: 'carry-over', toDay: next.day, openingId: next.id } as const;
        tx.run(ticketStream, ticket.id, (found) => decideTicket(found, command, tx));
        const linkEnds = new Date(Date.parse(next.endsAt) + tx.settings.ticketLinkMs).toISOString();
        tx.store.people.addLink('ticket', ticket.id, linkEnds);
        carriedOver++;
      }
    }
    if (left > 0) {
      const due = new Date(tx.nowMs + (served > 0 ? AGAIN_MS : NO_OPENING_MS)).toISOString();
      tx.later({ kind: 'end-day', data: { day, round: round + 1 } }, due);
    }
    if (carriedOver + expired > 0) tx.run(dayStream, day, () => [{ type: 'day-ended' as const, carriedOver, expired }]);
    return { result: `${carriedOver} carried over, ${expired} expired, ${left} left` };
  });
  return isRefusal(answer) ? answer.refused : answer.result;
}

/** T6: the time to come back is not cut short by the day's end. */
function mayRejoin(tx: Tx, { missedAt }: StoredTicket): boolean {
  return missedAt !== undefined && tx.nowMs <= Date.parse(missedAt) + tx.settings.rejoinWithinMs;
}

/** Everything is concluded, only the clerk's last key was not pressed. */
function finishForgotten(tx: Tx, { id, counterId, clerkId }: StoredTicket): void {
  const at = { counterId: counterId!, clerkId: clerkId!, letters: [] };
  tx.run(ticketStream, id, (found) => decideTicket(found, { type: 'finish-ticket', at }, tx));
}

/**
 * The first opening of a later day that is not over, also one that has begun when the sweep comes late; not on a day on
 * which somebody has that number already (T1).
 */
function laterOpening(hall: Hall, nowMs: number, day: Day, ticket: StoredTicket): Opening | undefined {
  const letter = ticket.queues[0];
  const now = new Date(nowMs).toISOString();
  return hall
    .openings()
    .find(
      (one) =>
        one.day > day &&
        one.endsAt > now &&
        one.phase !== 'cancelled' &&
        letter &&
        one.letters.includes(letter) &&
        !hall.store.tickets.byNumber(ticket.number, one.day),
    );
}
