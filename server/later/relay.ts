/**
 * BullMQ brings due rows back (H9). The row in SQLite is the record: the relay hands it over, the worker runs it, the
 * reconciler hands over again what is late, and without Redis late rows run directly. Each run asks the row first.
 */
import { Queue, Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import type { Instant } from '../../schema/ids.ts';
import { HAND_OVER_MS, OUTSIDE_JOBS } from '../../schema/jobs.ts';
import { isRefusal } from '../../schema/refusal.ts';
import { CLOCK } from '../../schema/who.ts';
import { connect, PRODUCER, type RedisAddress, WORKER } from '../gateways/redis-connection.ts';
import { queuePrefix } from '../hall/views/hall-keys.ts';
import { endRests, forgetAdded, markAdded } from '../ledger/acts/outbox.ts';
import type { Tx } from '../ledger/commit.ts';
import type { Hall } from '../ledger/hall.ts';
import { type OutboxRow, outbox } from '../ledger/tables/outbox.ts';
import { createInTurn } from '../ledger/turns/in-turn.ts';
import { createLines } from '../ledger/turns/lines.ts';
import type { Post } from '../messages/jobs.ts';
import { isOutside, runDue } from './due.ts';

const RECONCILE_MS = 2_000;
/** A row so late has been lost on the way, or Redis is away. */
const LATE_MS = 3_000;
/** Of `lateMostMs` so much is left for the next round and for running the row (H9). */
const ROUND_MS = 2 * RECONCILE_MS;
const ALIVE_MS = 60_000;
const BATCH = 500;
/** A fault of the hall itself is tried again by BullMQ first. */
const ATTEMPTS = { attempts: 3, backoff: { type: 'fixed', delay: 1_000 } };
/** Messages on their way at once; the others wait, and nothing else waits for them. */
const OUTSIDE_AT_ONCE = 8;
/** A due row with so many faults is told. */
const FAILING_AFTER = 3;
/** What has not ended by then is open in its row, and runs at the next start. */
const CLOSE_MS = 1_000;

export type Relay = {
  /** Hands new rows over soon. To be called after a commit that wrote some. */
  nudge: () => void;
  /** Runs everything that is due by the hall's clock now; for a clock that is moved by hand. */
  sweep: () => Promise<void>;
  /** The same at a start, which waits for nothing outside; what rested is tried again. */
  begin: () => Promise<void>;
  /** It is there, takes a write in time, and took the last rows that it was given. */
  redisReady: () => boolean;
  counts: () => { open: number; overdue: number; oldest: Instant | null };
  /** Kinds of due rows that failed again and again, the latest first. */
  failing: () => string[];
  close: () => Promise<void>;
};

export function startRelay(parts: { hall: Hall; address: RedisAddress; post: Post; log: Logger }): Relay {
  const { hall, log, post } = parts;
  const prefix = queuePrefix(hall);
  let closing = false;
  const ended = new AbortController();
  const trouble = (error: Error) => {
    if (!closing) log.debug({ error: error.message }, 'redis');
  };
  const producer = connect(parts.address, PRODUCER, trouble);
  const blocking = connect(parts.address, WORKER, trouble);
  const options = { prefix, connection: producer };
  const queue = new Queue('later', options);
  queue.on('error', trouble);
  const worker = new Worker('later', (job) => brought({ id: Number(job.data.id), kind: job.name }), {
    prefix,
    connection: blocking,
    concurrency: 4,
    lockDuration: 30_000,
    stalledInterval: 5_000,
  });
  worker.on('error', trouble);
  worker.on('failed', (job, error) => log.warn({ row: job?.data.id, error: error.message }, 'a job failed'));

  producer.on('ready', () => {
    // Redis may have forgotten everything while it was away: every open row is handed over again.
    inBackground(record((tx) => forgetAdded(tx)).then(handOver));
  });

  // A Redis that is frozen, full or read-only is connected still.
  const refuses = { writing: false, rows: false };
  const tryWriting = () =>
    void producer.set(`${prefix}:alive`, at(hall.nowMs()), 'PX', ALIVE_MS).then(
      () => {
        refuses.writing = false;
      },
      () => {
        refuses.writing = true;
      },
    );

  let handing: Promise<void> | null = null;
  let again = false;
  function handOver(): Promise<void> {
    again = handing !== null;
    handing ??= (async () => {
      do {
        again = false;
        await addNew();
      } while (again);
    })().finally(() => {
      handing = null;
    });
    return handing;
  }

  async function addNew(): Promise<void> {
    while (!closing && producer.status === 'ready') {
      const rows = hall.read(outbox).toAdd(at(hall.nowMs() + HAND_OVER_MS), BATCH);
      if (rows.length === 0 || !(await add(rows)) || rows.length < BATCH) return;
    }
  }

  /** Job ids hold the count of hand-overs: an id that BullMQ still keeps would be ignored. */
  async function add(rows: OutboxRow[]): Promise<boolean> {
    const jobs = rows.map((row) => ({
      name: row.kind,
      data: { id: row.id },
      opts: {
        jobId: `job-${row.id}-${row.adds + 1}`,
        delay: Math.max(0, Date.parse(row.dueAt) - hall.nowMs()),
        ...ATTEMPTS,
        removeOnComplete: true,
        removeOnFail: true,
      },
    }));
    try {
      await queue.addBulk(jobs);
      await record((tx) => markAdded(tx, rows));
      refuses.rows = false;
      return true;
    } catch (error) {
      refuses.rows = true;
      trouble(error as Error);
      return false;
    }
  }

  /** Bookkeeping shares the write path's next commit. */
  async function record(unit: (tx: Tx) => object): Promise<void> {
    await hall.commit({ command: 'hand-over', requestId: null, actor: CLOCK }, unit);
  }

  const overdue = (due: Instant, addedBefore: Instant) =>
    hall.read(outbox).overdue({ due, addedBefore, now: at(hall.nowMs()), last: OUTSIDE_JOBS, limit: BATCH });

  async function reconcile(): Promise<void> {
    const now = hall.nowMs();
    const { lateMostMs } = hall.look(({ settings }) => settings);
    const [late, tooLate] = [at(now - LATE_MS), at(now - (lateMostMs - ROUND_MS))];
    // Redis may take a row again and again and its worker stand still: what is so late waits for neither.
    for (const row of overdue(tooLate, at(now)).filter(({ id }) => !running.has(id))) await begun(row);
    const lost = overdue(late, late);
    if (lost.length === 0) return handOver();
    if (producer.status === 'ready') await add(lost.filter((row) => row.dueAt > tooLate && !running.has(row.id)));
  }

  type Due = Pick<OutboxRow, 'id' | 'kind'>;
  const inTurn = createInTurn<string>(OUTSIDE_AT_ONCE, createLines(BATCH, BATCH));
  /** Whoever brings a row that runs waits for that run: a message is on its way once at a time. */
  const running = new Map<number, Promise<string | null>>();
  function run(row: Due): Promise<string | null> {
    const known = running.get(row.id);
    if (known) return known;
    const work = () => runDue(hall, row.id, post, ended.signal);
    // Where too many wait already, the row comes back by itself.
    const outside = () => inTurn(row.kind, work).then((answer) => (isRefusal(answer) ? null : answer));
    const runs = (isOutside(row.kind) ? outside() : work()).finally(() => running.delete(row.id));
    running.set(row.id, runs);
    return runs;
  }

  async function tried(row: Due): Promise<void> {
    await run(row).catch((error) => log.error({ row: row.id, error }, 'a due row failed'));
  }

  /** What is outside is not waited for. */
  async function begun(row: Due): Promise<void> {
    const done = tried(row);
    if (!isOutside(row.kind)) await done;
  }

  /** BullMQ tries again what failed of the hall itself. */
  const brought = (row: Due) => (isOutside(row.kind) ? begun(row) : run(row));

  /** Each row once: one that fails stays for the reconciler and keeps nobody from starting. */
  async function allDue(one: (row: Due) => Promise<void>): Promise<void> {
    const seen = new Set<number>();
    for (;;) {
      const now = at(hall.nowMs());
      const rows = overdue(now, now).filter(({ id }) => !seen.has(id));
      if (rows.length === 0) return;
      for (const row of rows) {
        seen.add(row.id);
        await one(row);
      }
    }
  }

  /** A fault here leaves rows where they are; the next round finds them. */
  function inBackground(work: Promise<unknown>): void {
    work.catch((error) => log.error(error, 'handing over'));
  }

  const ticker = setInterval(() => {
    inBackground(reconcile());
    tryWriting();
  }, RECONCILE_MS);
  const nudger = setInterval(() => inBackground(handOver()), 1_000);

  return {
    nudge: () => inBackground(handOver()),
    sweep: () => allDue(tried),
    async begin() {
      await record(endRests);
      await allDue(begun);
    },
    redisReady: () => producer.status === 'ready' && !refuses.writing && !refuses.rows,
    counts: () => hall.read(outbox).counts(at(hall.nowMs())),
    failing: () => hall.read(outbox).failing(at(hall.nowMs()), FAILING_AFTER),
    async close() {
      closing = true;
      ended.abort();
      clearInterval(ticker);
      clearInterval(nudger);
      const closed = Promise.all([worker.close(), queue.close()]).catch(() => {});
      let late: NodeJS.Timeout | undefined;
      await Promise.race([
        closed,
        new Promise((resolve) => {
          late = setTimeout(resolve, CLOSE_MS);
        }),
      ]);
      clearTimeout(late);
      for (const redis of [producer, blocking] satisfies Redis[]) redis.disconnect();
    },
  };
}

function at(ms: number): string {
  return new Date(ms).toISOString();
}
