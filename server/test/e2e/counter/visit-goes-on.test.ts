import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CaseId, CounterId, MatterId } from '../../../../schema/ids.ts';
import { PRIVACY_NOTICE } from '../../../../schema/people/person.ts';
import { type Client, newRequestId } from '../../../../web/client.ts';
import { openCounterByKeys, picture, press, type SampleTestHall, startSampleHall, textOf } from '../screens.ts';
import { enterApplicant, kind, moved, serve } from './steps.ts';

/** 临时救助申请: letter A, five materials; served by counters 1 and 2. */
const MATTER = 'A11-MS-03' as MatterId;
const DAY = 86_400_000;
const [NAME, TELEPHONE] = ['欧阳小花', '13985001234'];
const wish = () => ({ requestId: newRequestId() });

let running: SampleTestHall;
let kiosk: Client;
let clerk: Page;
let promised: CaseId;
let silent: CaseId;

const shot = (page: Page, name: string) => picture(page, `goes-on-${name}`);
const issue = () => kiosk.tickets.issue({ ...wish(), matterIds: [MATTER], care: false, printing: false });

/** A case of the same person at counter 1, concluded in this way. */
async function concluded(by: Client, counterId: CounterId, conclusion: object): Promise<CaseId> {
  const { ticketId } = await issue();
  await by.tickets.callNext({ ...wish(), counterId });
  await by.tickets.start({ ...wish(), ticketId });
  const { caseId } = (await by.cases.mine({})).find(({ phase }) => phase === 'open')!;
  const applicant = { kind: 'person', name: NAME, telephone: TELEPHONE, document: null, language: 'zh-Hans' } as const;
  await by.people.enter({ ...wish(), of: { ticketId }, applicant, helper: null, notice: PRIVACY_NOTICE });
  await by.cases.conclude({ ...wish(), caseId, conclusion: conclusion as never });
  await by.tickets.finish({ ...wish(), ticketId });
  return caseId;
}

beforeAll(async () => {
  running = await startSampleHall();
  const administrator = await running.hall.clerk('administrator');
  const terms = { matterId: MATTER, promisedDays: 10, mayFollow: [`${MATTER}.1`] };
  await administrator.administration.termsOfMatter({ ...wish(), ...terms });
  kiosk = await running.hall.kiosk();
  const one = await running.hall.clerk('wangfang');
  const counterId = (await one.boards.staff()).rows.counters.find(({ label }) => label === '1')!.id as CounterId;
  await one.counters.open({ ...wish(), counterId });
  const missing = { kind: 'notice', missing: [`${MATTER}.1`], note: '' };
  silent = await concluded(one, counterId, missing);
  await one.counters.close({ ...wish(), counterId });
  await running.hall.clock.advance(36 * DAY);
  const later = await running.hall.clerk('wangfang');
  await later.counters.open({ ...wish(), counterId });
  const follow = { items: [`${MATTER}.1`], by: '2027-01-08' };
  promised = await concluded(later, counterId, { kind: 'accepted', note: '', follow });
  await later.counters.close({ ...wish(), counterId });
  clerk = await running.screens.counter();
});
afterAll(async () => {
  await running.screens.close();
  await running.hall.stop();
});

it('[C13] [C16] what was promised goes on under the number of its receipt', async () => {
  await issue();
  await openCounterByKeys(clerk, 'liuyang', 2);
  await serve(clerk);
  await enterApplicant(clerk, NAME, TELEPHONE);
  const [here] = (await (await running.hall.clerk('liuyang')).cases.mine({})).filter(({ phase }) => phase === 'open');
  const one = await running.hall.clerk('wangfang');
  const { receiptNo } = await one.cases.one({ caseId: promised });
  await clerk.getByTestId('continue-notice').waitFor();
  await moved(clerk);
  await shot(clerk, 'visit');
  expect(await textOf(clerk.getByTestId('continue-notice'))).toContain(receiptNo!);
  await clerk.getByTestId('continue-notice').click();
  await moved(clerk);
  await clerk.locator('[data-testid=form-receive] .items input').check();
  await clerk.getByTestId('act-submit').click();
  await kind(clerk, 'finish');
  const steps = await one.cases.history({ caseId: here!.caseId });
  expect(JSON.stringify(steps)).toContain(`按受理编号 ${receiptNo} 继续办理`);
});

