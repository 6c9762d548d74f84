import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { MatterId } from '../../../../schema/ids.ts';
import { newRequestId } from '../../../../web/client.ts';
import { eventually, PASSWORD } from '../../harness.ts';
import { picture, press, type SampleTestHall, settled, startSampleHall, textOf } from '../screens.ts';
import { atCounterOne, moved } from './steps.ts';

/** 临时救助申请: letter A, served by counter 1; its last material may follow here. */
const MATTER = 'A11-MS-03' as MatterId;
const wish = () => ({ requestId: newRequestId() });

let running: SampleTestHall;
let clerk: Page;
beforeAll(async () => {
  running = await startSampleHall();
  const administrator = await running.hall.clerk('administrator');
  const { matters } = await administrator.catalogue({});
  const last = matters.find(({ id }) => id === MATTER)!.materials.at(-1)!;
  await administrator.administration.termsOfMatter({
    ...{ ...wish(), matterId: MATTER, promisedDays: 10, mayFollow: [last.id] },
  });
  clerk = await atCounterOne(running, MATTER, 1);
});
afterAll(async () => {
  await running.screens.close();
  await running.hall.stop();
});

const shot = (page: Page, name: string) => picture(page, name, { fullPage: true });

it('[C13] [C16] what may follow is accepted on a promised day, and handed in on the case’s page', async () => {
  await press(clerk, 'call-next', 'Space');
  await press(clerk, 'start', 'Space');
  await clerk.locator('[data-testid=next-action][data-kind=conclude]').waitFor();
  await settled(clerk);
  const boxes = clerk.locator('[data-testid=checklist] input');
  const count = await boxes.count();
  for (let at = 0; at < count - 1; at++) await boxes.nth(at).check();
  await clerk.getByTestId('checklist-next').getByText('容缺受理').waitFor();
  await shot(clerk, 'promise-checklist');
  await clerk.getByTestId('checklist-next').click();
  expect(await clerk.getByTestId('conclude-submit').isDisabled()).toBe(true);
  await clerk.getByTestId('follow-by').fill('2026-12-01');
  await shot(clerk, 'promise-form');
  await clerk.getByTestId('conclude-submit').click();
  expect(await textOf(clerk.getByTestId('receipt-no'))).toMatch(/^SL/);
  const popup = clerk.waitForEvent('popup');
  await clerk.getByTestId('print-paper').click();
  const paper = await popup;
  for (const said of ['容缺后补', '2026年12月1日', '不能准予'])
    expect(await textOf(paper.locator('main'))).toContain(said);
  await shot(paper, 'paper-promise');
  await paper.close();
  await press(clerk, 'finish', 'Space');
  await clerk.getByTestId('section-cases').click();
  await clerk.getByTestId('open-case').first().click();
  await clerk.getByTestId('owed-promise').waitFor();
  await shot(clerk, 'promise-case');
  await clerk.getByTestId('act-receive').click();
  await moved(clerk);
  const dialog = clerk.getByRole('dialog');
  await dialog.getByRole('checkbox').check();
  await shot(clerk, 'promise-receive');
  await dialog.getByTestId('act-submit').click();
  await clerk.getByTestId('owed-promise').waitFor({ state: 'detached' });
});

it('[C1] an objection to what is decided opens a linked case, and each page shows the other', async () => {
  const { cases } = await running.hall.clerk('wangfang');
  const [one] = await cases.mine({});
  await cases.close({ ...wish(), caseId: one!.caseId, outcome: 'granted', note: '准予' });
  await clerk.getByTestId('act-linked').click();
  await moved(clerk);
  await clerk.getByRole('dialog').getByTestId('act-text').fill('没有解决，屋顶还在漏水');
  await shot(clerk, 'linked-form');
  await clerk.getByRole('dialog').getByTestId('act-submit').click();
  expect(await textOf(clerk.getByTestId('given-no'))).toBe('SL2026-000002');
  await moved(clerk);
  await clerk.getByTestId('given-leave').click();
  await clerk.getByTestId('linked-to').waitFor();
  await moved(clerk);
  await shot(clerk, 'linked-before');
  await clerk.getByTestId('linked-to').click();
  await clerk.getByTestId('linked-from').waitFor();
  await shot(clerk, 'linked-after');
  expect(await textOf(clerk.getByTestId('case-no'))).toBe('SL2026-000002');
});

it('[C9] [C13] an administrator marks on the screen what may follow, what is promised, and on what the clock stands still', async () => {
  const administrator = await running.screens.counter();
  await administrator.getByTestId('account').fill('administrator');
  await administrator.getByTestId('password').fill(PASSWORD);
  await administrator.keyboard.press('Enter');
  await administrator.getByTestId('section-matters').click();
  await administrator.getByPlaceholder('事项名称').first().fill(MATTER);
  await administrator.getByRole('button', { name: /展开/ }).first().click();
  await administrator.getByTestId(`promised-${MATTER}`).waitFor();
  await administrator.getByTestId(`promised-${MATTER}`).fill('8');
  await administrator.getByTestId(`follows-${MATTER}`).getByRole('checkbox').first().check();
  await administrator.getByTestId(`public-notice-basis-${MATTER}`).fill('临时救助办法第十一条');
  await moved(administrator);
  await shot(administrator, 'promise-terms');
  await administrator.getByTestId(`terms-${MATTER}`).click();
  const asked = async () => {
    const { matters } = await (await running.hall.clerk('wangfang')).catalogue({});
    return matters.find(({ id }) => id === MATTER)!;
  };
  await eventually(async () => expect((await asked()).promisedDays).toBe(8));
  const { materials } = await asked();
  expect([materials[0]?.mayFollow, materials.at(-1)?.mayFollow]).toEqual([true, true]);
});

it('[C9] a clerk chooses a public notice with the basis of the matter, and cannot choose what the matter names no basis for', async () => {
  await clerk.reload();
  await clerk.getByTestId('section-cases').click();
  const accepted = clerk.locator('article.case', { has: clerk.locator('.chip.phase-accepted') });
  await accepted.getByTestId('open-case').click();
  await clerk.getByTestId('act-pause').click();
  await moved(clerk);
  await clerk.getByTestId('pause-kind').click();
  await moved(clerk);
  const waiting = clerk.getByTitle(/等待申请人（本事项未写明依据）/);
  await waiting.waitFor();
  expect(await waiting.getAttribute('class')).toContain('disabled');
  await shot(clerk, 'pause-kinds');
  await clerk.getByTitle('公示', { exact: true }).click();
  expect(await clerk.getByTestId('pause-basis').inputValue()).toBe('临时救助办法第十一条');
  expect(await clerk.getByTestId('pause-basis').isEditable()).toBe(false);
  await clerk.getByTestId('act-days').fill('7');
  await moved(clerk);
  await shot(clerk, 'pause-named');
  await clerk.getByTestId('act-submit').click();
  await clerk.getByTestId('owed-pause').waitFor();
});
