import { afterEach, describe, expect, it } from 'vitest';
import type { CaseId, CounterId, MatterId } from '../../../schema/ids.ts';
import { plain } from '../../../schema/texts/unbroken.ts';
import { type Client, newRequestId } from '../../../web/client.ts';
import { startTestHall, type TestHall } from '../harness.ts';
import { testHallData } from '../test-data.ts';

let hall: TestHall;
afterEach(() => hall.stop());

const wish = () => ({ requestId: newRequestId() });
const DAY = 86_400_000;

/** Of a matter for which the law grants 20 working days, and the hall promises so many. */
async function accepted(promisedDays: number | null, more: object = {}) {
  const data = testHallData();
  const matters = data.matters.map((matter) => ({ ...matter, promisedDays, ...more }));
  hall = await startTestHall({ data: { ...data, matters } });
  const kiosk = await hall.kiosk();
  const one = await hall.clerk('one');
  const counterId = 'c1' as CounterId;
  const asked = { ...wish(), matterIds: ['A-1' as MatterId], care: false, printing: false };
  const { ticketId } = await kiosk.tickets.issue(asked);
  await one.counters.open({ ...wish(), counterId });
  await one.tickets.callNext({ ...wish(), counterId });
  await one.tickets.start({ ...wish(), ticketId });
  const { caseId } = (await one.cases.mine({}))[0]!;
  const { paper } = await one.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'accepted', note: '' } });
  return { one, caseId, path: `/c/${paper!.replace(/^.*\/|\?.*$/g, '')}` };
}

it('[C9] [C10] a case runs by the promised limit, shows the law’s beside it, and each is late on its own day', async () => {
  const { one, caseId, path } = await accepted(10);
  const now = () => one.cases.one({ caseId });
  // A session has an end: weeks later somebody signs in again.
  const late = async () => (await (await hall.clerk('one')).cases.one({ caseId })).late;
  expect(await now()).toMatchObject({ dueOn: '2026-12-07', legalDueOn: '2026-12-21', daysLeft: 10 });
  const page = await (await fetch(hall.origin + path, { headers: { 'accept-language': 'zh-CN' } })).text().then(plain);
  expect(page).toMatch(/最迟 2026年12月7日.*法定期限是 2026年12月21日/s);
  await one.cases.pause({ ...wish(), caseId, kind: 'hearing', basis: '第四十五条', days: 5 });
  expect(await now()).toMatchObject({ dueOn: '2026-12-14', legalDueOn: '2026-12-28' });
  await hall.clock.advance(22 * DAY);
  expect(await late()).toEqual(['due']);
  await hall.clock.advance(14 * DAY);
  expect(await late()).toEqual(['due', 'legal-due']);
});

it('[C9] a receipt names the promised day and the law’s last one, in each language and on both papers, and the law’s alone where none is shorter', async () => {
  const { one, caseId } = await accepted(10);
  const { path } = (await one.cases.papers({ caseId })).at(-1)!;
  const read = async (more: string, language: string) =>
    (await fetch(`${hall.origin}${path}${more}`, { headers: { 'accept-language': language } })).text().then(plain);
  for (const more of ['', '&strip']) {
    expect(await read(more, 'zh-CN')).toMatch(/最迟 2026年12月7日.*本大厅承诺的期限；法定期限是 2026年12月21日/s);
    expect(await read(more, 'zh-TW')).toMatch(/最遲 2026年12月7日.*本大廳承諾的期限；法定期限是 2026年12月21日/s);
    expect(await read(more, 'en')).toMatch(/by 7 December 2026.*the law grants until 21 December 2026/s);
  }
  // It stays what was given that day.
  await one.cases.pause({ ...wish(), caseId, kind: 'hearing', basis: '第四十五条', days: 5 });
  expect(await read('', 'zh-CN')).toMatch(/最迟 2026年12月7日.*法定期限是 2026年12月21日/s);
  await hall.stop();
  const alone = await accepted(20);
  const given = (await alone.one.cases.papers({ caseId: alone.caseId })).at(-1)!.path!;
  const text = await (await fetch(hall.origin + given, { headers: { 'accept-language': 'zh-CN' } })).text().then(plain);
  expect(text).toContain('最迟 2026年12月21日');
  expect(text).not.toContain('法定期限');
});

