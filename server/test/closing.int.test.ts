import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CounterId, Letter, MatterId, TicketId } from '../../schema/ids.ts';
import type { OpeningPlan } from '../../schema/opening.ts';
import { type Client, newRequestId } from '../../web/client.ts';
import { cases } from '../store/projections/cases.ts';
import { tickets } from '../store/projections/tickets.ts';
import { eventually, refusalCode, startTestHall, type TestHall } from './harness.ts';
import { testHallData } from './test-data.ts';

let hall: TestHall;
let people: { one: Client; boss: Client; kiosk: Client };
const HOUR = 3_600_000;
const MINUTE = 60_000;
const c1 = 'c1' as CounterId;
const A1 = 'A-1' as MatterId;
const wish = () => ({ requestId: newRequestId() });

/** 09:01 on a Monday; the hall is open 09:00–12:00 and 13:00–17:00 on workdays. */
beforeEach(async () => {
  const data = testHallData();
  const [regular] = data.series;
  const part = (from: string, to: string) => ({ ...regular!, from, to });
  hall = await startTestHall({ data: { ...data, series: [part('09:00', '12:00'), part('13:00', '17:00')] } });
  people = { one: await hall.clerk('one'), boss: await hall.clerk('boss'), kiosk: await hall.kiosk() };
});
afterEach(() => hall.stop());

const issue = async (matterIds = [A1]) =>
  people.kiosk.tickets.issue({ ...wish(), matterIds, care: false, printing: false });
/** Clerk one at counter 1 has the next ticket before them. */
async function serving(phase: 'called' | 'serving' = 'serving') {
  const { one } = people;
  const ticket = await issue();
  await one.counters.open({ ...wish(), counterId: c1 });
  await one.tickets.callNext({ ...wish(), counterId: c1 });
  if (phase === 'serving') await one.tickets.start({ ...wish(), ticketId: ticket.ticketId });
  return ticket;
}
const counter = async () => (await people.boss.boards.staff()).rows.counters.find((row) => row.id === c1)!;
const conclude = async () => {
  const [open] = (await people.one.cases.mine()).filter((one) => one.phase === 'open');
  await people.one.cases.conclude({ ...wish(), caseId: open!.caseId, conclusion: { kind: 'done', note: '' } });
};
const cancelMorning = async (reason = '停电检修') => {
  const [morning] = (await people.boss.openings.list({})).filter((one) => one.phase === 'running');
  await people.boss.openings.cancel({ ...wish(), openingId: morning!.id, reason });
};
const cancelToday = async (reason = '停电检修') => {
  const today = await people.boss.openings.list({ fromDay: '2026-11-23', toDay: '2026-11-23' });
  for (const one of today.filter(({ phase }) => phase !== 'ended'))
    await people.boss.openings.cancel({ ...wish(), openingId: one.id, reason });
};
const seen = (number: string, day?: string) => people.boss.tickets.lookUp({ number, day });
/** As its resident does with the slip's QR code. */
const act = ({ link }: { link: string }, kind: 'rejoin' | 'step-away') =>
  people.kiosk.tickets.act({ ...wish(), link: link.slice('/t/'.length), act: { kind } });
const page = async (link: string, language = 'zh-CN') =>
  (await fetch(hall.origin + link, { headers: { 'accept-language': language } })).text();

