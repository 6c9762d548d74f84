/**
 * A visitor of a clean clone: runs an npm command there with no variable set, walks through the door that it prints,
 * ends npm by SIGTERM, and looks at what is left. A program of its own, because it has to be in the network namespace of
 * the hall that it visits. Arguments: clone, `first` | `second` | `demo`, port ('' for none said). Its report is JSON.
 */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { delimiter, join } from 'node:path';
import type { CounterId } from '../../schema/ids.ts';
import { type Client, createClient, newRequestId } from '../../web/client.ts';
import { followBoard } from '../../web/follow-board.ts';
import { fillGaps } from '../demo/gaps.ts';
import { eventually } from './harness.ts';

export type Visit = {
  output: string;
  found: Record<string, unknown>;
  /** What ran for the clone while the hall ran: npm, the set-up, the server, Redis. */
  running: number;
  exitCode: number | null;
  /** From SIGTERM to the end of the last of them. */
  stopMs: number;
  left: string[];
  /** Bytes of the write-ahead log that were left. */
  wal: number;
};

const [clone = '', what = '', port = ''] = process.argv.slice(2);
/** A counter and a group of matters that every opening of the sample hall has, at whatever hour the visit is. */
const COUNTER = 'counter-8' as CounterId;
const LETTER = 'E';
const CLERK = 'wuxiaomei';
const NEW_PASSWORD = 'a-password-of-my-own';
const HOUR = 3_600_000;
/** A first start builds the screens. */
const PATIENCE_MS = 120_000;

const npm = run(what === 'demo' ? ['run', 'demo'] : ['start']);
// A visit that fails ends its hall in order, or the next would find it.
process.on('exit', () => npm.child.kill('SIGTERM'));
await eventually(() => {
  if (npm.child.exitCode !== null) throw new Error(`npm ended with ${npm.child.exitCode}: ${npm.output()}`);
  if (!/^ {2}phone /m.test(npm.output())) throw new Error(`it prints no addresses: ${npm.output()}`);
}, PATIENCE_MS);
const origin = /counter +(http:\S+)\/counter-ui\//.exec(npm.output())![1]!;
const found: Record<string, unknown> = {};
let afterSignal = async () => {};
if (what === 'demo') await visitDemo();
else if (what === 'first') await visitFirst();
else await holdTheDoor();

const running = processesOf(clone);
const signalled = performance.now();
npm.child.kill('SIGTERM');
await afterSignal();
await eventually(() => {
  if (npm.child.exitCode === null && npm.child.signalCode === null) throw new Error('npm runs on');
}, 20_000);
// Npm is the last to go: whatever is there now was left behind.
const stopMs = Math.round(performance.now() - signalled);
const wal = join(clone, what === 'demo' ? 'data-demo' : 'data', 'hall.db-wal');
const visit: Visit = {
  output: npm.output(),
  found,
  running: running.length,
  exitCode: npm.child.exitCode,
  stopMs,
  left: processesOf(clone),
  wal: existsSync(wal) ? statSync(wal).size : 0,
};
process.stdout.write(JSON.stringify(visit), () => process.exit(0));

/** `npm …` with the system's programs and a home, and nothing else in its environment. */
function run(args: string[]) {
  const outside = (process.env.PATH ?? '').split(delimiter).filter((dir) => dir && !dir.includes('node_modules'));
  const env = { PATH: outside.join(delimiter), HOME: process.env.HOME, ...(port ? { PORT: port } : {}) };
  const child = spawn('npm', args, { cwd: clone, env });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  return { child, output: () => output };
}

/** Everybody who is printed comes in; a ticket is taken at the kiosk and called at a counter. */
async function visitFirst(): Promise<void> {
  const supervisor = await newcomer('supervisor');
  const places = {
    letters: (await supervisor.catalogue({})).groups.map((group) => group.id),
    counterIds: (await supervisor.administration.counters({})).map((counter) => counter.id),
  };
  // The sample hall has hours; it is visited at any.
  await fillGaps(supervisor, places, Date.now(), Date.now() + HOUR);
  const kiosk = await printedKiosk();
  await takeAndCall(kiosk, await newcomer(CLERK));
}

