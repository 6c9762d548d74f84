import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CaseId } from '../../../../schema/ids.ts';
import { cases } from '../../../cases/tables/cases.ts';
import { personActs } from '../../../people/tables/person-acts.ts';
import { eventually } from '../../harness.ts';
import { type SampleTestHall, signIn, startSampleHall } from '../screens.ts';
import { type AtCounter, clerkAt, happenings, wish } from './many-cases.ts';

const shots = process.env.SHOTS;
let sample: SampleTestHall;
let one: AtCounter;
let ended: CaseId;
const shot = async (page: Page, name: string) =>
  void (shots && (await page.screenshot({ path: `${shots}/${name}.png` })));
const moved = (page: Page) => page.clock.runFor(1_000);
const found = () => sample.hall.system.hall.read(cases).byId(ended)!;

beforeAll(async () => {
  sample = await startSampleHall();
  const { hall } = sample;
  one = await clerkAt(hall, 'chenjing', '3');
  const two = await clerkAt(hall, 'zhaolei', '4');
  const boss = await hall.clerk('supervisor');
  const happens = happenings(hall, one, { two: two.client, boss }, 'chenjing');
  const [first, second, third] = await one.accepted(5);
  ended = first!.caseId;
  await one.client.cases.close({ ...wish(), caseId: ended, outcome: 'withdrawn', note: '居民来电说不办了' });
  await happens.decided(second!.caseId);
  await happens.tried(third!.caseId);
}, 300_000);
afterAll(async () => {
  expect(sample.screens.complaints).toEqual([]);
  await sample.screens.close();
  await sample.hall.stop();
});

it('[C7] [P2] whoever rings reads what to say, shows the telephone by a key, which is recorded, and says by a key who was reached', async () => {
  const page = await sample.screens.counter();
  await signIn(page, 'chenjing');
  await page.getByTestId('section-todo').waitFor();
  await page.keyboard.press('Alt+2');
  const row = page.locator('[data-testid=todo-row][data-kind=ring-up]');
  await row.click();
  await page.keyboard.press('Enter');
  await page.getByTestId('form-ring').waitFor();
  await moved(page);
  const no = found().receiptNo!;
  expect(await page.getByTestId('call-text').textContent()).toMatch(new RegExp(`${no}.*已办结，结果是：居民撤回`));
  expect(await page.getByTestId('person-telephone').textContent()).toContain('*');
  await shot(page, 'call-masked');
  await page.keyboard.press('Alt+T');
  await expect.poll(() => page.getByTestId('person-telephone').textContent()).toMatch(/139/);
  await expect.poll(() => page.getByTestId('person-telephone').textContent()).not.toContain('*');
  await shot(page, 'call-shown');
  const acts = sample.hall.system.hall.read(personActs).ofPerson(found().personId!);
  expect(acts.filter(({ act }) => act === 'person-revealed')).toHaveLength(1);
  await page.keyboard.press('Alt+Y');
  await eventually(() => expect(found().ring).toBeUndefined());
  await row.waitFor({ state: 'detached' });
  await shot(page, 'call-done');
  await page.locator('[data-testid=todo-row][data-kind=ring]').click();
  await page.keyboard.press('Enter');
  await page.getByTestId('form-tell').waitFor();
  await moved(page);
  expect(await page.getByTestId('call-text').textContent()).toContain('已有决定：准予');
  await shot(page, 'call-tell');
  await page.context().close();
});

it('[C9] [C17] a day that moved is a row of whoever handles it: the call says the old and the new day, and a key notes that it was told', async () => {
  const [silent] = await one.accepted(1);
  const { caseId } = silent!;
  const wished = { kind: 'inspection', basis: '第四十五条现场勘查', days: 5 } as const;
  await one.client.cases.pause({ ...wish(), caseId, ...wished });
  const owed = () => sample.hall.system.hall.read(cases).byId(caseId)!;
  const page = await sample.screens.counter();
  await signIn(page, 'chenjing');
  await page.getByTestId('section-todo').waitFor();
  await page.keyboard.press('Alt+2');
  const row = page.locator('[data-testid=todo-row][data-kind=ring-up]');
  await row.waitFor();
  await shot(page, 'moved-row');
  await row.click();
  await page.keyboard.press('Enter');
  await page.getByTestId('form-ring').waitFor();
  await moved(page);
  const [day] = owed().ring!.days!;
  const text = ((await page.getByTestId('call-text').textContent()) ?? '').replaceAll('\u00a0', ' ');
  const spoken = (of: string) => of.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日');
  expect(text).toContain(`办结的最迟日期由 ${spoken(day!.from)} 改为 ${spoken(day!.to)}`);
  await shot(page, 'moved-call');
  await page.keyboard.press('Alt+Y');
  await eventually(() => expect(owed().ring).toBeUndefined());
  await row.waitFor({ state: 'detached' });
  await page.context().close();
});

it('[C5] [C10] a supervisor finds what is closed, with who closed it and when, and reads there that it counts no more days', async () => {
  const page = await sample.screens.counter();
  await signIn(page, 'supervisor');
  await page.getByTestId('section-hall-cases').click();
  await page.getByTestId('state-choice').click();
  await page.getByText('已办结 · 1').click();
  await page.getByTestId('closed-by').waitFor();
  await moved(page);
  await shot(page, 'hall-closed');
  const line = await page.getByTestId('hall-case').textContent();
  expect(line).toContain('由 陈静 办结');
  expect(line).toContain('居民撤回');
  expect(line).not.toContain('工作日');
  expect(await page.getByTestId('closed-month').inputValue()).toBe(
    sample.hall.system.hall.look(({ today }) => today.slice(0, 7)),
  );
  await page.context().close();
});

it('[C15] [C3] a clerk who is going away offers each case in one dialog, and each is a colleague’s to accept', async () => {
  const page = await sample.screens.counter();
  await signIn(page, 'chenjing');
  await page.getByTestId('my-account').click();
  await page.getByTestId('offer-mine').click();
  await page.getByTestId('offer-mine-form').waitFor();
  await moved(page);
  await shot(page, 'offer-mine-empty');
  await page.getByTestId('all-to').click();
  await page.keyboard.type('赵磊');
  await moved(page);
  await page.keyboard.press('Enter');
  await page.getByTestId('offer-mine-note').fill('材料在三号窗口二号柜');
  await shot(page, 'offer-mine');
  await page.getByTestId('offer-mine-submit').click();
  await page.getByTestId('offer-mine-form').waitFor({ state: 'detached' });
  const open = sample.hall.system.hall.read(cases).goingOn();
  expect(open.length).toBeGreaterThan(2);
  expect(open.filter(({ offer }) => offer === undefined)).toEqual([]);
  await page.context().close();
});
