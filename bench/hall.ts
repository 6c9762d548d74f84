/** The hall under test: a process of its own, on a fresh folder or on one that was filled before. */
import { type ChildProcess, fork } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { IN_CATALOGUE } from '../schema/catalogue/standing.ts';
import type { CounterId, Letter, MatterId } from '../schema/ids.ts';
import type { FromMovedHall, MovedHall } from '../server/demo/moved-hall.ts';
import { ROOT } from '../server/root.ts';
import type { HallData } from '../server/set-up.ts';
import type { Client } from '../web/client.ts';
import { createClient, newRequestId } from '../web/client.ts';
import { residentMb } from './memory.ts';

export const PASSWORD = 'a-password-for-benches';
export const COUNTERS = 20;
/** How many groups and counters a hall has, and at how many of them a clerk sits. */
export type Shape = { groups: number; counters: number; clerks: number };
const ONE_QUEUE: Shape = { groups: 1, counters: COUNTERS, clerks: COUNTERS };
/** A large municipal hall. */
export const LARGE: Shape = { groups: 24, counters: 40, clerks: 20 };
/** One in which fifty clerks work. */
export const FIFTY: Shape = { groups: 24, counters: 50, clerks: 50 };
/** A Monday, 10:00 in Shanghai. */
export const NOW_MS = Date.parse('2026-11-23T02:00:00.000Z');
/** Answers a constant in the same app. */
export const ECHO = '/echo';
export const MATTER = 'A-1' as MatterId;

export type BenchHall = {
  origin: string;
  coldStartMs: number;
  rssMb: () => number;
  kioskCookie: string;
  kiosk: Client;
  administrator: Client;
  supervisor: Client;
  /** Enrols one more display. */
  display: () => Promise<string>;
  /** `matterId` is one that the counter serves. */
  clerks: { cookie: string; counterId: CounterId; matterId: MatterId; client: Client }[];
  stop: () => Promise<void>;
};

export function newFolder(): { dir: string; remove: () => void } {
  const dir = mkdtempSync(join(tmpdir(), 'shouwen-bench-'));
  mkdirSync(join(dir, 'data'), { mode: 0o700 });
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) };
}

/** Open all day, every day; a counter serves the first group and one more. */
export function benchData({ groups, counters: places, clerks }: Shape = ONE_QUEUE): HallData {
  const names = { 'zh-Hans': '基准', 'zh-Hant': '基準', en: 'Bench' };
  const letters = Array.from({ length: groups }, (_, i) => String.fromCharCode(65 + i) as Letter);
  const numbers = (count: number) => Array.from({ length: count }, (_, i) => i + 1);
  const servedAt = (n: number) => [...new Set([letters[0]!, letters[n % groups]!])];
  const counters = numbers(places).map((n) => ({
    id: `c${n}` as CounterId,
    label: String(n),
    letters: servedAt(n),
    inUse: true,
  }));
  const shape = { kind: 'regular' as const, letters, counterIds: counters.map(({ id }) => id), bookableShare: 0 };
  return {
    hall: { key: 'bench', names, telephone: '0', address: '', timeZone: 'Asia/Shanghai' },
    groups: letters.map((id, order) => ({ id, names, order })),
    matters: letters.map((letter) => ({
      id: matterOf(letters.indexOf(letter)),
      letter,
      names,
      kind: 'general',
      department: '',
      materials: [],
      limitDays: 20,
      limitUnit: 'working',
      typicalMinutes: 10,
      fee: '',
      basis: '',
      evidence: 'hall',
      offered: true,
      standing: IN_CATALOGUE,
      aliases: [],
    })),
    counters,
    clerks: [
      ...numbers(clerks).map((n) => ({
        account: `clerk${n}`,
        name: `clerk ${n}`,
        role: 'clerk' as const,
        mayPick: false,
      })),
      { account: 'boss', name: 'boss', role: 'supervisor', mayPick: false },
      { account: 'admin', name: 'admin', role: 'administrator', mayPick: false },
    ],
    series: [
      { ...shape, from: '00:01', to: '23:59', days: [1, 2, 3, 4, 5, 6, 7], everyWeeks: 1, firstDay: '2026-11-01' },
    ],
  };
}

/** `atWork`: its clerks sign in and open their counters. */
export async function startHall(dir: string, shape: Shape = ONE_QUEUE, atWork = true): Promise<BenchHall> {
  const plan = join(dir, 'hall.json');
  const settings = { idleLockMs: 12 * 3_600_000 };
  const hall: MovedHall = {
    data: benchData(shape),
    password: PASSWORD,
    settings,
    nowMs: NOW_MS,
    runs: true,
    echo: ECHO,
  };
  writeFileSync(plan, JSON.stringify(hall));
  const env = { ...process.env, PORT: '0', DATA_DIR: join(dir, 'data'), LOG_LEVEL: 'fatal', NODE_ENV: 'production' };
  const begun = performance.now();
  // The same bundle that npm start runs.
  const entry = join(ROOT, 'dist/server/moved-hall.js');
  const execArgv = ['--enable-source-maps'];
  const child = fork(entry, [plan], { env, execArgv, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const { port } = await new Promise<{ port: number }>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the hall ended with ${code}`)));
    child.on('message', (message: FromMovedHall) => 'ready' in message && resolve(message.ready));
  });
  const coldStartMs = performance.now() - begun;
  const origin = `http://127.0.0.1:${port}`;
  const signedIn = async (account: string) =>
    createClient(origin, { cookie: await cookieFrom(origin, '/session', { account, password: PASSWORD }) });
  const [admin, boss] = await Promise.all([signedIn('admin'), signedIn('boss')]);
  const device = async (kind: 'kiosk' | 'display') => {
    const { code } = await admin.devices.create({ requestId: newRequestId(), kind, name: `${kind} ${newRequestId()}` });
    return cookieFrom(origin, '/devices/enrol', { code });
  };
  const kioskCookie = await device('kiosk');
  return {
    origin,
    coldStartMs,
    rssMb: () => residentMb(child.pid),
    kioskCookie,
    kiosk: createClient(origin, { cookie: kioskCookie }),
    administrator: admin,
    supervisor: boss,
    display: () => device('display'),
    clerks: await Promise.all(
      Array.from({ length: atWork ? shape.clerks : 0 }, (_, i) => openCounter(origin, i + 1, shape)),
    ),
    stop: () => end(child),
  };
}

async function openCounter(origin: string, n: number, { groups }: Shape) {
  const cookie = await cookieFrom(origin, '/session', { account: `clerk${n}`, password: PASSWORD });
  const client = createClient(origin, { cookie });
  const counterId = `c${n}` as CounterId;
  await client.counters.open({ requestId: newRequestId(), counterId });
  return { cookie, counterId, matterId: matterOf(n % groups), client };
}

/** The one matter of the nth group. */
export function matterOf(n: number): MatterId {
  return `${String.fromCharCode(65 + n)}-1` as MatterId;
}

async function cookieFrom(origin: string, path: string, body: object): Promise<string> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${origin}/api${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
}

async function end(child: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await gone;
}
