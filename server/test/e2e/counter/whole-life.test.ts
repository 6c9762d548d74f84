import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CaseId, MatterId } from '../../../../schema/ids.ts';
import { type Client, newRequestId } from '../../../../web/client.ts';
import type { OutgoingMessage } from '../../../gateways/message-file.ts';
import { openCounterByKeys, picture, press, type SampleTestHall, startSampleHall, textOf } from '../screens.ts';
import { atWork, choose, enterApplicant, kind, moved, openCase, serve, signIn, step } from './steps.ts';

/** 临时救助申请: letter A, five materials, fifteen working days; served by counters 1 and 2. */
const MATTER = 'A11-MS-03' as MatterId;
const DAY = 86_400_000;
const NAME = '欧阳小花';
const TELEPHONE = '13985001234';
/** Whose papers nobody looks at. */
const DEEMED = { name: '欧阳小草', telephone: '13985005678' };
const REASON = '入户核查发现申请人名下另有住房，不符合条件';
const wish = () => ({ requestId: newRequestId() });

let running: SampleTestHall;
let kiosk: Client;
let first: Page;
let second: Page;
let boss: Page;
let phone: Page;
let caseId: CaseId;
const sent: OutgoingMessage[] = [];

beforeAll(async () => {
  running = await startSampleHall({
    // As a real one does, it takes each id once.
    gateway: async (message) => {
      if (!sent.some(({ id }) => id === message.id)) sent.push(message);
      return 'sent';
    },
  });
  kiosk = await running.hall.kiosk();
  [first, second, boss, phone] = await Promise.all([
    running.screens.counter(),
    running.screens.counter(),
    running.screens.counter(),
    running.screens.phone(false),
  ]);
});
afterAll(async () => {
  await running.screens.close();
  await running.hall.stop();
});

const shot = (page: Page, name: string) => picture(page, `life-${name}`, { fullPage: true });
const issue = () => kiosk.tickets.issue({ ...wish(), matterIds: [MATTER], care: false, printing: false });
const clerk = () => running.hall.clerk('wangfang');
const now = async () => (await clerk()).cases.one({ caseId });
const texts = () => sent.map(({ text }) => text);

/** Days later: sessions have ended. */
async function later(days: number, ...who: [Page, string][]) {
  await running.hall.clock.advance(days * DAY);
  await running.screens.follow();
  for (const [page, account] of who) {
    await page.reload();
    const door = page.getByTestId('account');
    await door.or(page.getByTestId('section-cases')).first().waitFor();
    if (await door.isVisible()) await signIn(page, account);
  }
}
async function offer(to: string, title: string) {
  await step(first, 'offer-case');
  await first.getByTestId('offer-to').click();
  await moved(first);
  await first.getByTitle(new RegExp(title)).first().click();
  await first.getByTestId('offer-note').fill(`材料已齐，请${to}接着核查`);
  await first.getByTestId('offer-submit').click();
  await first.getByTestId('take-back-offer').waitFor();
}
/** Of the papers of the case the last one of this kind, on paper. */
async function paper(of: string, ...says: (string | RegExp)[]) {
  const { papers } = await now();
  const { path } = papers.filter((one) => one.kind === of).at(-1)!;
  await phone.goto(running.hall.origin + path!);
  const text = await textOf(phone.locator('main'));
  for (const one of says) expect(text).toMatch(one);
  await shot(phone, `paper-${of}`);
}

it('[C7] [C16] [P2] a ticket becomes a notice of two missing items; the applicant is entered, masked, and wants messages', async () => {
  await issue();
  await openCounterByKeys(first, 'wangfang', 1);
  await serve(first);
  await enterApplicant(first, NAME, TELEPHONE, true);
  await shot(first, 'visit');
  const [mine] = await (await clerk()).cases.mine({});
  caseId = mine!.caseId;
  await first.getByTestId('messages-wish').getByText('居民同意接收短信').waitFor();
  for (const at of [0, 1, 2]) await first.getByTestId(`ticked-${at}`).check();
  await first.getByTestId('checklist-next').click();
  await first.getByTestId('conclude-submit').click();
  await first.getByTestId('notice-no').waitFor();
  await press(first, 'finish', 'Space');
  await kind(first, 'call-next');
  await paper('notice', /一次性告知书/, /还缺|缺/, /GZ2026-000001/);
  // C18: told when it can be undone no more.
  await running.hall.clock.advance(10_000);
  await expect.poll(() => texts().at(-1)).toMatch(/还缺材料，告知书编号 GZ2026-000001，请在 2026年12月23日 前交齐/);
});