describe('an occupied counter', () => {
  it.each([
    ['its opening’s end', async () => hall.clock.advance(3 * HOUR)],
    ['its cancellation', cancelToday],
  ])('[T12] [H4] an occupied counter finishes, calls nobody new, and closes by itself: %s', async (_, end) => {
    const { ticketId } = await serving();
    const next = await issue();
    await end();
    expect(await counter()).toMatchObject({ phase: 'closing', clerkName: 'one 员', number: 'A001' });
    const [{ one }, three] = [people, await hall.clerk('three')];
    expect(await refusalCode(one.tickets.callNext({ ...wish(), counterId: c1 }))).toBe('counter-closing');
    const pick = { ...wish(), counterId: c1, ticketId: next.ticketId, reason: '行动不便' };
    expect(await refusalCode(one.tickets.callThis(pick))).toBe('counter-closing');
    expect(await refusalCode(one.counters.open({ ...wish(), counterId: c1 }))).toBe('counter-closing');
    expect(await refusalCode(one.counters.open({ ...wish(), counterId: 'c3' as CounterId }))).toBe('counter-busy');
    expect(await refusalCode(three.counters.open({ ...wish(), counterId: c1 }))).toBe('counter-busy');
    await conclude();
    expect((await counter()).phase).toBe('closing');
    await one.tickets.finish({ ...wish(), ticketId });
    expect(await counter()).toMatchObject({ phase: 'closed', number: null, clerkName: null });
  });

  it('[T12] an occupied counter keeps the seat for the next opening, and goes on where that begins before it has finished', async () => {
    const { ticketId } = await serving();
    await hall.clock.advance(3 * HOUR);
    await hall.clock.advance(HOUR);
    expect(await counter()).toMatchObject({ phase: 'open', number: 'A001' });
    await conclude();
    await people.one.tickets.finish({ ...wish(), ticketId });
    expect((await counter()).phase).toBe('open');
    await issue();
    await people.one.tickets.callNext({ ...wish(), counterId: c1 });
    await hall.clock.advance(MINUTE);
    await cancelToday();
    await people.one.tickets.putBack({
      ...wish(),
      ticketId: (await seen('A002', '2026-11-23')).ticketId,
      reason: '停电',
    });
    expect((await counter()).phase).toBe('closed');
    await hall.clock.advance(19 * HOUR + 53 * MINUTE);
    await hall.clerk('one');
    await hall.clock.advance(5 * MINUTE);
    people.boss = await hall.clerk('boss');
    expect(await counter()).toMatchObject({ phase: 'open', clerkName: 'one 员' });
  });

  const LEAVES: [string, () => Promise<unknown>, string][] = [
    [
      'put back',
      async () => people.one.tickets.putBack({ ...wish(), ticketId: await mine(), reason: '停电' }),
      'waiting',
    ],
    ['missed by the clerk', async () => people.one.tickets.miss({ ...wish(), ticketId: await mine() }), 'missed'],
    ['missed by the clock', () => hall.clock.advance(2 * MINUTE), 'missed'],
  ];
  const mine = async () => (await counter()).ticketId as TicketId;
  it.each(LEAVES)('[T12] a closing counter closes at once when its ticket is %s', async (_, leave, phase) => {
    await serving('called');
    await cancelToday();
    expect((await counter()).phase).toBe('closing');
    const { number } = await counter();
    await leave();
    expect((await counter()).phase).toBe('closed');
    const found = hall.system.hall.read(tickets).byNumber(number!, phase === 'waiting' ? '2026-11-24' : '2026-11-23');
    expect(found?.phase).toBe(phase);
  });

  it('[T12] a supervisor releases a counter: its ticket is back in line with rank and number, its case is resumed, its clerk is told', async () => {
    const { ticketId } = await serving();
    const { one, boss } = people;
    const behind = await issue();
    const board = hall.follow(one, 'staff');
    await hall.clock.advance(3 * HOUR + 10 * MINUTE);
    const row = await counter();
    expect(row.closingSince).toBe('2026-11-23T04:11:00.000Z');
    const release = { ...wish(), counterId: c1, reason: '突发疾病' };
    expect(await refusalCode(one.counters.release(release))).toBe('not-allowed');
    await boss.counters.release(release);
    expect(await counter()).toMatchObject({ phase: 'closed', number: null });
    expect(await seen('A001')).toMatchObject({ phase: 'waiting', ahead: 0, day: '2026-11-23' });
    expect(await seen(behind.number)).toMatchObject({ ahead: 1 });
    await eventually(() =>
      expect(board.snapshot().rows.notes.at(-1)).toMatchObject({
        kind: 'counter-released',
        number: 'A001',
        clerkName: 'one 员',
        counterLabel: '1',
        byName: '主任',
        detail: '突发疾病',
      }),
    );
    const written = hall.system.store.ledger.load(`ticket:${ticketId}`).at(-1);
    expect(written?.event).toMatchObject({ type: 'ticket-released', counterId: c1, reason: '突发疾病' });
    expect(written?.actor).toMatch(/^clerk:/);
    expect(await one.cases.mine()).toMatchObject([{ phase: 'open', mine: 'handler' }]);
    // Whoever serves it next takes the case on; the first contact stays (C1).
    await hall.clock.advance(50 * MINUTE);
    const two = await hall.clerk('two');
    await two.counters.open({ ...wish(), counterId: 'c2' as CounterId });
    expect((await two.tickets.callNext({ ...wish(), counterId: 'c2' as CounterId })).number).toBe('A001');
    await two.tickets.start({ ...wish(), ticketId });
    expect((await two.cases.mine())[0]).toMatchObject({ handler: 'two 员', firstContact: 'one 员' });
    expect(await refusalCode(boss.counters.release({ ...wish(), counterId: c1, reason: '再次' }))).toBe('counter-free');
  });

  it('[T12] [T10] a ticket released after the day’s end is carried over at once', async () => {
    await hall.clock.advance(5 * HOUR);
    await serving();
    await hall.clock.advance(4 * HOUR);
    await people.boss.counters.release({ ...wish(), counterId: c1, reason: '突发疾病' });
    expect(await seen('A001', '2026-11-24')).toMatchObject({
      phase: 'waiting',
      ahead: 0,
      waitsFor: { day: '2026-11-24', startsAt: '2026-11-24T01:00:00.000Z', because: null },
    });
    expect((await people.boss.figures({ day: '2026-11-23' })).carriedOver).toBe(1);
  });

  it('[T12] a ticket released with everything concluded is finished', async () => {
    const { ticketId } = await serving();
    await conclude();
    await hall.clock.advance(3 * HOUR);
    await people.boss.counters.release({ ...wish(), counterId: c1, reason: '已下班' });
    expect(hall.system.hall.read(tickets).byId(ticketId)?.phase).toBe('finished');
    expect((await people.one.boards.staff()).rows.notes).toMatchObject([{ kind: 'counter-released' }]);
  });
});

