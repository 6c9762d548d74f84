/** The Redis that the server starts where nobody gives it one. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { RedisAddress } from './redis-connection.ts';
import { placeOfSocket, removeSocket, SOCKET } from './socket-place.ts';

/** Why a start is refused for its Redis; docs/operate.md explains both (S1). */
export const REDIS_WHY_NOT = {
  missing: (program: string) => `redis-server is not there (${program}); install it or set REDIS_URL`,
  fails: (program: string, why: string) => `redis-server does not start (${program}); ${why}`,
} as const;

export type OwnRedis = { address: RedisAddress; pid: () => number; stop: () => Promise<void> };

const RESTART_MS = 500;
const START_MS = 20_000;
const STOP_MS = 1_000;
const TAIL = 2_000;

/**
 * Starts redis-server as a child on a unix socket, and starts it again when it dies. `dir` is absolute: Redis changes
 * into it. Throws a sentence, with Redis's own last words. Redis holds nothing that the hall's file does not (H9).
 */
export async function startRedis(dir: string, program: string): Promise<OwnRedis> {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const pidFile = join(dir, 'redis.pid');
  await endLeftOver(pidFile, dir);
  const socket = placeOfSocket(dir);
  rmSync(socket, { force: true });
  let phase: 'starting' | 'running' | 'stopping' = 'starting';
  let words = '';
  let closed: Promise<unknown> = Promise.resolve();
  let child = run();

  function run(): ChildProcess {
    words = '';
    const started = spawn(program, argumentsFor(dir, socket), { stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [started.stdout, started.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        words = (words + text).slice(-TAIL);
      });
    }
    // A program that could not be run gives no exit.
    started.once('error', () => {
      if (phase === 'running' && started.pid === undefined) setTimeout(startAgain, RESTART_MS);
    });
    closed = new Promise((resolve) => started.once('close', resolve));
    if (started.pid) note(started);
    started.once('exit', () => {
      if (phase === 'running') setTimeout(startAgain, RESTART_MS);
    });
    return started;
  }

  /** A Redis that no later start could end does not go on: on a full disk, or where its folder was taken away. */
  function note(started: ChildProcess): void {
    try {
      writeFileSync(pidFile, `${started.pid}\n${socket}\n${dir}\n`);
    } catch (fault) {
      started.kill('SIGKILL');
      if (phase === 'starting') throw fault;
    }
  }

  function startAgain(): void {
    if (phase === 'running') child = run();
  }

  // Whatever ends this process in order takes its Redis along; after a SIGKILL the next start does.
  const leave = () => {
    child.kill('SIGKILL');
    removeSocket(socket);
  };
  process.once('exit', leave);

  const until = performance.now() + START_MS;
  while (!existsSync(socket)) {
    const missing = child.pid === undefined;
    if (missing || hasEnded(child) || performance.now() > until) {
      phase = 'stopping';
      process.off('exit', leave);
      child.kill('SIGKILL');
      // It is closed when everything that it said was read.
      if (!missing) await Promise.race([closed, wait(STOP_MS)]);
      removeSocket(socket);
      if (missing) throw new Error(REDIS_WHY_NOT.missing(program));
      throw new Error(REDIS_WHY_NOT.fails(program, said(words)));
    }
    await wait(5);
  }
  phase = 'running';
  return {
    address: { socket },
    pid: () => child.pid ?? 0,
    async stop() {
      phase = 'stopping';
      process.off('exit', leave);
      if (!hasEnded(child)) {
        const gone = new Promise((resolve) => child.once('exit', resolve));
        child.kill('SIGTERM');
        const late = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
        await gone;
        clearTimeout(late);
      }
      removeSocket(socket);
    },
  };
}

function argumentsFor(dir: string, socket: string): string[] {
  const options = {
    port: '0',
    unixsocket: socket,
    unixsocketperm: '700',
    dir,
    appendonly: 'yes',
    save: '',
    'maxmemory-policy': 'noeviction',
    hz: '100',
    daemonize: 'no',
    loglevel: 'warning',
  };
  return Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);
}

function said(words: string): string {
  const lines = words.trim().split('\n').filter(Boolean).slice(-10);
  return lines.length === 0 ? 'it said nothing' : `its last words:\n${lines.map((line) => `  ${line}`).join('\n')}`;
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

/**
 * A server that was killed leaves its Redis running; two of them on one folder would spoil each other's file. What a
 * copied folder says of another's is not believed.
 */
async function endLeftOver(pidFile: string, dir: string): Promise<void> {
  if (!existsSync(pidFile)) return;
  const [pid, socket = join(dir, SOCKET), ofDir = dir] = readFileSync(pidFile, 'utf8').split('\n').filter(Boolean);
  if (ofDir !== dir) return;
  const runs = () => commandOf(Number(pid)).includes(socket);
  if (pid && runs()) {
    process.kill(Number(pid), 'SIGKILL');
    for (let tries = 0; runs() && tries < 200; tries++) await wait(10);
  }
  removeSocket(socket);
}

/** What a process runs; empty when it is gone. */
function commandOf(pid: number): string {
  try {
    if (existsSync('/proc/self')) return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return execFileSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' });
  } catch {
    return '';
  }
}
