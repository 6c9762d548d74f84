import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CaseId, CounterId, MatterId } from '../../../schema/ids.ts';
import { PRIVACY_NOTICE } from '../../../schema/people/person.ts';
import { type Client, newRequestId } from '../../../web/client.ts';
import { picture, type SampleTestHall, scan, startSampleHall, textOf, touch, touchSigns } from './screens.ts';

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

async function concluded(by: Client, counterId: CounterId, conclusion: object) {
  const { ticketId } = await by.tickets.issue({ ...wish(), matterIds: [MATTER], care: false, printing: false });
  await by.tickets.callNext({ ...wish(), counterId });
  await by.tickets.start({ ...wish(), ticketId });
  const { caseId } = (await by.cases.mine({})).find(({ phase }) => phase === 'open')!;
  const applicant = { kind: 'person', name: NAME, telephone: TELEPHONE, document: null, language: 'zh-Hans' } as const;
  await by.people.enter({ ...wish(), of: { ticketId }, applicant, helper: null, notice: PRIVACY_NOTICE });
  const { paper } = await by.cases.conclude({ ...wish(), caseId, conclusion: conclusion as never });
  await by.tickets.finish({ ...wish(), ticketId });
  return { caseId, path: `/c/${paper!.replace(/^.*\/|\?.*$/g, '')}` };
}

let path: string;
beforeAll(async () => {
  running = await startSampleHall();
  const administrator = await running.hall.clerk('administrator');
  const terms = { matterId: MATTER, promisedDays: 5, mayFollow: [item(1), item(2)] };
  await administrator.administration.termsOfMatter({ ...wish(), ...terms });
  const one = await running.hall.clerk('wangfang');
  const counterId = (await one.boards.staff()).rows.counters.find(({ label }) => label === '1')!.id as CounterId;
  await one.counters.open({ ...wish(), counterId });
  const follow = { items: [item(1), item(2)], by: '2026-11-27' };
  ({ caseId: promised, path } = await concluded(one, counterId, { kind: 'accepted', note: '', follow }));
  const missing = [1, 2, 3, 4, 5].map(item);
  ({ path: noticed } = await concluded(one, counterId, { kind: 'notice', missing, note: '' }));
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
    await expect
      .poll(() => kiosk.locator('.upper').evaluate((part) => part.scrollHeight - part.clientHeight))
      .toBeLessThanOrEqual(0);
    await picture(kiosk, `kiosk-${name}-${size.width}`);
  }
  await kiosk.setViewportSize(SIZES[0]!);
}
const shown = () => textOf(kiosk.getByTestId('case'));

it('[C12] [C13] a case at the kiosk says what is missing and until when, why it is late, and what comes next, by number as by QR code', async () => {
  const { receiptNo } = await (await running.hall.clerk('wangfang')).cases.one({ caseId: promised });
  await touch(kiosk, 'lookup');
  await touch(kiosk, 'by-receipt');
  await touchSigns(kiosk, receiptNo!.replace(/\D/g, '') + TELEPHONE.slice(-4));
  await touch(kiosk, 'go');
  const byNumber = await shown();
  for (const said of [
    '还缺的材料',
    '请在 2026年11月27日 前交齐',
    '入户核查因雨推迟',
    '2026年11月30日',
    '已超过办结期限',
  ])
    expect(byNumber).toContain(said);
  expect(await kiosk.getByTestId('missing').locator('li').count()).toBe(2);
  await fits('late');
  // What is shown next is the scan's answer and not what stood there before.
  await touch(kiosk, 'back');
  await scan(kiosk, running.hall.origin + path);
  expect(await shown()).toBe(byNumber);
});

it('[C7] [C12] of a notice the kiosk names what is missing, as much as fits, and how the case goes on', async () => {
  await scan(kiosk, running.hall.origin + noticed);
  await kiosk.getByTestId('case').getByText('请按一次性告知书补齐材料').waitFor();
  expect(await kiosk.getByTestId('missing').locator('li').count()).toBe(4);
  expect(await shown()).toContain('另有 1 项');
  await fits('notice');
});