describe('an early end is an end', () => {
  it('[T12] [T10] a ticket that waits when the day is cancelled is carried over at once with rank and number, and is told why', async () => {
    const tickets = [await issue(), await issue()];
    const board = hall.follow(people.kiosk, 'kiosk');
    await hall.clock.advance(59 * MINUTE);
    await cancelToday('管道爆裂');
    const [first, second] = [await seen('A001', '2026-11-24'), await seen('A002', '2026-11-24')];
    const waitsFor = { day: '2026-11-24', startsAt: '2026-11-24T01:00:00.000Z', because: '管道爆裂' };
    expect(first).toMatchObject({ phase: 'waiting', ahead: 0, range: null, waitsFor });
    expect(second).toMatchObject({ phase: 'waiting', ahead: 1, range: null, waitsFor });
    const html = await page(tickets[1]!.link);
    expect(html).toContain('今天已停止叫号');
    expect(html).toContain('11月24日 周二 09:00');
    expect(html).toContain('您排第 2 位');
    expect(html).toContain('管道爆裂');
    expect(html).not.toContain('请留意大厅屏和语音');
    await eventually(() =>
      expect(board.snapshot().rows.queues.find((row) => row.id === 'A')?.kept).toEqual({
        count: 2,
        startsAt: '2026-11-24T01:00:00.000Z',
      }),
    );
    // What was planned for the end finds nothing left to do; the next morning it is called first.
    await hall.clock.advance(23 * HOUR);
    await people.one.counters.open({ ...wish(), counterId: c1 }).catch(() => {});
    const again = await hall.clerk('two');
    await again.counters.open({ ...wish(), counterId: 'c2' as CounterId });
    expect((await again.tickets.callNext({ ...wish(), counterId: 'c2' as CounterId })).number).toBe('A001');
  });

  it('[T12] a ticket that still has an opening the same day stays, and is told when it goes on and why it stopped', async () => {
    const { link } = await issue();
    await cancelMorning('系统维护');
    expect(await seen('A001')).toMatchObject({
      day: '2026-11-23',
      range: null,
      waitsFor: { day: '2026-11-23', startsAt: '2026-11-23T05:00:00.000Z', because: '系统维护' },
    });
    const html = await page(link);
    expect(html).toContain('13:00');
    expect(html).toContain('系统维护');
    expect(html).not.toContain('下一个就是您');
  });

  it('[T12] a cancellation moves each queue on its own: one that another opening of the day has stays, the others go', async () => {
    const evening: OpeningPlan = {
      kind: 'staggered',
      day: '2026-11-23',
      from: '18:00',
      to: '20:00',
      letters: ['B'] as Letter[],
      counterIds: ['c3'] as CounterId[],
      bookableShare: 0,
    };
    await people.boss.openings.create({ ...wish(), plan: evening });
    await issue();
    await issue(['B-1' as MatterId]);
    await hall.clock.advance(8 * HOUR);
    expect((await seen('A001', '2026-11-24')).waitsFor).toMatchObject({ day: '2026-11-24' });
    expect((await seen('B001')).waitsFor).toMatchObject({ day: '2026-11-23', startsAt: '2026-11-23T10:00:00.000Z' });
  });

  it('[T12] [T10] a cancelled opening sends on the tickets that were carried over to it', async () => {
    await issue();
    await hall.clock.advance(8 * HOUR);
    for (const one of await people.boss.openings.list({ fromDay: '2026-11-24', toDay: '2026-11-24' }))
      await people.boss.openings.cancel({ ...wish(), openingId: one.id, reason: '暴雨停办' });
    expect(await seen('A001', '2026-11-25')).toMatchObject({
      waitsFor: { day: '2026-11-25', because: '暴雨停办' },
    });
  });

  it('[T10] a ticket’s page says with the telephone that no later opening is planned, and a new one takes the ticket at once', async () => {
    const { link } = await issue();
    const later = (await people.boss.openings.list({})).filter((one) => one.day > '2026-11-23');
    for (const one of later) await people.boss.openings.cancel({ ...wish(), openingId: one.id, reason: '搬迁' });
    await cancelToday('搬迁');
    expect(await seen('A001')).toMatchObject({ phase: 'waiting', waitsFor: { startsAt: null, because: '搬迁' } });
    const html = await page(link);
    expect(html).toContain('还没有安排');
    expect(html).toContain('0851-1');
    const plan: OpeningPlan = {
      kind: 'weekend',
      day: '2026-11-28',
      from: '09:00',
      to: '12:00',
      letters: ['A'] as Letter[],
      counterIds: ['c1'] as CounterId[],
      bookableShare: 0,
    };
    await people.boss.openings.create({ ...wish(), plan });
    expect(await seen('A001', '2026-11-28')).toMatchObject({ waitsFor: { day: '2026-11-28' } });
  });

  it('[T6] [T10] a no-show of just before the end who rejoins after it is carried over at once', async () => {
    const missed = await serving('called');
    await people.one.tickets.miss({ ...wish(), ticketId: missed.ticketId });
    await cancelToday();
    expect((await act(missed, 'rejoin')).phase).toBe('waiting');
    const waitsFor = { day: '2026-11-24', because: '停电检修' };
    expect(await seen('A001', '2026-11-24')).toMatchObject({ phase: 'waiting', day: '2026-11-24', waitsFor });
  });
});

