import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CaseId, MatterId } from '../../../../schema/ids.ts';
import { type Client, newRequestId } from '../../../../web/client.ts';
import { signIn } from '../counter/steps.ts';
import { picture, type SampleTestHall, startSampleHall } from '../screens.ts';

const MATTER = 'A11-MS-03' as MatterId;
/** As many as one page shows, and two more. */
const COUNT = 52;
const wish = () => ({ requestId: newRequestId() });

let running: SampleTestHall;
let wang: Client;
let page: Page;
const caseIds: CaseId[] = [];
beforeAll(async () => {
  running = await startSampleHall();
  wang = await running.hall.clerk('wangfang');
  for (let n = 0; n < COUNT; n++) caseIds.push(await accepted());
  page = await running.screens.counter();
  await signIn(page, 'wangfang');
});
afterAll(async () => {
  await running.screens.close();
  await running.hall.stop();
});

async function accepted(): Promise<CaseId> {
  const come = { matterId: MATTER, by: 'visit', number: '', receivedOn: '2026-11-23' } as const;
  const { caseId } = await wang.cases.take({ ...wish(), ...come });
  await wang.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'accepted', note: '' } });
  return caseId;
}

it('[C2] [C10] the second page of the own cases keeps its first row when a case of the first page is closed', async () => {
  const numbers = async () =>
    (await page.locator('.cases article').allTextContents()).map((text) => /SL\d{4}-\d{6}/.exec(text)![0]);
  await page.getByTestId('section-cases').click();
  await expect.poll(async () => (await numbers()).length).toBe(50);
  const first = await numbers();
  await picture(page, 'case-pages-first');
  await page.locator('.ant-pagination-next').click();
  await expect.poll(async () => (await numbers()).length).toBe(2);
  const second = await numbers();
  expect(second.filter((one) => first.includes(one))).toEqual([]);
  // One of the first page goes, and one more comes: by counting rows the second page would lose its first one.
  await wang.cases.close({ ...wish(), caseId: caseIds[0]!, outcome: 'withdrawn', note: '本人撤回', here: true });
  await accepted();
  await expect.poll(async () => (await numbers()).length).toBe(3);
  expect((await numbers()).slice(0, 2)).toEqual(second);
  await picture(page, 'case-pages-second');
  await page.locator('.ant-pagination-prev').click();
  await expect.poll(async () => (await numbers()).length).toBe(50);
  // One has gone, and the next one stands in its place.
  expect((await numbers()).filter((one) => !first.includes(one))).toEqual(second.slice(0, 1));
});
