import { io, type Socket } from 'socket.io-client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MatterId } from '../../../schema/ids.ts';
import { newRequestId } from '../../../web/client.ts';
import { eventually, startTestHall, type TestHall } from '../harness.ts';

let hall: TestHall;
const open: { close: () => void }[] = [];
beforeEach(async () => {
  hall = await startTestHall();
});
afterEach(async () => {
  for (const one of open.splice(0)) one.close();
  await hall.stop();
});

/** Follows the kiosk's board, and counts the snapshots that come. */
function screen(cookie: string): { socket: Socket; snapshots: () => number } {
  let count = 0;
  const options = {
    transports: ['websocket'],
    auth: { board: 'kiosk' },
    extraHeaders: { cookie },
    reconnection: false,
  };
  const socket = io(hall.origin, { ...options, forceNew: true });
  socket.on('board:snapshot', () => count++);
  open.push(socket);
  return { socket, snapshots: () => count };
}
const kioskCookie = async () => hall.cookieOf(await hall.kiosk());

describe('a screen that asks for its board', () => {
  it('[S2] again and again is answered at once and then once a second, and its last wish is answered', async () => {
    const { socket, snapshots } = screen(await kioskCookie());
    await eventually(() => expect(snapshots()).toBe(1));
    for (let n = 0; n < 20; n++) socket.emit('board:again', 'kiosk');
    await eventually(() => expect(snapshots()).toBe(3));
    socket.emit('board:again', 'kiosk');
    await eventually(() => expect(snapshots()).toBe(4));
  });

  it('[S2] a screen that asks for its board through many sockets of one device gets one snapshot a second for all of them, and another device waits for none', async () => {
    const cookie = await kioskCookie();
    const many = Array.from({ length: 4 }, () => screen(cookie));
    const other = screen(await kioskCookie());
    await eventually(() => expect([...many, other].map((one) => one.snapshots())).toEqual([1, 1, 1, 1, 1]));
    const answeredAt: number[] = [];
    for (const { socket } of many) socket.on('board:snapshot', () => answeredAt.push(performance.now()));
    // Each asks more than once before anybody is answered.
    for (const { socket } of [...many, ...many]) socket.emit('board:again', 'kiosk');
    await eventually(() => expect(answeredAt.length).toBeGreaterThan(0));
    other.socket.emit('board:again', 'kiosk');
    await eventually(() => expect(other.snapshots()).toBe(2));
    expect(answeredAt.length).toBeLessThan(4);
    await eventually(() => expect(many.map((one) => one.snapshots() >= 2)).toEqual([true, true, true, true]), 20_000);
    expect(answeredAt[3]! - answeredAt[0]!).toBeGreaterThan(2_500);
  });

  it('[S2] a screen that asks for its board without an end is cut off, and a screen that was quiet follows on', async () => {
    const [quiet, loud] = [screen(await kioskCookie()), screen(await kioskCookie())];
    await eventually(() => expect([quiet.snapshots(), loud.snapshots()]).toEqual([1, 1]));
    for (let n = 0; n < 3_000; n++) loud.socket.emit('board:again', 'kiosk');
    await eventually(() => expect(loud.socket.connected).toBe(false));
    expect(loud.snapshots()).toBeLessThan(5);
    quiet.socket.emit('board:again', 'kiosk');
    await eventually(() => expect(quiet.snapshots()).toBe(2));
  });

  it('[S2] [D2] a screen that asks for its board gets the snapshot that others got, until something happens, also where nobody follows', async () => {
    const { boards, hall: its } = hall.system;
    const kiosk = await hall.kiosk();
    await its.idle();
    const first = boards.shared('kiosk');
    expect(boards.shared('kiosk')).toBe(first);
    const wish = { requestId: newRequestId(), matterIds: ['A-1' as MatterId], care: false, printing: false };
    await kiosk.tickets.issue(wish);
    const then = boards.shared('kiosk');
    expect(then.rows).toEqual(boards.snapshot('kiosk').rows);
    expect(then.rows).not.toEqual(first.rows);
    expect(then.seq).toBeGreaterThan(first.seq);
    hall.clock.nowMs += 60_000;
    expect(boards.shared('kiosk')).not.toBe(then);
  });
});

describe('too many sockets', () => {
  /** Opens the line below the boards, and asks for none. */
  function stranger(headers?: Record<string, string>) {
    const address = `${hall.origin.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`;
    const socket = new WebSocket(address, headers && ({ headers } as never));
    const events = { opened: false, closed: false };
    socket.addEventListener('open', () => {
      events.opened = true;
    });
    socket.addEventListener('close', () => {
      events.closed = true;
    });
    open.push(socket);
    return events;
  }

  it('[S2] the oldest sockets of strangers at one address end, and a kiosk at that address comes and stays', async () => {
    const first = screen(await kioskCookie());
    await eventually(() => expect(first.snapshots()).toBe(1));
    const strangers = Array.from({ length: 30 }, () => stranger());
    await eventually(() => expect(strangers.filter((one) => one.closed)).toHaveLength(10));
    const second = screen(await kioskCookie());
    await eventually(() => expect(second.snapshots()).toBe(1));
    expect(first.socket.connected).toBe(true);
    expect(strangers.filter((one) => one.opened && !one.closed).length).toBe(20);
  });

  it('[S2] the oldest sockets of one device end, and the newest follows', async () => {
    const [cookie, other] = [await kioskCookie(), screen(await kioskCookie())];
    const oldest = screen(cookie);
    await eventually(() => expect([oldest.snapshots(), other.snapshots()]).toEqual([1, 1]));
    const newer = Array.from({ length: 16 }, () => screen(cookie));
    await eventually(() => expect(newer.map((one) => one.snapshots())).toEqual(newer.map(() => 1)));
    await eventually(() => expect(oldest.socket.connected).toBe(false));
    expect(other.socket.connected).toBe(true);
  });

  it('[S2] a stranger who opens sockets without an end is refused, and a kiosk is not', async () => {
    await hall.stop();
    hall = await startTestHall({ requestsPerSecond: 10 });
    const cookie = await kioskCookie();
    const strangers = Array.from({ length: 40 }, () => stranger());
    const kiosk = screen(cookie);
    await eventually(() => expect(kiosk.snapshots()).toBe(1));
    await eventually(() => expect(strangers.filter((one) => one.closed && !one.opened).length).toBeGreaterThan(20));
  });
});
