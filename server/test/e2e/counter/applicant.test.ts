import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { MatterId } from '../../../../schema/ids.ts';
import { newRequestId } from '../../../../web/client.ts';
import { cases } from '../../../cases/tables/cases.ts';
import { openCounterByKeys, picture, press, type SampleTestHall, startSampleHall } from '../screens.ts';
import { atCounterOne, choose, moved, openCase, step } from './steps.ts';

const MATTER = 'A11-MS-03' as MatterId;
const wish = () => ({ requestId: newRequestId() });
let running: SampleTestHall;
let clerk: Page;
beforeAll(async () => {
  running = await startSampleHall();
  const administrator = await running.hall.clerk('administrator');
  await administrator.administration.keepOfMatter({
    ...wish(),
    matterId: MATTER,
    identity: 'kept',
    retentionDays: null,
  });
  clerk = await atCounterOne(running, MATTER, 1);
});
afterAll(async () => {
  await running.screens.close();
  await running.hall.stop();
});

it('[P2] a clerk enters who applies at the counter, sees them masked, and shows one field', async () => {
  await press(clerk, 'call-next', 'Space');
  await press(clerk, 'start', 'Space');
  await clerk.getByTestId('applicant-lacks').waitFor();
  await moved(clerk);
  await picture(clerk, 'applicant-lacks');
  await clerk.getByTestId('applicant-enter').click();
  await clerk.clock.runFor(1_000);
  await clerk.getByTestId('privacy-notice').waitFor();
  await clerk.getByTestId('applicant-name').fill('王小花');
  await clerk.getByTestId('applicant-telephone').fill('13985001234');
  await clerk.getByTestId('document-number').fill('11010519491231002x');
  await picture(clerk, 'applicant-form');
  await clerk.getByTestId('applicant-submit').click();
  await clerk.getByTestId('person-name').filter({ hasText: '王*花' }).waitFor();
  await clerk.getByTestId('reveal-name').click();
  await clerk.getByTestId('person-name').filter({ hasText: '王小花' }).waitFor();
  await clerk.clock.runFor(1_000);
  await clerk.getByTestId('applicant-lacks').waitFor({ state: 'detached' });
  await picture(clerk, 'applicant-panel');
  expect(await clerk.getByTestId('person-telephone').textContent()).toBe('*********1234');
});

it('[C14] a helper is entered at the counter with the applicant’s word, and is not told what the applicant did not say', async () => {
  const shot = async (name: string) => {
    await moved(clerk);
    await picture(clerk, name);
  };
  await clerk.getByTestId('helper-enter').click();
  await moved(clerk);
  await clerk.getByTestId('helper-name').fill('王大山');
  await clerk.getByTestId('helper-scope').getByText('听取、领取结果').click();
  await clerk.getByTestId('helper-until').fill('2026-11-30');
  expect(await clerk.getByTestId('helper-submit').isDisabled()).toBe(true);
  await clerk.getByTestId('applicants-word').getByText('授权委托书').click();
  await shot('helper-form');
  await clerk.getByTestId('helper-submit').click();
  const shown = clerk.getByTestId('helper');
  await expect.poll(() => shown.textContent()).toContain('家人 · 交材料 · 至 2026年11月30日 · 授权委托书');
  expect(await shown.textContent()).toContain('王*山');
  await shot('helper-at-counter');
  const api = await running.hall.clerk('wangfang');
  const { caseId } = (await api.cases.mine({}))[0]!;
  for (const box of await clerk.locator('[data-testid^=ticked-]:enabled').all()) await box.check();
  await clerk.getByTestId('checklist-next').click();
  await clerk.getByTestId('conclude-form').getByTestId('who-comes').getByText('代办人').click();
  await shot('helper-concludes');
  await clerk.getByTestId('conclude-submit').click();
  await expect.poll(async () => (await api.cases.one({ caseId })).phase).toBe('accepted');
  const [first] = running.hall.system.store.ledger
    .load(`case:${caseId}`)
    .filter(({ event }) => event.type === 'case-accepted');
  expect(first?.event).toHaveProperty('helperId');
  await api.cases.close({ ...wish(), caseId, outcome: 'granted', note: '准予' });
  await openCase(clerk);
  await step(clerk, 'act-tell');
  await clerk.getByText('已告知', { exact: true }).click();
  await clerk.getByTestId('who-comes').getByText('代办人').click();
  await choose(clerk, 'tell-way', '本人领取');
  await clerk.getByTestId('signed-by').fill('王大山');
  await clerk.getByTestId('signed-last-four').fill('123x');
  await clerk.getByTestId('signed-on-paper').click();
  await shot('signed-form');
  await clerk.getByTestId('act-submit').click();
  await expect.poll(() => clerk.getByTestId('refused').textContent()).toContain('代办人没有受托领取结果');
  await shot('helper-refused');
  await clerk.getByRole('button', { name: '取消' }).last().click();
  await moved(clerk);
  await clerk.getByTestId('language').getByText('EN').click();
  await expect.poll(() => shown.textContent()).toContain('family · hand papers in · until 30 Nov 2026');
  await shot('helper-case-page-en');
  const phone = await running.screens.phone(false);
  const [paper] = await api.cases.papers({ caseId });
  await phone.goto(`/c/${paper!.path!.replace(/^.*\/|\?.*$/g, '')}`);
  expect(await phone.locator('body').textContent()).toContain('您登记了代办人，可以替您来办，到 2026年11月30日 为止');
  expect(await phone.locator('body').textContent()).not.toContain('王*山');
  await picture(phone, 'helper-phone', { fullPage: true });
  await clerk.getByTestId('helper-end').click();
  await moved(clerk);
  await clerk.getByTestId('applicants-word').getByText('telephone').click();
  await shot('helper-end-en');
  await clerk.getByTestId('helper-submit').click();
  await expect.poll(() => shown.textContent()).toContain('ended on 23 Nov 2026');
});

it('[P2] the applicant of a visit of two matters is entered once, and is that of both cases', async () => {
  const { hall } = running;
  const other = await hall.clerk('chenjing');
  const { matters } = await other.catalogue({});
  const two = matters.filter(({ letter, offered, identity }) => letter === 'B' && offered && identity === 'none');
  const matterIds = two.slice(0, 2).map(({ id }) => id);
  const { ticketId } = await other.tickets.issue({ ...wish(), matterIds, care: false, printing: false });
  const page = await running.screens.counter();
  await openCounterByKeys(page, 'chenjing', 3);
  await press(page, 'call-next', 'Space');
  await press(page, 'start', 'Space');
  await page.getByTestId('applicant-hint').waitFor();
  await page.getByTestId('applicant-enter').click();
  await page.clock.runFor(1_000);
  expect(await page.getByTestId('applicant-all').isChecked()).toBe(true);
  await page.getByTestId('applicant-name').fill('李建军');
  await page.getByTestId('applicant-submit').click();
  await page.getByTestId('person-name').filter({ hasText: '李*军' }).waitFor();
  const named = hall.system.hall.read(cases).ofTicket(ticketId);
  expect(named).toHaveLength(2);
  expect(new Set(named.map(({ personId }) => personId)).size).toBe(1);
  expect(named[0]!.personId).toBeDefined();
  expect(await page.getByTestId('applicant-hint').count()).toBe(0);
});
