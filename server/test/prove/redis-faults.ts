/** Redis emptied, killed and frozen during timed transitions: each happens once, and not late (H9). */

import { Redis } from 'ioredis';
import type { MatterId, TicketId } from '../../../schema/ids.ts';
import { newRequestId } from '../../../web/client.ts';
import { rebuildDifferences } from '../../ledger/rebuild.ts';
import { STREAMS } from '../../subjects.ts';
import { eventually, MONDAY_9, PASSWORD, signInAt } from '../harness.ts';
import { childHall } from '../house/child-hall.ts';
import { testHallData } from '../test-data.ts';

/** Timed transitions of each fault. */
const TICKETS = 10;
const AWAY_MS = 1_500;
/** H9: within so long after Redis is back, and due. */
export const LATE_MS = 10_000;

/** `latestMs` after it was due, and after Redis was back; `wrong` are sentences. */
export type RedisReport = { transitions: number; notOnce: number; latestMs: number; wrong: string[] };

export async function redisFaults(faults: number, onFault: (done: number) => void = () => {}): Promise<RedisReport> {
  const hall = childHall({
    data: testHallData(),
    password: PASSWORD,
    nowMs: MONDAY_9 + 60_000,
    runs: true,
    settings: { awayMs: AWAY_MS },
  });
  try {
    await hall.start();
    const admin = await signInAt(hall.origin(), '/session', { account: 'admin', password: PASSWORD });
    const { code } = await admin.client.devices.create({ requestId: newRequestId(), kind: 'kiosk', name: 'k' });
    const kiosk = await signInAt(hall.origin(), '/devices/enrol', { code });
    const all: { ticketId: TicketId; endedMs: number }[] = [];
    const startedAt = performance.now();
    const hallNow = () => MONDAY_9 + 60_000 + performance.now() - startedAt;

    for (let n = 0; n < faults; n++) {
      const wishes = Array.from({ length: TICKETS }, async () => {
        const wish = { requestId: newRequestId(), matterIds: ['A-1' as MatterId], care: false, printing: false };
        const { ticketId, link } = await kiosk.client.tickets.issue(wish);
        const act = { kind: 'step-away' as const };
        await kiosk.client.tickets.act({ requestId: newRequestId(), link: link.slice('/t/'.length), act });
        return ticketId;
      });
      const tickets = await Promise.all(wishes);
      await pause(Math.random() * AWAY_MS);
      await KINDS[n % KINDS.length]!(hall.redisSocket);
      const endedMs = hallNow() + 1_000; // the two clocks started within a second of each other
      all.push(...tickets.map((ticketId) => ({ ticketId, endedMs })));
      await eventually(async () => {
        const { rows } = await admin.client.boards.staff();
        if (rows.tickets.some((ticket) => ticket.phase === 'away')) throw new Error('somebody is still away');
      }, 30_000);
      onFault(n + 1);
    }

    const store = await hall.open();
    const returns = all.map(({ ticketId, endedMs }) => {
      const events = store.ledger.load<{ type: string; until?: string }>(`ticket:${ticketId}`);
      const returned = events.filter((entry) => entry.event.type === 'ticket-returned');
      const until = Date.parse(events.find((entry) => entry.event.type === 'ticket-stepped-away')!.event.until!);
      const dueMs = Math.max(until, Math.min(endedMs, until + 60_000));
      return { once: returned.length === 1, lateMs: Date.parse(returned[0]?.at ?? '') - dueMs };
    });
    const broken = store.ledger.firstBreak();
    return {
      transitions: returns.length,
      notOnce: returns.filter(({ once }) => !once).length,
      latestMs: Math.round(Math.max(...returns.map(({ lateMs }) => lateMs))),
      wrong: [
        ...(broken ? [`the ledger is broken at seq ${broken.seq}`] : []),
        ...(await rebuildDifferences(store, STREAMS)),
      ],
    };
  } finally {
    await hall.clean();
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function withRedis<T>(socket: string, act: (redis: Redis) => Promise<T>): Promise<T> {
  const redis = new Redis({ path: socket, lazyConnect: true, retryStrategy: () => null });
  redis.on('error', () => {});
  try {
    await redis.connect();
    return await act(redis);
  } finally {
    redis.disconnect();
  }
}

/** The pid that the socket's Redis tells of itself, because a killed one is started again under another. */
async function pidOf(socket: string): Promise<number> {
  const info = await eventually(() => withRedis(socket, (redis) => redis.info('server')));
  return Number(/process_id:(\d+)/.exec(info)?.[1]);
}

const KINDS: ((socket: string) => Promise<void>)[] = [
  async function emptied(socket) {
    await withRedis(socket, (redis) => redis.flushall());
  },
  async function killed(socket) {
    process.kill(await pidOf(socket), 'SIGKILL');
  },
  async function frozen(socket) {
    const pid = await pidOf(socket);
    process.kill(pid, 'SIGSTOP');
    await pause(AWAY_MS + 1_500);
    process.kill(pid, 'SIGCONT');
  },
];
