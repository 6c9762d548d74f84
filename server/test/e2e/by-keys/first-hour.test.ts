import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newRequestId } from '../../../../web/client.ts';
import { hallRecord } from '../../../hall/tables/hall-record.ts';
import { clerks } from '../../../people/tables/clerks.ts';
import { type SampleTestHall, startSampleHall, textOf } from '../screens.ts';
import { moved, press, shot, signInByKeys, tabTo, typeIn } from './keys.ts';

const OWN = '一句只有我自己知道的话 27';
/** 临时救助申请. */
const MATTER = 'A11-MS-03';

let running: SampleTestHall;
let page: Page;
let oneTime: string;
const catalogue = async () => (await running.hall.clerk('administrator')).catalogue({});
const matter = async () => (await catalogue()).matters.find(({ id }) => id === MATTER)!;
const at = (name: string) => page.getByTestId(name);

/** A colleague has made the account of an administrator who comes new. */
beforeAll(async () => {
  running = await startSampleHall();
  const other = await running.hall.clerk('administrator');
  const clerk = { name: '郑晓', account: 'zhengxiao', role: 'administrator' as const, mayPick: false, active: true };
  const made = await other.administration.saveClerk({ requestId: newRequestId(), clerk, newPassword: true });
  oneTime = made.password!;
  page = await running.screens.counter();
}, 60_000);
afterAll(async () => {
  expect(running.screens.complaints).toEqual([]);
  await running.screens.close();
  await running.hall.stop();
});

