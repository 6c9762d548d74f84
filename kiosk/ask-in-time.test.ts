import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createClient, insist, isLost } from '../web/client.ts';
import { askInTime } from './ask-in-time.ts';

/** Takes each call and says nothing, as a switch does that is gone; `left` are those whose caller gave up. */
const taken: ServerResponse[] = [];
const left: ServerResponse[] = [];
let server: Server;
let origin: string;
beforeAll(async () => {
  server = createServer((_, answer) => {
    taken.push(answer);
    answer.on('close', () => left.push(answer));
  });
  await new Promise<void>((listens) => server.listen(0, '127.0.0.1', listens));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  const closed = new Promise((closes) => server.close(closes));
  server.closeAllConnections();
  await closed;
});

function asked(most?: number) {
  const client = createClient(origin);
  const told: unknown[] = [];
  const lost: unknown[] = [];
  const before = taken.length;
  const end = askInTime(
    (signal) => insist(() => client.tickets.place({ number: 'A001' }, { signal })),
    { came: (answer) => told.push(answer), lost: (error) => lost.push(error) },
    most,
  );
  return { told, lost, end, call: () => taken[before] };
}

it('[P3] a kiosk’s wish that nobody answers is told as a lost line within its time, and its call is given up', async () => {
  const { told, lost, call } = asked(300);
  await expect.poll(() => lost.length).toBe(1);
  expect(isLost(lost[0])).toBe(true);
  await expect.poll(() => left.includes(call()!)).toBe(true);
  expect([told.length, lost.length]).toEqual([0, 1]);
});

it('[P3] an answer that comes when its resident has left the kiosk is told to nobody', async () => {
  const told: string[] = [];
  let answer = (_: string) => {};
  const wish = new Promise<string>((resolve) => {
    answer = resolve;
  });
  const both = { came: (said: string) => void told.push(said), lost: () => void told.push('lost') };
  askInTime(() => wish, both)();
  askInTime(() => wish, { ...both, came: () => void told.push('to the one who stands there') });
  answer('to the one who left');
  await expect.poll(() => told).toEqual(['to the one who stands there']);
});
