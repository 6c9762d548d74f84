import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, test } from 'vitest';
import { cases } from '../../../cases/tables/cases.ts';
import { PASSWORD } from '../../harness.ts';
import { type SampleTestHall, startSampleHall } from '../screens.ts';
import { clerkAt } from '../worklist/many-cases.ts';
import { moved, shot, signInByKeys, tabTo } from './keys.ts';

const SOON = { timeout: 15_000 };
const PAGE = 50;
let sample: SampleTestHall;
let page: Page;
const at = (name: string) => page.getByTestId(name);
const lines = () => at('hall-case').count();

/** More than 200 open cases of three clerks. */
beforeAll(async () => {
  sample = await startSampleHall({ requestsPerSecond: 500 });
  const { hall } = sample;
  for (const [account, label, visits] of [
    ['chenjing', '3', 16],
    ['zhaolei', '4', 14],
    ['luomin', '5', 12],
  ] as const) {
    const clerk = await clerkAt(hall, account, label);
    for (let visit = 0; visit < visits; visit++) await clerk.accepted(5);
  }
  expect(hall.system.hall.read(cases).goingOn().length).toBeGreaterThanOrEqual(200);
  page = await sample.screens.counter();
  await signInByKeys(page, 'supervisor', PASSWORD);
  await at('section-todo').waitFor();
}, 170_000);
afterAll(async () => {
  expect(sample.screens.complaints).toEqual([]);
  await sample.screens.close();
  await sample.hall.stop();
});

it('[C10] a page has fifty of 200 open cases, and by keys alone the next is turned to, each with who, what and where it stands', async () => {
  await page.keyboard.press('Alt+7');
  await expect.poll(lines, SOON).toBe(PAGE);
  await moved(page);
  await shot(page, 'many-first');
  const first = await at('hall-case').first().textContent();
  for (const part of ['SL2026', '已受理', '陈静']) expect(first).toContain(part);
  for (const of of [PAGE, PAGE, PAGE, 10]) {
    const before = await at('hall-case').first().textContent();
    await page.keyboard.press('ArrowRight');
    await expect.poll(async () => at('hall-case').first().textContent(), SOON).not.toBe(before);
    expect(await lines()).toBe(of);
  }
  await page.keyboard.press('ArrowRight');
  expect(await lines()).toBe(10);
  await moved(page);
  await shot(page, 'many-last');
});

it('[C10] a choice of the handler by keys alone leaves that clerk’s cases', async () => {
  await tabTo(page, at('handler-choice'), 'Shift+Tab');
  await page.keyboard.type('罗敏');
  await moved(page);
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await at('hall-case').first().textContent())?.includes('罗敏'), SOON).toBe(true);
  await moved(page);
  await shot(page, 'many-of-one');
});

test.each([
  ['zh-Hant', '繁'],
  ['en', 'EN'],
])('[A4] [C10] the list of 200 open cases is there in %s', async (language, sign) => {
  await at('language').getByText(sign).click();
  await expect.poll(() => page.evaluate(() => document.documentElement.lang), SOON).toBe(language);
  await at('hall-case').first().waitFor();
  await moved(page);
  await shot(page, `many-${language}`);
});
