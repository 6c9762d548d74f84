import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Conclusion } from '../../../schema/cases/conclusion.ts';
import type { CounterId, Day, MatterId, TicketId } from '../../../schema/ids.ts';
import { type Client, newRequestId } from '../../../web/client.ts';
import { refusalCode, startTestHall, type TestHall } from '../harness.ts';
import { conclusionsAlone } from './bare-events.ts';

const wish = () => ({ requestId: newRequestId() });
const counterId = 'c1' as CounterId;
const [MONDAY, TUESDAY] = ['2026-11-23', '2026-11-24'] as [Day, Day];
const MINUTE = 60_000;

let hall: TestHall;
let one: Client;
let kiosk: Client;
beforeEach(async () => {
  hall = await startTestHall();
  one = await hall.clerk('one');
  kiosk = await hall.kiosk();
  await one.counters.open({ ...wish(), counterId });
});
afterEach(() => hall.stop());

const issue = async (matterId = 'A-1') =>
  (await kiosk.tickets.issue({ ...wish(), matterIds: [matterId as MatterId], care: false, printing: false })).ticketId;

/** Called after so many minutes, and concluded so. */
async function served(afterMin: number, kind: 'accepted' | 'notice' | 'done'): Promise<TicketId> {
  await hall.clock.advance(afterMin * MINUTE);
  const { ticketId } = await one.tickets.callNext({ ...wish(), counterId });
  await one.tickets.start({ ...wish(), ticketId });
  await hall.clock.advance(3 * MINUTE);
  const { caseId } = (await one.cases.mine({})).find(({ phase }) => phase === 'open')!;
  const conclusion: Conclusion = kind === 'notice' ? { kind, missing: ['A-1.1'], note: '' } : { kind, note: '' };
  await one.cases.conclude({ ...wish(), caseId, conclusion });
  await one.tickets.finish({ ...wish(), ticketId });
  return ticketId;
}

/** A number of its own; `leaves`: it is finished, and can be undone no more. */
async function concluded(conclusion: Conclusion, leaves = true): Promise<TicketId> {
  await issue();
  const { ticketId } = await one.tickets.callNext({ ...wish(), counterId });
  await one.tickets.start({ ...wish(), ticketId });
  const { caseId } = (await one.cases.mine({})).find(({ phase }) => phase === 'open')!;
  await one.cases.conclude({ ...wish(), caseId, conclusion });
  if (leaves) await one.tickets.finish({ ...wish(), ticketId });
  await hall.clock.advance(leaves ? MINUTE : 1_000);
  return ticketId;
}

/** Three are served, one is missed and expires, one withdraws, one is turned away, and on Tuesday one is served. */
async function twoDays() {
  for (let n = 0; n < 3; n++) await issue();
  await served(1, 'accepted');
  await served(5, 'notice');
  await served(2, 'done');
  const gone = await issue();
  await one.tickets.callNext({ ...wish(), counterId });
  await one.tickets.miss({ ...wish(), ticketId: gone });
  await one.tickets.undo({ ...wish(), ticketId: gone });
  await one.tickets.miss({ ...wish(), ticketId: gone });
  const left = await issue();
  await one.tickets.withdraw({ ...wish(), ticketId: left, reason: '居民已离开' });
  await kiosk.tickets.turnAway({ ...wish(), matterId: 'A-1' as MatterId, why: 'too-long' });
  await hall.clock.advance(Date.parse(`${TUESDAY}T01:30:00.000Z`) - hall.clock.nowMs);
  one = await hall.clerk('one');
  const counters = (await one.boards.staff({})).rows.counters;
  if (counters.find(({ id }) => id === counterId)?.clerkId == null) await one.counters.open({ ...wish(), counterId });
  await issue('A-2');
  await served(4, 'accepted');
}

type Told = { at: string; stream: string; type: string; data: string };
/** The same from the bare events alone. */
function readAlone() {
  const lines = hall.system.store.db
    .prepare<[], Told>("SELECT at, stream, type, data FROM ledger WHERE stream LIKE 'ticket:%' ORDER BY seq")
    .all();
  const waits: number[] = [];
  const counts: Record<string, number> = {};
  const issuedAt = new Map<string, string>();
  const called = new Set<string>();
  let servedMs = 0;
  const startedAt = new Map<string, string>();
  for (const { at, stream, type, data } of lines) {
    const undone = (JSON.parse(data) as { undone?: string }).undone;
    const name = undone ?? type;
    counts[name] = (counts[name] ?? 0) + (undone ? -1 : 1);
    if (type === 'ticket-issued') issuedAt.set(stream, at);
    if (type === 'serving-started') startedAt.set(stream, at);
    if (type === 'ticket-finished') servedMs += Date.parse(at) - Date.parse(startedAt.get(stream)!);
    if (type === 'ticket-called' && !called.has(stream)) {
      called.add(stream);
      waits.push(Math.floor((Date.parse(at) - Date.parse(issuedAt.get(stream)!)) / MINUTE));
    }
  }
  return { counts, waits: waits.sort((a, b) => a - b), servedMs };
}

