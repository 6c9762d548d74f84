/** Fifty screens that stop reading while everything on their board is sent fifty times a second (R11). */
import { readFileSync } from 'node:fs';
import type { Socket as NetSocket } from 'node:net';
import { io, type Socket } from 'socket.io-client';
import { residentMb } from '../../../bench/memory.ts';
import type { CounterId, MatterId } from '../../../schema/ids.ts';
import { type Client, newRequestId } from '../../../web/client.ts';
import { MONDAY_9, PASSWORD, signInAt } from '../harness.ts';
import { childHall } from '../house/child-hall.ts';
import { testHallData } from '../test-data.ts';

const STALLED = 50;
const CHANGES_PER_S = 50;
/** Each is a row of the worklist; a change of one setting puts all of them on the board, the next takes them off. */
const PAUSED = 120;
/** First all read, then they stop. */
const READ_MS = 15_000;
const RUN_MS = 60_000;
const REST_MS = 250;
/** Working days before a pause ends its handler finds it: all of them, or none. */
const [SOON, AT_ONCE] = [20, 1];
/** Sockets of one session. */
const OF_SESSION = 10;

/** `sentBytes`: what one screen that went on reading got of a change, in the mean; `goneMs`: how long after it stopped reading the last one was cut off; null when one is there still. */
export type StalledReport = {
  sentBytes: number;
  /** Changes of all of it in a second. */
  perSecond: number;
  goneMs: number | null;
  grownMb: number;
  staffP95: number;
};

export async function stalledScreens(onPart: (done: number) => void): Promise<StalledReport> {
  const hall = childHall({ data: testHallData(), password: PASSWORD, nowMs: MONDAY_9 + 60_000, runs: true });
  const sockets: Socket[] = [];
  try {
    await hall.start();
    const origin = hall.origin();
    const admin = await signInAt(origin, '/session', { account: 'admin', password: PASSWORD });
    const { code } = await admin.client.devices.create({ requestId: newRequestId(), kind: 'kiosk', name: 'k' });
    const kiosk = await signInAt(origin, '/devices/enrol', { code });
    const clerk = await signInAt(origin, '/session', { account: 'one', password: PASSWORD });
    for (let n = 0; n < PAUSED; n++) await pausedCase(clerk.client);
    const asked = { matterIds: ['A-1' as MatterId], care: false, printing: false };
    for (let n = 0; n < 2; n++) await kiosk.client.tickets.issue({ requestId: newRequestId(), ...asked });
    const counterId = 'c1' as CounterId;
    await clerk.client.counters.open({ requestId: newRequestId(), counterId });
    let { cookie } = admin;
    for (let n = 0; n < STALLED; n++) {
      if (n % OF_SESSION === 0)
        ({ cookie } = await signInAt(origin, '/session', { account: 'admin', password: PASSWORD }));
      const options = { transports: ['websocket'], forceNew: true, reconnection: false, auth: { board: 'staff' } };
      const socket = io(origin, { ...options, extraHeaders: { cookie } });
      sockets.push(socket);
      await new Promise<void>((resolve, reject) => {
        socket.once('connect_error', reject);
        socket.once('board:snapshot', () => resolve());
      });
    }
    // One goes on reading, and says what the others were sent.
    const reader = io(origin, {
      transports: ['websocket'],
      auth: { board: 'staff' },
      extraHeaders: { cookie: clerk.cookie },
    });
    sockets.push(reader);
    let sentBytes = 0;
    const take = (push: object) => {
      sentBytes += JSON.stringify(push).length;
    };
    reader.on('board:delta', take);
    reader.on('board:snapshot', take);
    let changes = 0;
    const until = performance.now() + READ_MS + RUN_MS;
    const changing = (async () => {
      for (; performance.now() < until; changes++) {
        const begun = performance.now();
        const settings = { pauseReminderDays: changes % 2 === 0 ? SOON : AT_ONCE };
        await admin.client.settings.change({ requestId: newRequestId(), settings });
        await pause(Math.max(0, 1_000 / CHANGES_PER_S - (performance.now() - begun)));
      }
    })();
    // What so many changes cost a hall whose screens all read is not the stalled ones' doing.
    let beforeMb = 0;
    for (const end = performance.now() + READ_MS; performance.now() < end; await pause(REST_MS))
      beforeMb = Math.max(beforeMb, residentMb(hall.pid()));
    [changes, sentBytes] = [0, 0];
    // As a machine that hangs: its network buffers fill, and nobody takes anything out.
    const lines = sockets.filter((one) => one !== reader).map(lineOf);
    const ports = lines.map((line) => line.localPort!);
    for (const line of lines) line.pause();
    const stalledAt = performance.now();
    const times: number[] = [];
    let [goneMs, mostMb] = [null as number | null, beforeMb];
    while (performance.now() - stalledAt < RUN_MS) {
      const begun = performance.now();
      const { ticketId } = await clerk.client.tickets.callNext({ requestId: newRequestId(), counterId });
      await clerk.client.tickets.miss({ requestId: newRequestId(), ticketId });
      await clerk.client.tickets.rejoin({ requestId: newRequestId(), ticketId });
      times.push((performance.now() - begun) / 3);
      mostMb = Math.max(mostMb, residentMb(hall.pid()));
      if (openTo(ports) === 0) goneMs ??= Math.round(performance.now() - stalledAt);
      onPart(Math.floor((performance.now() - stalledAt) / 1_000));
      await pause(REST_MS);
    }
    await changing;
    const seconds = (performance.now() - stalledAt) / 1_000;
    times.sort((a, b) => a - b);
    const staffP95 = Math.round(times[Math.floor(0.95 * (times.length - 1))]!);
    return {
      sentBytes: Math.round(sentBytes / changes),
      perSecond: Math.round(changes / seconds),
      ...{ goneMs, grownMb: mostMb - beforeMb, staffP95 },
    };
  } finally {
    for (const socket of sockets) socket.disconnect();
    await hall.clean();
  }
}

/** Of each a pause is planned to end in some days. */
async function pausedCase(client: Client): Promise<void> {
  const wish = () => ({ requestId: newRequestId() });
  const came = { matterId: 'A-1' as MatterId, by: 'letter', number: '', receivedOn: '2026-11-23' } as const;
  const { caseId } = await client.cases.take({ ...wish(), ...came });
  await client.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'accepted', note: '' } });
  await client.cases.pause({ ...wish(), caseId, kind: 'hearing', basis: '第四十五条', days: 7 });
}

/** The connection under a client's socket. */
function lineOf(socket: Socket): NetSocket {
  return (socket.io.engine.transport as unknown as { ws: { _socket: NetSocket } }).ws._socket;
}

/** How many of these clients the hall keeps a connection to, as the kernel says; 01 is an established one. */
function openTo(ports: readonly number[]): number {
  const lines = ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((file) => readFileSync(file, 'utf8').split('\n').slice(1));
  const remote = lines.map((line) => line.trim().split(/\s+/)).filter(([, , , state]) => state === '01');
  const open = new Set(remote.map(([, , to = '']) => Number.parseInt(to.split(':')[1] ?? '', 16)));
  return ports.filter((port) => open.has(port)).length;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
