import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MatterId } from '../../../../schema/ids.ts';
import { PASSWORD } from '../../harness.ts';
import { picture, press, type SampleTestHall, startSampleHall, textOf } from '../screens.ts';
import { atCounterOne, moved } from './steps.ts';

/** 临时救助申请: letter A, served by counter 1. */
const MATTER = 'A11-MS-03' as MatterId;
const DAY = 86_400_000;

let running: SampleTestHall;
let clerk: Page;
let supervisor: Page;
beforeAll(async () => {
  running = await startSampleHall();
  clerk = await atCounterOne(running, MATTER, 1);
  supervisor = await running.screens.counter();
  await signIn(supervisor, 'supervisor');
});
afterAll(async () => {
  await running.screens.close();
  await running.hall.stop();
});

/** The act that the case waits for, or one behind the button. */
async function open(page: Page, act: string) {
  await page.locator('article.case:visible, article.hall-case:visible').first().waitFor();
  const direct = page.getByTestId(`act-${act}`).first();
  if (!(await direct.isVisible())) {
    await page.getByTestId('more-acts').first().click();
    await moved(page);
  }
  await direct.click();
  await moved(page);
}
async function signIn(page: Page, account: string) {
  await page.getByTestId('account').fill(account);
  await page.getByTestId('password').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByTestId('section-cases').waitFor();
}
async function send(page: Page) {
  await page.getByTestId('act-submit').click();
  await page.getByTestId('act-submit').waitFor({ state: 'detached' });
}
async function choose(page: Page, testId: string, title: string) {
  await page.getByTestId(testId).click();
  await moved(page);
  await page.getByTitle(title, { exact: true }).click();
}

