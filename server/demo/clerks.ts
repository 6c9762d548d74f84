/** Clerks at their counters: each looks at the board and does the next thing when its time has come. */
import type { Boards } from '../../schema/board.ts';
import type { Matter } from '../../schema/catalogue/catalogue.ts';
import type { CounterId } from '../../schema/ids.ts';
import type { CounterRow, TicketRow } from '../../schema/line/rows.ts';
import { type Client, newRequestId } from '../../web/client.ts';
import { concludeOne } from './conclusions.ts';
import { unlessRefused } from './enter.ts';
import type { Luck } from './luck.ts';

const SECOND = 1_000;
const MINUTE = 60_000;

export type Pace = 'quick' | 'human';
type Seen = Boards['staff'];
/** What this clerk does with one ticket: when the resident comes, if at all, and how long the sitting lasts. */
type Sitting = { comesAfterMs: number; comes: boolean; lastsMs: number };
export type DemoClerk = { act: (board: Seen, nowMs: number, pace: Pace) => Promise<void> };

type Parts = {
  client: Client;
  counterId: CounterId;
  matters: Map<string, Matter>;
  luck: Luck;
  say: (what: string) => void;
};

export function createClerk({ client, counterId, matters, luck, say }: Parts): DemoClerk {
  const sittings = new Map<string, Sitting>();
  let busyUntil = 0;
  const onTicket = (ticket: TicketRow) => ({ requestId: newRequestId(), ticketId: ticket.id });
  const onCounter = () => ({ requestId: newRequestId(), counterId });

  async function act(board: Seen, nowMs: number, pace: Pace): Promise<void> {
    const counter = board.counters.find((row) => row.id === counterId);
    if (!counter || nowMs < busyUntil) return;
    const ticket = board.tickets.find((row) => row.id === counter.ticketId);
    if (ticket?.phase === 'called') return await called(counter, ticket, nowMs, pace);
    if (ticket?.phase === 'serving') return await serving(board, counter, ticket, nowMs, pace);
    if (ticket) return;
    if (counter.phase !== 'open') {
      if (board.hall[0]?.open) await unlessRefused(client.counters.open(onCounter()));
      busyUntil = nowMs + 5 * SECOND;
      return;
    }
    if (pace === 'human' && luck.often(0.01)) return await rest(counter, nowMs);
    await callNext(counter, nowMs, pace);
  }

  async function callNext(counter: CounterRow, nowMs: number, pace: Pace): Promise<void> {
    const called = await unlessRefused(client.tickets.callNext(onCounter()));
    busyUntil = nowMs + (called ? 0 : 5 * SECOND);
    if (!called) return;
    say(`${called.number} called to counter ${counter.label}`);
    const minutes = pace === 'human' ? luck.between(1.2, 4.5) : luck.between(6, 16);
    sittings.set(called.ticketId, {
      comesAfterMs: luck.between(8, 22) * SECOND,
      comes: luck.often(0.93),
      lastsMs: minutes * MINUTE,
    });
  }

  /** A number that nobody answers is called again, then missed (T6). */
  async function called(counter: CounterRow, ticket: TicketRow, nowMs: number, pace: Pace): Promise<void> {
    const sitting = sittings.get(ticket.id) ?? plain(pace);
    const since = nowMs - Date.parse(ticket.calledAt ?? ticket.arrivedAt);
    if (sitting.comes && since >= sitting.comesAfterMs) {
      await unlessRefused(client.tickets.start(onTicket(ticket)));
    } else if (!sitting.comes && since >= 30 * SECOND) {
      if (ticket.callNo < 2) {
        await unlessRefused(client.tickets.recall(onTicket(ticket)));
        say(`${ticket.number} called again to counter ${counter.label}`);
      } else {
        await unlessRefused(client.tickets.miss(onTicket(ticket)));
        say(`${ticket.number} missed`);
      }
    }
  }

  async function serving(
    board: Seen,
    counter: CounterRow,
    ticket: TicketRow,
    nowMs: number,
    pace: Pace,
  ): Promise<void> {
    const sitting = sittings.get(ticket.id) ?? plain(pace);
    if (nowMs - Date.parse(ticket.startedAt ?? ticket.arrivedAt) < sitting.lastsMs) return;
    const open = board.served.filter((row) => row.ticketId === ticket.id && ticket.sitting.includes(row.matterId));
    for (const row of open) {
      const matter = matters.get(row.matterId);
      if (!matter || !ticket.remaining.includes(row.matterId)) continue;
      const conclusion = concludeOne(matter, luck);
      const answer = await unlessRefused(
        client.cases.conclude({ requestId: newRequestId(), caseId: row.id, conclusion }),
      );
      if (answer) say(`${ticket.number} concluded at counter ${counter.label}: ${conclusion.kind}`);
    }
    const left = ticket.remaining.some((matterId) => !ticket.sitting.includes(matterId));
    await unlessRefused(left ? client.tickets.handBack(onTicket(ticket)) : client.tickets.finish(onTicket(ticket)));
    sittings.delete(ticket.id);
    busyUntil = nowMs + luck.between(4, 15) * SECOND;
  }

  async function rest(counter: CounterRow, nowMs: number): Promise<void> {
    await unlessRefused(client.counters.pause({ ...onCounter(), reason: luck.one(['取件', '短暂休息', '系统维护']) }));
    say(`counter ${counter.label} pauses`);
    busyUntil = nowMs + luck.between(40, 90) * SECOND;
  }

  return { act };
}

/** For a ticket whose call this program does not remember. */
function plain(pace: Pace): Sitting {
  return { comesAfterMs: 10 * SECOND, comes: true, lastsMs: (pace === 'human' ? 2 : 10) * MINUTE };
}
