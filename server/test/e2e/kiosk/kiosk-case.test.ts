import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CaseId, CounterId, MatterId } from '../../../../schema/ids.ts';
import { PRIVACY_NOTICE } from '../../../../schema/people/person.ts';
import { type Client, newRequestId } from '../../../../web/client.ts';
import { picture, type SampleTestHall, scan, startSampleHall, textOf, touch, touchSigns } from '../screens.ts';

/** 临时救助申请: letter A, five materials. */
const MATTER = 'A11-MS-03' as MatterId;
const [NAME, TELEPHONE] = ['欧阳小花', '13985001234'];
const DAY = 86_400_000;
const SIZES = [
  { width: 1080, height: 1920 },
  { width: 1280, height: 1024 },
];
const wish = () => ({ requestId: newRequestId() });
const item = (at: number) => `${MATTER}.${at}`;

let running: SampleTestHall;
let kiosk: Page;
let promised: CaseId;
let noticed: string;
let noticedCase: CaseId;

async function concluded(by: Client, counterId: CounterId, conclusion: object, matterIds = [MATTER]) {
  const { ticketId, link: slip } = await by.tickets.issue({
    ...wish(),
    matterIds,
    care: false,
    printing: false,
  });
  await by.tickets.callNext({ ...wish(), counterId });
  await by.tickets.start({ ...wish(), ticketId });
  const open = (await by.cases.mine({})).filter(({ phase }) => phase === 'open');
  const { caseId } = open[0]!;
  const applicant = { kind: 'person', name: NAME, telephone: TELEPHONE, document: null, language: 'zh-Hans' } as const;
  await by.people.enter({ ...wish(), of: { ticketId }, applicant, helper: null, notice: PRIVACY_NOTICE });
  const { paper } = await by.cases.conclude({ ...wish(), caseId, conclusion: conclusion as never });
  for (const other of open.slice(1))
    await by.cases.conclude({ ...wish(), caseId: other.caseId, conclusion: conclusion as never });
  await by.tickets.finish({ ...wish(), ticketId });
  return { caseId, slip, path: `/c/${paper!.replace(/^.*\/|\?.*$/g, '')}` };
}

async function openCounter(by: Client): Promise<CounterId> {
  const counterId = (await by.boards.staff()).rows.counters.find(({ label }) => label === '1')!.id as CounterId;
  await by.counters.open({ ...wish(), counterId });
  return counterId;
}

let path: string;
beforeAll(async () => {
  running = await startSampleHall();
  const administrator = await running.hall.clerk('administrator');
  const terms = { matterId: MATTER, promisedDays: 5, mayFollow: [item(1), item(2)] };
  await administrator.administration.termsOfMatter({ ...wish(), ...terms });
  const one = await running.hall.clerk('wangfang');
  const counterId = await openCounter(one);
  const follow = { items: [item(1), item(2)], by: '2026-11-27' };
  ({ caseId: promised, path } = await concluded(one, counterId, { kind: 'accepted', note: '', follow }));
  const missing = [1, 2, 3, 4, 5].map(item);
  ({ path: noticed, caseId: noticedCase } = await concluded(one, counterId, { kind: 'notice', missing, note: '' }));
  await running.hall.clock.advance(10 * DAY);
  const later = await running.hall.clerk('wangfang');
  await later.cases.explainOverdue({
    ...wish(),
    caseId: promised,
    text: '入户核查因雨推迟，预计下周办结，给您添麻烦了',
  });
  kiosk = await running.screens.kiosk();
});
afterAll(async () => {
  await running.screens.close();
  await running.hall.stop();
});

/** At both sizes nothing of the case lies outside what is seen. */
async function fits(name: string) {
  for (const size of SIZES) {
    await kiosk.setViewportSize(size);
    await picture(kiosk, `kiosk-${name}-${size.width}`);
    await expect
      .poll(() => kiosk.locator('.upper').evaluate((part) => part.scrollHeight - part.clientHeight))
      .toBeLessThanOrEqual(0);
  }
  await kiosk.setViewportSize(SIZES[0]!);
}
const shown = () => textOf(kiosk.getByTestId('case'));
/** As when nobody touches it any more. */
async function toStart(): Promise<void> {
  await kiosk.clock.runFor(31_000);
  await kiosk.getByTestId('group-A').waitFor();
}
async function byNumber(): Promise<void> {
  const { receiptNo } = await (await running.hall.clerk('wangfang')).cases.one({ caseId: promised });
  await toStart();
  await touch(kiosk, 'lookup');
  await touch(kiosk, 'by-receipt');
  await touchSigns(kiosk, receiptNo!.replace(/\D/g, '') + TELEPHONE.slice(-4));
  await touch(kiosk, 'go');
  await kiosk.getByTestId('case').waitFor();
}
/** A part of the case, as it is drawn at both sizes and for a wheelchair, in three languages. */
async function opened(part: string): Promise<string> {
  await touch(kiosk, `part-${part}`);
  const drawn = kiosk.locator(`[data-testid=case-${part}][aria-busy=false]`);
  await drawn.waitFor();
  await fits(part);
  for (const language of ['zh-Hant', 'en'] as const) {
    await touch(kiosk, `language-${language}`);
    await fits(`${part}-${language}`);
  }
  await touch(kiosk, 'language-zh-Hans');
  await touch(kiosk, 'low');
  await fits(`${part}-low`);
  await touch(kiosk, 'low');
  return textOf(drawn);
}

