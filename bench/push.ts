/** How long from a call to its event on a display, beside a bare Socket.IO broadcast of the same size. */
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { io, type Socket } from 'socket.io-client';
import type { Delta } from '../schema/live.ts';
import { newRequestId } from '../web/client.ts';
import { type BenchHall, newFolder } from './hall.ts';

/** ms. */
type PushTimes = { p50: number; p99: number };

/** A device may have only a few sockets. */
const OF_DEVICE = 10;
/** The sides take turns, so that a disk whose speed drifts is fair to both: of fewer calls the slowest hundredth differs by a fifth from run to run. */
const TURNS = 8;
/** Calls of each side that are counted at a turn. */
const ROUNDS = 300;
/** Rounds that are not counted, of each turn: a side that has just begun is slow once, and then open all day. */
const WARM_UP = 20;
/** So often each other clerk does something meanwhile, and the bare server gets a POST for it. */
const WORK_EVERY_MS = 2_000;

/** Both sides, each in its turn while the other rests; `bytes` of the message that each display got. */
export async function pushAndBareTimes(
  hall: BenchHall,
  displays: number,
): Promise<{ ours: PushTimes; bare: PushTimes; bytes: number }> {
  const ours = await followers(hall, displays);
  const times = { ours: [] as number[], bare: [] as number[] };
  let message = '';
  let bare: BareServer | undefined;
  for (let turn = 0; turn < TURNS; turn++) {
    message = (await pushTurn(hall, ours, times.ours)) || message;
    bare ??= await bareServer(displays, message);
    await bareTurn(bare, hall.clerks.length - 1, times.bare);
  }
  for (const socket of ours) socket.disconnect();
  bare?.stop();
  return { ours: quantiles(times.ours), bare: quantiles(times.bare), bytes: message.length };
}

/** `displays` sockets that follow the display board. */
async function followers(hall: BenchHall, displays: number): Promise<Socket[]> {
  const sockets: Socket[] = [];
  while (sockets.length < displays) {
    const extraHeaders = { cookie: await hall.display() };
    const some = Math.min(OF_DEVICE, displays - sockets.length);
    sockets.push(...(await connect(hall.origin, some, { auth: { board: 'display' }, extraHeaders })));
  }
  return sockets;
}

/** Each call is timed to every one of the sockets, in ms; gives what they got. */
async function pushTurn(hall: BenchHall, sockets: Socket[], times: number[]): Promise<string> {
  const [first, ...others] = hall.clerks;
  const working = others.map((other, n) =>
    everyWhile(n, async () => missAndFill(hall, other, await callNext(hall, other))),
  );
  let message = '';
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    const arrived = listen(sockets, 'board:delta', (delta: Delta) => {
      if (!delta.put.calls?.some((row) => (row as { counterLabel?: string }).counterLabel === '1')) return false;
      message ||= JSON.stringify(delta);
      return true;
    });
    const begun = performance.now();
    const ticketId = await callNext(hall, first!);
    for (const at of await arrived) if (round >= 0) times.push(at - begun);
    await missAndFill(hall, first!, ticketId);
  }
  for (const stop of working) await stop();
  return message;
}

type Clerk = BenchHall['clerks'][number];

/** The ticket that was called; null where nobody waits for this counter. */
async function callNext({ origin }: BenchHall, { cookie, counterId }: Clerk): Promise<string | null> {
  const { ticketId = null } = await post(`${origin}/api/counters/${counterId}/call-next`, {}, cookie);
  return ticketId as string | null;
}

/** Who was called does not come, and somebody else does, so that the line stays as long. */
async function missAndFill({ origin, kioskCookie }: BenchHall, { cookie, matterId }: Clerk, ticketId: string | null) {
  if (ticketId === null) return;
  await post(`${origin}/api/tickets/${ticketId}/miss`, {}, cookie);
  await post(`${origin}/api/tickets`, { matterIds: [matterId], care: false, printing: false }, kioskCookie);
}

/** The same request on both sides; what it costs the one who sends it is no part of the comparison. */
async function post(url: string, body: object = {}, cookie = ''): Promise<Record<string, unknown>> {
  const headers = { 'content-type': 'application/json', cookie };
  const answer = await fetch(url, {
    method: 'POST',
    headers,
    body: JSON.stringify({ requestId: newRequestId(), ...body }),
  });
  return (await answer.json()) as Record<string, unknown>;
}

/** The clerks do not all act at once: the nth begins a part of the time later. */
function everyWhile(n: number, work: () => Promise<unknown>): () => Promise<void> {
  let stopped = false;
  const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  const loop = (async () => {
    await wait((n * 101) % WORK_EVERY_MS);
    while (!stopped) {
      await work();
      await wait(WORK_EVERY_MS);
    }
  })();
  return async () => {
    stopped = true;
    await loop;
  };
}

type BareServer = { origin: string; sockets: Socket[]; stop: () => void };

/** A server that does nothing but receive a POST, write a row and broadcast this message. */
async function bareServer(displays: number, message: string): Promise<BareServer> {
  const { dir, remove } = newFolder();
  const child = fork(join(import.meta.dirname, 'bare-broadcast.ts'), [message, dir], { execArgv: [] });
  const port = await new Promise<number>((resolve) => child.once('message', (message) => resolve(Number(message))));
  const origin = `http://127.0.0.1:${port}`;
  const sockets = await connect(origin, displays, {});
  const stop = () => {
    for (const socket of sockets) socket.disconnect();
    child.kill();
    remove();
  };
  return { origin, sockets, stop };
}

async function bareTurn({ origin, sockets }: BareServer, clerks: number, times: number[]): Promise<void> {
  // A call, what frees the counter again, and somebody who comes.
  const working = Array.from({ length: clerks }, (_, n) =>
    everyWhile(n, async () => {
      for (let i = 0; i < 3; i++) await post(origin);
    }),
  );
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    const arrived = listen(sockets, 'push', () => true);
    const begun = performance.now();
    await post(origin);
    for (const at of await arrived) if (round >= 0) times.push(at - begun);
    // What the other side does between two calls.
    await post(origin);
    await post(origin);
  }
  for (const stop of working) await stop();
}

async function connect(origin: string, count: number, options: object): Promise<Socket[]> {
  const sockets = Array.from({ length: count }, () =>
    io(origin, { transports: ['websocket'], forceNew: true, reconnection: false, ...options }),
  );
  await Promise.all(
    sockets.map(
      (socket) =>
        new Promise<void>((resolve, reject) => {
          socket.once('connect', resolve);
          socket.once('connect_error', reject);
        }),
    ),
  );
  return sockets;
}

/** When each socket got the event that `is` wanted. */
function listen<T>(sockets: Socket[], event: string, is: (message: T) => boolean): Promise<number[]> {
  return Promise.all(
    sockets.map(
      (socket) =>
        new Promise<number>((resolve) => {
          const take = (message: T) => {
            if (!is(message)) return;
            socket.off(event, take);
            resolve(performance.now());
          };
          socket.on(event, take);
        }),
    ),
  );
}

function quantiles(times: number[]): PushTimes {
  const sorted = times.sort((a, b) => a - b);
  const at = (part: number) => Math.round(sorted[Math.floor(part * (sorted.length - 1))]! * 100) / 100;
  return { p50: at(0.5), p99: at(0.99) };
}
