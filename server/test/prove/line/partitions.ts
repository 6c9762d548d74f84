/** The lines hall–Redis and hall–kiosk cut both ways and one way, lossy, and slow: nothing twice, nothing lost (R7). */
import { fork, spawn } from 'node:child_process';
import { join } from 'node:path';
import { newRequestId } from '../../../../web/client.ts';
import { eventually, MONDAY_9, PASSWORD, signInAt } from '../../harness.ts';
import { childHall } from '../../house/child-hall.ts';
import { testHallData } from '../../test-data.ts';
import { type Fault, type RedisReport, redisFaults } from '../redis-faults.ts';
import { CUTS, type Cut, type CutLine, openLine } from './cut-line.ts';
import type { FromFarKiosk } from './far-kiosk.ts';

const REDIS_PORT = '6390';
const FAR_KIOSK = join(import.meta.dirname, 'far-kiosk.ts');
/** As long as a line is cut: past all retries of a press. */
const CUT_MS = 6_000;
const CALM_MS = 1_500;

type Packets = ReturnType<CutLine['packets']>;

/** Redis at the other end: timed work as in redis-faults.ts, cut until all of it has happened. */
export async function redisPartitions(
  rounds: number,
  seed: number,
  onRound: (done: number) => void,
): Promise<RedisReport & { packets: Packets }> {
  const line = await openLine(seed);
  const options = ['--bind', line.there, '--port', REDIS_PORT, '--save', '', '--protected-mode', 'no'];
  const [program, ...args] = [...line.inside, 'redis-server', ...options];
  const redis = spawn(program!, args, { stdio: 'ignore' });
  try {
    const url = `redis://${line.there}:${REDIS_PORT}`;
    const report = await redisFaults(rounds, onRound, CUTS.map(faultOf(line)), { REDIS_URL: url });
    return { ...report, packets: line.packets() };
  } finally {
    redis.kill('SIGKILL');
    line.remove();
  }
}

const faultOf =
  (line: CutLine) =>
  (cut: Cut): [string, Fault] => [
    cut,
    async () => {
      line.cut(cut);
      return async () => line.heal();
    },
  ];

/** `meanwhile`: numbers given on a line so cut. `backMs` is the longest from the healed line to the next number and to a screen that is no longer stale. */
export type KioskReport = {
  given: number;
  meanwhile: Partial<Record<Cut, number>>;
  backMs: number;
  packets: Packets;
  wrong: string[];
};

/** A kiosk at the other end, pressed all the while. */
export async function kioskPartitions(
  rounds: number,
  seed: number,
  onRound: (done: number) => void,
): Promise<KioskReport> {
  const line = await openLine(seed);
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
    const meanwhile: KioskReport['meanwhile'] = {};
    for (let n = 0; n < rounds; n++) {
      await issuesAgain(issued);
      await pause(CALM_MS);
      const cut = CUTS[n % CUTS.length]!;
      const before = issued.length;
      line.cut(cut);
      await pause(CUT_MS);
      line.heal();
      meanwhile[cut] = (meanwhile[cut] ?? 0) + issued.length - before;
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
    return { given: issued.length, meanwhile, backMs: Math.round(backMs), packets: line.packets(), wrong };
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
