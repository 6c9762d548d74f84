import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { MatterPlan } from '../../../../schema/catalogue/catalogue.ts';
import { LANGUAGES } from '../../../../schema/ids.ts';
import { type SampleTestHall, signIn, startSampleHall, textOf } from '../screens.ts';

/** 临时救助申请. */
const MATTER = 'A11-MS-03';
const each = (field: string) => LANGUAGES.map((language) => `matter-${field}-${language}`);
/** Where each field is changed; a new one that has no place does not compile. */
const ON_FORM: Partial<Record<keyof MatterPlan, string[]>> = {
  names: each('name'),
  letter: ['matter-letter'],
  kind: ['matter-kind'],
  department: each('department'),
  limitDays: ['matter-limit'],
  limitUnit: ['matter-limit-unit'],
  typicalMinutes: ['matter-minutes'],
  fee: each('fee'),
  basis: each('basis'),
  conditions: each('conditions'),
  counters: ['matter-counters'],
  channels: ['matter-channels'],
  place: each('place'),
  domain: ['matter-domain'],
  acceptance: ['matter-acceptance', 'matter-acceptance-unit'],
  extensionDays: ['matter-extension'],
  pauses: ['add-pause'],
  materials: ['material-0-zh-Hans', 'add-material'],
};
const ON_ROW: Partial<Record<keyof MatterPlan, string[]>> = {
  offered: [`offered-${MATTER}`],
  aliases: [`aliases-${MATTER}`],
  promisedDays: [`promised-${MATTER}`],
  applicantBasis: [`applicant-basis-${MATTER}`],
  publicNoticeBasis: [`public-notice-basis-${MATTER}`],
  standing: [`standing-${MATTER}`],
  clerkA: [`clerk-A-${MATTER}`],
  clerkB: [`clerk-B-${MATTER}`],
  identity: [`identity-${MATTER}`],
  retentionDays: [`retention-${MATTER}`],
};

let running: SampleTestHall;
let page: Page;
beforeAll(async () => {
  running = await startSampleHall();
  page = await running.screens.counter();
  await signIn(page, 'administrator');
  await page.getByTestId('section-matters').click();
  await page.getByPlaceholder('名称').fill('临时救助');
  await page.clock.runFor(1_000);
  await page.locator('tr', { hasText: MATTER }).locator('.ant-table-row-expand-icon').click();
  await page.getByTestId(`retention-${MATTER}`).waitFor();
});
afterAll(async () => {
  await running.screens.close();
  await running.hall.stop();
});

it('[L1] the row of a matter says its stage, extension, pauses, domain and place', async () => {
  const details = await textOf(page.getByTestId(`details-${MATTER}`));
  for (const said of ['5 个工作日（法定）', '按大厅设置', '《行政许可法》第四十五条', '民生保障'])
    expect(details).toContain(said);
});

it('[L1] [L3] a name that is added says that nobody is touched by it', async () => {
  const said = page.getByTestId('aliases-touch-nothing');
  expect(await said.count()).toBe(0);
  await page.getByTestId(`aliases-${MATTER}`).locator('input').focus();
  await page.keyboard.type('应急钱');
  await page.keyboard.press('Enter');
  await said.waitFor();
  expect(await textOf(said)).toContain('在等的人、预约和未结的办件都不受影响');
});

it('[L1] [L3] each field of a matter has its input on the form or on the matter’s row', async () => {
  const placed = [...Object.keys(ON_FORM), ...Object.keys(ON_ROW)];
  // The code is given once, and how well a matter is evidenced is the program's to say.
  expect([...placed, 'id', 'evidence'].sort()).toEqual(Object.keys(MatterPlan.shape).sort());
  for (const id of Object.values(ON_ROW).flat()) expect(await page.getByTestId(id).count(), id).toBe(1);
  await page.getByTestId(`edit-${MATTER}`).click();
  await page.getByTestId('save-matter').waitFor();
  for (const id of Object.values(ON_FORM).flat()) expect(await page.getByTestId(id).count(), id).toBe(1);
});
