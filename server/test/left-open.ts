/** What a hall leaves open in the process that ran it, and in its Redis: sockets, timers, child processes, foreign keys. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Redis } from 'ioredis';

/** What keeps the process alive, by kind with its count, and the ids of the child processes. */
export type Open = { resources: ReadonlyMap<string, number>; children: ReadonlySet<number> };

const LOOK_MS = 1;
/** What was closed may take so long to be gone, and so many turns of the event loop where the machine is busy. */
const GONE_WITHIN_MS = 500;
const GONE_WITHIN_TURNS = 50;
const SCAN_COUNT = 1_000;
const ANSWER_MS = 5_000;

export function whatIsOpen(): Open {
  const resources = new Map<string, number>();
  for (const kind of process.getActiveResourcesInfo()) resources.set(kind, (resources.get(kind) ?? 0) + 1);
  return { resources, children: new Set(childrenOf(process.pid)) };
}

/**
 * What is open now and was not before, one line each. What is on its way out is waited for: a socket that was closed
 * is gone some turns of the event loop later. A timer of a second is no such thing.
 */
export async function leftOpenSince(before: Open): Promise<string[]> {
  const until = performance.now() + GONE_WITHIN_MS;
  for (let turns = 0; ; turns++) {
    const left = beyond(before, whatIsOpen());
    if (left.length === 0 || (turns >= GONE_WITHIN_TURNS && performance.now() > until)) return left;
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** The keys of the hall's own Redis that do not begin as the hall's keys do. `dir` is the hall's folder. */
export async function foreignKeys(dir: string, prefix: string): Promise<string[]> {
  const redis = new Redis({ path: socketIn(dir), commandTimeout: ANSWER_MS, enableReadyCheck: false });
  // A fault reaches whoever asked; without a listener it would be printed as well.
  redis.on('error', () => {});
  try {
    const foreign: string[] = [];
    let cursor = '0';
    do {
      const [next, keys] = await redis.scan(cursor, 'COUNT', SCAN_COUNT);
      foreign.push(...keys.filter((key) => !key.startsWith(prefix)));
      cursor = next;
    } while (cursor !== '0');
    return foreign;
  } finally {
    redis.disconnect();
  }
}

/** The socket of the Redis that runs for this folder, as the server wrote it down: a long path has it elsewhere. */
export function socketIn(dir: string): string {
  const [, socket = ''] = readFileSync(join(dir, 'redis/redis.pid'), 'utf8').split('\n');
  return socket;
}

/**
 * Of timers none may be left: the one that the runner of the tests has for its reports ends after 100 ms, and counted
 * as there before it would hide one of the hall's.
 */
function beyond(before: Open, now: Open): string[] {
  const resources = [...now.resources].flatMap(([kind, count]) => {
    const more = count - (kind === 'Timeout' ? 0 : (before.resources.get(kind) ?? 0));
    return more > 0 ? [`${more} × ${kind}`] : [];
  });
  const children = [...now.children].filter((pid) => !before.children.has(pid));
  return [...resources, ...children.map((pid) => `child process ${pid}: ${commandOf(pid)}`)];
}

/** Also those that keep nothing alive. Only Linux lists them; elsewhere a child is seen as a resource alone. */
function childrenOf(pid: number): number[] {
  return read(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean).map(Number);
}

function commandOf(pid: number): string {
  return read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ').trim();
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