describe('at lunch', () => {
  it('[T10] [Q9] phone and kiosk say at lunch that calling goes on at 13:00, and tell nobody to watch the screen', async () => {
    const { link } = await issue();
    await hall.clock.advance(3 * HOUR);
    expect(await seen('A001')).toMatchObject({
      ahead: 0,
      range: null,
      waitsFor: { day: '2026-11-23', startsAt: '2026-11-23T05:00:00.000Z', because: null },
    });
    for (const [language, words] of [
      ['zh-CN', '13:00 继续叫号'],
      ['zh-TW', '13:00 繼續叫號'],
      ['en', 'goes on at 13:00'],
    ]) {
      const html = await page(link, language);
      expect(html).toContain(words);
      expect(html).not.toMatch(/下一个就是您|下一個就是您|You are next/);
    }
  });

  it('[T7] [Q9] a ticket that stepped away before lunch keeps the place that the screens promise', async () => {
    const first = await issue();
    await hall.clock.advance(2 * HOUR + 50 * MINUTE);
    await issue();
    await act(first, 'step-away');
    await hall.clock.advance(30 * MINUTE);
    expect(await seen('A001')).toMatchObject({ phase: 'waiting', ahead: 0 });
    expect(await seen('A002')).toMatchObject({ ahead: 1 });
  });

  it('[Q6] [T10] no range is shown across a closing: a sentence says when calling stops and goes on', async () => {
    await people.one.counters.open({ ...wish(), counterId: c1 });
    await hall.clock.advance(2 * HOUR + 50 * MINUTE);
    for (let n = 0; n < 6; n++) await issue();
    const closing = { at: '2026-11-23T04:00:00.000Z', goesOnAt: '2026-11-23T05:00:00.000Z' };
    expect(await people.kiosk.tickets.forecast({ matterIds: [A1] })).toMatchObject({ ahead: 6, range: null, closing });
    expect(await seen('A006')).toMatchObject({ range: null, closing });
    expect(await seen('A001')).toMatchObject({ closing: null });
    const { rows } = await people.kiosk.boards.kiosk();
    expect(rows.queues.find((row) => row.id === 'A')).toMatchObject({ range: null, closing });
  });
});

/** Group A at counter 1. */
const regularPlan = () => ({
  kind: 'regular' as const,
  letters: ['A'] as Letter[],
  counterIds: [c1],
  bookableShare: 0,
});