it('[C7] [C16] what ended by silence is taken up again on the page of a visit, where no late papers are offered for it', async () => {
  const earlier = clerk.getByTestId('visit-earlier');
  expect(await earlier.getByTestId('take-late-here').count()).toBe((await earlier.locator('li').count()) - 1);
  await earlier.getByTestId('revive-here').click();
  await moved(clerk);
  await shot(clerk, 'revive');
  await clerk.getByTestId('act-submit').click();
  await earlier.getByTestId('revive-here').waitFor({ state: 'detached' });
  const { phase } = await (await running.hall.clerk('wangfang')).cases.one({ caseId: silent });
  expect(phase).toBe('noticed');
});

it('[C7] [C16] a notice that is open is on the checklist of its matter: what is brought is ticked, and it is accepted', async () => {
  await press(clerk, 'finish', 'Space');
  await issue();
  await serve(clerk);
  const [here] = (await (await running.hall.clerk('liuyang')).cases.mine({})).filter(({ phase }) => phase === 'open');
  await clerk.getByTestId('checklist').waitFor();
  await enterApplicant(clerk, NAME, TELEPHONE);
  const continued = clerk.getByTestId('continued');
  await continued.waitFor();
  await shot(clerk, 'continued');
  expect(await continued.locator('input:disabled:checked').count()).toBe(4);
  await continued.getByTestId('continued-next').click();
  expect(
    await clerk
      .getByTestId('continued-0')
      .evaluate((box) => box.matches(':focus') || box.querySelector(':focus') !== null),
  ).toBe(true);
  await clerk.keyboard.press('Space');
  expect(await textOf(continued.getByTestId('continued-next'))).toContain('材料齐全，受理');
  await continued.getByTestId('continued-next').click();
  await kind(clerk, 'finish');
  const one = await running.hall.clerk('wangfang');
  expect((await one.cases.one({ caseId: silent })).phase).toBe('accepted');
  expect(await one.cases.one({ caseId: here!.caseId })).toMatchObject({ phase: 'closed', outcome: 'not-needed' });
});

it('[C14] [C16] what goes on asks who came where a helper is entered, and says so of the case that is not needed', async () => {
  await press(clerk, 'finish', 'Space');
  const [one, two] = [await running.hall.clerk('wangfang'), await running.hall.clerk('liuyang')];
  const counterId = (await one.boards.staff()).rows.counters.find(({ label }) => label === '1')!.id as CounterId;
  await one.counters.open({ ...wish(), counterId });
  await concluded(one, counterId, { kind: 'notice', missing: [`${MATTER}.1`], note: '' });
  await one.counters.close({ ...wish(), counterId });
  await issue();
  await serve(clerk);
  const [here] = (await two.cases.mine({})).filter(({ phase }) => phase === 'open');
  const caseId = here!.caseId;
  await enterApplicant(clerk, NAME, TELEPHONE);
  const terms = { scope: ['hand-in' as const], until: null, how: 'document' as const };
  const helper = { ...terms, name: '赵邻居', telephone: null, language: 'zh-Hans', relation: 'neighbour' } as const;
  await two.cases.enterHelper({ ...wish(), caseId, helper });
  const continued = clerk.getByTestId('continued');
  await continued.waitFor();
  await continued.getByTestId('continued-0').check();
  await continued.getByTestId('continued-next').click();
  const question = clerk.getByTestId('who-came');
  await question.waitFor();
  await moved(clerk);
  await shot(clerk, 'who-came');
  expect((await one.cases.one({ caseId })).phase).toBe('open');
  await question.getByTestId('who-comes').locator('input').nth(1).check();
  await clerk.getByTestId('who-came-submit').click();
  await kind(clerk, 'finish');
  expect(await one.cases.one({ caseId })).toMatchObject({ phase: 'closed', outcome: 'not-needed' });
  const closed = running.hall.system.store.db
    .prepare<[string], string>("SELECT data FROM ledger WHERE type = 'case-closed' AND stream = ?")
    .pluck();
  expect(JSON.parse(closed.get(`case:${caseId}`)!)).toMatchObject({
    outcome: 'not-needed',
    helperId: expect.any(String),
  });
});