describe('a case from its notice to its end', () => {
  it('[C7] [C16] what was missing is handed in item by item, and the last one accepts the case', async () => {
    await press(clerk, 'call-next', 'Space');
    await press(clerk, 'start', 'Space');
    await clerk.locator('[data-testid=next-action][data-kind=conclude]').waitFor();
    await clerk.getByTestId('conclude-notice').click();
    await clerk.getByTestId('there-2').check();
    await clerk.getByTestId('there-3').check();
    await clerk.getByTestId('there-4').check();
    await clerk.getByTestId('conclude-submit').click();
    await clerk.locator('[data-testid=next-action][data-kind=finish]').waitFor();
    await press(clerk, 'finish', 'Space');
    await clerk.getByTestId('section-cases').click();
    await clerk.getByTestId('owed-missing').waitFor();
    await picture(clerk, 'noticed');
    await open(clerk, 'receive');
    await clerk.locator('[data-testid=form-receive] .items input').first().check();
    await picture(clerk, 'receive');
    await send(clerk);
    await clerk.getByTestId('owed-missing').getByText('还缺 1 项').waitFor();
    const [one] = await (await running.hall.clerk('wangfang')).cases.mine({});
    await supervisor.getByTestId('section-look-up').click();
    await supervisor.getByTestId('look-up-number').fill(one!.notice!.no);
    await supervisor.getByTestId('look-up').click();
    await open(supervisor, 'receive');
    await supervisor.locator('[data-testid=form-receive] .items input').first().check();
    await send(supervisor);
    await supervisor.locator('.chip.phase-accepted').waitFor();
    await picture(supervisor, 'looked-up');
    await clerk.locator('.chip.phase-accepted').waitFor();
  });

  it('[C9] a pause needs its basis and gives a paper with the old and the new date; a supervisor gives more time once', async () => {
    await open(clerk, 'pause');
    await choose(clerk, 'pause-kind', '检验');
    expect(await clerk.getByTestId('act-submit').isDisabled()).toBe(true);
    await clerk.getByTestId('pause-basis').fill('社会救助暂行办法第十四条');
    await clerk.getByTestId('act-days').fill('5');
    await picture(clerk, 'pause');
    await send(clerk);
    await clerk.getByTestId('owed-pause').waitFor();
    await picture(clerk, 'paused');
    await supervisor.getByTestId('section-hall-cases').click();
    await open(supervisor, 'extend');
    await supervisor.getByTestId('act-days').fill('3');
    await supervisor.getByTestId('act-text').fill('入户核查人手不足');
    await send(supervisor);
    await picture(supervisor, 'extended');
    const phone = await running.screens.phone(false);
    const [{ caseId } = { caseId: null }] = await (await running.hall.clerk('wangfang')).cases.mine({});
    const papers = await (await running.hall.clerk('wangfang')).cases.papers({ caseId: caseId! });
    const changes = papers.filter(({ kind }) => kind === 'due-change');
    expect(changes).toHaveLength(2);
    await phone.goto(running.hall.origin + changes[0]!.path!);
    expect(await textOf(phone.locator('main'))).toMatch(/原办结期限.*新办结期限.*检验.*社会救助暂行办法第十四条/s);
    await picture(phone, 'paper-due-change');
    await phone.close();
  });

  it('[C9] [C12] a case’s page shows how its day is counted, takes the answer to a question by a number key, and is left by Escape', async () => {
    const [{ caseId } = { caseId: null }] = await (await running.hall.clerk('wangfang')).cases.mine({});
    const papers = await (await running.hall.clerk('wangfang')).cases.papers({ caseId: caseId! });
    const phone = await running.screens.phone(false);
    await phone.goto(running.hall.origin + papers[0]!.path!.replace(/^\/paper\/\w+\/([^?]+).*/, '/c/$1'));
    await phone.locator('summary').click();
    await phone.locator('textarea').fill('请问入户核查是哪一天？');
    await picture(phone, 'page-accepted');
    await phone.locator('.inquiries button').click();
    await phone.getByText('大厅已收到').waitFor();
    await clerk.getByTestId('open-case').first().click();
    await clerk.getByTestId('case-count').getByText('暂停，不计').first().waitFor();
    await clerk.getByTestId('case-inquiries').getByText('还没有人看').waitFor();
    await picture(clerk, 'case-page');
    await clerk.keyboard.press('1');
    await clerk.getByTestId('act-text').fill('十二月二日上午，会先打电话');
    await phone.reload();
    await phone.getByText(/工作人员在.*看过/).waitFor();
    await send(clerk);
    await clerk.getByTestId('case-inquiries').getByText('会先打电话').waitFor();
    await phone.reload();
    await phone.getByText('会先打电话').waitFor();
    await picture(phone, 'page-answered');
    await phone.close();
    await clerk.keyboard.press('Escape');
    await clerk.getByTestId('my-case').waitFor();
  });

  it('[C5] [C10] a case that is late says so until it is explained, and ends when its resident was tried on two days', async () => {
    await running.hall.clock.advance(60 * DAY);
    await running.screens.follow();
    await clerk.reload();
    await signIn(clerk, 'wangfang');
    await clerk.getByTestId('section-cases').click();
    await clerk.getByTestId('owed-overdue').waitFor();
    await picture(clerk, 'overdue');
    await open(clerk, 'explain');
    await clerk.getByTestId('act-text').fill('入户核查等待了两个月，致歉');
    await send(clerk);
    await clerk.getByTestId('owed-overdue').waitFor({ state: 'detached' });
    await clerk.getByTestId('close-case').click();
    await moved(clerk);
    await clerk.getByRole('dialog').getByText('准予').click();
    await clerk.getByTestId('decision-note').fill('符合条件，准予救助');
    await clerk.getByTestId('close-case-submit').click();
    await clerk.getByTestId('owed-tell').waitFor();
    const [{ papers } = { papers: [] }] = await (await running.hall.clerk('wangfang')).cases.mine({});
    const decision = papers.find(({ kind }) => kind === 'decision');
    const phone = await running.screens.phone(false);
    await phone.goto(running.hall.origin + decision!.path!);
    expect(await textOf(phone.locator('main'))).toContain('准予办理');
    await picture(phone, 'paper-decision');
    await phone.goto(`${running.hall.origin}${decision!.path!.replace(/^\/paper\/decision\/([^?]+).*/, '/c/$1')}`);
    expect(await textOf(phone.locator('main'))).toMatch(/超期说明.*入户核查/s);
    await picture(phone, 'page-decided');
    await phone.close();
    for (const day of [1, 2]) {
      await open(clerk, 'tell');
      await clerk.getByRole('dialog').getByText('没有联系上').click();
      await choose(clerk, 'tell-way', '电话');
      await picture(clerk, `tell-${day}`);
      await send(clerk);
      if (day === 2) break;
      await running.hall.clock.advance(DAY);
      await running.screens.follow();
      await clerk.reload();
      await signIn(clerk, 'wangfang');
      await clerk.getByTestId('section-cases').click();
    }
    // A row stays while it is pointed at.
    await clerk.mouse.move(5, 5);
    await moved(clerk);
    await picture(clerk, 'end');
    await clerk.getByText('没有需要负责的办件。').waitFor();
  });
});
