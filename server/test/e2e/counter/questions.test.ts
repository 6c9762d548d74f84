import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CounterId, MatterId } from '../../../../schema/ids.ts';
import { newRequestId } from '../../../../web/client.ts';
import { PASSWORD } from '../../harness.ts';
import { picture, type SampleTestHall, settled, startSampleHall } from '../screens.ts';

const MATTER = 'A11-MS-03' as MatterId;
const wish = () => ({ requestId: newRequestId() });
let running: SampleTestHall;
let [handler, colleague]: Page[] = [];
beforeAll(async () => {
  running = await startSampleHall();
  const clerk = await running.hall.clerk('wangfang');
  const counterId = 'counter-1' as CounterId;
  await clerk.counters.open({ ...wish(), counterId });
  const { ticketId } = await clerk.tickets.issue({ ...wish(), matterIds: [MATTER], care: false, printing: false });
  await clerk.tickets.callNext({ ...wish(), counterId });
  await clerk.tickets.start({ ...wish(), ticketId });
  const [mine] = await clerk.cases.mine({});
  await clerk.cases.conclude({ ...wish(), caseId: mine!.caseId, conclusion: { kind: 'accepted', note: '' } });
  [handler, colleague] = await Promise.all([signedIn('wangfang'), signedIn('liuyang')]);
});
afterAll(async () => {
  await running.screens.close();
  await running.hall.stop();
});

async function signedIn(account: string): Promise<Page> {
  const page = await running.screens.counter();
  await page.getByTestId('account').fill(account);
  await page.getByTestId('password').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByTestId('section-cases').waitFor();
  return page;
}
async function shot(page: Page, name: string) {
  await page.clock.runFor(500);
  await picture(page, name);
}

it('[C2] a handler asks on the case’s page, the colleague is told on the bar, answers under the own cases, and the page shows it', async () => {
  const [one, two] = [handler!, colleague!];
  await one.keyboard.press('/');
  await settled(one);
  await one.keyboard.type('a001');
  await one.keyboard.press('Enter');
  await one.getByTestId('box-case').waitFor();
  await one.keyboard.press('ArrowDown');
  await one.keyboard.press('Enter');
  await one.getByTestId('act-ask-question').click();
  await settled(one);
  await one.getByTestId('ask-whom').click();
  await one.keyboard.type('刘洋');
  await one.keyboard.press('Enter');
  await one.getByTestId('ask-text').fill('此件是否归你科？');
  await one.getByTestId('ask-by').fill('2026-11-25');
  await shot(one, 'ask-form');
  await one.getByTestId('act-submit').click();
  await one.getByTestId('case-questions').waitFor();
  await shot(one, 'ask-page');
  await two.getByTestId('section-cases').filter({ hasText: '1' }).waitFor();
  await two.getByTestId('section-cases').click();
  await two.getByTestId('act-answer-question').click();
  await settled(two);
  await two.getByTestId('question-answer').fill('归我科，材料齐全');
  await shot(two, 'ask-answer');
  await two.getByTestId('act-submit').click();
  await one.getByTestId('case-questions').filter({ hasText: '归我科' }).waitFor();
  await shot(one, 'ask-answered');
  expect(running.screens.complaints).toEqual([]);
});
