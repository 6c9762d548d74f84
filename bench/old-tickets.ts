/** Fills a hall's folder with finished tickets of earlier days: events, read tables and all, as the hall would have. */
import { join } from 'node:path';
import type { ClerkId, CounterId, Letter, TicketId } from '../schema/ids.ts';
import { type Ticket, type TicketEvent, ticketNumber } from '../schema/line/ticket.ts';
import { openFolder } from '../server/hall-folder.ts';
import { dayStream, ticketStream } from '../server/line/stream.ts';
import { MATTER, NOW_MS } from './hall.ts';

const PER_DAY = 1_000;
const DAY_MS = 86_400_000;

/** `count` tickets, each issued, called and served; 1,000 a day up to yesterday, and each day ended. */
export function fillWithOldTickets(dir: string, count: number, onProgress: (done: number) => void): void {
  const { store, release } = openFolder(join(dir, 'data'));
  store.db.pragma('synchronous = OFF');
  const days = Math.ceil(count / PER_DAY);
  for (let d = 0; d < days; d++) {
    const dayMs = NOW_MS - (days - d) * DAY_MS;
    const day = new Date(dayMs).toISOString().slice(0, 10);
    store.db.exec('BEGIN IMMEDIATE');
    for (let n = 1; n <= PER_DAY; n++) {
      const issueNo = d * PER_DAY + n;
      const id = `old-${String(issueNo).padStart(22, '0')}` as TicketId;
      let state: Ticket | null = null;
      eventsOf(day, n, issueNo, dayMs + n * 30_000).forEach((event, i) => {
        const at = new Date(dayMs + n * 30_000 + i * 60_000).toISOString();
        const entry = store.ledger.append(at, `ticket:${id}`, i + 1, 'clock', event);
        const before = state;
        state = ticketStream.evolve(before, event, id, at);
        ticketStream.project(store, state, entry, before);
      });
    }
    const ended = { type: 'day-ended' as const, carriedOver: 0, expired: 0 };
    const endedAt = new Date(dayMs + DAY_MS / 2).toISOString();
    dayStream.project(store, 1, store.ledger.append(endedAt, `day:${day}`, 1, 'clock', ended), null);
    store.db.exec('COMMIT');
    onProgress((d + 1) * PER_DAY);
  }
  // The rows were written as these events write them: there is nothing to rebuild at the start.
  store.readTables.markCurrent();
  store.close();
  release();
}

function eventsOf(day: string, ordinal: number, issueNo: number, arrivedMs: number): TicketEvent[] {
  const letter = 'A' as Letter;
  const rank = { at: arrivedMs, tie: 0, no: issueNo };
  const counterId = 'c1' as CounterId;
  const clerkId = 'old' as ClerkId;
  const why = { rule: 'smallest-rank' as const, rank, klass: 'walk-in' as const, passedOver: 0, waitedMs: 60_000 };
  return [
    {
      type: 'ticket-issued',
      day,
      letter,
      ordinal,
      number: ticketNumber(letter, ordinal),
      issueNo,
      matters: [MATTER],
      letters: [letter],
      klass: 'walk-in',
      channel: 'kiosk',
      arrivedAt: new Date(arrivedMs).toISOString(),
      rank,
      slip: 'none',
    },
    { type: 'ticket-called', counterId, clerkId, callNo: 1, why },
    { type: 'serving-started', counterId, clerkId, matters: [MATTER] },
    { type: 'ticket-finished', counterId, clerkId },
  ];
}