it('[C16] [C1] days later at another counter the same person is known, the notice goes on under its number, and is accepted', async () => {
  await later(3);
  await issue();
  await openCounterByKeys(second, 'liuyang', 2);
  await serve(second);
  await enterApplicant(second, NAME, TELEPHONE);
  await second.getByTestId('visit-open').getByText('临时救助申请').waitFor();
  await second.getByTestId('visit-told').getByText('补正通知').waitFor();
  await shot(second, 'visit-again');
  await second.getByTestId('continue-notice').click();
  await moved(second);
  for (const box of await second.locator('[data-testid=form-receive] .items input').all()) await box.check();
  await second.getByTestId('act-submit').click();
  await second.getByTestId('act-submit').waitFor({ state: 'detached' });
  await kind(second, 'finish');
  await press(second, 'finish', 'Space');
  expect(await now()).toMatchObject({
    phase: 'accepted',
    acceptedOn: '2026-11-26',
    firstContact: '王芳',
    handler: '王芳',
  });
  await paper('receipt', /受理/, /SL2026-000001/, /自受理次日起 15 个工作日/);
  await expect.poll(() => texts().at(-1)).toMatch(/已受理，编号 SL2026-000001，最迟 2026年12月17日 办结/);
});

it('[C3] a case is handed over, declined, handed over again and accepted; first contact stays', async () => {
  await later(0, [first, 'wangfang'], [second, 'liuyang']);
  await openCase(first);
  await offer('刘洋', '刘洋');
  await openCase(second);
  await step(second, 'decline-offer');
  await second.getByTestId('reason').fill('手上办件已满');
  await second.getByTestId('give-reason').click();
  await first.getByTestId('offer-case').waitFor();
  await offer('刘洋', '刘洋');
  await second.getByTestId('section-cases').click();
  await second.getByTestId('accept-offer').click();
  await expect.poll(async () => (await now()).handler).toBe('刘洋');
  expect((await now()).firstContact).toBe('王芳');
  await expect.poll(() => texts().at(-1)).toMatch(/现由 刘洋 经办/);
});

it('[C9] [C17] a case is paused for an inspection, with a paper and a message of the new date', async () => {
  await openCase(second);
  await step(second, 'act-pause');
  await choose(second, 'pause-kind', '检验');
  await second.getByTestId('pause-basis').fill('社会救助暂行办法第十四条');
  await second.getByTestId('act-days').fill('5');
  await second.getByTestId('act-submit').click();
  await second.getByTestId('act-submit').waitFor({ state: 'detached' });
  await paper('due-change', /原办结期限/, /2026年12月17日/, /2026年12月24日/);
  await expect.poll(() => texts().at(-1)).toMatch(/办结期限改为 2026年12月24日/);
  await shot(second, 'case-paused');
});

it('[C6] a refusal is proposed, sent back by the supervisor, and the case is granted, told and closed', async () => {
  await step(second, 'close-case');
  await second.getByRole('dialog').getByText('拟不予').click();
  await second.getByTestId('decision-note').fill(REASON);
  await second.getByTestId('close-case-submit').click();
  await second.getByTestId('take-back-refusal').waitFor();
  await expect.poll(() => texts().at(-1)).toMatch(/初步认为不能办理，还不是决定，.*在 2026年11月30日 前复核/);
  await paper(
    'proposal',
    ...[/拟不予办理告知书/, /NB2026-000001/, /这还不是决定，须由另一人复核后才能作出/, /SL2026-000001/, REASON],
    ...[/复核期限\s*最迟 2026年11月30日/, /首问责任人\s*王芳/, /经办人\s*刘洋/],
  );
  await signIn(boss, 'supervisor');
  await openCase(boss, 'section-hall-cases');
  await boss
    .getByTestId('case-step')
    .getByText(/拟不予|不予办理/)
    .first()
    .waitFor();
  await shot(boss, 'review');
  await step(boss, 'send-back');
  await boss.getByTestId('reason').fill('名下住房已被征收，请核实后再定');
  await boss.getByTestId('give-reason').click();
  await second.getByTestId('close-case').waitFor();
  await expect.poll(() => texts().at(-1)).toMatch(/不再成立，继续办理，经办人 刘洋，最迟 2026年12月24日 办结/);
  await step(second, 'close-case');
  await second.getByRole('dialog').getByText('准予').click();
  await second.getByTestId('decision-note').fill('符合条件，准予救助');
  await second.getByTestId('close-case-submit').click();
  await second.getByTestId('act-tell').waitFor();
  await paper('decision', /准予办理/, /JD2026-000001/);
  await expect.poll(() => texts().at(-1)).toMatch(/已有决定，最迟 2026年12月10日 送达/);
  await step(second, 'act-tell');
  await second.getByRole('dialog').getByText('已告知').first().click();
  await choose(second, 'tell-way', '电话');
  await second.getByTestId('act-submit').click();
  await second.getByTestId('act-submit').waitFor({ state: 'detached' });
  await second.locator('.chip.phase-closed').first().waitFor();
  await shot(second, 'closed');
  expect(await now()).toMatchObject({ phase: 'closed', outcome: 'granted', firstContact: '王芳' });
  await phone.goto(running.hall.origin + /https?:\/\/[^/]+(\/c\/\S+)/.exec(texts().at(-1)!)![1]!);
  expect(await textOf(phone.locator('main'))).toContain('准予办理');
  await shot(phone, 'page-closed');
});

