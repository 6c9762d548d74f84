import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { MatterId } from '../../../schema/ids.ts';
import { newRequestId } from '../../../web/client.ts';
import { openCounterByKeys, picture, press, type SampleTestHall, settled, startSampleHall, textOf } from './screens.ts';

/** 临时救助申请: letter A, served by counter 1. */
const MATTER = 'A11-MS-03' as MatterId;
const wish = () => ({ requestId: newRequestId() });

let running: SampleTestHall;
let page: Page;
beforeAll(async () => {
  running = await startSampleHall();
  const kiosk = await running.hall.kiosk();
  for (const _ of [1, 2]) await kiosk.tickets.issue({ ...wish(), matterIds: [MATTER], care: false, printing: false });
  page = await running.screens.counter();
  await openCounterByKeys(page, 'wangfang', 1);
});
afterAll(async () => {
  await running.screens.close();
  await running.hall.stop();
});

const shot = (name: string) => picture(page, name);
const number = () => textOf(page.getByTestId('current-number'));
const kind = (name: string) => page.locator(`[data-testid=next-action][data-kind=${name}]`).waitFor();
async function undo(says: string) {
  await page.getByTestId('undo-bar').getByText(says).waitFor();
  await settled(page);
  await page.keyboard.press('u');
  await page.getByTestId('undo-bar').waitFor({ state: 'detached' });
}
async function acceptIt() {
  await settled(page);
  await page.getByTestId('conclude-accepted').click();
  await page.getByTestId('note').fill('材料齐全');
  await page.keyboard.press('Enter');
  await page.getByTestId('receipt-no').waitFor();
}

it('[C18] a clerk takes back a finish, a conclusion and a miss by one key, and not what was printed', async () => {
  await press(page, 'call-next', 'Space');
  await kind('start');
  await settled(page);
  await page.keyboard.press('n');
  await kind('call-next');
  await shot('undo-miss');
  await undo('A001 已过号');
  await kind('start');
  expect(await number()).toBe('A001');
  await settled(page);
  await press(page, 'start', 'Space');
  await kind('conclude');
  await acceptIt();
  await shot('undo-conclusion');
  await undo('A001 的一项已有结论');
  await kind('conclude');
  await settled(page);
  await page.getByTestId('conclude-accepted').click();
  expect(await page.getByTestId('note').inputValue()).toBe('材料齐全');
  await page.keyboard.press('Escape');
  await acceptIt();
  expect(await textOf(page.getByTestId('receipt-no'))).toMatch(/-000002$/);
  await kind('finish');
  await settled(page);
  await press(page, 'finish', 'Space');
  await kind('call-next');
  await undo('A001 已完成');
  await kind('finish');
  const popup = page.context().waitForEvent('page');
  await page.getByTestId('print-paper').click();
  const paper = await popup;
  await paper.locator('main').waitFor();
  await paper.close();
  expect(await page.getByTestId('undo-bar').count()).toBe(0);
});

it('[C18] [T12] what closed the counter at its opening’s end is taken back by one key where counters are chosen', async () => {
  await running.hall.clock.advance(3 * 3_600_000);
  await running.screens.follow();
  await page.getByTestId('closing-lead').waitFor();
  await press(page, 'finish', 'Space');
  await page.locator('[data-testid=open-counter][data-counter="1"]').waitFor();
  expect(await textOf(page.locator('[data-counter="1"] [data-testid=counter-waiting]'))).toBe('1 人在等');
  await shot('undo-choosing');
  await undo('A001 已完成');
  await kind('finish');
  expect(await number()).toBe('A001');
});
