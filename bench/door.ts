/** What a second `npm start` costs: until it listens, and in memory when nobody comes for ten seconds. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../server/root.ts';
import { newFolder } from './hall.ts';
import { residentMb } from './memory.ts';

export type Door = {
  /** From the beginning of the server's process to its last printed address, ms; the median of the starts. */
  cold_start_ms: number;
  /** The same from the beginning of the set-up, which every command runs through. */
  with_set_up_ms: number;
  /** Resident memory of the server's process after ten idle seconds, MB; Redis is a process of its own. */
  rss_mb: number;
  /** The same of the set-up's process, which waits for the server to end. */
  set_up_rss_mb: number;
};

const STARTS = 5;
const IDLE_MS = 10_000;
/** The kernel counts a process's beginning in hundredths of a second since the machine's. */
const TICKS_PER_S = 100;

export async function doorTimes(): Promise<Door> {
  const { dir, remove } = newFolder();
  try {
    await end((await start(dir)).child);
    const starts = [];
    for (let n = 1; n < STARTS; n++) {
      const started = await start(dir);
      starts.push(started);
      await end(started.child);
    }
    const last = await start(dir);
    starts.push(last);
    await new Promise((resolve) => setTimeout(resolve, IDLE_MS));
    const rss = { rss_mb: residentMb(last.server), set_up_rss_mb: residentMb(last.child.pid) };
    await end(last.child);
    return {
      cold_start_ms: median(starts.map((one) => one.serverMs)),
      with_set_up_ms: median(starts.map((one) => one.allMs)),
      ...rss,
    };
  } finally {
    remove();
  }
}

/** As the package's script runs it, with the sample hall; the first start in a folder makes it. */
async function start(dir: string) {
  const env = { ...process.env, PORT: '0', DATA_DIR: join(dir, 'data'), NODE_ENV: 'development', REDIS_URL: '' };
  const begun = performance.now();
  const child = spawn(process.execPath, ['setup.mjs', 'start'], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise<void>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`npm start ended with ${code}`)));
    child.stdout.setEncoding('utf8').on('data', (text: string) => /^ {2}phone /m.test(text) && resolve());
  });
  const allMs = Math.round(performance.now() - begun);
  const server = childOf(child.pid);
  return { child, allMs, server, serverMs: server ? ageMs(server) : allMs };
}

function end(child: ChildProcess): Promise<unknown> {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  return gone;
}

/** The process that this one started; undefined where there is no /proc to ask. */
function childOf(parent: number | undefined): number | undefined {
  if (!existsSync('/proc/self')) return undefined;
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.map(Number).find((pid) => Number(statOf(pid)[1]) === parent);
}

function ageMs(pid: number): number {
  const uptimeS = Number(readFileSync('/proc/uptime', 'utf8').split(' ')[0]);
  return Math.round((uptimeS - Number(statOf(pid)[19]) / TICKS_PER_S) * 1_000);
}

/** The fields after the name, which may hold anything: state, parent … */
function statOf(pid: number): string[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