it('[C9] a promise that is no shorter than the law’s limit changes nothing', async () => {
  const { one, caseId } = await accepted(20);
  expect(await one.cases.one({ caseId })).toMatchObject({ dueOn: '2026-12-21', legalDueOn: null });
});

it('[C9] a limit of calendar days is counted in calendar days, and says so', async () => {
  const { one, caseId, path } = await accepted(null, { limitDays: 6, limitUnit: 'calendar' });
  expect(await one.cases.one({ caseId })).toMatchObject({ dueOn: '2026-11-29', daysLeft: 6, daysUnit: 'calendar' });
  const page = await (await fetch(hall.origin + path, { headers: { 'accept-language': 'zh-CN' } })).text().then(plain);
  expect(page).toContain('6 个自然日');
  // On Saturday it is due tomorrow, although no working day is left.
  await hall.clock.advance(5 * DAY);
  expect((await (await hall.clerk('one')).cases.one({ caseId })).daysLeft).toBe(1);
});

it('[C12] [C9] the page of a case that is past its limit does not promise the result before it', async () => {
  const { path } = await accepted(10);
  const read = async () =>
    (await fetch(hall.origin + path, { headers: { 'accept-language': 'zh-CN' } })).text().then(plain);
  expect(await read()).toContain('会在期限前把结果告诉您');
  await hall.clock.advance(22 * DAY);
  expect(await read()).toContain('已超过办结期限');
  expect(await read()).not.toContain('会在期限前');
});

describe('the paper of a moved due date', () => {
  const read = async (path: string, language = 'zh-CN') =>
    (await fetch(hall.origin + path, { headers: { 'accept-language': language } })).text().then(plain);
  const last = async (one: Client, caseId: CaseId) => (await one.cases.papers({ caseId })).at(-1)!.path!;

  it('[C9] [C17] the paper of a moved due date names the pause, its basis and its planned end, and later its early end, as facts of its day', async () => {
    const { one, caseId } = await accepted(10);
    await one.cases.pause({ ...wish(), caseId, kind: 'hearing', basis: '社会救助办法第九条', days: 5 });
    const told = await last(one, caseId);
    expect(await read(told)).toMatch(/因听证暂停计算办结期限。依据：社会救助办法第九条.*计划暂停至 2026年11月30日/s);
    expect(await read(told, 'zh-TW')).toMatch(/因聽證暫停計算辦結期限/);
    expect(await read(told, 'en')).toMatch(/stands still: hearing.*until 30 November 2026/s);
    const { pause } = await one.cases.one({ caseId });
    await hall.clock.advance(2 * DAY);
    const clerk = await hall.clerk('one');
    await clerk.cases.endPause({ ...wish(), caseId, pauseId: pause!.id });
    expect(await read(await last(clerk, caseId))).toMatch(/因听证.*原计划暂停至 2026年11月30日，已于 2026年11月25日/s);
    expect(await read(told)).not.toMatch(/提前结束，/);
  });

  it('[C9] [C12] the paper of a moved due date says by how much and why the limit was extended, and so does the resident’s page', async () => {
    const { one, caseId, path } = await accepted(10);
    const boss = await hall.clerk('boss');
    await boss.cases.extend({ ...wish(), caseId, days: 4, reason: '需到外地核查材料' });
    const told = await last(one, caseId);
    expect(await read(told)).toMatch(/第四十二条.*延长 4 个工作日.*延长理由：需到外地核查材料/s);
    expect(await read(told, 'en')).toMatch(/4 more working days.*Art\. 42.*Reason: 需到外地核查材料/s);
    expect(await read(path)).toMatch(/办结期限已延长 4 个工作日。.*延长理由：需到外地核查材料/s);
  });

  it('[C7] [C12] a reprint says on which day it is printed and how the case stands now', async () => {
    const { one, caseId } = await accepted(10);
    await one.cases.pause({ ...wish(), caseId, kind: 'hearing', basis: '第四十五条', days: 5 });
    const told = await last(one, caseId);
    expect(await read(told)).toMatch(/class="again".*2026年11月23日.*已受理/s);
  });
});