it('[C8] papers that nobody looks at for five working days are accepted as of the day on which they came', async () => {
  await issue();
  await atWork(first);
  await serve(first);
  await enterApplicant(first, DEEMED.name, DEEMED.telephone, true);
  const { cases } = await clerk();
  const open = (await cases.mine({})).find(({ phase }) => phase === 'open')!;
  await cases.conclude({
    ...wish(),
    caseId: open.caseId,
    conclusion: { kind: 'notice', missing: [`${MATTER}.1`], note: '' },
  });
  await cases.receiveMaterials({ ...wish(), caseId: open.caseId, items: [`${MATTER}.1`], isExamined: false });
  await press(first, 'finish', 'Space');
  caseId = open.caseId;
  await running.hall.clock.advance(10_000);
  await expect.poll(() => texts().at(-1)).toMatch(/还缺材料/);
  const before = texts().length;
  await later(8);
  expect(await now()).toMatchObject({ phase: 'accepted', acceptedOn: '2026-11-26' });
  await expect
    .poll(() => texts().slice(before).join())
    .toMatch(/临时救助申请已受理，编号 SL2026-\d{6}，最迟 2026年12月17日 办结/);
  await paper('receipt', /受理/, /2026年11月26日/, /申请人\s*欧\*+/);
});

it('[C7] a notice that nobody answers ends by the clock, says so, and is taken up again under its number', async () => {
  await later(0, [first, 'wangfang']);
  await issue();
  await atWork(first);
  await serve(first);
  await enterApplicant(first, NAME, TELEPHONE, true);
  const open = (await (await clerk()).cases.mine({})).find(({ phase }) => phase === 'open')!;
  caseId = open.caseId;
  expect((await now()).messages).toBe(true);
  await first.getByTestId('ticked-0').check();
  await first.getByTestId('checklist-next').click();
  await first.getByTestId('conclude-submit').click();
  const no = await textOf(first.getByTestId('notice-no'));
  await press(first, 'finish', 'Space');
  await later(25);
  // Both are due in this jump: the notice, and its reminder.
  await expect.poll(() => texts().slice(-2).join('\n')).toContain('提醒：您的临时救助申请还缺材料');
  await later(10);
  expect(await now()).toMatchObject({ phase: 'closed', outcome: 'withdrawn' });
  await expect.poll(() => texts().at(-1)).toContain('逾期未补材料，已结束');
  await paper('closing', /办结告知单/, /BJ2027-000001/, /首问责任人\s*王芳/, `逾期未补材料，已结束（告知书 ${no}）`);
  await paper('closing', new RegExp(`2027年2月3日 前（含当日）带齐所缺材料，凭编号 ${no} 到任一窗口恢复办理`));
  await later(0, [first, 'wangfang']);
  await first.getByTestId('section-look-up').click();
  await first.getByTestId('look-up-number').fill(no);
  await first.getByTestId('look-up').click();
  await first.getByTestId('act-revive').click();
  await moved(first);
  await first.getByTestId('act-submit').click();
  await first.getByTestId('act-submit').waitFor({ state: 'detached' });
  expect(await now()).toMatchObject({ phase: 'noticed', notice: { no } });
  await expect
    .poll(() => texts().at(-1))
    .toMatch(new RegExp(`已恢复办理，还缺的材料（${no}）请在 2027年2月7日 前交到`));
});

it('[D3] [P1] no message names anybody', () => {
  expect(sent.length).toBeGreaterThan(6);
  for (const name of [NAME, DEEMED.name]) expect(texts().join()).not.toContain(name);
  expect(new Set(sent.map(({ telephone }) => telephone))).toEqual(new Set([TELEPHONE, DEEMED.telephone]));
});