describe('an administrator’s first hour, by keyboard alone', () => {
  it('[S2] signs in by the one-time password and sets an own one', async () => {
    await signInByKeys(page, 'zhengxiao', oneTime);
    await at('new-password').waitFor();
    await shot(page, 'hour-own-password');
    await typeIn(page, at('present-password'), oneTime);
    await typeIn(page, at('new-password'), OWN);
    await typeIn(page, at('new-password-again'), OWN);
    await page.keyboard.press('Enter');
    await at('section-matters').waitFor();
    await moved(page);
    await shot(page, 'hour-hall');
  });

  it('[S4] an administrator, by keyboard alone, makes a clerk, whose first password is shown once', async () => {
    await page.keyboard.press('Alt+4');
    await press(page, at('new-clerk'));
    await typeIn(page, at('clerk-name'), '孙晓梅');
    await typeIn(page, at('clerk-account'), 'sunxiaomei');
    await shot(page, 'hour-new-clerk');
    await press(page, at('save-clerk'));
    await at('shown-once-done').waitFor();
    await shot(page, 'hour-password-once');
    await press(page, at('shown-once-done'));
    expect(running.hall.system.hall.read(clerks).byAccount('sunxiaomei')).toMatchObject({
      name: '孙晓梅',
      role: 'clerk',
    });
    await shot(page, 'hour-clerks');
  });

  it('[S4] edits a counter, which has its new label in the list', async () => {
    await page.keyboard.press('Alt+3');
    await at('new-counter').waitFor();
    await moved(page);
    await shot(page, 'hour-counters');
    const row = page.locator('tr[data-row-key]', { hasText: '10' }).last();
    await press(page, row.getByRole('button').last());
    await at('counter-label').waitFor();
    await shot(page, 'hour-counter');
    await typeIn(page, at('counter-label'), '10A');
    await press(page, at('save-counter'));
    await at('save-counter').waitFor({ state: 'detached' });
    await page.locator('tr[data-row-key]', { hasText: '10A' }).waitFor();
  });

  it('[L1] [L3] edits a matter, names its counters, and reads what the change touches before it is saved', async () => {
    const clerk = await running.hall.clerk('wangfang');
    await clerk.tickets.issue({
      requestId: newRequestId(),
      matterIds: [MATTER as never],
      care: false,
      printing: false,
    });
    await page.keyboard.press('Alt+6');
    await typeIn(page, page.getByPlaceholder('名称'), '临时救助');
    await press(page, at(`edit-${MATTER}`));
    await at('matter-touches').waitFor();
    await shot(page, 'hour-matter');
    await typeIn(page, at('matter-limit'), '12');
    await tabTo(page, at('matter-counters'));
    await page.keyboard.press('ArrowDown');
    await moved(page);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await moved(page);
    await tabTo(page, at('save-matter'));
    await shot(page, 'hour-matter-changed');
    await page.keyboard.press('Enter');
    await at('save-matter').waitFor({ state: 'detached' });
    await moved(page);
    expect(await matter()).toMatchObject({ limitDays: 12, counters: [expect.any(String)] });
  });

  it('[L1] an administrator, by keyboard alone, takes the catalogue out, and reads a file in after each row was looked at', async () => {
    await tabTo(page, at('export-matters'), 'Shift+Tab');
    const download = page.waitForEvent('download');
    await page.keyboard.press('Enter');
    await moved(page);
    await shot(page, 'hour-export');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect((await download).suggestedFilename()).toContain('.');
    await moved(page);
    const chosen = page.waitForEvent('filechooser');
    await press(page, at('import-matters'));
    const known = await matter();
    const text = JSON.stringify([{ ...known, fee: '5 元' }]);
    await (await chosen).setFiles({ name: '事项.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    await at('import-look').waitFor();
    await press(page, at('import-look'));
    await at('import-save').waitFor();
    await shot(page, 'hour-import');
    await press(page, at('import-save'));
    await at('import-save').waitFor({ state: 'detached' });
    await moved(page);
    expect((await matter()).fee['zh-Hans']).toBe('5 元');
  });

  it('[H1] an administrator, by keyboard alone, sees the openings of the week', async () => {
    await page.keyboard.press('Alt+2');
    await page.locator('tr[data-row-key]').first().waitFor();
    await moved(page);
    await shot(page, 'hour-openings');
    expect(await page.locator('tr[data-row-key]').count()).toBeGreaterThan(5);
  });

  it('[A3] [S4] an administrator, by keyboard alone, changes a setting, and reads it in the history with author, old and new', async () => {
    await page.keyboard.press('Alt+7');
    await typeIn(page, at('setting-awayMs').locator('input'), '25');
    await shot(page, 'hour-settings');
    await tabTo(page, at('review-settings'), 'Shift+Tab');
    await page.keyboard.press('Enter');
    await moved(page);
    await shot(page, 'hour-settings-confirm');
    await press(page, at('save-settings'));
    await at('settings-changes').waitFor({ state: 'detached' });
    expect(running.hall.system.hall.read(hallRecord).get().settings.awayMs).toBe(25 * 60_000);
    await page.keyboard.press('Alt+8');
    const latest = page.locator('.history tbody tr[data-row-key]').first();
    await latest.waitFor();
    const told = await textOf(latest);
    for (const part of ['郑晓', '暂离保留', '20 分钟', '25 分钟']) expect(told).toContain(part);
    // Whoever sets an own password is the author of that.
    const authors = await page.locator('.history tbody tr', { hasText: '密码已重新设定' }).allTextContents();
    expect(authors.filter((text) => text.includes('设备登记'))).toEqual([]);
    await moved(page);
    await shot(page, 'hour-history');
  });

  it('[A1] an administrator, by keyboard alone, enrols a kiosk by the address that is shown once', async () => {
    await page.keyboard.press('Alt+5');
    await press(page, at('new-device'));
    await typeIn(page, at('device-name'), '门口取号机');
    await shot(page, 'hour-new-device');
    await press(page, at('create-device'));
    const address = await textOf(at('device-url'));
    await shot(page, 'hour-device');
    const kiosk = await page.context().newPage();
    await kiosk.setViewportSize({ width: 1080, height: 1920 });
    await kiosk.goto(address);
    await kiosk.getByTestId('group-A').waitFor();
    await kiosk.close();
    await press(page, at('shown-once-done'));
    await moved(page);
    await shot(page, 'hour-devices');
  });
});
