/** How long from a call to its event on a display, beside a bare Socket.IO broadcast of the same size. */
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { io, type Socket } from 'socket.io-client';
import type { Delta } from '../schema/live.ts';
import { newRequestId } from '../web/client.ts';
import { type BenchHall, newFolder } from './hall.ts';

/** ms; `message` is what the displays got, as JSON. */
export type PushTimes = { p50: number; p99: number; message: string };

/** A device may have only a few sockets. */
const OF_DEVICE = 10;
const ROUNDS = 500;
/** Rounds that are not counted, on both sides: a hall that has just started is slow once, and then open all day. */
const WARM_UP = 20;
/** So often each other clerk does something meanwhile, and the bare server gets a POST for it. */
const WORK_EVERY_MS = 2_000;

/** `displays` sockets follow the display board; each call is timed to every one of them, in ms. */
export async function pushTimes(hall: BenchHall, displays: number): Promise<PushTimes> {
  const sockets: Socket[] = [];
  while (sockets.length < displays) {
    const extraHeaders = { cookie: await hall.display() };
    const some = Math.min(OF_DEVICE, displays - sockets.length);
    sockets.push(...(await connect(hall.origin, some, { auth: { board: 'display' }, extraHeaders })));
  }
  const [first, ...others] = hall.clerks;
  const working = others.map((other, n) =>
    everyWhile(n, async () => missAndFill(hall, other, await callNext(hall, other))),
  );
  const times: number[] = [];
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
  for (const socket of sockets) socket.disconnect();
  return { ...quantiles(times), message };
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

/** The same with a server that does nothing but receive a POST, write a row and broadcast this message. */
export async function bareTimes(displays: number, message: string, clerks: number): Promise<PushTimes> {
  const { dir, remove } = newFolder();
  const child = fork(join(import.meta.dirname, 'bare-broadcast.ts'), [message, dir], { execArgv: [] });
  const port = await new Promise<number>((resolve) => child.once('message', (message) => resolve(Number(message))));
  const origin = `http://127.0.0.1:${port}`;
  const sockets = await connect(origin, displays, {});
  // A call, what frees the counter again, and somebody who comes.
  const working = Array.from({ length: clerks }, (_, n) =>
    everyWhile(n, async () => {
      for (let i = 0; i < 3; i++) await post(origin);
    }),
  );
  const times: number[] = [];
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
  for (const socket of sockets) socket.disconnect();
  child.kill();
  remove();
  return { ...quantiles(times), message };
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
