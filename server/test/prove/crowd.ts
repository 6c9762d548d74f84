/** Ten thousand phones, and two hundred screens of staff and hall, when the hall is killed and started again (R12). */
import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import type { BoardName } from '../../../schema/board.ts';
import type { CounterId, MatterId } from '../../../schema/ids.ts';
import { newRequestId } from '../../../web/client.ts';
import { followBoard } from '../../../web/follow-board.ts';
import { eventually, MONDAY_9, PASSWORD, signInAt } from '../harness.ts';
import { childHall } from '../house/child-hall.ts';
import { testHallData } from '../test-data.ts';
import type { FromPhones, ToPhones } from './phones.ts';

/** Of the phones so many follow somebody who waits; the others are at home by now, and forgot their page. */
const WAITING = 1_000;
const SCREENS = 200;
/** Sockets of one session or device. */
const OF_COOKIE = 5;
const AT_ONCE = 20;
const WORK_MS = 60_000;
const REST_MS = 100;

/** ms; `staff` are a clerk's requests while the crowd comes back. */
export type CrowdReport = {
  phones: number;
  phonesBackMs: number;
  failed: number;
  screensBackMs: number;
  staffP50: number;
  staffP95: number;
  rssMb: number;
};

export async function crowdAfterKill(count: number, onStep: (done: number) => void): Promise<CrowdReport> {
  const data = testHallData();
  // Started again it is where the phones know it.
  const port = String(await freePort());
  const plan = { data, password: PASSWORD, nowMs: MONDAY_9 + 60_000, runs: true };
  const hall = childHall(plan, { env: () => ({ PORT: port }) });
  const stops: (() => void)[] = [];
  try {
    await hall.start();
    const origin = hall.origin();
    const admin = await signInAt(origin, '/session', { account: 'admin', password: PASSWORD });
    const enrol = async (kind: 'kiosk' | 'display', name: string) => {
      const { code } = await admin.client.devices.create({ requestId: newRequestId(), kind, name });
      return signInAt(origin, '/devices/enrol', { code });
    };
    const kiosk = await enrol('kiosk', 'k');
    const links: string[] = [];
    const issue = async () => {
      const wish = { matterIds: ['A-1' as MatterId], care: false, printing: false };
      const { link } = await kiosk.client.tickets.issue({ requestId: newRequestId(), ...wish });
      const isOver = links.push(link) > WAITING;
      const act = { kind: 'withdraw' as const };
      if (isOver) await kiosk.client.tickets.act({ requestId: newRequestId(), link: link.slice('/t/'.length), act });
    };
    while (links.length < count)
      await Promise.all(Array.from({ length: Math.min(AT_ONCE, count - links.length) }, issue));
    onStep(1);

    const cookies: [BoardName, string][] = [];
    const sign = () => signInAt(origin, '/session', { account: 'boss', password: PASSWORD });
    for (let n = 0; n < SCREENS / OF_COOKIE; n++) {
      const { cookie } = n % 2 ? await sign() : await enrol('display', `d${n}`);
      cookies.push([n % 2 ? 'staff' : 'display', cookie]);
    }
    const clerk = await signInAt(origin, '/session', { account: 'one', password: PASSWORD });
    const counterId = 'c1' as CounterId;
    await clerk.client.counters.open({ requestId: newRequestId(), counterId });

    const phones = fork(join(import.meta.dirname, 'phones.ts'), [origin], { execArgv: [] });
    stops.push(() => phones.disconnect());
    const tell = (message: ToPhones) => phones.send(message);
    const said: FromPhones[] = [];
    phones.on('message', (message: FromPhones) => said.push(message));
    tell({ links });
    await eventually(() => {
      if (!said.some((one) => 'opened' in one)) throw new Error('not every phone has its page');
    }, 120_000);
    onStep(2);

    const heard = new Map<number, number>();
    for (let n = 0; n < SCREENS; n++) {
      const [board, cookie] = cookies[Math.floor(n / OF_COOKIE)]!;
      const onBoard = (_: unknown, stale: boolean) => void (stale ? heard.delete(n) : heard.set(n, performance.now()));
      stops.push(followBoard(board, { onBoard, onRevoked: () => {} }, { origin, headers: { cookie } }));
    }
    const allHear = () =>
      eventually(() => {
        if (heard.size < SCREENS) throw new Error(`${SCREENS - heard.size} screens are stale`);
      }, 60_000);
    await allHear();
    onStep(3);

    await hall.kill();
    await eventually(() => {
      if (heard.size > 0) throw new Error('screens think that it runs');
    }, 30_000);
    await hall.start();
    const startedMs = performance.now();
    tell({ mark: true });
    const screens = allHear().then(() => performance.now() - startedMs);
    const times: number[] = [];
    for (const until = startedMs + WORK_MS; performance.now() < until; ) {
      const begun = performance.now();
      const called = await clerk.client.tickets.callNext({ requestId: newRequestId(), counterId });
      times.push(performance.now() - begun);
      const middle = performance.now();
      await clerk.client.tickets.miss({ requestId: newRequestId(), ticketId: called.ticketId });
      times.push(performance.now() - middle);
      await new Promise((resolve) => setTimeout(resolve, REST_MS));
    }
    const back = await eventually(() => {
      const found = said.find((one) => 'back' in one);
      if (!found) throw new Error('not every phone is back');
      return found;
    }, 60_000);
    onStep(4);
    times.sort((a, b) => a - b);
    const at = (part: number) => Math.round(times[Math.floor(part * (times.length - 1))]!);
    const status = readFileSync(`/proc/${hall.pid()}/status`, 'utf8');
    return {
      phones: count,
      phonesBackMs: back.back,
      failed: back.failed,
      screensBackMs: Math.round(await screens),
      staffP50: at(0.5),
      staffP95: at(0.95),
      rssMb: Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024),
    };
  } finally {
    for (const stop of stops) stop();
    await hall.clean();
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
