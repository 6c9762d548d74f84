/** A hall in another process: started, killed, started again on the same folder. */
import { type ChildProcess, fork } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FromMovedHall, MovedHall, ToMovedHall } from '../../demo/moved-hall.ts';
import { openFolder } from '../../hall-folder.ts';
import type { Store } from '../../ledger/store.ts';
import { ROOT } from '../../root.ts';
import { MONDAY_9, PASSWORD } from '../harness.ts';
import { endRedisUnder } from '../prove/left-behind.ts';
import { testHallData } from '../test-data.ts';

export type ChildHall = {
  dir: string;
  /** As seen by `host`, where the hall listens there too. */
  origin: (host?: string) => string;
  redisSocket: string;
  pid: () => number;
  redisPid: () => number;
  start: () => Promise<void>;
  /** Makes a backup; answers with its name. */
  backUp: () => Promise<string>;
  /** SIGTERM, and the process is gone when this resolves. */
  stop: () => Promise<void>;
  /** SIGKILL, and the process is gone when this resolves. */
  kill: () => Promise<void>;
  /** Ends the process in order, and opens its file as the operator would. */
  open: () => Promise<Store>;
  clean: () => Promise<void>;
};

const FOLDER = join(ROOT, 'dist/server');

/** The bundle as `npm start` runs it starts in a quarter of the time of the sources; this is what Node keeps of it. */
export const BUNDLE_ENV = { NODE_COMPILE_CACHE: join(FOLDER, '.cache') };

export function builtEntry(name: 'main' | 'moved-hall'): string {
  const entry = join(FOLDER, `${name}.js`);
  if (!existsSync(entry)) throw new Error('The server is not built: run `npm run build`, or the tests by `npm test`.');
  return entry;
}

/** `root`: the folder of the sources that are started next, in the place of the bundle; `env` is the child's alone; `afterKill` is what else happens to its folder in a crash; `said` gets what it writes out. */
type Crash = {
  root?: () => string;
  env?: (dataDir: string) => Record<string, string>;
  afterKill?: (dataDir: string) => void;
  said?: (text: string) => void;
};

export function childHall(hall: MovedHall, crash: Crash = {}): ChildHall {
  const dir = mkdtempSync(join(tmpdir(), 'shouwen-child-'));
  const plan = join(dir, 'hall.json');
  const dataDir = join(dir, 'data');
  writeFileSync(plan, JSON.stringify(hall));
  let child: ChildProcess | null = null;
  let ready: Extract<FromMovedHall, { ready: unknown }>['ready'] | null = null;

  async function start(): Promise<void> {
    const own = { PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'fatal', NODE_ENV: 'test', ...crash.env?.(dataDir) };
    const env = { ...process.env, ...BUNDLE_ENV, ...own };
    const entry = crash.root ? join(crash.root(), 'server/demo/moved-hall.ts') : builtEntry('moved-hall');
    const out = crash.said ? 'pipe' : 'inherit';
    const started = fork(entry, [plan], {
      env,
      execArgv: [],
      stdio: ['ignore', out, out, 'ipc'],
    });
    child = started;
    for (const stream of [started.stdout, started.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => crash.said?.(text));
    ready = await new Promise((resolve, reject) => {
      started.once('exit', (code) => reject(new Error(`the hall ended with ${code}`)));
      started.on('message', (message: FromMovedHall) => 'ready' in message && resolve(message.ready));
    });
  }

  async function end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const ending = child;
    child = null;
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return;
    const gone = new Promise((resolve) => ending.once('exit', resolve));
    ending.kill(signal);
    await gone;
  }

  let store: Store | null = null;
  let release = () => {};
  return {
    dir,
    redisSocket: join(dataDir, 'redis/redis.sock'),
    origin: (host = '127.0.0.1') => `http://${host}:${ready?.port}`,
    pid: () => child?.pid ?? 0,
    redisPid: () => ready?.redisPid ?? 0,
    start,
    backUp: () =>
      new Promise((resolve) => {
        const asked = child!;
        const listen = (message: FromMovedHall) => {
          if (!('backedUp' in message)) return;
          asked.off('message', listen);
          resolve(message.backedUp);
        };
        asked.on('message', listen);
        asked.send({ backUp: true } satisfies ToMovedHall);
      }),
    stop: () => end('SIGTERM'),
    async kill() {
      await end('SIGKILL');
      if (!crash.afterKill) return;
      // What else happens happens to the whole machine, and its Redis.
      endRedisUnder(dataDir);
      crash.afterKill(dataDir);
    },
    async open() {
      await end('SIGTERM');
      const opened = openFolder(dataDir);
      store = opened.store;
      release = opened.release;
      return opened.store;
    },
    async clean() {
      await end('SIGTERM');
      store?.close();
      release();
      // Of a hall that was killed and not started again.
      endRedisUnder(dataDir);
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** The hall of the tests, and all that it writes out from this level on. */
export function loggedHall(level: 'debug' | 'error'): { hall: ChildHall; log: () => string } {
  let log = '';
  const hall = childHall(
    { data: testHallData(), password: PASSWORD, nowMs: MONDAY_9 + 60_000, runs: true },
    { env: () => ({ LOG_LEVEL: level }), said: (text) => (log += text) },
  );
  return { hall, log: () => log };
}
