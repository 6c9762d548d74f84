/** How long from a call to its event on a display, beside a bare Socket.IO broadcast of the same size. */
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { io, type Socket } from 'socket.io-client';
import type { Delta } from '../schema/live.ts';
import { newRequestId } from '../web/client.ts';
import { type BenchHall, newFolder } from './hall.ts';

export type PushTimes = { p50: number; p99: number; bytes: number };

const ROUNDS = 200;
/** Rounds that are not counted, on both sides: a hall that has just started is slow once, and then open all day. */
const WARM_UP = 20;
/** So often each other clerk does something meanwhile, and the bare server gets a POST for it. */
const WORK_EVERY_MS = 2_000;

/** `displays` sockets follow the display board; each call is timed to every one of them, in ms. */
export async function pushTimes(hall: BenchHall, displays: number): Promise<PushTimes> {
  const headers = { cookie: hall.displayCookie };
  const sockets = await connect(hall.origin, displays, { auth: { board: 'display' }, extraHeaders: headers });
  const [first, ...others] = hall.clerks;
  const { client, counterId } = first!;
  const working = others.map((other, n) => everyWhile(n, () => workOnce(hall, other)));
  const times: number[] = [];
  let bytes = 0;
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    const arrived = listen(sockets, 'board:delta', (delta: Delta) => {
      if (!delta.put.calls?.some((row) => (row as { counterLabel?: string }).counterLabel === '1')) return false;
      bytes ||= JSON.stringify(delta).length;
      return true;
    });
    const begun = performance.now();
    const { ticketId } = await client.tickets.callNext({ requestId: newRequestId(), counterId });
    for (const at of await arrived) if (round >= 0) times.push(at - begun);
    await client.tickets.miss({ requestId: newRequestId(), ticketId });
    await oneMore(hall, first!);
  }
  for (const stop of working) await stop();
  for (const socket of sockets) socket.disconnect();
  return { ...quantiles(times), bytes };
}

/** Somebody comes for each who was called, so that the line stays as long. */
async function oneMore(hall: BenchHall, { matterId }: BenchHall['clerks'][number]): Promise<void> {
  await hall.kiosk.tickets.issue({ requestId: newRequestId(), matterIds: [matterId], care: false, printing: false });
}

/** Calls the next one, who does not come, and another one comes. */
async function workOnce(hall: BenchHall, clerk: BenchHall['clerks'][number]): Promise<void> {
  const { client, counterId } = clerk;
  try {
    const { ticketId } = await client.tickets.callNext({ requestId: newRequestId(), counterId });
    await client.tickets.miss({ requestId: newRequestId(), ticketId });
    await oneMore(hall, clerk);
  } catch {
    // Nobody waits for this counter.
  }
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

/** The same with a server that does nothing but receive a POST and broadcast so many bytes. */
export async function bareTimes(displays: number, bytes: number, clerks: number): Promise<PushTimes> {
  const { dir, remove } = newFolder();
  const child = fork(join(import.meta.dirname, 'bare-broadcast.ts'), [String(bytes), dir], { execArgv: [] });
  const port = await new Promise<number>((resolve) => child.once('message', (message) => resolve(Number(message))));
  const origin = `http://127.0.0.1:${port}`;
  const sockets = await connect(origin, displays, {});
  const post = () =>
    fetch(origin, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"a":1}' });
  // A call, what frees the counter again, and somebody who comes.
  const working = Array.from({ length: clerks }, (_, n) => everyWhile(n, () => post().then(post).then(post)));
  const times: number[] = [];
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    const arrived = listen(sockets, 'push', () => true);
    const begun = performance.now();
    await post();
    for (const at of await arrived) if (round >= 0) times.push(at - begun);
    // What the other side does between two calls.
    await post();
    await post();
  }
  for (const stop of working) await stop();
  for (const socket of sockets) socket.disconnect();
  child.kill();
  remove();
  return { ...quantiles(times), bytes };
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

function quantiles(times: number[]): { p50: number; p99: number } {
  const sorted = times.sort((a, b) => a - b);
  const at = (part: number) => Math.round(sorted[Math.floor(part * (sorted.length - 1))]! * 100) / 100;
  return { p50: at(0.5), p99: at(0.99) };
}
