/** A hall of its own for a replay: another process with a moved clock, a temporary folder, a Redis; and its people. */
import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Announcer, hear, quiet, spoken } from '../../../display/announcer.ts';
import type { Snapshot } from '../../../schema/board.ts';
import { type Client, createClient } from '../../../web/client.ts';
import { followBoard } from '../../../web/follow-board.ts';
import type { FromMovedHall, MovedHall } from '../../demo/moved-hall.ts';

export type ReplayHall = {
  /** Moves the hall's clock and runs what is due then. */
  moveTo: (ms: number) => Promise<void>;
  kiosk: Client;
  signIn: (account: string) => Promise<Client>;
  /** The seq of each call that the display's own rule took in to be spoken, in that order. */
  heard: readonly number[];
  /** Waits until the display has taken in this call, or gives up. */
  heardUpTo: (seq: number) => Promise<void>;
  /** The path of its file. */
  file: string;
  /** Ends the hall in order. */
  stop: () => Promise<void>;
  clean: () => Promise<void>;
};

type Ready = Extract<FromMovedHall, { ready: unknown }>['ready'];
const ENTRY = join(import.meta.dirname, '../../demo/moved-hall.ts');
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const PATIENCE_MS = 10_000;

export async function startReplayHall(hall: MovedHall, env: Record<string, string | undefined>): Promise<ReplayHall> {
  const dir = mkdtempSync(join(tmpdir(), 'shouwen-replay-'));
  let child: ChildProcess | null = null;
  let unfollow = () => {};
  const stop = async () => {
    unfollow();
    await end(child);
  };
  const clean = async () => {
    for (const signal of SIGNALS) process.off(signal, abandon);
    await stop();
    rmSync(dir, { recursive: true, force: true });
  };
  const abandon = () => void clean().then(() => process.exit(1));
  for (const signal of SIGNALS) process.once(signal, abandon);
  try {
    const plan = join(dir, 'hall.json');
    writeFileSync(plan, JSON.stringify(hall));
    // A Redis of its own: the operator's must not meet the jobs of a hall that never was.
    const own = {
      ...env,
      PORT: '0',
      HOST: '127.0.0.1',
      DATA_DIR: join(dir, 'data'),
      REDIS_URL: '',
      LOG_LEVEL: 'error',
    };
    child = fork(ENTRY, [plan], { env: own, execArgv: [], stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
    const running = child;
    const ready = await readyOf(running);
    const origin = `http://127.0.0.1:${ready.port}`;
    const enrol = (kind: string) => {
      const url = ready.devices.find((device) => device.kind === kind)?.url ?? '';
      return cookieFrom(origin, '/devices/enrol', { code: new URL(url, origin).searchParams.get('code') });
    };
    const kiosk = createClient(origin, { cookie: await enrol('kiosk') });
    const display = followDisplay(origin, await enrol('display'));
    unfollow = display.stop;
    await until(display.begun, 'the display got no board');
    return {
      moveTo: (ms) => move(running, ms),
      kiosk,
      signIn: async (account) =>
        createClient(origin, { cookie: await cookieFrom(origin, '/session', { account, password: hall.password }) }),
      heard: display.heard,
      heardUpTo: (seq) => until(() => (display.heard.at(-1) ?? 0) >= seq, '').catch(() => {}),
      file: join(dir, 'data/hall.db'),
      stop,
      clean,
    };
  } catch (fault) {
    await clean();
    throw fault;
  }
}

function followDisplay(origin: string, cookie: string) {
  const heard: number[] = [];
  let announcer: Announcer = quiet;
  const onBoard = (snapshot: Snapshot) => {
    announcer = hear(announcer, snapshot as Snapshot<'display'>);
    for (; announcer.current; announcer = spoken(announcer)) heard.push(announcer.current.seq);
  };
  const stop = followBoard('display', { onBoard, onRevoked: () => {} }, { origin, headers: { cookie } });
  return { heard, begun: () => announcer.heard !== null, stop };
}

/** Its port and devices; or its own sentence for why it did not start. What it says later goes to our own errors. */
function readyOf(child: ChildProcess): Promise<Ready> {
  return new Promise((resolve, reject) => {
    let said = '';
    const hold = (chunk: Buffer) => {
      said += chunk;
    };
    child.stderr?.on('data', hold);
    child.once('close', () => {
      const why = said.match(/^Error: (.*)$/m)?.[1] ?? said.trim();
      reject(new Error(`the replayed hall, which has a Redis of its own, did not start: ${why}`));
    });
    child.once('message', (message: FromMovedHall) => {
      if (!('ready' in message)) return;
      child.stderr?.off('data', hold).pipe(process.stderr);
      resolve(message.ready);
    });
  });
}

function move(child: ChildProcess, to: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const gone = () => reject(new Error('the replayed hall ended in the middle of the day'));
    child.once('exit', gone);
    child.once('message', () => {
      child.off('exit', gone);
      resolve();
    });
    child.send({ to }, (error) => error && reject(error));
  });
}

async function end(child: ChildProcess | null): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await gone;
}

async function until(condition: () => boolean, otherwise: string): Promise<void> {
  const last = performance.now() + PATIENCE_MS;
  while (!condition()) {
    if (performance.now() > last) throw new Error(otherwise);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** Signs in or enrols, and returns the cookie it got. */
async function cookieFrom(origin: string, path: string, body: object): Promise<string> {
  const response = await fetch(`${origin}/api${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path} was refused: ${await response.text()}`);
  return response.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
}
