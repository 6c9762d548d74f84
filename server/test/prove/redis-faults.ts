/** Redis away or refusing, in every kind that was seen, during timed transitions: each happens once, and not late (H9). */

import { mkdirSync, rmSync } from 'node:fs';
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
/** H9: within so long after it was due, whatever Redis does meanwhile. */
export const LATE_MS = 10_000;
/** Within so long a fault that lasts is told to those in charge. */
export const ALARM_MS = 30_000;

/** `latest` of each kind of fault, in ms after it was due; `alarms`: after so many ms /readyz told of it; `wrong` are sentences. */
export type RedisReport = {
  transitions: number;
  notOnce: number;
  latestMs: number;
  latest: Record<string, number>;
  alarms: Record<string, number>;
  wrong: string[];
};

export async function redisFaults(
  faults: number,
  onFault: (done: number) => void = () => {},
  kinds: readonly Kind[] = KINDS,
  env: Record<string, string> = {},
): Promise<RedisReport> {
  const hall = childHall(
    {
      data: testHallData(),
      password: PASSWORD,
      nowMs: MONDAY_9 + 60_000,
      runs: true,
      settings: { awayMs: AWAY_MS },
    },
    { env: () => env },
  );
  try {
    await hall.start();
    const admin = await signInAt(hall.origin(), '/session', { account: 'admin', password: PASSWORD });
    const { code } = await admin.client.devices.create({ requestId: newRequestId(), kind: 'kiosk', name: 'k' });
    const kiosk = await signInAt(hall.origin(), '/devices/enrol', { code });
    const all: { ticketId: TicketId; kind: string }[] = [];
    const alarms: Record<string, number> = {};
    const silent = new Set<string>();

    for (let n = 0; n < faults; n++) {
      const awayTicket = async () => {
        const wish = { requestId: newRequestId(), matterIds: ['A-1' as MatterId], care: false, printing: false };
        const { ticketId, link } = await kiosk.client.tickets.issue(wish);
        const act = { kind: 'step-away' as const };
        await kiosk.client.tickets.act({ requestId: newRequestId(), link: link.slice('/t/'.length), act });
        return ticketId;
      };
      const tickets = await Promise.all(Array.from({ length: TICKETS }, awayTicket));
      await pause(Math.random() * AWAY_MS);
      const [kind, begin, lasts] = kinds[n % kinds.length]!;
      const end = await begin(hall.redisSocket);
      const begunMs = performance.now();
      all.push(...tickets.map((ticketId) => ({ ticketId, kind })));
      await eventually(async () => {
        const { rows } = await admin.client.boards.staff();
        if (rows.tickets.some((ticket) => ticket.phase === 'away')) throw new Error('somebody is still away');
      }, 30_000);
      // Once of each kind: the hall goes on working until somebody is told.
      if (lasts && alarms[kind] === undefined && !silent.has(kind)) {
        const toldMs = await alarmed(
          hall.origin(),
          begunMs,
          async () => void all.push({ ticketId: await awayTicket(), kind }),
        );
        if (toldMs === null) silent.add(kind);
        else alarms[kind] = toldMs;
      }
      await end();
      onFault(n + 1);
    }

    const store = await hall.open();
    const returns = all.map(({ ticketId, kind }) => {
      const events = store.ledger.load<{ type: string; until?: string }>(`ticket:${ticketId}`);
      const returned = events.filter((entry) => entry.event.type === 'ticket-returned');
      const until = Date.parse(events.find((entry) => entry.event.type === 'ticket-stepped-away')!.event.until!);
      return { kind, once: returned.length === 1, lateMs: Math.round(Date.parse(returned[0]?.at ?? '') - until) };
    });
    const latest = (of: typeof returns) => Math.max(...of.map(({ lateMs }) => lateMs));
    const broken = store.ledger.firstBreak();
    return {
      transitions: returns.length,
      notOnce: returns.filter(({ once }) => !once).length,
      latestMs: latest(returns),
      latest: Object.fromEntries(
        [...Map.groupBy(returns, ({ kind }) => kind)].map(([kind, some]) => [kind, latest(some)]),
      ),
      alarms,
      wrong: [
        ...[...silent].map((kind) => `of Redis ${kind} /readyz said nothing within ${ALARM_MS} ms`),
        ...(broken ? [`the ledger is broken at seq ${broken.seq}`] : []),
        ...(await rebuildDifferences(store, STREAMS)),
      ],
    };
  } finally {
    await hall.clean();
  }
}

