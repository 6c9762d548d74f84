import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { picture, type SampleTestHall, signIn, startSampleHall, textOf } from './screens.ts';

let running: SampleTestHall;
let page: Page;
beforeAll(async () => {
  running = await startSampleHall();
  page = await running.screens.counter();
  await signIn(page, 'administrator');
});
afterAll(async () => {
  await running.screens.close();
  await running.hall.stop();
});

const PLACES = {
  authority: ['花溪区人民政府', '区行政中心 1 号', '0851-0000 3001'],
  court: ['花溪区人民法院', '区法院路 2 号', '0851-0000 3002'],
};

it('[C6] an administrator says where residents object to a refusal, all of it or nothing', async () => {
  await page.getByTestId('section-agencies').click();
  const shown = page.getByTestId('objections');
  await shown.getByText('还没有填写').waitFor();
  await page.getByTestId('edit-objections').click();
  await page.clock.runFor(1_000);
  const save = page.getByTestId('save-objections');
  expect(await save.isDisabled()).toBe(true);
  for (const [part, said] of Object.entries(PLACES)) {
    for (const [at, field] of ['name', 'address', 'telephone'].entries()) {
      expect(await save.isDisabled()).toBe(true);
      await page.getByTestId(`objections-${part}-${field}`).fill(said[at]!);
    }
  }
  await picture(page, 'objections-form');
  await page.keyboard.press('Enter');
  await shown.getByText('区法院路 2 号').waitFor();
  await page.clock.runFor(1_000);
  await picture(page, 'objections', { fullPage: true });
  const text = await textOf(shown);
  for (const said of Object.values(PLACES).flat()) expect(text).toContain(said);
});