describe('one truth across days', () => {
  it('[H4] [T5] a clerk who sat at two counters when openings ended is seated at one of them, and the next opening begins', async () => {
    const c2 = 'c2' as CounterId;
    await people.one.counters.open({ ...wish(), counterId: c1 });
    await hall.clock.advance(3 * HOUR + MINUTE);
    await people.one.counters.open({ ...wish(), counterId: c2 });
    await hall.clock.advance(5 * HOUR);
    await hall.clock.advance(15 * HOUR + 50 * MINUTE);
    // Signed in again at 08:51, and seated by the opening.
    await hall.clerk('one');
    await hall.clock.advance(10 * MINUTE);
    people.boss = await hall.clerk('boss');
    const { rows } = await people.boss.boards.staff();
    expect(rows.hall[0]?.open).toBe(true);
    expect(rows.counters.filter((row) => row.clerkName === 'one 员')).toMatchObject([{ phase: 'open' }]);
  });

  it('[C2] [C15] a matter that was begun ends with its withdrawn ticket, and its handler may go', async () => {
    const ticket = await serving();
    const caseId = (await people.one.cases.mine())[0]!.caseId;
    await people.boss.counters.release({ ...wish(), counterId: c1, reason: '突发疾病' });
    await people.kiosk.tickets.act({
      ...wish(),
      link: ticket.link.slice('/t/'.length),
      act: { kind: 'withdraw' },
    });
    const found = hall.system.hall.read(cases).byId(caseId)!;
    expect(found).toMatchObject({ phase: 'closed', outcome: 'withdrawn' });
    expect(await people.one.cases.mine()).toEqual([]);
  });

  it('[T6] [T10] a no-show who rejoins after the end stands behind the next three of the line that is carried over', async () => {
    const missed = await serving('called');
    const others = [];
    for (let n = 0; n < 4; n++) others.push(await issue());
    await people.one.tickets.miss({ ...wish(), ticketId: missed.ticketId });
    await cancelToday();
    await act(missed, 'rejoin');
    expect(await seen(missed.number, '2026-11-24')).toMatchObject({ ahead: 3 });
    expect(await seen(others[0]!.number, '2026-11-24')).toMatchObject({ ahead: 0 });
    expect(await seen(others[3]!.number, '2026-11-24')).toMatchObject({ ahead: 4 });
  });

  it('[Q9] [T12] display and staff board name the opening that the ticket’s own page names', async () => {
    await issue();
    await cancelToday();
    const plan = { ...regularPlan(), day: '2026-11-23', from: '14:00', to: '17:00' };
    await people.boss.openings.create({ ...wish(), plan });
    const { waitsFor } = await seen('A001', '2026-11-24');
    const { rows } = await people.boss.boards.staff();
    expect(rows.queues.find((row) => row.id === 'A')!.kept).toEqual({ count: 1, startsAt: waitsFor!.startsAt });
  });

  it('[T10] somebody stranded on a day to come is carried over as soon as a later opening is planned', async () => {
    await issue();
    await cancelToday();
    for (const one of (await people.boss.openings.list({})).filter(({ phase }) => phase === 'planned'))
      await people.boss.openings.cancel({ ...wish(), openingId: one.id, reason: '搬迁' });
    const plan = { ...regularPlan(), day: '2026-12-19', from: '10:00', to: '12:00' };
    await people.boss.openings.create({ ...wish(), plan });
    expect(await seen('A001', '2026-12-19')).toMatchObject({ waitsFor: { day: '2026-12-19', because: '搬迁' } });
  });

  it('[T12] the reason of the day before is not given for the lunch of the day that came', async () => {
    await issue();
    await cancelToday();
    await hall.clock.advance(24 * HOUR + 3 * HOUR + 10 * MINUTE);
    people.boss = await hall.clerk('boss');
    expect(await seen('A001')).toMatchObject({ waitsFor: { because: null, startsAt: '2026-11-24T05:00:00.000Z' } });
  });

  it('[T12] a released counter is not opened again for the clerk who had to leave it', async () => {
    await serving();
    await hall.clock.advance(3 * HOUR);
    expect((await counter()).phase).toBe('closing');
    await people.boss.counters.release({ ...wish(), counterId: c1, reason: '人已离开' });
    await hall.clock.advance(HOUR + MINUTE);
    expect(await counter()).toMatchObject({ phase: 'closed', clerkName: null });
  });
});
