/** Redis: options of the two kinds of connection, and the child that the server starts where nobody gives it one. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Redis, type RedisOptions } from 'ioredis';

export type RedisAddress = { url: string } | { socket: string };

const RESTART_MS = 500;
const retryStrategy = (times: number) => Math.min(200 * times, 2_000);

/** Fails fast: a row that cannot be handed over now is handed over by the reconciler. */
export const PRODUCER: RedisOptions = {
  enableOfflineQueue: false,
  maxRetriesPerRequest: 1,
  commandTimeout: 2_000,
  connectTimeout: 2_000,
  retryStrategy,
};
/** Waits as long as it takes: a worker blocks on purpose. */
export const WORKER: RedisOptions = { maxRetriesPerRequest: null, connectTimeout: 2_000, retryStrategy };

export function connect(address: RedisAddress, options: RedisOptions, onTrouble: (error: Error) => void): Redis {
  const redis = 'url' in address ? new Redis(address.url, options) : new Redis({ ...options, path: address.socket });
  redis.on('error', onTrouble);
  return redis;
}

/**
 * Starts redis-server as a child on a unix socket in the hall's own directory, and starts it again when it dies.
 * Throws a sentence when the program is missing. Redis holds nothing that the hall's file does not (H9).
 */
export async function startRedis(
  dir: string,
  program: string,
): Promise<{ address: RedisAddress; pid: () => number; stop: () => Promise<void> }> {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const socket = join(dir, 'redis.sock');
  const pidFile = join(dir, 'redis.pid');
  await endLeftOver(pidFile, socket);
  rmSync(socket, { force: true });
  const args = ['--port', '0', '--unixsocket', socket, '--unixsocketperm', '700', '--dir', dir, '--appendonly', 'yes'];
  args.push(
    '--save',
    '',
    '--maxmemory-policy',
    'noeviction',
    '--hz',
    '100',
    '--daemonize',
    'no',
    '--loglevel',
    'warning',
  );
  let stopping = false;
  let child = run();

  function run(): ChildProcess {
    const started = spawn(program, args, { stdio: 'ignore' });
    started.once('error', () => {});
    if (started.pid) writeFileSync(pidFile, String(started.pid));
    started.once('exit', () => {
      if (!stopping) setTimeout(startAgain, RESTART_MS);
    });
    return started;
  }

  // Whatever ends this process in order takes its Redis along; after a SIGKILL the next start does.
  const leave = () => void child.kill('SIGKILL');
  process.once('exit', leave);

  function startAgain(): void {
    if (!stopping) child = run();
  }

  for (let tries = 0; !existsSync(socket); tries++) {
    if (child.pid === undefined || tries > 200) {
      stopping = true;
      child.kill();
      throw new Error(`redis-server does not start (${program}); install it or set REDIS_URL`);
    }
    await wait(25);
  }
  return {
    address: { socket },
    pid: () => child.pid ?? 0,
    async stop() {
      stopping = true;
      process.off('exit', leave);
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await Promise.race([gone, wait(3_000).then(() => child.kill('SIGKILL'))]);
    },
  };
}

/** A server that was killed leaves its Redis running; two of them on one folder would spoil each other's file. */
async function endLeftOver(pidFile: string, socket: string): Promise<void> {
  const pid = existsSync(pidFile) ? Number(readFileSync(pidFile, 'utf8')) : 0;
  if (!pid || !commandOf(pid).includes(socket)) return;
  process.kill(pid, 'SIGKILL');
  for (let tries = 0; commandOf(pid).includes(socket) && tries < 200; tries++) await wait(10);
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