async function takeAndCall(kiosk: Client, clerk: Client): Promise<void> {
  const { matters } = await kiosk.catalogue({});
  const matterIds = matters.filter(({ letter }) => letter === LETTER).map(({ id }) => id);
  const wish = { matterIds: matterIds.slice(0, 1), care: false, printing: false };
  // Its opening begins by itself; a busy machine takes its time.
  const ticket = await eventually(() => kiosk.tickets.issue({ ...wish, requestId: newRequestId() }), PATIENCE_MS);
  await clerk.counters.open({ requestId: newRequestId(), counterId: COUNTER });
  const called = await clerk.tickets.callNext({ requestId: newRequestId(), counterId: COUNTER });
  Object.assign(found, { ticket: ticket.number, called: called.number });
}

/** Somebody says nothing, somebody follows a board, and somebody is in the middle of a wish. */
async function holdTheDoor(): Promise<void> {
  const cookie = await enter('/session', { account: 'supervisor', password: NEW_PASSWORD });
  const { hostname, port: at } = new URL(origin);
  const silent = connect(Number(at), hostname);
  await new Promise((resolve) => silent.once('connect', resolve));
  silent.on('error', () => {});
  let boards = 0;
  const line = { onBoard: () => void boards++, onRevoked: () => {} };
  followBoard('staff', line, { origin, headers: { cookie } });
  await eventually(() => {
    if (boards === 0) throw new Error('no board came');
  });
  const body = JSON.stringify({ account: CLERK, password: NEW_PASSWORD });
  const asking = connect(Number(at), hostname);
  let answer = '';
  asking.on('error', () => {});
  asking.setEncoding('utf8').on('data', (text: string) => {
    answer += text;
  });
  const head = `POST /api/session HTTP/1.1\r\nHost: ${hostname}:${at}\r\nContent-Type: application/json\r\n`;
  asking.write(`${head}Content-Length: ${body.length}\r\n\r\n${body.slice(0, 10)}`);
  // Each connection answers in its order of arriving, so by now the hall has begun to read the wish above.
  await fetch(`${origin}/livez`);
  afterSignal = async () => {
    await eventually(() => {
      if (!npm.output().includes('stopping')) throw new Error('it does not stop');
    });
    asking.write(body.slice(10));
    await eventually(() => {
      if (!answer.includes('\r\n\r\n')) throw new Error(`no answer: ${answer}`);
    });
    found.inFlight = answer.split('\r\n')[0];
  };
}

/** The counter that is the visitor's own: next number, called. */
async function visitDemo(): Promise<void> {
  const [, password = ''] = /Password of every account: (\S+)/.exec(npm.output())!;
  const kiosk = await printedKiosk();
  await takeAndCall(kiosk, createClient(origin, { cookie: await enter('/session', { account: CLERK, password }) }));
}

/** Signs in with the password that was printed, and sets another, as everybody has to. */
async function newcomer(account: string): Promise<Client> {
  const [, password = ''] = new RegExp(`^ {2}${account} +(\\w{12}) `, 'm').exec(npm.output())!;
  const cookie = await enter('/session', { account, password });
  return createClient(origin, {
    cookie: await enter('/session/password', { present: password, next: NEW_PASSWORD }, cookie),
  });
}

async function printedKiosk(): Promise<Client> {
  const [, code = ''] = /\/kiosk\/\?code=(\w+)/.exec(npm.output())!;
  return createClient(origin, { cookie: await enter('/devices/enrol', { code }) });
}

async function enter(path: string, body: object, cookie = ''): Promise<string> {
  const headers = { 'content-type': 'application/json', cookie };
  const response = await fetch(`${origin}/api${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  const cookies = response.headers.getSetCookie().map((one) => one.split(';')[0]);
  return cookies.join('; ');
}

/** What works in the folder or was started from it, by process id; where there is no /proc, nothing can be said. */
function processesOf(dir: string): string[] {
  if (!existsSync('/proc/self')) return [];
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.flatMap((pid) => {
    try {
      const at = readlinkSync(`/proc/${pid}/cwd`);
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
      if (Number(pid) === process.pid || !(`${at}/`.startsWith(`${dir}/`) || command.includes(dir))) return [];
      return [`${pid} ${command}`];
    } catch {
      return [];
    }
  });
}
