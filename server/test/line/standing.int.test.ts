import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CounterId, MatterId } from '../../../schema/ids.ts';
import { plain } from '../../../schema/texts/unbroken.ts';
import { type Client, newRequestId } from '../../../web/client.ts';
import { MONDAY_9, startTestHall, type TestHall } from '../harness.ts';

let hall: TestHall;
let kiosk: Client;
let one: Client;
const MINUTE = 60_000;
const A1 = 'A-1' as MatterId;
const c1 = 'c1' as CounterId;
const wish = () => ({ requestId: newRequestId() });

beforeEach(async () => {
  // 08:00: slots of the day can be booked.
  hall = await startTestHall({ nowMs: MONDAY_9 - 60 * MINUTE });
  kiosk = await hall.kiosk();
  one = await hall.clerk('one');
});
afterEach(() => hall.stop());

const issue = (care = false) => kiosk.tickets.issue({ ...wish(), matterIds: [A1], care, printing: false });
const seen = (number: string) => one.tickets.lookUp({ number });
/** Books the slot of this local time and gives its code. */
async function book(time: string, telephone: string) {
  const anybody = hall.anybody();
  const startsAt = new Date(`2026-11-23T${time}:00+08:00`).toISOString();
  const slot = (await anybody.appointments.slots({ matterId: A1 })).find((each) => each.startsAt === startsAt);
  const { link } = await anybody.appointments.hold({ ...wish(), slotId: slot!.id, matterId: A1 });
  const person = { name: '', telephone, language: 'zh-Hans' as const };
  return (await anybody.appointments.confirm({ ...wish(), link, ...person })).code;
}
const checkIn = (code: string) => kiosk.appointments.checkIn({ ...wish(), code, printing: false });
/** One after another, as counter 1 calls them; each leaves at once. */
async function callAll(everyMs: number): Promise<string[]> {
  const called = [];
  for (;;) {
    const call = await one.tickets.callNext({ ...wish(), counterId: c1 }).catch(() => null);
    if (!call) return called;
    called.push(call.number);
    await one.tickets.miss({ ...wish(), ticketId: call.ticketId });
    await hall.clock.advance(everyMs);
  }
}

describe('the forecast', () => {
  it('[Q1] [Q6] the forecast with priority care tells the place that the ticket then has', async () => {
    await hall.clock.advance(65 * MINUTE);
    await one.counters.open({ ...wish(), counterId: c1 });
    for (let n = 0; n < 4; n++) await issue();
    await hall.clock.advance(MINUTE);
    const plain = await kiosk.tickets.forecast({ matterIds: [A1] });
    const care = await kiosk.tickets.forecast({ matterIds: [A1], care: true });
    expect([plain.ahead, care.ahead]).toEqual([4, 0]);
    expect(care.range!.halfMin).toBeLessThan(plain.range!.halfMin);
    const taken = await seen((await issue(true)).number);
    expect(taken).toMatchObject({ ahead: care.ahead, range: care.range });
  });
});

describe('an early appointment', () => {
  it('[Q2] [Q6] an early appointment is told its slot and its earliest call, never that it may be at once', async () => {
    const code = await book('10:00', '13985001234');
    await hall.clock.advance(77 * MINUTE);
    await one.counters.open({ ...wish(), counterId: c1 });
    const { number, link, booked } = await checkIn(code);
    const told = await seen(number);
    // Said at once by the kiosk, to whoever has no phone.
    expect(booked).toEqual(told.booked);
    expect(told.booked).toEqual({ slotAt: '2026-11-23T02:00:00.000Z', callableAt: '2026-11-23T01:55:00.000Z' });
    expect(told.range!.halfMin).toBeGreaterThanOrEqual(38);
    const page = async (language: string) =>
      (await fetch(hall.origin + link, { headers: { 'accept-language': language } })).text().then(plain);
    expect(await page('zh-CN')).toContain('10:00 预约，9:55 起叫'.replace('9:55', '09:55'));
    expect(await page('en')).toContain('Booked for 10:00, called from 09:55 on');
    expect(await page('zh-CN')).not.toContain('下一个就是您');
    await hall.clock.advance(40 * MINUTE);
    expect((await seen(number)).booked).toBeNull();
  });

  it('[Q2] [Q9] the line around an early appointment is shown in the order in which tickets are really called', async () => {
    const code = await book('10:00', '13985001234');
    await hall.clock.advance(77 * MINUTE); // 09:17
    await one.counters.open({ ...wish(), counterId: c1 });
    const early = (await checkIn(code)).number;
    const walkIns = [];
    for (let n = 0; n < 6; n++) walkIns.push((await issue()).number);
    const line = await Promise.all([early, ...walkIns].map((number) => seen(number)));
    const promised = [...line].sort((a, b) => a.ahead! - b.ahead!).map(({ number }) => number);
    // At ten minutes each, four are called before 9:55.
    expect(promised.indexOf(early)).toBe(4);
    expect(new Set(line.map(({ ahead }) => ahead)).size).toBe(line.length);
    expect(await callAll(10 * MINUTE)).toEqual(promised);
  });

  it('[Q3] a call that passes over who is not due yet says so, and so does an early call with only booked ones there', async () => {
    const codes = [await book('10:00', '13985001234'), await book('10:30', '13985001235')];
    await hall.clock.advance(77 * MINUTE);
    await one.counters.open({ ...wish(), counterId: c1 });
    for (const code of codes) await checkIn(code);
    const walkIn = await issue();
    const call = () => one.tickets.callNext({ ...wish(), counterId: c1 });
    const first = await call();
    expect(first.number).toBe(walkIn.number);
    expect(first.sentence).toBe('可叫的人中排在最前，现场取号，已等 0 分钟，1 位预约未到时间。');
    await one.tickets.miss({ ...wish(), ticketId: first.ticketId });
    const second = await call();
    expect(second.sentence).toContain('等候的都是未到时间的预约');
    expect(second.sentence).not.toContain('没有其他人');
  });
});

describe('letting others pass', () => {
  it('[T7] letting others pass is offered for as many as wait behind in a queue of the ticket, three at most, and for nobody where none does', async () => {
    await hall.clock.advance(61 * MINUTE);
    const passes = async (link: string) =>
      [...(await (await fetch(hall.origin + link)).text().then(plain)).matchAll(/name="count" value="(\d)"/g)].map(
        ([, n]) => n,
      );
    const first = await issue();
    expect(await passes(first.link)).toEqual([]);
    await kiosk.tickets.issue({ ...wish(), matterIds: ['B-1' as MatterId], care: false, printing: false });
    expect((await seen(first.number)).behind).toBe(0);
    await issue();
    await issue();
    expect(await passes(first.link)).toEqual(['1', '2']);
    for (let n = 0; n < 3; n++) await issue();
    expect((await seen(first.number)).behind).toBe(3);
    const last = await issue();
    expect(await passes(last.link)).toEqual([]);
    // Whoever comes with a head start does not stand behind.
    await issue(true);
    expect((await seen(last.number)).behind).toBe(0);
  });
});