it('[C12] [C13] a case at the kiosk says what is missing and until when, why it is late, and what comes next, by number as by QR code', async () => {
  await byNumber();
  const said = await shown();
  for (const words of [
    '还缺的材料',
    '请在 2026年11月27日 前交齐',
    '入户核查因雨推迟',
    '2026年11月30日',
    '已超过办结期限',
  ])
    expect(said).toContain(words);
  expect(await kiosk.getByTestId('missing').locator('li').count()).toBe(2);
  await fits('late');
  // What is shown next is the scan's answer and not what stood there before.
  await touch(kiosk, 'back');
  await scan(kiosk, running.hall.origin + path);
  expect(await shown()).toBe(said);
});

it('[C7] [C12] the kiosk names what of a notice is missing, as much as fits, and how the case goes on', async () => {
  await toStart();
  await scan(kiosk, running.hall.origin + noticed);
  await kiosk.getByTestId('case').getByText('请按一次性告知书补齐材料').waitFor();
  expect(await kiosk.getByTestId('missing').locator('li').count()).toBe(4);
  expect(await shown()).toContain('另有 1 项');
  await fits('notice');
  await touch(kiosk, 'language-en');
  await fits('notice-en');
  await touch(kiosk, 'low');
  await fits('notice-en-low');
  await touch(kiosk, 'low');
  await touch(kiosk, 'language-zh-Hans');
});

it('[C9] [C12] a case at the kiosk shows how its days are counted, what happened, and its papers, in three languages and for a wheelchair', async () => {
  await toStart();
  await scan(kiosk, running.hall.origin + path);
  await kiosk.getByTestId('case').getByText('现在经办人').waitFor();
  const days = await opened('days');
  for (const words of ['自受理次日起 5 个工作日', '周末，不计入', '计入 4 天']) expect(days).toContain(words);
  await touch(kiosk, 'back');
  const steps = await opened('steps');
  for (const words of ['窗口开始办理', '受理，编号 SL', '说明了没有按期办结的原因']) expect(steps).toContain(words);
  await touch(kiosk, 'back');
  const papers = await opened('papers');
  for (const words of ['受理回执', 'SL2026-', '再打印一份']) expect(papers).toContain(words);
  await touch(kiosk, 'back');
});

it('[C12] a slip’s QR code leads at the kiosk to its case with days, steps and papers, and back to the slip', async () => {
  const clerk = await running.hall.clerk('wangfang');
  const matterIds = [MATTER, 'A11-MS-01' as MatterId];
  const { slip } = await concluded(clerk, await openCounter(clerk), { kind: 'accepted', note: '' }, matterIds);
  // C18: what may still be taken back has given no paper.
  await running.hall.clock.advance(60_000);
  await toStart();
  await scan(kiosk, running.hall.origin + slip);
  await kiosk.locator('[data-testid=case-open-1]:enabled').waitFor();
  await fits('slip');
  await touch(kiosk, 'low');
  await fits('slip-low');
  await touch(kiosk, 'low');
  await touch(kiosk, 'language-en');
  await fits('slip-en');
  await touch(kiosk, 'language-zh-Hans');
  await touch(kiosk, 'case-open-0');
  await kiosk.getByTestId('part-days').waitFor();
  const parts = { days: '自受理次日起 5 个工作日', steps: '受理，编号 SL', papers: '受理回执' };
  for (const [part, words] of Object.entries(parts)) {
    await touch(kiosk, `part-${part}`);
    await kiosk.getByTestId(`case-${part}`).getByText(words).first().waitFor();
    await touch(kiosk, 'back');
    await kiosk.getByTestId('part-days').waitFor();
  }
  await touch(kiosk, 'back');
  await touch(kiosk, 'case-open-1');
  await kiosk.locator('[data-testid=case] h2').getByText('最低生活保障').waitFor();
  await kiosk.clock.runFor(31_000);
  await kiosk.getByTestId('group-A').waitFor();
});

