import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { MatterId } from '../../../../schema/ids.ts';
import { type Client, newRequestId } from '../../../../web/client.ts';
import { clerks } from '../../../people/tables/clerks.ts';
import { signIn } from '../counter/steps.ts';
import { picture, type SampleTestHall, startSampleHall, textOf } from '../screens.ts';

const MATTER = 'A11-MS-03' as MatterId;
const wish = () => ({ requestId: newRequestId() });

let running: SampleTestHall;
let wang: Client;
let page: Page;
const idOf = (account: string) => running.hall.system.store.read(clerks).byAccount(account)!.id;
beforeAll(async () => {
  running = await startSampleHall();
  const { hall } = running;
  wang = await hall.clerk('wangfang');
  const liu = await hall.clerk('liuyang');
  const counterId = (await wang.boards.staff({})).rows.counters.find(({ label }) => label === '1')!.id;
  await wang.counters.open({ ...wish(), counterId });
  for (const n of [1, 2, 3]) {
    const asked = { matterIds: [MATTER], care: false, printing: false };
    const { ticketId } = await wang.tickets.issue({ ...wish(), ...asked });
    await wang.tickets.callNext({ ...wish(), counterId });
    await wang.tickets.start({ ...wish(), ticketId });
    const { caseId } = (await wang.cases.mine({})).find(({ phase }) => phase === 'open')!;
    await wang.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'accepted', note: '' } });
    await wang.tickets.finish({ ...wish(), ticketId });
    await hall.clock.advance(60_000);
    if (n > 1) continue;
    const { handoverId } = await wang.cases.offer({ ...wish(), caseId, to: idOf('liuyang'), note: '请接着办' });
    await hall.clock.advance(600_000);
    await liu.cases.accept({ ...wish(), caseId, handoverId });
  }
  page = await running.screens.counter();
  await signIn(page, 'supervisor');
});
afterAll(async () => {
  await running.screens.close();
  await running.hall.stop();
});

const shot = (name: string) => picture(page, name);
const cells = async () =>
  page
    .locator('.ant-table-row')
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent.trim())));

/** By its name, because the list draws only what is in sight. */
async function choose(name: string) {
  await page.getByTestId('answerable-clerk').locator('input').fill(name);
  await page.locator('.ant-select-item-option', { hasText: name }).click();
}

it('[C2] [S4] a supervisor reads and saves who had which case: now, at an instant, of one clerk ever, and of one case ever', async () => {
  await page.getByTestId('section-hall').click();
  await page.getByTestId('answerable').click();
  await page.locator('.ant-table-row').nth(2).waitFor();
  await shot('answerable-now');
  expect((await cells()).map((row) => row[2]).sort()).toEqual(['刘洋', '王芳', '王芳']);
  await page.getByTestId('answerable-day').fill('2026-11-23');
  await page.getByTestId('answerable-time').fill('09:03');
  await page.getByTestId('answerable-means').getByText('那一时刻').waitFor();
  await expect.poll(async () => (await cells()).map((row) => row[2])).toEqual(['王芳']);
  const number = (await cells())[0]![0]!;
  await page.getByTestId('answerable-time').fill('');
  await page.getByTestId('answerable-last-day').fill('2026-11-24');
  await page.getByTestId('answerable-means').getByText('那段日期').waitFor();
  await page.getByTestId('answerable-day').fill('');
  await choose('王芳');
  await page.getByTestId('answerable-means').getByText('这个人').waitFor();
  await expect.poll(async () => (await cells()).map((row) => row[2])).toEqual(['王芳', '王芳', '王芳']);
  expect((await cells()).map((row) => row[4] === '至今')).toEqual([false, true, true]);
  await shot('answerable-clerk');
  await choose('所有人');
  await page.getByTestId('answerable-number').fill(number);
  await page.keyboard.press('Enter');
  await expect
    .poll(async () => (await cells()).map((row) => [row[2], row[5]]))
    .toEqual([
      ['王芳', '首次接件'],
      ['刘洋', '接受转办'],
    ]);
  await shot('answerable-case');
  const saving = page.waitForEvent('download');
  await page.getByTestId('answerable-csv').click();
  const saved = readFileSync(await (await saving).path(), 'utf8').split('\r\n');
  expect(saved[0]).toContain('经办人');
  expect(saved.slice(1, 3).map((line) => line.split(',')[2])).toEqual(['王芳', '刘洋']);
  await page.getByTestId('answerable-number').fill('SL2026-000999');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').waitFor();
  await shot('answerable-unknown');
  await page.getByTestId('answerable-back').click();
  expect(await textOf(page.locator('h1'))).toBe('大厅现况');
});

it('[H13] [V4] a supervisor reads a report of a month, and saves it as text and as a workbook', async () => {
  await page.getByTestId('report').click();
  await page.getByTestId('report-facts').waitFor();
  await page.getByTestId('reportMonth').click();
  await expect.poll(() => page.getByTestId('report-from').inputValue()).toBe('2026-11-01');
  const facts = () => textOf(page.getByTestId('report-facts'));
  await expect.poll(facts).toMatch(/取号\s*3/);
  expect(await facts()).toMatch(/受理回执（份）\s*3/);
  await shot('report');
  const conclusions = await textOf(page.getByTestId('report-sheet-conclusions'));
  for (const one of [
    '当场办结',
    '已答复',
    '受理',
    '归属不清',
    '一次性告知',
    '非本处办理',
    '无需办理',
    '拟不予办理',
    '居民撤回',
  ])
    expect(conclusions).toContain(one);
  const [saved, kept] = [page.waitForEvent('download'), page.getByTestId('report-csv').click()];
  await kept;
  const lines = readFileSync(await (await saved).path(), 'utf8').split('\r\n');
  expect(lines[1]).toMatch(/^2026-11-23,3,0,3,/);
  const figures = page.waitForEvent('download');
  await page.getByTestId('report-csv-figures').click();
  expect((await figures).suggestedFilename()).toBe('2026-11-01-2026-11-23-figures.csv');
  expect(readFileSync(await (await figures).path(), 'utf8')).toMatch(/受理回执（份）,3\r\n/);
  const workbook = page.waitForEvent('download');
  await page.getByTestId('report-xlsx').click();
  expect((await workbook).suggestedFilename()).toBe('2026-11-01-2026-11-23.xlsx');
  await page.getByTestId('report-to').fill('2026-10-01');
  await page.getByRole('alert').getByText('起始日不晚于截止日').waitFor();
  await page.emulateMedia({ media: 'print' });
  await page.getByTestId('reportMonth').evaluate((button) => (button as HTMLElement).click());
  await expect.poll(facts).toMatch(/取号\s*3/);
  await shot('report-paper');
});
