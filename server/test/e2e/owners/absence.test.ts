import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addDays } from '../../../../schema/time.ts';
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

it('[C11] [C2] a clerk enters an absence, B finds the case with the briefing and decides it, the resident and A read who did', async () => {
  const { hall, screens } = sample;
  const clerk = await hall.clerk('chenjing');
  const admin = await hall.clerk('administrator');
  const idOf = (account: string) => hall.system.hall.read(clerks).byAccount(account)!.id;
  const own = (await clerk.boards.staff({})).rows.counters.find((one) => one.label === '3')!;
  const { matters } = await clerk.catalogue({});
  const offered = matters.filter(({ letter, offered }) => own.letters.includes(letter) && offered).slice(0, 2);
  const [clerkA, clerkB] = [idOf('chenjing'), idOf('zhaolei')];
  for (const { id: matterId } of offered)
    await admin.administration.clerksOfMatter({ ...wish(), matterId, clerkA, clerkB });
  const { ticketId } = await clerk.tickets.issue({
    ...wish(),
    matterIds: offered.map(({ id }) => id),
    care: false,
    printing: false,
  });
  await clerk.counters.open({ ...wish(), counterId: own.id });
  await clerk.tickets.callNext({ ...wish(), counterId: own.id });
  await clerk.tickets.start({ ...wish(), ticketId });
  const found = hall.system.hall.read(cases).ofTicket(ticketId);
  for (const { id: caseId } of found)
    await clerk.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'accepted', note: '' } });
  await clerk.tickets.finish({ ...wish(), ticketId });

  const a = await screens.counter();
  await signIn(a, 'chenjing');
  await a.getByTestId('my-account').click();
  await a.getByTestId('enter-own-absence').click();
  await a.getByTestId('absence-back').fill('2026-11-26');
  await a.getByTestId('absence-note').fill('申请人周二送原件来，材料在三号窗口二号柜');
  await shot(a, 'absence-form');
  await a.getByTestId('save-absence').click();
  await a.getByTestId('own-absence').waitFor();
  await shot(a, 'absence-account');
  await a.keyboard.press('Escape');
  await a.getByTestId('i-am-away').waitFor();
  await shot(a, 'absence-banner');

  const b = await screens.counter();
  await signIn(b, 'zhaolei');
  await b.getByTestId('section-cases').click();
  await expect.poll(() => b.getByTestId('stand-in').count()).toBe(2);
  expect(await b.getByTestId('stand-in').first().textContent()).toContain('申请人周二送原件来');
  await shot(b, 'absence-deputy');
  await b.getByTestId('open-case').first().click();
  await b.getByTestId('case-page').waitFor();
  await shot(b, 'absence-case');
  await b.getByTestId('close-case').click();
  await b.getByRole('dialog').getByText('准予').click();
  await b.getByTestId('decision-note').fill('符合规定');
  await b.getByTestId('close-case-submit').click();
  const decided = () => found.map(({ id }) => hall.system.hall.read(cases).byId(id)!).find((one) => one.decision);
  await eventually(() => expect(decided()).toMatchObject({ handler: clerkA, decision: { by: clerkB } }));

  const [paper] = await clerk.cases.papers({ caseId: decided()!.id });
  const phone = await screens.phone(false);
  await phone.goto(`${hall.origin}${paper!.path!.replace(/^\/paper\/\w+\//, '/c/').replace(/\?.*$/, '')}`);
  expect(await phone.textContent('body')).toContain('由 赵磊 代为办理');
  await shot(phone, 'absence-phone');

  await a.getByTestId('i-am-back').click();
  await expect.poll(() => a.getByTestId('i-am-away').count()).toBe(0);
  await a.getByTestId('section-cases').click();
  await expect.poll(() => a.getByTestId('meanwhile').count()).toBe(1);
  expect(await a.getByTestId('meanwhile').textContent()).toContain('赵磊');
  await shot(a, 'absence-meanwhile');
});