/** ms after `begunMs` at which /readyz says what is wrong with timed work; null: not in time. */
async function alarmed(origin: string, begunMs: number, work: () => Promise<void>): Promise<number | null> {
  while (performance.now() - begunMs < ALARM_MS) {
    const { troubles } = (await (await fetch(`${origin}/readyz`)).json()) as { troubles: { id: string }[] };
    if (troubles.some(({ id }) => ALARMS.includes(id))) return Math.round(performance.now() - begunMs);
    await work();
    await pause(500);
  }
  return null;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits for a Redis that is being started again. */
async function withRedis<T>(socket: string, act: (redis: Redis) => Promise<T>): Promise<T> {
  const redis = await eventually(async () => {
    const tried = new Redis({ path: socket, lazyConnect: true, retryStrategy: () => null });
    tried.on('error', () => {});
    await tried.connect();
    return tried;
  }, 30_000);
  try {
    return await act(redis);
  } finally {
    redis.disconnect();
  }
}

/** The pid that the socket's Redis tells of itself, because a killed one is started again under another. */
async function pidOf(socket: string): Promise<number> {
  const info = await withRedis(socket, (redis) => redis.info('server'));
  return Number(/process_id:(\d+)/.exec(info)?.[1]);
}

/** Begins a fault that lasts until it is ended. */
export type Fault = (socket: string) => Promise<() => Promise<unknown>>;
/** `lasts`: what is over by itself at once, or after the hall has mended it, alarms nobody. */
type Kind = readonly [name: string, begin: Fault, lasts?: 'lasts'];
const ALARMS = ['redis-away', 'work-late', 'jobs-failing'];

const nothing = async () => {};
const order =
  (begin: (redis: Redis) => Promise<unknown>, end: (redis: Redis) => Promise<unknown>): Fault =>
  async (socket) => {
    await withRedis(socket, begin);
    return () => withRedis(socket, end);
  };

const KINDS: Kind[] = [
  [
    'emptied',
    async (socket) => {
      await withRedis(socket, (redis) => redis.flushall());
      return nothing;
    },
  ],
  [
    'killed',
    async (socket) => {
      process.kill(await pidOf(socket), 'SIGKILL');
      return nothing;
    },
  ],
  [
    'frozen',
    async (socket) => {
      const pid = await pidOf(socket);
      process.kill(pid, 'SIGSTOP');
      return async () => process.kill(pid, 'SIGCONT');
    },
    'lasts',
  ],
  // Nobody can end a pause: it ends by itself.
  [
    'paused',
    order(
      (redis) => redis.call('CLIENT', 'PAUSE', '12000', 'ALL'),
      (redis) => redis.ping(),
    ),
    'lasts',
  ],
  [
    'out of memory',
    order(
      (redis) => redis.config('SET', 'maxmemory', '1'),
      (redis) => redis.config('SET', 'maxmemory', '0'),
    ),
    'lasts',
  ],
  [
    'read-only',
    order(
      (redis) => redis.replicaof('127.0.0.1', 1),
      (redis) => redis.replicaof('NO', 'ONE'),
    ),
    'lasts',
  ],
  // Every key of the queue is of a type that BullMQ does not expect.
  [
    'wrong-typed',
    order(
      async (redis) => {
        const keys = await redis.keys('*later:*');
        for (const key of keys) await redis.multi().del(key).set(key, 'stray').exec();
      },
      (redis) => redis.flushall(),
    ),
    'lasts',
  ],
  // Its folder is gone, so that it cannot save; then it refuses every write.
  [
    'its disk full',
    async (socket) => {
      const pid = await pidOf(socket);
      // The socket may be in that folder: one connection does it all.
      const dir = await withRedis(socket, async (redis) => {
        const [, own] = (await redis.config('GET', 'dir')) as [string, string];
        rmSync(own, { recursive: true });
        // First, because with save points it may be saving already, and takes no other wish to.
        await redis.bgsave();
        await redis.config('SET', 'save', '1 1');
        await eventually(async () => {
          if (!/rdb_last_bgsave_status:err/.test(await redis.info('persistence'))) throw new Error('it saved');
        });
        return own;
      });
      return async () => {
        mkdirSync(dir, { recursive: true, mode: 0o700 });
        process.kill(pid, 'SIGKILL');
      };
    },
    'lasts',
  ],
];
