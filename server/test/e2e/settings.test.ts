import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hallRecord } from '../../hall/tables/hall-record.ts';
import { PASSWORD } from '../harness.ts';
import { type SampleTestHall, startSampleHall, textOf } from './screens.ts';

let running: SampleTestHall;
let page: Page;
beforeAll(async () => {
  running = await startSampleHall();
  page = await running.screens.counter();
  await page.getByTestId('account').waitFor();
  await page.keyboard.type('administrator');
  await page.keyboard.press('Tab');
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByTestId('section-settings').waitFor();
});
afterAll(async () => {
  await running.screens.close();
  await running.hall.stop();
});

const away = () => page.getByTestId('setting-awayMs').locator('input');
/** A dialog comes and goes with a motion, and the page's clock stands. */
const moved = () => page.clock.runFor(1_000);

describe('the settings of the hall', () => {
  it('[A3] what is outside the limits is said at its field, and cannot be saved', async () => {
    await page.getByTestId('section-settings').click();
    await away().fill('500');
    expect(await textOf(page.getByTestId('wrong-awayMs'))).toBe('请填 1 至 240 分钟之间的数值。');
    expect(await page.getByTestId('review-settings').isDisabled()).toBe(true);
  });

  it('[S4] a changed number is read again, saved, in force, and stands in the history with author, old and new', async () => {
    await away().fill('25');
    await page.getByTestId('review-settings').click();
    await moved();
    expect(await textOf(page.getByTestId('settings-changes'))).toBe('暂离保留20 分钟→25 分钟');
    await page.getByTestId('save-settings').click();
    await page.getByTestId('settings-changes').waitFor({ state: 'detached' });
    expect(running.hall.system.hall.read(hallRecord).get().settings.awayMs).toBe(25 * 60_000);
    expect(await away().inputValue()).toBe('25');
    await page.getByTestId('reset-awayMs').waitFor();
    await page.getByTestId('section-history').click();
    const latest = page.locator('.history tbody tr[data-row-key]').first();
    const text = await textOf(latest);
    for (const part of ['2026年11月23日', '大厅与参数', '暂离保留', '20 分钟', '25 分钟']) expect(text).toContain(part);
    expect(text).toContain(running.hall.welcome.passwords.find(({ role }) => role === 'administrator')!.name);
    expect(running.screens.complaints).toEqual([]);
  });
});