it('[C11] [D2] an absence that another enters is on screens that are open: the clerk’s bar, the deputy’s own cases, the supervisor’s list', async () => {
  const { hall, screens } = sample;
  const [clerk, admin] = [await hall.clerk('chenjing'), await hall.clerk('administrator')];
  const [{ clerkId }, board] = [await clerk.session.me({}), await clerk.boards.staff({})];
  const { clerkId: deputy } = await (await hall.clerk('zhaolei')).session.me({});
  const { day } = board.rows.hall[0]!;
  const { matters } = await clerk.catalogue({});
  const matterId = matters.find(({ offered }) => offered)!.id;
  const { caseId } = await clerk.cases.take({
    ...wish(),
    matterId,
    by: 'letter',
    number: '来信 12 号',
    receivedOn: day,
  });
  await clerk.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'accepted', note: '' } });

  const [a, b, s] = [await screens.counter(), await screens.counter(), await screens.counter()];
  await signIn(a, 'chenjing');
  await a.getByTestId('my-account').waitFor();
  await signIn(b, 'zhaolei');
  await b.getByTestId('section-cases').click();
  const card = b.getByTestId('my-case').filter({ hasText: '来信 12 号' });
  const pages = b.getByTestId('my-case').or(b.locator('.ant-empty'));
  await pages.first().waitFor();
  expect(await card.count()).toBe(0);
  await signIn(s, 'supervisor');
  await s.getByTestId('section-absences').click();
  const row = s.getByTestId('absences').locator('tr', { hasText: '陈静' });
  await s.getByTestId('absences').locator('table').waitFor();
  expect(await row.count()).toBe(0);

  const time = '00:00';
  const times = { from: { day, time }, backOn: { day: addDays(day, 3), time } };
  const note = '材料在三号窗口二号柜';
  const { absenceId } = await admin.absences.enter({ ...wish(), ...times, clerkId, deputy, note, override: null });
  await a.getByTestId('i-am-away').waitFor();
  await card.waitFor();
  await row.filter({ hasText: '离岗中' }).waitFor();
  await Promise.all([shot(a, 'told-away'), shot(b, 'told-deputy'), shot(s, 'told-list')]);

  await admin.absences.end({ ...wish(), absenceId });
  await a.getByTestId('i-am-away').waitFor({ state: 'detached' });
  await card.waitFor({ state: 'detached' });
  await row.waitFor({ state: 'detached' });
});

it('[C15] [C11] a supervisor enters a long absence: each case has a new owner in the dialog, then it begins', async () => {
  const { hall, screens } = sample;
  const page = await screens.counter();
  await signIn(page, 'supervisor');
  await page.getByTestId('section-absences').click();
  await page.getByTestId('enter-absence').click();
  await page.getByTestId('absence-who').locator('input').fill('陈静');
  await page.keyboard.press('Enter');
  await page.getByTestId('absence-open').click();
  await page.getByTestId('absence-note').fill('产假，返岗时间另行通知');
  await page.getByTestId('save-absence').click();
  await page.getByTestId('hand-over-first').waitFor();
  await shot(page, 'absence-refused');
  await page.getByTestId('hand-over-first').click();
  await page.getByTestId('hand-over-reason').fill('产假');
  await page.getByTestId('hand-over-note').fill('材料在三号窗口二号柜');
  await shot(page, 'absence-hand-over');
  await page.getByTestId('hand-over').click();
  await page.getByText('离岗中').first().waitFor();
  await shot(page, 'absence-list');
  await page.getByText('EN', { exact: true }).click();
  await page.getByText('Away now').first().waitFor();
  await shot(page, 'absence-list-en');
  const admin = await screens.counter();
  await signIn(admin, 'administrator');
  await admin.getByTestId('section-clerks').click();
  await admin.getByTestId('absences').getByText('陈静').waitFor();
  await shot(admin, 'absence-administrator');
  await admin.getByTestId('section-history').click();
  // Whoever entered it is its author.
  await admin.locator('tr', { hasText: '离岗登记' }).locator('td', { hasText: '何建国' }).first().waitFor();
  await shot(admin, 'absence-history');
  const chenjing = hall.system.hall.read(clerks).byAccount('chenjing')!.id;
  const still = hall.system.hall.read(cases).ofClerk(chenjing);
  expect(still.filter(({ handler, phase }) => handler === chenjing && phase !== 'closed')).toEqual([]);
});

it('[C3] an offer to a group of counters is chosen in the same dialog', async () => {
  const { hall, screens } = sample;
  const other = await hall.clerk('wangfang');
  const { counters } = (await other.boards.staff({})).rows;
  const ofA = counters.find(({ letters, phase }) => phase === 'closed' && letters.some((letter) => letter === 'A'))!;
  await other.counters.open({ ...wish(), counterId: ofA.id });
  const page = await screens.counter();
  await signIn(page, 'zhaolei');
  await page.getByTestId('section-cases').click();
  await page.getByTestId('offer-case').first().click();
  await page.getByTestId('offer-to').click();
  await page.locator('.ant-select-item-option').first().waitFor();
  await page.getByTestId('offer-to').locator('input').fill('A ·');
  await shot(page, 'group-offer');
  await page.keyboard.press('Enter');
  await page.getByTestId('offer-note').fill('请接办');
  await page.getByTestId('offer-submit').click();
  await page.getByTestId('take-back-offer').first().waitFor();
  await shot(page, 'group-offered');
});
