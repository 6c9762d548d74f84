import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CaseId } from '../../../../schema/ids.ts';
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

/** Accepted cases of the clerk at counter 3, from one ticket with as many matters. */
async function acceptedCases(account: string, count: number): Promise<CaseId[]> {
  const { hall } = sample;
  const clerk = await hall.clerk(account);
  const own = (await clerk.boards.staff({})).rows.counters.find((one) => one.label === '3')!;
  const { matters } = await clerk.catalogue({});
  const offered = matters.filter(({ letter, offered }) => own.letters.includes(letter) && offered).slice(0, count);
  const matterIds = offered.map((one) => one.id);
  const { ticketId } = await clerk.tickets.issue({ ...wish(), matterIds, care: false, printing: false });
  await clerk.counters.open({ ...wish(), counterId: own.id });
  await clerk.tickets.callNext({ ...wish(), counterId: own.id });
  await clerk.tickets.start({ ...wish(), ticketId });
  const found = hall.system.hall.read(cases).ofTicket(ticketId);
  for (const { id: caseId } of found)
    await clerk.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'accepted', note: '' } });
  await clerk.tickets.finish({ ...wish(), ticketId });
  return found.map(({ id }) => id);
}

it('[C15] an administrator gives each case of a clerk who leaves an owner in one dialog, which switches the account off', async () => {
  const { hall, screens } = sample;
  const given = await acceptedCases('chenjing', 5);
  expect(given).toHaveLength(5);
  const clerk = hall.system.hall.read(clerks);
  const [leaver, heir] = [clerk.byAccount('chenjing')!, clerk.byAccount('wangfang')!];
  const chenjing = await hall.clerk('chenjing');
  await chenjing.cases.offer({ ...wish(), caseId: given[4]!, to: heir.id, note: '请接办' });

  const admin = await screens.counter();
  await signIn(admin, 'administrator');
  await admin.getByTestId('section-clerks').click();
  await admin.locator('tr', { hasText: 'chenjing' }).getByTestId('edit-clerk').click();
  await admin.getByText('账号可用').last().click();
  await admin.getByTestId('save-clerk').click();
  await admin.getByTestId('hand-over-first').waitFor();
  await shot(admin, 'leaving-refused');
  await admin.getByTestId('hand-over-first').click();
  await expect.poll(() => admin.getByTestId('new-owner').count()).toBe(5);
  await admin.getByTestId('hand-over-reason').fill('调往区政务中心');
  expect(await admin.getByTestId('hand-over').isDisabled()).toBe(true);
  await admin.getByTestId('hand-over-note').fill('原件都在三号窗口二号柜');
  await shot(admin, 'leaving-dialog');
  await admin.getByTestId('hand-over').click();
  await eventually(() => expect(hall.system.hall.read(clerks).all().get(leaver.id)?.active).toBe(false));
  for (const caseId of given) {
    const found = hall.system.hall.read(cases).byId(caseId)!;
    expect(found.firstContact).toBe(leaver.id);
    expect(found.handler).not.toBe(leaver.id);
    expect(found.offer).toBeUndefined();
    expect(hall.system.hall.read(clerks).all().get(found.handler)).toMatchObject({ active: true, blocked: false });
  }
  await admin.getByTestId('save-clerk').waitFor({ state: 'detached' });
});

it('[C15] a supervisor hands all cases of one handler over from the hall’s cases', async () => {
  const { hall, screens } = sample;
  const { handler } = hall.system.hall.read(cases).goingOn()[0]!;
  const name = hall.system.hall.read(clerks).all().get(handler)!.name;
  const boss = await screens.counter();
  await boss.getByTestId('language').getByText('EN').click();
  await signIn(boss, 'supervisor');
  await boss.getByTestId('section-hall-cases').click();
  await boss.getByTestId('handler-choice').click();
  await boss.locator('.ant-select-item-option', { hasText: name }).click();
  await shot(boss, 'hall-cases-of-one');
  await boss.getByTestId('hand-over-all').click();
  await boss.getByTestId('new-owner').first().waitFor();
  await boss.getByTestId('hand-over-reason').fill('病假两周');
  await boss.getByTestId('hand-over-note').fill('原件都在三号窗口二号柜');
  await shot(boss, 'hand-over-all');
  await boss.getByTestId('hand-over').click();
  await eventually(() =>
    expect(
      hall.system.hall
        .read(cases)
        .goingOn()
        .filter((one) => one.handler === handler),
    ).toEqual([]),
  );
  expect(hall.system.hall.read(clerks).all().get(handler)?.active).toBe(true);
});
