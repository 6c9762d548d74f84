import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { eventually, PASSWORD, startTestHall, type TestHall } from '../harness.ts';
import { type SampleTestHall, startSampleHall } from './screens.ts';

let dir: string;
let running: SampleTestHall;
let upgraded: TestHall | null = null;
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'shouwen-build-'));
  running = await startSampleHall({ dir, build: 'before' });
});
afterEach(async () => {
  await running.screens.close();
  await upgraded?.stop();
  rmSync(dir, { recursive: true, force: true });
});

const mark = (page: Page) => page.evaluate(() => document.body.setAttribute('data-loaded-before', 'yes'));
const isMarked = (page: Page) => page.evaluate(() => document.body.hasAttribute('data-loaded-before'));
/** Time in the page goes on, and with it what the page does by itself. */
async function pass(page: Page, ms: number): Promise<void> {
  await page.clock.runFor(ms);
  await new Promise((resolve) => setTimeout(resolve, 200));
}

it('[D2] after an upgrade kiosk and display load themselves again when nobody needs them; a clerk is asked', async () => {
  const [kiosk, display, counter] = [
    await running.screens.kiosk(),
    await running.screens.display(),
    await running.screens.counter(),
  ];
  await counter.getByTestId('account').fill('supervisor');
  await counter.getByTestId('password').fill(PASSWORD);
  await counter.keyboard.press('Enter');
  await counter.getByTestId('sign-out').waitFor();
  await kiosk.getByTestId('group-A').waitFor();
  await display.locator('.wall').waitFor();
  for (const page of [kiosk, display]) await mark(page);
  const { port } = new URL(running.hall.origin);
  await pass(kiosk, 6_000);
  await running.hall.stop('goesOn');
  upgraded = await startTestHall({ dir, env: { PORT: port }, nowMs: running.hall.clock.nowMs, build: 'after' });
  await eventually(async () => {
    await pass(counter, 1_000);
    expect(await counter.getByTestId('newer').count()).toBe(1);
  }, 30_000);
  await eventually(async () => {
    await pass(kiosk, 10_000);
    expect(await isMarked(kiosk)).toBe(false);
  }, 30_000);
  await eventually(async () => {
    await pass(display, 5_000);
    expect(await isMarked(display)).toBe(false);
  }, 30_000);
  await kiosk.getByTestId('group-A').waitFor();
  await counter.getByTestId('load-newer').click();
  await counter.getByTestId('sign-out').waitFor();
  expect(await counter.getByTestId('newer').count()).toBe(0);
});
