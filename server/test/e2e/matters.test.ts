import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MatterId } from '../../../schema/ids.ts';
import { newRequestId } from '../../../web/client.ts';
import { picture, type SampleTestHall, signIn, startSampleHall, textOf } from './screens.ts';

/** 临时救助申请. */
const MATTER = 'A11-MS-03' as MatterId;

let running: SampleTestHall;
let page: Page;
beforeAll(async () => {
  running = await startSampleHall();
  page = await running.screens.counter();
  await signIn(page, 'administrator');
  await page.getByTestId('section-matters').click();
});
afterAll(async () => {
  await running.screens.close();
  await running.hall.stop();
});

/** A dialog comes and goes with a motion, and the page's clock stands. */
const moved = () => page.clock.runFor(1_000);
const shot = (name: string) => picture(page, name);
const catalogue = async () => (await running.hall.clerk('administrator')).catalogue({});

describe('the guidance catalogue on its administrator’s screen', () => {
  it('[L1] a matter is edited, with what hangs on it read before it is saved', async () => {
    const clerk = await running.hall.clerk('wangfang');
    await clerk.tickets.issue({ requestId: newRequestId(), matterIds: [MATTER], care: false, printing: false });
    await page.getByPlaceholder('名称').fill('临时救助');
    await page.getByTestId(`edit-${MATTER}`).click();
    await moved();
    expect(await textOf(page.getByTestId('matter-touches'))).toContain('现在有 1 人在等或在办、0 个预约、0 件未结');
    const save = page.getByTestId('save-matter');
    expect(await save.isDisabled()).toBe(true);
    await page.getByTestId('matter-limit').fill('15');
    const rows = page.getByTestId('material-row');
    const before = await rows.count();
    await page.getByTestId('add-material').click();
    expect(await save.isDisabled()).toBe(true);
    await page.getByTestId(`material-${before}-zh-Hans`).fill('近期免冠照片');
    await page.getByTestId(`material-${before}-zh-Hant`).fill('近期免冠照片');
    await page.getByTestId('material-0-remove').click();
    await page.getByTestId('matter-name-zh-Hans').scrollIntoViewIfNeeded();
    expect(await textOf(page.getByTestId('changes-materials'))).toContain('近期免冠照片');
    expect(await textOf(page.getByTestId('changes-evidence'))).toContain('本大厅');
    // Beside the button, at the top of the form as at its end.
    for (const at of [page.getByTestId('changes-materials'), save]) {
      const box = await at.boundingBox();
      expect(box!.y + box!.height).toBeLessThanOrEqual(768);
    }
    await shot('matter-form');
    await save.click();
    await page.getByTestId('save-matter').waitFor({ state: 'detached' });
    const saved = (await catalogue()).matters.find(({ id }) => id === MATTER)!;
    expect(saved).toMatchObject({ limitDays: 15, offered: true });
    expect(saved.materials.at(-1)).toMatchObject({ id: `${MATTER}.${before + 1}`, 'zh-Hans': '近期免冠照片' });
    expect(saved.materials).toHaveLength(before);
  });

  it('[L1] the form of a matter leads to the row on which the rest of it is changed, and back', async () => {
    await page.getByTestId(`edit-${MATTER}`).click();
    await moved();
    await page.getByTestId('show-row').click();
    await moved();
    await page.getByTestId(`versions-${MATTER}`).waitFor();
    await page.getByText('在“修改”里改').waitFor();
    await shot('matter-row');
    await page.locator('tr', { hasText: MATTER }).locator('.ant-table-row-expand-icon').click();
    await moved();
  });

  it('[L1] a file is looked at row by row before it is saved, and one with a faulty row is not', async () => {
    const download = page.waitForEvent('download');
    await page.getByTestId('export-matters').click();
    await moved();
    await page.getByText('CSV（UTF-8）').click();
    const file = readFileSync((await (await download).path())!, 'utf8');
    expect(file.split('\r\n')[0]).toContain('事项编码');
    const choose = async (text: string) => {
      const buffer = Buffer.from(text);
      await page.getByTestId('matters-file').setInputFiles({ name: '事项.csv', mimeType: 'text/csv', buffer });
      await page.getByTestId('import-look').click();
      await page.getByTestId('import-save').waitFor();
      await moved();
    };
    await choose(file.replace(/\r\n([\w-]+),A,/, '\r\n$1,a,'));
    await page.getByText(/只能填A、B、C/).waitFor();
    await page.getByText('取 消').or(page.getByText('取消')).last().click();
    await moved();
    await choose(file.replaceAll('自然日', '光年'));
    await shot('import-faulty');
    expect(await page.getByTestId('import-save').isDisabled()).toBe(true);
    expect(await textOf(page.getByTestId('import-why-not'))).toContain('不能收入');
    await page.getByText('只能填工作日、自然日').first().waitFor();
    await page.getByText('取 消').or(page.getByText('取消')).last().click();
    await moved();
    await choose(file.replace('临时救助申请', '临时救助'));
    expect(await textOf(page.getByTestId('import-count'))).toBe('新增 0 项，修改 1 项，不变 61 项，不能收入 0 行。');
    const [, old, next] = await page.getByTestId('changes-names').locator('td').allTextContents();
    expect([old, next].map((text) => text!.split(' / ')[0])).toEqual(['临时救助申请', '临时救助']);
    await shot('import-right');
    await page.getByTestId('import-save').click();
    await page.getByTestId('import-save').waitFor({ state: 'detached' });
    await moved();
    const saved = (await catalogue()).matters.find(({ id }) => id === MATTER)!;
    expect(saved.names['zh-Hans']).toBe('临时救助');
  });

  it('[L1] a copy has to have a name of its own, and is offered only when somebody offers it', async () => {
    await page.getByTestId(`copy-${MATTER}`).click();
    await moved();
    await page.getByTestId('matter-name-en').fill('Temporary relief, renewed');
    await page.getByTestId('save-matter').click();
    expect(await textOf(page.getByTestId('refused'))).toContain('目录里已有同名事项');
    await page.getByTestId('matter-name-zh-Hans').fill('临时救助复审');
    await shot('matter-copy');
    await page.getByTestId('save-matter').click();
    await page.getByTestId('save-matter').waitFor({ state: 'detached' });
    const copy = (await catalogue()).matters.find(({ names }) => names['zh-Hans'] === '临时救助复审')!;
    expect(copy.offered).toBe(false);
    await moved();
    await page.getByTestId(`offered-${copy.id}`).waitFor();
    await shot('matters');
  });

  it('[L2] a matter of the hall’s own is offered once its approval is entered', async () => {
    const copy = (await catalogue()).matters.find(({ names }) => names['zh-Hans'] === '临时救助复审')!;
    await page.getByTestId(`offered-${copy.id}`).click();
    await page.getByTestId('matter-touches').waitFor();
    await page.getByTestId('sure-change').click();
    await page.getByText('请先填写该事项的设立依据').waitFor();
    await shot('matter-sure');
    await page.keyboard.press('Escape');
    await page.getByTestId('sure-change').waitFor({ state: 'detached' });
    await page.locator('tr', { hasText: '临时救助复审' }).locator('.ant-table-row-expand-icon').click();
    await moved();
    await page.getByTestId(`standing-${copy.id}`).getByText('目录以外').click();
    expect(await page.getByTestId(`save-standing-${copy.id}`).isDisabled()).toBe(true);
    await page.getByTestId(`approval-${copy.id}`).fill('花府批〔2026〕3 号');
    await page.getByTestId(`approval-on-${copy.id}`).fill('2026-03-01');
    // What hangs on the matter stands at the change itself.
    await page.getByTestId('matter-touches').waitFor();
    await page.getByTestId(`standing-${copy.id}`).scrollIntoViewIfNeeded();
    await shot('matter-standing');
    await page.getByTestId(`save-standing-${copy.id}`).click();
    const saved = async () => (await catalogue()).matters.find(({ id }) => id === copy.id)!.standing ?? null;
    await expect.poll(saved, { timeout: 10_000 }).not.toBeNull();
    await moved();
    await page.getByTestId(`offered-${copy.id}`).click();
    await page.getByTestId('sure-change').click();
    await expect
      .poll(async () => (await catalogue()).matters.find(({ id }) => id === copy.id)!.offered, { timeout: 10_000 })
      .toBe(true);
  });

  it('[L1] what hangs on a matter is named, and leads to its ticket once nothing typed would be lost', async () => {
    await page.getByPlaceholder('事项名称').fill('临时救助');
    await moved();
    await page.getByTestId(`edit-${MATTER}`).click();
    const touched = page.getByTestId('matter-touches');
    await touched.getByText('在等或在办：').waitFor();
    await page.getByTestId('matter-limit').fill('14');
    await touched.getByTestId('touched-A001').click();
    await moved();
    await page.getByText('没有保存的修改会丢失，仍要打开吗？').waitFor();
    await shot('matter-touched');
    await page
      .getByText('打 开')
      .or(page.getByText('打开', { exact: true }))
      .last()
      .click();
    await moved();
    // The form is left, and the ticket is shown in its place.
    await touched.waitFor({ state: 'detached' });
    await page.getByText('A001').first().waitFor();
    await shot('touched-ticket');
    await page.getByTestId('section-matters').click();
  });

  it('[L1] two versions of a matter are compared on its row, and a sample of a material is uploaded there', async () => {
    await page.getByPlaceholder('事项名称').fill('临时救助');
    await moved();
    await page.locator('tr', { hasText: MATTER }).locator('.ant-table-row-expand-icon').click();
    await moved();
    await page.getByTestId(`versions-${MATTER}`).click();
    const compared = page.getByTestId('versions-compared');
    await compared.waitFor();
    expect(await textOf(compared)).toContain('临时救助申请');
    await page.keyboard.press('Escape');
    await moved();
    const { materials } = (await catalogue()).matters.find(({ id }) => id === MATTER)!;
    const one = materials[0]!.id;
    const buffer = readFileSync(new URL('../../../docs/images/phone.png', import.meta.url));
    await page.getByTestId(`picture-file-${one}`).setInputFiles({ name: '样例.png', mimeType: 'image/png', buffer });
    await page.getByTestId('sure-picture').waitFor();
    expect(await textOf(page.getByTestId('matter-touches').last())).toContain('人在等或在办');
    await moved();
    await shot('matter-sure-picture');
    await page.getByTestId('sure-picture').click();
    await page.getByTestId(`picture-${one}`).locator('img').waitFor();
    await page.getByTestId(`picture-${one}`).scrollIntoViewIfNeeded();
    await shot('matter-pictures');
    await page.getByTestId(`picture-remove-${one}`).click();
    await page.getByTestId('sure-picture').click();
    await page.getByTestId(`picture-${one}`).locator('img').waitFor({ state: 'detached' });
  });
});