it('[C12] [P3] by number and four digits a question is sent at the kiosk once, and its day and answer are read there; nothing is taken back so', async () => {
  const clerk = await running.hall.clerk('wangfang');
  await byNumber();
  await opened('ask');
  await touch(kiosk, 'ask.arrived');
  await kiosk.getByTestId('inquiry').getByText('我交来的材料收到了吗？').waitFor();
  expect(await textOf(kiosk.getByTestId('inquiry'))).toMatch(/大厅已收到。.*最迟\d+年\d+月\d+日答复/);
  await kiosk.locator('[data-testid="ask.arrived"]:disabled').waitFor();
  await fits('asked');
  const [asked] = (await clerk.cases.one({ caseId: promised })).inquiries;
  expect(asked).toMatchObject({ text: '我交来的材料收到了吗？', answer: null });
  const answer = { caseId: promised, inquiryId: asked!.id, text: '收到了，缺的两份下周再交' };
  await clerk.cases.answerInquiry({ ...wish(), ...answer });
  await touch(kiosk, 'back');
  await touch(kiosk, 'part-withdraw');
  expect(await textOf(kiosk.getByTestId('withdraw-by-code'))).toContain('对准扫码口');
  expect(await kiosk.getByTestId('take-back-yes').count()).toBe(0);
  await fits('withdraw-by-number');
  await byNumber();
  await touch(kiosk, 'part-ask');
  expect(await textOf(kiosk.getByTestId('inquiry'))).toMatch(/答复：.*收到了，缺的两份下周再交/);
  await fits('answered');
});

it('[C5] [C12] [P3] with the QR code at the kiosk messages are wished for, by number none are stopped, and the matter is taken back after asking once more', async () => {
  const clerk = await running.hall.clerk('wangfang');
  await toStart();
  await scan(kiosk, running.hall.origin + path);
  await opened('messages');
  await touch(kiosk, 'messages-wish');
  await kiosk.getByTestId('messages-stop').waitFor();
  expect((await clerk.cases.one({ caseId: promised })).messages).toBe(true);
  await byNumber();
  await touch(kiosk, 'part-messages');
  expect(await textOf(kiosk.getByTestId('stop-by-code'))).toContain('对准扫码口');
  expect(await kiosk.getByTestId('messages-stop').count()).toBe(0);
  await fits('stop-by-number');
  await toStart();
  await scan(kiosk, running.hall.origin + path);
  await kiosk.getByTestId('case').getByText('现在经办人').waitFor();
  await opened('withdraw');
  await touch(kiosk, 'take-back-no');
  expect((await clerk.cases.one({ caseId: promised })).phase).toBe('accepted');
  await touch(kiosk, 'part-withdraw');
  await touch(kiosk, 'take-back-yes');
  await kiosk.getByTestId('case').getByText('已撤回').waitFor();
  expect(await kiosk.getByTestId('part-withdraw').count()).toBe(0);
  expect(await clerk.cases.one({ caseId: promised })).toMatchObject({ phase: 'closed', outcome: 'withdrawn' });
  await fits('taken-back');
});

it('[C12] a part of a case that has just come takes no touch, and the kiosk returns when nobody touches it', async () => {
  await toStart();
  await scan(kiosk, running.hall.origin + noticed);
  await kiosk.locator('[data-testid=part-withdraw]:enabled').waitFor();
  await kiosk.clock.runFor(500);
  // Both in one turn of the page: no machine is so slow that the second one is a touch of its own.
  const wasThere = await kiosk.evaluate(async () => {
    const at = (key: string) => document.querySelector(`[data-testid="${key}"]`);
    const touched = (key: string) =>
      at(key)?.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 1, cancelable: true }));
    touched('part-withdraw');
    for (let i = 0; i < 1_000 && !at('take-back-yes'); i++) await null;
    return touched('take-back-yes') !== undefined;
  });
  expect(wasThere).toBe(true);
  await kiosk.getByTestId('take-back-no').waitFor();
  await kiosk.clock.runFor(31_000);
  await kiosk.getByTestId('group-A').waitFor();
  const { phase } = await (await running.hall.clerk('wangfang')).cases.one({ caseId: noticedCase });
  expect(phase).toBe('noticed');
});
