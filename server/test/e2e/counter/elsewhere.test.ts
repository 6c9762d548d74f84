import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { MatterId } from '../../../../schema/ids.ts';
import { eventually, PASSWORD } from '../../harness.ts';
import { picture, press, type SampleTestHall, startSampleHall, textOf } from '../screens.ts';
import { atCounterOne, moved } from './steps.ts';

/** 临时救助申请: letter A, served by counter 1. */
const MATTER = 'A11-MS-03' as MatterId;

let running: SampleTestHall;
let clerk: Page;
beforeAll(async () => {
  running = await startSampleHall();
  clerk = await atCounterOne(running, MATTER, 2);
});
afterAll(async () => {
  await running.screens.close();
  await running.hall.stop();
});

const value = (id: string) => clerk.getByTestId(id).inputValue();

/** Whether a hand of the mouse can reach it: nothing lies over it, and it lies on the screen. */
const isInSight = (id: string) =>
  eventually(async () =>
    expect(
      await clerk.getByTestId(id).evaluate((button) => {
        const { left, right, top, bottom } = button.getBoundingClientRect();
        return [top + 2, bottom - 2].every((y) => button.contains(document.elementFromPoint((left + right) / 2, y)));
      }),
    ).toBe(true),
  );

async function serveNext() {
  await press(clerk, 'call-next', 'Space');
  await press(clerk, 'start', 'Space');
  await clerk.locator('[data-testid=next-action][data-kind=conclude]').waitFor();
  await clerk.keyboard.press('5');
  await clerk.getByTestId('place').waitFor();
}

it('[C5] a place is found by pinyin and chosen by Enter, which fills what the slip says', async () => {
  await serveNext();
  await clerk.getByTestId('place').pressSequentially('gzc');
  await clerk.getByTestId('agency').first().waitFor();
  await moved(clerk);
  await picture(clerk, 'elsewhere-found');
  await clerk.keyboard.press('Enter');
  expect(await value('place')).toBe('市公证处');
  expect(await value('telephone')).toBe('0851-0000 2010');
  expect(await value('hours')).toContain('周一至周五');
  await moved(clerk);
  await picture(clerk, 'elsewhere-filled');
  await clerk.getByTestId('conclude-submit').click();
  expect(await textOf(clerk.getByTestId('referral-no'))).toMatch(/^ZY/);
  const popup = clerk.waitForEvent('popup');
  await clerk.getByTestId('print-paper').click();
  const paper = await popup;
  for (const said of ['转引单', '市公证处', '正义路 9 号', '0851-0000 2010'])
    expect(await textOf(paper.locator('main'))).toContain(said);
  await picture(paper, 'paper-referral');
  await paper.close();
  await press(clerk, 'finish', 'Space');
});

it('[C5] [C6] a place that is typed for somebody without a telephone is confirmed, stands before the administrator, who takes it in with its hours', async () => {
  await serveNext();
  for (const [id, typed] of [
    ['place', '区残疾人联合会'],
    ['address', '明湖路 50 号'],
    ['telephone', '0851-0000 2050'],
    ['note', '不归我们'],
  ] as const)
    await clerk.getByTestId(id).fill(typed);
  await clerk.getByTestId('nobody-to-reach').waitFor();
  expect(await clerk.getByTestId('note').getAttribute('placeholder')).toContain('必填');
  await clerk.getByTestId('unreachable').click();
  expect(await clerk.getByTestId('conclude-submit').isDisabled()).toBe(true);
  await clerk.getByTestId('unreachable').click();
  await clerk.getByTestId('note').fill('残疾人证由残联评定，本大厅不办');
  await isInSight('conclude-submit');
  await clerk.getByTestId('nobody-to-reach').waitFor();
  await picture(clerk, 'nobody-to-reach');
  expect(await clerk.getByTestId('conclude-submit').isDisabled()).toBe(true);
  await clerk.getByTestId('unreachable').click();
  await clerk.getByTestId('conclude-submit').click();
  await clerk.getByTestId('proposal-no').waitFor();
  const administrator = await running.screens.counter();
  await administrator.getByTestId('account').fill('administrator');
  await administrator.getByTestId('password').fill(PASSWORD);
  await administrator.keyboard.press('Enter');
  await administrator.getByTestId('section-agencies').waitFor();
  await administrator.keyboard.press('Alt+-');
  await administrator.getByTestId('take-in').waitFor();
  await picture(administrator, 'agencies');
  await administrator.getByTestId('take-in').click();
  await moved(administrator);
  await administrator.getByTestId('agency-hours').fill('工作日 9:00–17:00');
  await picture(administrator, 'agency-form');
  await administrator.getByTestId('save-agency').click();
  await administrator.getByTestId('take-in').waitFor({ state: 'detached' });
  await moved(administrator);
  await administrator.getByTestId('agency-search').fill('canlian');
  await administrator.getByText('没有找到这样的机构').waitFor();
  await administrator.getByTestId('agency-search').fill('qcj');
  await administrator.getByRole('row').getByText('区残疾人联合会').waitFor();
  const { administration } = await running.hall.clerk('wangfang');
  const all = await administration.agencies({});
  expect(all.find(({ name }) => name === '区残疾人联合会')).toMatchObject({ inUse: true, offered: false });
});
