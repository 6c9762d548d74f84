import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { MatterId } from '../../../../schema/ids.ts';
import { eventually, PASSWORD } from '../../harness.ts';
import { picture, press, type SampleTestHall, settled, startSampleHall, textOf } from '../screens.ts';
import { atCounterOne } from './steps.ts';

/** 临时救助申请: letter A, three materials, fifteen working days. */
const MATTER = 'A11-MS-03' as MatterId;

let running: SampleTestHall;
let clerk: Page;
beforeAll(async () => {
  running = await startSampleHall();
  clerk = await atCounterOne(running, MATTER, 3);
});
afterAll(async () => {
  await running.screens.close();
  await running.hall.stop();
});

const shot = (name: string) => picture(clerk, name);
const kind = (name: string) => clerk.locator(`[data-testid=next-action][data-kind=${name}]`).waitFor();
/** Whether the browser would ask before it reloads or closes the page. */
const asksBeforeLeaving = () =>
  clerk.evaluate(() => {
    const leaving = new Event('beforeunload', { cancelable: true });
    dispatchEvent(leaving);
    return leaving.defaultPrevented;
  });
const ticked = () => clerk.locator('[data-testid=checklist] input:checked').count();

it('[C16] [C7] what is ticked is the notice; it is kept when the screen is left, locked and loaded anew, and asks for nothing that lies there', async () => {
  await press(clerk, 'call-next', 'Space');
  await press(clerk, 'start', 'Space');
  await kind('conclude');
  await settled(clerk);
  await clerk.keyboard.press('Space');
  await clerk.keyboard.press('Space');
  await clerk.keyboard.press('ArrowDown');
  await clerk.keyboard.press('Space');
  await clerk.getByTestId('checklist-next').getByText('还缺 3 项').waitFor();
  expect(await ticked()).toBe(2);
  await shot('checklist');
  await clerk.getByTestId('section-cases').click();
  await clerk.getByTestId('section-work').click();
  expect(await ticked()).toBe(2);
  await clerk.keyboard.press('Alt+l');
  await clerk.getByTestId('unlock-password').fill(PASSWORD);
  await clerk.keyboard.press('Enter');
  await clerk.getByTestId('checklist').waitFor();
  expect(await ticked()).toBe(2);
  await eventually(async () => expect(await asksBeforeLeaving()).toBe(false));
  await clerk.reload();
  await kind('conclude');
  await clerk.locator('[data-testid=checklist] input:checked').nth(1).waitFor();
  expect(await ticked()).toBe(2);
  await settled(clerk);
  await clerk.getByTestId('conclude-notice').click();
  await clerk.getByTestId('note').fill('复印件已退还');
  expect(await asksBeforeLeaving()).toBe(true);
  await eventually(async () => expect(await asksBeforeLeaving()).toBe(false));
  await clerk.reload();
  await clerk.getByTestId('conclude-notice').click();
  await eventually(async () => expect(await clerk.getByTestId('note').inputValue()).toBe('复印件已退还'));
  await clerk.getByTestId('conclude-form').waitFor();
  expect(await clerk.locator('[data-testid^=there-] input:checked, input[data-testid^=there-]:checked').count()).toBe(
    2,
  );
  expect(await clerk.getByTestId('lacks').count()).toBe(3);
  expect(await clerk.getByTestId('conclude-accepted').count()).toBe(0);
  await clerk.getByTestId('by-number-alone').waitFor();
  await shot('checklist-notice');
  await clerk.keyboard.press('Enter');
  expect(await textOf(clerk.getByTestId('notice-no'))).toMatch(/^GZ/);
  expect(await asksBeforeLeaving()).toBe(false);
  const brings = await textOf(clerk.getByTestId('still-missing'));
  for (const said of ['还缺 3 项', '临时救助申请表', '2026年', 'GZ2026-000001']) expect(brings).toContain(said);
  await shot('checklist-noticed');
  const [one] = await (await running.hall.clerk('wangfang')).cases.mine({});
  expect(one?.notice?.items).toHaveLength(3);
  await press(clerk, 'finish', 'Space');
  await kind('call-next');
});

it('[C16] all that is ticked is the acceptance, by five keys', async () => {
  await press(clerk, 'call-next', 'Space');
  await press(clerk, 'start', 'Space');
  await kind('conclude');
  await settled(clerk);
  for (const key of ['Space', 'a', 'Enter']) await clerk.keyboard.press(key);
  await clerk.getByTestId('conclude-form').waitFor();
  await clerk.keyboard.press('Enter');
  expect(await textOf(clerk.getByTestId('receipt-no'))).toMatch(/^SL/);
});

it('[C7] a notice that is chosen before anything was ticked asks for nothing until its clerk says what lies there', async () => {
  await kind('finish');
  await press(clerk, 'finish', 'Space');
  await press(clerk, 'call-next', 'Space');
  await press(clerk, 'start', 'Space');
  await kind('conclude');
  await settled(clerk);
  await clerk.keyboard.press('4');
  await clerk.getByTestId('conclude-form').waitFor();
  expect(await clerk.getByTestId('conclude-submit').isDisabled()).toBe(true);
  await clerk.keyboard.press('0');
  expect(await clerk.getByTestId('lacks').count()).toBe(5);
  await clerk.keyboard.press('2');
  expect(await clerk.getByTestId('lacks').count()).toBe(4);
  await clerk.getByTestId('conclude-submit').getByText('还缺 4 项').waitFor();
  await shot('notice-by-digits');
  await clerk.keyboard.press('Enter');
  expect(await textOf(clerk.getByTestId('notice-no'))).toMatch(/^GZ/);
});
