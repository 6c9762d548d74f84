import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CounterId, MatterId, TicketId } from '../../../schema/ids.ts';
import { plain } from '../../../schema/texts/unbroken.ts';
import { type Client, newRequestId } from '../../../web/client.ts';
import { refusalCode, startTestHall, type TestHall } from '../harness.ts';

let hall: TestHall;
let kiosk: Client;
let one: Client;
let two: Client;
beforeEach(async () => {
  hall = await startTestHall();
  [kiosk, one, two] = await Promise.all([hall.kiosk(), hall.clerk('one'), hall.clerk('two')]);
});
afterEach(() => hall.stop());

const wish = () => ({ requestId: newRequestId() });
const [C1, C2] = ['c1', 'c2'] as CounterId[] as [CounterId, CounterId];
const MINUTE = 60_000;
const issue = (...matterIds: string[]) =>
  kiosk.tickets.issue({ ...wish(), matterIds: matterIds as MatterId[], care: false, printing: false });
const call = (clerk: Client, counterId: CounterId) => clerk.tickets.callNext({ ...wish(), counterId });
const page = async (path: string) =>
  (await fetch(hall.origin + path, { headers: { 'accept-language': 'zh-CN' } })).text().then(plain);

/** One sits at counter 1, two at counter 2, and this ticket is being served at counter 1. */
async function served(...matters: string[]) {
  await one.counters.open({ ...wish(), counterId: C1 });
  await two.counters.open({ ...wish(), counterId: C2 });
  const ticket = await issue(...matters);
  await call(one, C1);
  await one.tickets.start({ ...wish(), ticketId: ticket.ticketId });
  return ticket;
}
const mine = async (clerk: Client, ticketNumber: string) =>
  (await clerk.cases.mine({})).filter(({ number, mine }) => number === ticketNumber && mine === 'handler');

describe('a matter that is added at the counter', () => {
  it('[T8] [C1] a matter that is added at the counter is begun at once where the counter can do it, and its clerk is its first contact', async () => {
    const { ticketId, number } = await served('A-1');
    await one.tickets.addMatter({ ...wish(), ticketId, matterId: 'A-2' as MatterId });
    const cases = await mine(one, number);
    expect(cases.map(({ matterId }) => matterId).sort()).toEqual(['A-1', 'A-2']);
    for (const { caseId } of cases)
      await one.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'done', note: '' } });
    expect((await one.tickets.finish({ ...wish(), ticketId })).phase).toBe('finished');
  });

  it('[T8] a matter that is added at the counter waits with the same number where another counter does it', async () => {
    const { ticketId, number } = await served('A-1');
    await one.tickets.addMatter({ ...wish(), ticketId, matterId: 'B-1' as MatterId });
    const [{ caseId } = { caseId: null }] = await mine(one, number);
    await one.cases.conclude({ ...wish(), caseId: caseId!, conclusion: { kind: 'done', note: '' } });
    expect(await refusalCode(one.tickets.finish({ ...wish(), ticketId }))).toBe('matters-unconcluded');
    await one.tickets.handBack({ ...wish(), ticketId });
    expect(await one.tickets.lookUp({ number })).toMatchObject({ phase: 'waiting', matterNames: [{}, {}] });
  });

  it('[T8] [A3] a matter that is added at the counter is refused a second time, unknown, or at a counter that does not have the ticket', async () => {
    const { ticketId } = await served('A-1');
    const add = (matterId: string) =>
      refusalCode(one.tickets.addMatter({ ...wish(), ticketId, matterId: matterId as MatterId }));
    expect([await add('A-1'), await add('X-9')]).toEqual(['matter-already-chosen', 'matter-unknown']);
    expect(await refusalCode(two.tickets.addMatter({ ...wish(), ticketId, matterId: 'A-2' as MatterId }))).toBe(
      'ticket-elsewhere',
    );
  });
});

describe('a ticket that is held', () => {
  it('[T7] a ticket that is held keeps its place until then, frees the counter, and goes on with its first contact’s case', async () => {
    const { ticketId, number, link } = await served('A-1');
    const [before] = await mine(one, number);
    const { number: other } = await issue('A-1');
    expect((await one.tickets.hold({ ...wish(), ticketId })).phase).toBe('away');
    expect((await call(one, C1)).number).toBe(other);
    expect(await page(link)).toContain('暂离');
    await one.tickets.return({ ...wish(), ticketId });
    expect((await call(two, C2)).number).toBe(number);
    await two.tickets.start({ ...wish(), ticketId });
    const after = await two.cases.one({ caseId: before!.caseId });
    expect(after).toMatchObject({ firstContactId: before!.firstContactId, phase: 'open', handler: 'two 员' });
  });

  it('[T7] a held ticket whose time is over waits again by itself', async () => {
    const { ticketId, number } = await served('A-1');
    await one.tickets.hold({ ...wish(), ticketId });
    await hall.clock.advance(21 * MINUTE);
    expect(await one.tickets.lookUp({ number })).toMatchObject({ phase: 'waiting' });
  });
});

describe('a ticket that is passed on', () => {
  it('[T8] [Q1] a ticket that is passed on waits with its number for that counter alone, and the resident is told which', async () => {
    const { ticketId, number, link } = await served('A-1');
    const { number: other } = await issue('A-1');
    await one.tickets.pass({ ...wish(), ticketId, to: { counterId: C2 } });
    expect(await page(link)).toContain('由 2 号窗口叫您');
    expect((await call(one, C1)).number).toBe(other);
    expect((await call(two, C2)).number).toBe(number);
    expect(await page(link)).not.toContain('由 2 号窗口叫您');
  });

  it('[T8] a ticket that is passed on to a clerk follows the clerk, and is everybody’s when that one is there no longer', async () => {
    const { ticketId, number } = await served('A-1');
    const { clerkId } = await two.session.me();
    await one.tickets.pass({ ...wish(), ticketId, to: { clerkId } });
    expect(await refusalCode(call(one, C1))).toBe('nobody-waiting');
    await two.counters.close({ ...wish(), counterId: C2 });
    expect((await call(one, C1)).number).toBe(number);
  });

  it('[T8] [A3] a ticket that is passed on is refused to a counter that nobody has opened, that cannot do it, or to oneself', async () => {
    const { ticketId } = await served('A-1');
    const pass = (to: Parameters<Client['tickets']['pass']>[0]['to']) =>
      refusalCode(one.tickets.pass({ ...wish(), ticketId, to }));
    expect(await pass({ counterId: C1 })).toBe('counter-unknown');
    expect(await pass({ counterId: 'c3' as CounterId })).toBe('counter-not-open');
    expect(await pass({ clerkId: (await one.session.me()).clerkId })).toBe('counter-unknown');
    expect(await refusalCode(two.tickets.pass({ ...wish(), ticketId, to: { counterId: C2 } }))).toBe(
      'ticket-elsewhere',
    );
    expect(
      await refusalCode(one.tickets.pass({ ...wish(), ticketId: 'none' as TicketId, to: { counterId: C2 } })),
    ).toBe('ticket-unknown');
  });
});
