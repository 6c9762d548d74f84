/** How long from a call to its event on a display, beside a bare Socket.IO broadcast of the same size. */
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { io, type Socket } from 'socket.io-client';
import type { Delta } from '../schema/live.ts';
import { newRequestId } from '../web/client.ts';
import type { BenchHall } from './hall.ts';

export type PushTimes = { p50: number; p99: number; bytes: number };

const ROUNDS = 100;

/** `displays` sockets follow the display board; each call is timed to every one of them, in ms. */
export async function pushTimes(hall: BenchHall, displays: number): Promise<PushTimes> {
  const headers = { cookie: hall.displayCookie };
  const sockets = await connect(hall.origin, displays, { auth: { board: 'display' }, extraHeaders: headers });
  const { client, counterId } = hall.clerks[0]!;
  const times: number[] = [];
  let bytes = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const arrived = listen(sockets, 'board:delta', (delta: Delta) => {
      if (!delta.put.calls) return false;
      bytes = JSON.stringify(delta).length;
      return true;
    });
    const begun = performance.now();
    const { ticketId } = await client.tickets.callNext({ requestId: newRequestId(), counterId });
    for (const at of await arrived) times.push(at - begun);
    await client.tickets.miss({ requestId: newRequestId(), ticketId });
  }
  for (const socket of sockets) socket.disconnect();
  return { ...quantiles(times), bytes };
}

/** The same with a server that does nothing but receive a POST and broadcast so many bytes. */
export async function bareTimes(displays: number, bytes: number): Promise<PushTimes> {
  const child = fork(join(import.meta.dirname, 'bare-broadcast.ts'), [String(bytes)], { execArgv: [] });
  const port = await new Promise<number>((resolve) => child.once('message', (message) => resolve(Number(message))));
  const origin = `http://127.0.0.1:${port}`;
  const sockets = await connect(origin, displays, {});
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const arrived = listen(sockets, 'push', () => true);
    const begun = performance.now();
    await fetch(origin, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"a":1}' });
    for (const at of await arrived) times.push(at - begun);
  }
  for (const socket of sockets) socket.disconnect();
  child.kill();
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
