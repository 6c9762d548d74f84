import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newRequestId } from '../../../../web/client.ts';
import { cases } from '../../../cases/tables/cases.ts';
import { clerks } from '../../../people/tables/clerks.ts';
import { eventually } from '../../harness.ts';
import { type SampleTestHall, signIn, startSampleHall } from '../screens.ts';

const shots = process.env.SHOTS;
let sample: SampleTestHall;
beforeAll(async () => {
  sample = await startSampleHall();
}, 60_000);
afterAll(async () => {
  await sample.screens.close();
  await sample.hall.stop();
});

const wish = () => ({ requestId: newRequestId() });
const shot = async (page: Page, name: string) =>
  void (shots && (await page.screenshot({ path: `${shots}/${name}.png` })));

it('[C3] [C11] two ticked cases are offered in one dialog, which names the A and B clerk of their matter first', async () => {
  const { hall, screens } = sample;
  const clerk = await hall.clerk('chenjing');
  const own = (await clerk.boards.staff({})).rows.counters.find((one) => one.label === '3')!;
  const { matters } = await clerk.catalogue({});
  const offered = matters.filter(({ letter, offered }) => own.letters.includes(letter) && offered).slice(0, 3);
  const matterIds = offered.map((one) => one.id);
  const { ticketId } = await clerk.tickets.issue({ ...wish(), matterIds, care: false, printing: false });
  await clerk.counters.open({ ...wish(), counterId: own.id });
  await clerk.tickets.callNext({ ...wish(), counterId: own.id });
  await clerk.tickets.start({ ...wish(), ticketId });
  const found = hall.system.hall.read(cases).ofTicket(ticketId);
  for (const { id: caseId } of found)
    await clerk.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'accepted', note: '' } });
  await clerk.tickets.finish({ ...wish(), ticketId });
  const idOf = (account: string) => hall.system.hall.read(clerks).byAccount(account)!.id;

  const admin = await screens.counter();
  await signIn(admin, 'administrator');
  await admin.getByTestId('section-matters').click();
  await admin.locator('tr', { hasText: matterIds[0]! }).locator('.ant-table-row-expand-icon').click();
  for (const [of, name] of [
    ['A', '陈静'],
    ['B', '赵磊'],
  ] as const) {
    await admin.getByTestId(`clerk-${of}-${matterIds[0]}`).locator('input').fill(name);
    await admin.keyboard.press('Enter');
  }
  await shot(admin, 'matter-clerks');
  await admin.getByTestId(`save-clerks-${matterIds[0]}`).click();
  await eventually(async () => {
    const matter = (await clerk.catalogue({})).matters.find(({ id }) => id === matterIds[0])!;
    expect(matter).toMatchObject({ clerkA: idOf('chenjing'), clerkB: idOf('zhaolei') });
  });

  const page = await screens.counter();
  await signIn(page, 'chenjing');
  await page.getByTestId('section-cases').click();
  await expect.poll(() => page.getByTestId('choose-case').count()).toBe(3);
  expect(await page.getByTestId('offer-together').isDisabled()).toBe(true);
  await page.getByTestId('choose-case').first().click();
  await page.getByTestId('choose-case').last().click();
  await shot(page, 'several-chosen');
  await page.getByTestId('offer-together').click();
  await page.getByTestId('offer-to').click();
  const options = page.locator('.ant-select-item-option');
  await options.first().waitFor();
  await shot(page, 'several-offer');
  expect(await options.first().textContent()).toContain('赵磊');
  await options.first().click();
  await page.getByTestId('offer-note').fill('原件都在三号窗口二号柜');
  await page.getByTestId('offer-submit').click();
  const standing = () => found.map(({ id }) => hall.system.hall.read(cases).byId(id)!.offer?.to);
  await eventually(() => expect(standing().filter((to) => to === idOf('zhaolei'))).toHaveLength(2));
  await expect.poll(() => page.getByTestId('take-back-offer').count()).toBe(2);
  await shot(page, 'several-offered');
});
