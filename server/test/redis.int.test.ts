import { Redis } from 'ioredis';
import { afterAll, describe, expect, it } from 'vitest';
import type { MatterId, TicketId } from '../../schema/ids.ts';
import { newRequestId } from '../../web/client.ts';
import { rebuildDifferences } from '../app/rebuild.ts';
import { childHall } from './child-hall.ts';
import { eventually, MONDAY_9, PASSWORD, signInAt } from './harness.ts';
import { testHallData } from './test-data.ts';

const FAULTS = 20;
const TICKETS = 10;
const AWAY_MS = 1_500;
/** H9: within so long after Redis is back, and due. */
const LATE_MS = 10_000;

const hall = childHall({
  data: testHallData(),
  password: PASSWORD,
  nowMs: MONDAY_9 + 60_000,
  runs: true,
  settings: { awayMs: AWAY_MS },
});
afterAll(() => hall.clean());

type Fault = { name: string; run: () => Promise<void> };

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** The pid that the socket's Redis tells of itself, because a killed one is started again under another. */
async function withRedis<T>(act: (redis: Redis) => Promise<T>): Promise<T> {
  const redis = new Redis({ path: hall.redisSocket, lazyConnect: true, retryStrategy: () => null });
  redis.on('error', () => {});
  try {
    await redis.connect();
    return await act(redis);
  } finally {
    redis.disconnect();
  }
}

async function redisPid(): Promise<number> {
  const info = await eventually(() => withRedis((redis) => redis.info('server')));
  return Number(/process_id:(\d+)/.exec(info)?.[1]);
}

const FAULT_KINDS: Fault[] = [
  { name: 'emptied', run: async () => void (await withRedis((redis) => redis.flushall())) },
  { name: 'killed', run: async () => void process.kill(await redisPid(), 'SIGKILL') },
  {
    name: 'frozen',
    run: async () => {
      const pid = await redisPid();
      process.kill(pid, 'SIGSTOP');
      await pause(AWAY_MS + 1_500);
      process.kill(pid, 'SIGCONT');
    },
  },
];

describe('Redis away', () => {
  it(`[H9] emptied, killed and frozen, ${FAULTS} times during timed transitions: each happens once, at most 10 s late`, async () => {
    await hall.start();
    const admin = await signInAt(hall.origin(), '/session', { account: 'admin', password: PASSWORD });
    const { code } = await admin.client.devices.create({ requestId: newRequestId(), kind: 'kiosk', name: 'k' });
    const kiosk = await signInAt(hall.origin(), '/devices/enrol', { code });
    const all: { ticketId: TicketId; endedMs: number }[] = [];
    const startedAt = performance.now();
    const hallNow = () => MONDAY_9 + 60_000 + performance.now() - startedAt;

    for (let n = 0; n < FAULTS; n++) {
      const wishes = Array.from({ length: TICKETS }, async () => {
        const wish = { requestId: newRequestId(), matterIds: ['A-1' as MatterId], care: false, printing: false };
        const { ticketId, link } = await kiosk.client.tickets.issue(wish);
        const act = { kind: 'step-away' as const };
        await kiosk.client.tickets.act({ requestId: newRequestId(), link: link.slice('/t/'.length), act });
        return ticketId;
      });
      const tickets = await Promise.all(wishes);
      await pause(Math.random() * AWAY_MS);
      await FAULT_KINDS[n % FAULT_KINDS.length]!.run();
      const endedMs = hallNow() + 1_000; // the two clocks started within a second of each other
      all.push(...tickets.map((ticketId) => ({ ticketId, endedMs })));
      await eventually(async () => {
        const { rows } = await admin.client.boards.staff();
        expect(rows.tickets.filter((ticket) => ticket.phase === 'away')).toEqual([]);
      }, 30_000);
    }

    const store = await hall.open();
    let latest = 0;
    for (const { ticketId, endedMs } of all) {
      const events = store.ledger.load<{ type: string; until?: string }>(`ticket:${ticketId}`);
      const returned = events.filter((entry) => entry.event.type === 'ticket-returned');
      expect(returned).toHaveLength(1);
      const until = Date.parse(events.find((entry) => entry.event.type === 'ticket-stepped-away')!.event.until!);
      const late = Date.parse(returned[0]!.at) - Math.max(until, Math.min(endedMs, until + 60_000));
      latest = Math.max(latest, late);
      expect(late).toBeLessThan(LATE_MS);
    }
    expect(store.ledger.firstBreak()).toBeNull();
    expect(await rebuildDifferences(store)).toEqual([]);
    console.log(
      `${FAULTS} faults: ${all.length} timed transitions, each once, the latest ${Math.round(latest)} ms late`,
    );
  }, 400_000);
});
