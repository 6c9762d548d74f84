/** What is attacked: a hall of its own with everybody in it, and the bare app beside it. */
import { type ChildProcess, fork, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CounterId, MatterId } from '../../../schema/ids.ts';
import { createClient, newRequestId } from '../../../web/client.ts';
import type { FromMovedHall, MovedHall } from '../../demo/moved-hall.ts';
import { sampleHall } from '../../demo/sample/sample-hall.ts';
import { ROOT } from '../../root.ts';
import { MONDAY_9, PASSWORD, signInAt } from '../harness.ts';
import { askerAt, cookiesOf, post } from './ask.ts';
import type { Attack, Loot } from './attackers.ts';
import { HALL_ADDRESS } from './felt.ts';

export type Target = Awaited<ReturnType<typeof startTarget>>;

/** As `npm start` has it. */
const REQUESTS_PER_SECOND = 50;
const COUNTER = 'counter-1' as CounterId;
/** Of group A, which that counter serves. */
const MATTER = 'A11-MS-02' as MatterId;
const WAITING = 300;
/** Booked for today before the attack: what the last four digits of a telephone could take. */
const BOOKED = 60;
const BROWSERS = 5;

export async function startTarget() {
  const dir = mkdtempSync(join(tmpdir(), 'shouwen-attack-'));
  const data = sampleHall('2026-11-16');
  const plan = join(dir, 'hall.json');
  const moved: MovedHall = {
    data,
    password: PASSWORD,
    nowMs: MONDAY_9 + 20 * 60_000,
    runs: true,
    requestsPerSecond: REQUESTS_PER_SECOND,
  };
  writeFileSync(plan, JSON.stringify(moved));
  const env = { ...process.env, PORT: '0', DATA_DIR: join(dir, 'data'), LOG_LEVEL: 'fatal', NODE_ENV: 'production' };
  // The same bundle that npm start runs.
  const hall = fork(join(ROOT, 'dist/server/moved-hall.js'), [plan], {
    env,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const ready = await firstWord<Extract<FromMovedHall, { ready: unknown }>>(hall);
  const bare = fork(join(import.meta.dirname, 'bare.ts'), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const { port } = await firstWord<{ port: number }>(bare);

  const origin = `http://127.0.0.1:${ready.ready.port}`;
  const signIn = (account: string) => signInAt(origin, '/session', { account, password: PASSWORD });
  const { client: administrator } = await signIn('administrator');
  const device = async (kind: 'kiosk' | 'display') => {
    const { code } = await administrator.devices.create({
      requestId: newRequestId(),
      kind,
      name: `${kind} ${newRequestId()}`,
    });
    return (await signInAt(origin, '/devices/enrol', { code })).cookie;
  };
  const [kioskCookie, thiefCookie, displayCookie] = [
    await device('kiosk'),
    await device('kiosk'),
    await device('display'),
  ];
  const [first, second] = data.clerks.filter(({ role }) => role === 'clerk').map(({ account }) => account);
  const clerk = await signIn(first!);
  await clerk.client.counters.open({ requestId: newRequestId(), counterId: COUNTER });

  const browsers = await signedInBefore(
    origin,
    data.clerks.slice(2, 2 + BROWSERS).map(({ account }) => account),
  );

  const kiosk = createClient(origin, { cookie: kioskCookie });
  const gently = gentlyAt(REQUESTS_PER_SECOND * 0.6);
  for (let n = 0; n < WAITING; n++) {
    await gently();
    await kiosk.tickets.issue({ requestId: newRequestId(), matterIds: [MATTER], care: false, printing: false });
  }
  const booker = createClient(origin, { cookie: (await signIn('supervisor')).cookie });
  const booked: string[] = [];
  for (let n = 0; n < BOOKED; n++) {
    await gently();
    const free = (await booker.appointments.slots({ matterId: MATTER })).filter((slot) => slot.free > 0);
    const wish = { requestId: newRequestId(), slotId: free[0]!.id, matterId: MATTER };
    const { link } = await booker.appointments.hold(wish);
    const telephone = `1388${String(randomInt(10_000_000)).padStart(7, '0')}`;
    booked.push(telephone);
    const contact = { name: '约好', telephone, language: 'zh-Hans' as const };
    await gently();
    await booker.appointments.confirm({ requestId: newRequestId(), link, ...contact });
  }
  const matters = data.matters.filter(({ offered }) => offered).slice(0, 12);
  const slots: Attack['slots'] = [];
  for (const { id: matterId } of matters) {
    await gently();
    const free = (await booker.appointments.slots({ matterId })).filter((slot) => slot.free > 0);
    slots.push(...free.slice(20, 120).map(({ id }) => ({ id, matterId })));
  }

  return {
    origin,
    bareOrigin: `http://127.0.0.1:${port}`,
    accounts: data.clerks.map(({ account }) => account),
    dataDir: join(dir, 'data'),
    administrator,
    /** Whom the administrator will block. */
    blocked: data.clerks.filter(({ role }) => role === 'clerk').at(-1)!.account,
    /** The session that is stolen is another clerk's than the one who is asked what it felt. */
    stolen: (await signIn(second!)).cookie,
    browsers,
    /** Telephones. */
    booked,
    clerkCookie: clerk.cookie,
    counterId: COUNTER,
    matterId: MATTER,
    kioskCookie,
    thiefCookie,
    displayCookie,
    matters: matters.map(({ id }) => id as string),
    slots,
    /** With one connection open that says nothing; ms that the hall took to end. */
    async stop(): Promise<number> {
      bare.disconnect();
      const silent = connect({ host: '127.0.0.1', port: ready.ready.port });
      silent.on('error', () => {});
      await new Promise((resolve) => silent.once('connect', resolve));
      const gone = new Promise((resolve) => hall.once('exit', resolve));
      const askedMs = performance.now();
      hall.kill('SIGTERM');
      await gone;
      silent.destroy();
      rmSync(dir, { recursive: true, force: true });
      return performance.now() - askedMs;
    },
  };
}

/** Browsers in which somebody has signed in: what passwords are guessed elsewhere must not keep them out. */
async function signedInBefore(origin: string, accounts: string[]): Promise<{ account: string; cookie: string }[]> {
  const ask = askerAt(origin, HALL_ADDRESS);
  const browsers: { account: string; cookie: string }[] = [];
  for (const account of accounts) {
    const given = await post(ask, '/api/session', { account, password: PASSWORD });
    // By it the browser is known again; its session is over.
    const cookie = cookiesOf(given)
      .split('; ')
      .find((one) => one.startsWith('shouwen-browser='))!;
    browsers.push({ account, cookie });
  }
  return browsers;
}

/** In a process of its own, which yields the processor to the hall, as an attacker on another machine would. */
export function attackBy(attack: Attack): Promise<Loot> {
  const program = [process.execPath, join(import.meta.dirname, 'attackers.ts'), JSON.stringify(attack)];
  const child = spawn('nice', ['-n', '10', ...program], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve(JSON.parse(said.trim().split('\n').at(-1)!) as Loot);
      else reject(new Error(`the attack ${attack.kind} ended with ${code}`));
    });
  });
}

function firstWord<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`a program that is attacked ended with ${code}`)));
    child.once('message', (word) => resolve(word as T));
  });
}

/** Stays within what one session may ask. */
function gentlyAt(perSecond: number): () => Promise<void> {
  let nextAtMs = performance.now();
  return async () => {
    nextAtMs = Math.max(nextAtMs + 1_000 / perSecond, performance.now());
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, nextAtMs - performance.now())));
  };
}
