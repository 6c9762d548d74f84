/** The lines hall–Redis and hall–kiosk cut, both ways and one way, in a network namespace: nothing twice, nothing lost (R7). */
import { fork, spawn } from 'node:child_process';
import { join } from 'node:path';
import { newRequestId } from '../../../web/client.ts';
import { eventually, MONDAY_9, PASSWORD, signInAt } from '../harness.ts';
import { childHall } from '../house/child-hall.ts';
import { testHallData } from '../test-data.ts';
import { CUTS, type Cut, type CutLine, openLine } from './cut-line.ts';
import type { FromFarKiosk } from './far-kiosk.ts';
import { type Fault, type RedisReport, redisFaults } from './redis-faults.ts';

const REDIS_PORT = '6390';
const FAR_KIOSK = join(import.meta.dirname, 'far-kiosk.ts');
/** As long as a line is cut: past all retries of a press. */
const CUT_MS = 6_000;
const CALM_MS = 1_500;

/** Redis at the other end: timed work as in redis-faults.ts, cut until all of it has happened. */
export async function redisPartitions(rounds: number, onRound: (done: number) => void): Promise<RedisReport> {
  const line = openLine();
  const options = ['--bind', line.there, '--port', REDIS_PORT, '--save', '', '--protected-mode', 'no'];
  const [program, ...args] = [...line.inside, 'redis-server', ...options];
  const redis = spawn(program!, args, { stdio: 'ignore' });
  try {
    const url = `redis://${line.there}:${REDIS_PORT}`;
    return await redisFaults(rounds, onRound, CUTS.map(faultOf(line)), { REDIS_URL: url });
  } finally {
    redis.kill('SIGKILL');
    line.remove();
  }
}

const faultOf =
  (line: CutLine) =>
  (cut: Cut): [string, Fault] => [
    `cut ${cut}`,
    async () => {
      line.cut(cut);
      return async () => line.heal();
    },
  ];

/** `backMs` is the longest from the healed line to the next number and to a screen that is no longer stale. */
export type KioskReport = { given: number; backMs: number; wrong: string[] };

/** A kiosk at the other end, pressed all the while. */
export async function kioskPartitions(rounds: number, onRound: (done: number) => void): Promise<KioskReport> {
  const line = openLine();
  const data = { data: testHallData(), password: PASSWORD, nowMs: MONDAY_9 + 60_000, runs: true };
  const hall = childHall(data, { env: () => ({ HOST: '0.0.0.0' }) });
  const issued: string[] = [];
  let stale = true;
  try {
    await hall.start();
    const admin = await signInAt(hall.origin(), '/session', { account: 'admin', password: PASSWORD });
    const { code } = await admin.client.devices.create({ requestId: newRequestId(), kind: 'kiosk', name: 'far' });
    const { cookie } = await signInAt(hall.origin(), '/devices/enrol', { code });
    const [program, ...args] = [...line.inside, process.execPath];
    const kiosk = fork(FAR_KIOSK, [hall.origin(line.here), cookie], { execPath: program!, execArgv: args });
    kiosk.on('message', (message: FromFarKiosk) => {
      if ('issued' in message) issued.push(message.issued);
      else stale = message.stale;
    });
    let backMs = 0;
    for (let n = 0; n < rounds; n++) {
      await issuesAgain(issued);
      await pause(CALM_MS);
      line.cut(CUTS[n % CUTS.length]!);
      await pause(CUT_MS);
      line.heal();
      const healedAt = performance.now();
      await issuesAgain(issued);
      await eventually(() => {
        if (stale) throw new Error('the screen is stale still');
      }, 30_000);
      backMs = Math.max(backMs, performance.now() - healedAt);
      onRound(n + 1);
    }
    kiosk.disconnect();
    const store = await hall.open();
    const stored = store.db.prepare<[], string>('SELECT number FROM tickets').pluck().all();
    const twice = issued.filter((number, at) => issued.indexOf(number) !== at);
    const missing = issued.filter((number) => !stored.includes(number));
    // The last press may have been on its way when the kiosk ended.
    const ghosts = stored.length - issued.length - 1;
    const wrong = [
      ...twice.map((number) => `${number} was given twice`),
      ...missing.map((number) => `${number} was given and is not there`),
      ...(ghosts > 0 ? [`${ghosts} tickets that nobody got`] : []),
    ];
    return { given: issued.length, backMs: Math.round(backMs), wrong };
  } finally {
    await hall.clean();
    line.remove();
  }
}

async function issuesAgain(issued: readonly string[]): Promise<void> {
  const before = issued.length;
  await eventually(() => {
    if (issued.length === before) throw new Error('no number was given');
  }, 30_000);
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