describe('a report', () => {
  it('[T10] [H13] [V4] a report says of any period what the bare events say, and each day’s tickets add up', async () => {
    await twoDays();
    const { counts, waits, servedMs } = readAlone();
    const boss = await hall.clerk('boss');
    const found = await boss.report({ from: MONDAY, to: TUESDAY });
    expect(found.all).toMatchObject({
      ...{
        issued: counts['ticket-issued'],
        finished: counts['ticket-finished'],
        withdrawn: counts['ticket-withdrawn'],
      },
      ...{ calls: counts['ticket-called'], misses: counts['ticket-missed'], turnedAway: 1, servedMs },
      ...{ halfMin: waits[Math.ceil(waits.length * 0.5) - 1], mostMin: waits[Math.ceil(waits.length * 0.9) - 1] },
    });
    expect(found.days.map(({ day, issued }) => [day, issued])).toEqual([
      [MONDAY, 5],
      [TUESDAY, 1],
    ]);
    for (const sums of [...found.days, found.all])
      expect(sums.issued + sums.carriedIn).toBe(
        sums.finished + sums.withdrawn + sums.expired + sums.carriedOver + sums.unfinished,
      );
    expect(found.conclusions).toEqual(conclusionsAlone(hall.system.store.db, MONDAY, TUESDAY));
    expect(found.conclusions).toMatchObject({ accepted: 2, notice: 1, done: 1, refused: 0 });
    expect(found.papers).toEqual({ receipt: 2, notice: 1, closing: 1 });
    expect(found.matters).toMatchObject([
      { matterId: 'A-1', opened: 3, states: { accepted: 1, noticed: 1, done: 1 } },
      { matterId: 'A-2', opened: 1, states: { accepted: 1 } },
    ]);
    expect(found.clerks).toMatchObject([{ name: 'one 员', sittings: 4, servedMs, outOfOrder: 0 }]);
    const monday = await boss.report({ from: MONDAY, to: MONDAY });
    expect(monday.all).toEqual({ ...found.days[0], day: undefined });
  });

  it('[H13] [C5] [C18] a report counts each of the nine conclusions as the bare events say them, and none that was undone', async () => {
    const far = {
      place: '公证处',
      address: '一路 1 号',
      telephone: '0851-12345678',
      note: '公证由公证处办理，不属于本处职权',
    };
    const wishes: Conclusion[] = [
      { kind: 'done', note: '' },
      { kind: 'answered', note: '已当面解答' },
      { kind: 'accepted', note: '' },
      { kind: 'escalated', note: '像是民政的事' },
      { kind: 'notice', missing: ['A-1.1'], note: '' },
      { kind: 'not-ours', ...far, unreachable: true },
      { kind: 'not-needed', note: '网上已办' },
      { kind: 'refused', reason: '申请人不在本社区居住，不符合条件', basis: '第五条' },
      { kind: 'withdrawn', note: '' },
    ];
    for (const conclusion of wishes) await concluded(conclusion);
    const boss = await hall.clerk('boss');
    const asked = { from: MONDAY, to: MONDAY };
    const once = Object.fromEntries(wishes.map(({ kind }) => [kind, 1]));
    expect((await boss.report(asked)).conclusions).toEqual(once);
    expect(conclusionsAlone(hall.system.store.db, MONDAY, MONDAY)).toEqual(once);
    const ticketId = await concluded({ kind: 'accepted', note: '' }, false);
    await one.tickets.undo({ ...wish(), ticketId });
    expect((await boss.report(asked)).conclusions).toEqual(once);
    expect(conclusionsAlone(hall.system.store.db, MONDAY, MONDAY)).toEqual(once);
  });

  it('[C9] [C10] a report counts decisions in time and late, once for each case, and what is overdue now', async () => {
    await issue();
    await served(1, 'accepted');
    await issue();
    await served(1, 'accepted');
    const [first, second] = (await one.cases.mine({})).filter(({ phase }) => phase === 'accepted');
    await one.cases.close({ ...wish(), caseId: first!.caseId, outcome: 'granted', note: '准予' });
    await hall.clock.advance(Date.parse('2026-12-22T02:00:00.000Z') - hall.clock.nowMs);
    const boss = await hall.clerk('boss');
    const asked = { from: MONDAY, to: '2026-12-22' as Day };
    expect(await boss.report(asked)).toMatchObject({ overdueNow: 1, decided: { kept: 1, late: 0, unlimited: 0 } });
    one = await hall.clerk('one');
    const reason = '申请人不在本社区居住，不符合第五条';
    await one.cases.proposeRefusal({ ...wish(), caseId: second!.caseId, reason, basis: '第五条' });
    await boss.cases.confirmRefusal({ ...wish(), caseId: second!.caseId });
    expect(await boss.report(asked)).toMatchObject({ overdueNow: 0, decided: { kept: 1, late: 1, unlimited: 0 } });
  });

  it('[Q4] [C7] a report of each period counts its calls out of order and its second notices, and none that was undone', async () => {
    const boss = await hall.clerk('boss');
    /** One who came first waits while the others are called. */
    const outOfOrder = async (count: number) => {
      const first = await issue();
      for (let n = 0; n < count; n++) {
        const ticketId = await issue();
        await one.tickets.callThis({ ...wish(), counterId, ticketId, reason: '行动不便' });
        await one.tickets.miss({ ...wish(), ticketId });
      }
      await one.tickets.withdraw({ ...wish(), ticketId: first, reason: '居民已离开' });
    };
    await outOfOrder(1);
    await concluded({ kind: 'notice', missing: ['A-1.1'], note: '' });
    const { caseId } = (await one.cases.mine({})).find(({ phase }) => phase === 'noticed')!;
    const again = { ...wish(), caseId, missing: ['A-1.2'], note: '', reason: '当时遗漏，由值班长同意补告' };
    await boss.cases.giveNoticeAgain(again);
    await hall.clock.advance(Date.parse(`${TUESDAY}T01:30:00.000Z`) - hall.clock.nowMs);
    one = await hall.clerk('one');
    const counters = (await one.boards.staff({})).rows.counters;
    if (counters.find(({ id }) => id === counterId)?.clerkId == null) await one.counters.open({ ...wish(), counterId });
    await outOfOrder(2);
    const undone = await concluded({ kind: 'notice', missing: ['A-1.1'], note: '' }, false);
    await one.tickets.undo({ ...wish(), ticketId: undone });
    const later = await hall.clerk('boss');
    const counted = async (from: string, to: string) => {
      const found = await later.report({ from: from as Day, to: to as Day });
      return [found.outOfOrder, found.noticesAgain, found.papers.notice ?? 0];
    };
    expect(await counted('2026-11-22', '2026-11-22')).toEqual([0, 0, 0]);
    expect(await counted(MONDAY, MONDAY)).toEqual([1, 1, 2]);
    expect(await counted(TUESDAY, TUESDAY)).toEqual([2, 0, 0]);
    expect(await counted(MONDAY, TUESDAY)).toEqual([3, 1, 2]);
    expect(await counted('2026-11-01', '2026-11-30')).toEqual([3, 1, 2]);
    // Each clerk's own, over the whole period, also of somebody who served nobody.
    const two = await hall.clerk('two');
    await two.counters.open({ ...wish(), counterId: 'c2' as CounterId });
    await issue();
    await two.tickets.callThis({
      ...wish(),
      counterId: 'c2' as CounterId,
      ticketId: await issue(),
      reason: '行动不便',
    });
    const ofClerks = async (from: Day, to: Day) =>
      (await later.report({ from, to })).clerks.map(({ name, sittings, outOfOrder }) => [name, sittings, outOfOrder]);
    expect(await ofClerks(MONDAY, MONDAY)).toEqual([['one 员', 1, 1]]);
    expect(await ofClerks(MONDAY, TUESDAY)).toEqual([
      ['one 员', 1, 3],
      ['two 员', 0, 1],
    ]);
  });

  it('[A3] a report of a period that is none, or longer than ten years, is refused in a sentence', async () => {
    const boss = await hall.clerk('boss');
    expect(await refusalCode(boss.report({ from: TUESDAY, to: MONDAY }))).toBe('report-period-wrong');
    expect(await refusalCode(boss.report({ from: '2016-01-01' as Day, to: MONDAY }))).toBe('report-period-wrong');
    expect((await boss.report({ from: '2026-01-01' as Day, to: '2026-01-02' as Day })).days).toEqual([]);
  });
});
