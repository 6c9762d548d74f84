import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CounterId, Letter } from '../../../../schema/ids.ts';
import { newRequestId } from '../../../../web/client.ts';
import { signIn } from '../counter/steps.ts';
import { picture, type SampleTestHall, startSampleHall, textOf } from '../screens.ts';

let running: SampleTestHall;
let page: Page;

/** A Tuesday evening is planned by itself. */
beforeAll(async () => {
  running = await startSampleHall();
  const boss = await running.hall.clerk('supervisor');
  const covered = { letters: ['A'] as Letter[], counterIds: ['counter-1'] as CounterId[], bookableShare: 0 };
  const evening = { kind: 'extended' as const, day: '2026-11-24', from: '18:30', to: '20:00', ...covered };
  await boss.openings.create({ requestId: newRequestId(), plan: evening });
  page = await running.screens.counter();
  await signIn(page, 'supervisor');
});
afterAll(async () => {
  await running.screens.close();
  await running.hall.stop();
});

it('[A3] [H2] [H10] a supervisor plans a series: refused without a day, and it says on which day it does not open', async () => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.getByTestId('section-openings').click();
  await page.getByTestId('new-series').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('末日').fill('2026-11-23');
  await dialog.getByText('休息日').click();
  await page.getByTestId('create-series').click();
  await expect.poll(() => textOf(page.locator('body'))).toContain('没有一天符合所选的开放日。');
  await picture(page, 'series-empty');
  // What was typed is still there.
  await dialog.getByLabel('末日').fill('');
  await dialog.getByLabel('开始').fill('18:00');
  await dialog.getByLabel('结束').fill('20:00');
  await dialog.getByText('指定星期').click();
  await dialog.getByText('周二').click();
  await page.getByTestId('create-series').click();
  const leftOut = page.getByTestId('left-out');
  await leftOut.waitFor();
  expect(await textOf(leftOut)).toMatch(/11月24日.*不开放：窗口已用于18:30–20:00的延时时段。/);
  await leftOut.scrollIntoViewIfNeeded();
  await picture(page, 'series-left-out');
  const refused =
    'counter: Failed to load resource: the server responded with a status of 400 (Bad Request) /api/series';
  expect(running.screens.complaints).toEqual([refused]);
});
