/** What clerks do again and again at a counter's screen. */
import type { Page } from 'playwright-core';
import type { MatterId } from '../../../../schema/ids.ts';
import { newRequestId } from '../../../../web/client.ts';
import { PASSWORD } from '../../harness.ts';
import { openCounterByKeys, press, type SampleTestHall, settled } from '../screens.ts';

/** So many numbers are taken for that matter, and counter 1 is open for its clerk. */
export async function atCounterOne({ hall, screens }: SampleTestHall, matterId: MatterId, tickets: number) {
  const kiosk = await hall.kiosk();
  for (let n = 0; n < tickets; n++)
    await kiosk.tickets.issue({ requestId: newRequestId(), matterIds: [matterId], care: false, printing: false });
  const page = await screens.counter();
  await openCounterByKeys(page, 'wangfang', 1);
  return page;
}

export const kind = (page: Page, name: string) =>
  page.locator(`[data-testid=next-action][data-kind=${name}]`).waitFor();

/** A dialog comes and goes with a motion, and the pages' clocks stand. */
export const moved = (page: Page) => page.clock.runFor(1_000);

export async function signIn(page: Page, account: string) {
  await page.getByTestId('account').fill(account);
  await page.getByTestId('password').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByTestId('section-cases').waitFor();
}

export async function serve(page: Page) {
  await press(page, 'call-next', 'Space');
  await press(page, 'start', 'Space');
  await kind(page, 'conclude');
  await settled(page);
}

/** Whether the opening opened the counter again, or somebody has to. */
export async function atWork(page: Page) {
  await page.getByTestId('section-work').click();
  const [opens, calls] = ['open-counter', 'call-next'].map((name) =>
    page.locator(`[data-testid=next-action][data-kind=${name}]`),
  );
  const chooses = page.locator('[data-testid=open-counter][data-counter="1"]');
  await opens!.or(calls!).or(chooses).first().waitFor();
  if (await chooses.isVisible()) await page.keyboard.press('1');
  else if (await opens!.isVisible()) await press(page, 'open-counter', 'Space');
}

/** `wantsMessages`: said to the clerk, who ticks it. */
export async function enterApplicant(page: Page, name: string, telephone: string, wantsMessages = false) {
  await page.getByTestId('applicant-enter').click();
  await moved(page);
  await page.getByTestId('applicant-name').fill(name);
  await page.getByTestId('applicant-telephone').fill(telephone);
  if (wantsMessages) await page.getByTestId('applicant-messages').check();
  await page.getByTestId('applicant-submit').click();
  await page
    .getByTestId('person-name')
    .filter({ hasText: '欧***' })
    .or(page.getByTestId('person-name'))
    .first()
    .waitFor();
}

/** On the case's page: the step with this test id, by its button. */
export async function step(page: Page, testId: string) {
  await page.getByTestId(testId).first().click();
  await moved(page);
}

export async function openCase(page: Page, section = 'section-cases') {
  await page.getByTestId(section).click();
  await page.getByTestId('open-case').first().click();
  await page.getByTestId('case-page').waitFor();
}

export async function choose(page: Page, testId: string, title: string) {
  await page.getByTestId(testId).click();
  await moved(page);
  await page.getByTitle(title, { exact: true }).click();
}
