import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { log, run, trace, write } from '../../case-log/case-log-fixture.ts';
import { signIn } from '../counter/steps.ts';
import { picture, type SampleTestHall, settled, startSampleHall } from '../screens.ts';

const OVER = trace('贵街办-2025-0117', { matter: '最低生活保障' }, [
  { activity: '登记', time: '2025-03-03T01:05:00.000Z', who: '王芳' },
  { activity: '受理', time: '2025-03-04T01:30:00.000Z', who: '王芳' },
  { activity: '入户调查', time: '2025-03-10T02:00:00.000Z', life: 'start', who: '赵先生' },
  { activity: '入户调查', time: '2025-03-11T08:00:00.000Z', life: 'complete', who: '赵先生' },
  { activity: '准予', time: '2025-03-20T03:00:00.000Z', who: '刘洋' },
  { activity: '办结', time: '2025-03-21T03:00:00.000Z', who: '刘洋' },
]);
const GOES_ON = trace('贵街办-2026-0204', { matter: '最低生活保障' }, [
  { activity: '登记', time: '2026-11-17T01:05:00.000Z', who: '刘洋' },
  { activity: '受理', time: '2026-11-17T01:30:00.000Z', who: '王芳' },
]);
const LATE = trace('贵街办-2026-0033', { matter: '最低生活保障' }, [
  { activity: '受理', time: '2026-03-03T01:30:00.000Z', who: '赵先生' },
]);

let dir: string;
let running: SampleTestHall;
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'shouwen-moved-'));
  const at = join(dir, 'hall');
  const first = await startSampleHall({ dir: at });
  await first.screens.close();
  await first.hall.stop();
  const map = write(dir, 'map.json', JSON.stringify({ withoutEnd: 'open', matters: { 最低生活保障: 'A11-MS-03' } }));
  const file = write(dir, 'old.xes', log(OVER, GOES_ON, LATE));
  const { said } = await run(at, 'import', '--map', map, '--handler', 'wangfang', file);
  expect(said).toContain('PASS  3 cases');
  running = await startSampleHall({ dir: at });
});
afterAll(async () => {
  await running.screens.close();
  await running.hall.stop();
  rmSync(dir, { recursive: true, force: true });
});

it('[C6] [C10] [C12] a clerk finds a case of the former system by its old number, and reads on its page what happened then', async () => {
  const page = await running.screens.counter();
  await signIn(page, 'wangfang');
  await page.getByTestId('section-cases').click();
  await page.getByTestId('origin').nth(1).waitFor();
  await picture(page, 'moved-mine');
  expect(await page.getByTestId('origin').allTextContents()).toEqual([
    '原系统 贵街办-2026-0033',
    '原系统 贵街办-2026-0204',
  ]);
  await page.keyboard.press('/');
  await settled(page);
  await page.getByTestId('box-typed').waitFor();
  await page.keyboard.type('贵街办-2025-0117');
  await settled(page);
  await page.keyboard.press('Enter');
  await page.getByTestId('box-case').waitFor();
  await picture(page, 'moved-box');
  await page.keyboard.press('Enter');
  await page.getByTestId('case-page').waitFor();
  await page.getByText('入户调查').first().waitFor();
  await picture(page, 'moved-page');
});

it('[C2] [S4] a supervisor reads who had it in the former system, and when', async () => {
  const page = await running.screens.counter();
  await page.setViewportSize({ width: 1920, height: 1080 });
  await signIn(page, 'supervisor');
  await page.getByTestId('section-hall').click();
  await page.getByTestId('answerable').click();
  await page.getByTestId('answerable-number').fill('贵街办-2025-0117');
  await page.keyboard.press('Enter');
  await page.locator('.ant-table-row').nth(2).waitFor();
  await picture(page, 'moved-answerable');
  const rows = page.locator('.ant-table-row');
  const cells = await rows.evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent)));
  expect(cells.map((row) => [row[2], row[5]])).toEqual([
    ['王芳', '首次接件'],
    ['赵先生', '原系统中经办'],
    ['刘洋', '原系统中经办'],
  ]);
  await page.getByTestId('section-hall-cases').click();
  await settled(page);
  await picture(page, 'moved-now');
});
