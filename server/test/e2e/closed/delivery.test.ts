import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { MatterId } from '../../../../schema/ids.ts';
import { newRequestId } from '../../../../web/client.ts';
import { choose, openCase, serve, step } from '../counter/steps.ts';
import { openCounterByKeys, picture, type SampleTestHall, startSampleHall, textOf } from '../screens.ts';

/** 临时救助申请: letter A. */
const MATTER = 'A11-MS-03' as MatterId;
const wish = () => ({ requestId: newRequestId() });

let running: SampleTestHall;
let clerk: Page;
beforeAll(async () => {
  running = await startSampleHall();
  clerk = await running.screens.counter();
  await openCounterByKeys(clerk, 'wangfang', 1);
});
afterAll(async () => {
  await running.screens.close();
  await running.hall.stop();
});

const shot = (page: Page, name: string) => picture(page, `delivery-${name}`, { fullPage: true });

it('[C5] [C7] a result that is collected at the counter gives its delivery slip, which is printed on A4 or 80 mm', async () => {
  const { tickets, cases } = await running.hall.clerk('wangfang');
  const { ticketId } = await tickets.issue({ ...wish(), matterIds: [MATTER], care: false, printing: false });
  await serve(clerk);
  const [open] = await cases.mine({});
  const caseId = open!.caseId;
  await cases.conclude({ ...wish(), caseId, conclusion: { kind: 'accepted', note: '' } });
  await tickets.finish({ ...wish(), ticketId });
  await cases.close({ ...wish(), caseId, outcome: 'granted', note: '符合条件，准予救助' });
  await openCase(clerk, 'section-cases');
  await step(clerk, 'act-tell');
  await clerk.getByRole('dialog').getByText('已告知').first().click();
  await choose(clerk, 'tell-way', '本人领取');
  await clerk.getByTestId('signed-by').fill('欧阳采薇');
  await clerk.getByTestId('signed-last-four').fill('007X');
  await clerk.getByTestId('signed-on-paper').click();
  await shot(clerk, 'form');
  await clerk.getByTestId('act-submit').click();
  expect(await textOf(clerk.getByTestId('given-no'))).toBe('SD2026-000001');
  await shot(clerk, 'given');
  const path = await clerk.getByTestId('given-print').getAttribute('href');
  const paper = await running.screens.phone(true);
  await paper.setViewportSize({ width: 794, height: 1123 });
  await paper.goto(running.hall.origin + path!);
  expect(await textOf(paper.locator('h1'))).toBe('送达回证');
  await shot(paper, 'a4');
  await paper.getByText('80 毫米小票').click();
  await paper.locator('body.strip').waitFor();
  const { width } = (await paper.locator('main').boundingBox())!;
  // 74 mm at 96 dots an inch.
  expect(width).toBeLessThanOrEqual(280);
  await paper.setViewportSize({ width: 302, height: 900 });
  expect(await paper.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(302);
  await shot(paper, '80mm');
});
