import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseId } from '../../../../schema/ids.ts';
import { cases } from '../../../cases/tables/cases.ts';
import { eventually } from '../../harness.ts';
import { type SampleTestHall, signIn, startSampleHall } from '../screens.ts';
import { type AtCounter, clerkAt, happenings, idOf } from './many-cases.ts';

/** The news are answered by a process of their own, which has to start. */
const SOON = { timeout: 10_000 };
const shots = process.env.SHOTS;
let sample: SampleTestHall;
let one: AtCounter;
let offered: CaseId;
const shot = async (page: Page, name: string) =>
  void (shots && (await page.screenshot({ path: `${shots}/${name}.png` })));
const kinds = (page: Page) =>
  page.getByTestId('todo-row').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-kind')));
const chosen = (page: Page) => page.locator('[data-testid=todo-row][data-selected=true]').getAttribute('data-kind');
const moved = (page: Page) => page.clock.runFor(1_000);

/** Monday: clerk chenjing with rows of nine kinds, and two colleagues with cases of their own. */
beforeAll(async () => {
  sample = await startSampleHall();
  const { hall } = sample;
  one = await clerkAt(hall, 'chenjing', '3');
  const two = await clerkAt(hall, 'zhaolei', '4');
  const three = await clerkAt(hall, 'luomin', '5');
  const boss = await hall.clerk('supervisor');
  const happens = happenings(hall, one, { two: two.client, boss }, 'chenjing');
  const own = [...(await one.accepted(5)), ...(await one.accepted(5))];
  const [decided, tried, sentBack, inquired, late, proposed] = own;
  const [first, second] = await two.accepted(5);
  offered = first!.caseId;
  await happens.offered(offered);
  await happens.asked(second!.caseId, '2026-11-25');
  await happens.decided(decided!.caseId);
  await happens.tried(tried!.caseId);
  await happens.sentBack(sentBack!.caseId);
  await happens.inquired(inquired!.page);
  await happens.cameLate(late!.caseId);
  await happens.proposed(proposed!.caseId);
  await happens.complete();
  for (let visit = 0; visit < 4; visit++) await one.accepted(5);
  for (let visit = 0; visit < 3; visit++) await two.accepted(5);
  for (let visit = 0; visit < 4; visit++) await three.accepted(5);
}, 300_000);
afterAll(async () => {
  expect(sample.screens.complaints).toEqual([]);
  await sample.screens.close();
  await sample.hall.stop();
});

describe('what a clerk has to do now', () => {
  it('[C2] [C3] [C5] [C6] [C8] [C12] nine kinds are one list, the soonest on top, and an offer is accepted by Enter', async () => {
    const page = await sample.screens.counter();
    await signIn(page, 'chenjing');
    await page.getByTestId('section-todo').waitFor();
    await page.keyboard.press('Alt+2');
    await expect.poll(() => kinds(page), SOON).toHaveLength(9);
    expect((await kinds(page))[0]).toBe('offer');
    expect([...(await kinds(page))].sort()).toEqual([
      'deemed',
      'inquiry',
      'late-papers',
      'news',
      'offer',
      'question',
      'ring',
      'sent-back',
      'tell',
    ]);
    await shot(page, 'todo-clerk-zh');
    await page.keyboard.press('Enter');
    await eventually(() => {
      const found = sample.hall.system.hall.read(cases).byId(offered)!;
      expect(found.offer).toBeUndefined();
      expect(found.handler).not.toBe(found.firstContact);
    });
    await expect.poll(() => kinds(page), SOON).toHaveLength(8);
    await page.context().close();
  });

  it('[C5] keys alone go to the telling and open its form, and the case and back to the same row', async () => {
    const page = await sample.screens.counter();
    await signIn(page, 'chenjing');
    await page.getByTestId('section-todo').click();
    await expect.poll(() => kinds(page), SOON).toHaveLength(8);
    expect(await kinds(page)).toContain('news');
    const wanted = (await kinds(page)).indexOf('ring');
    for (let step = 0; step < wanted; step++) await page.keyboard.press(step % 2 ? 'KeyJ' : 'ArrowDown');
    await expect.poll(() => chosen(page)).toBe('ring');
    await page.keyboard.press('Enter');
    await page.getByTestId('form-tell').waitFor();
    await moved(page);
    await shot(page, 'todo-clerk-tell');
    await page.keyboard.press('Escape');
    await page.getByTestId('form-tell').waitFor({ state: 'detached' });
    await page.keyboard.press('KeyO');
    await page.getByTestId('case-page').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => chosen(page)).toBe('ring');
    await page.context().close();
  });

  it('[C10] a clerk with nothing to do reads so, and which of the own cases is due next', async () => {
    const page = await sample.screens.counter();
    await signIn(page, 'luomin');
    await page.getByTestId('section-todo').click();
    await page.getByText('没有要办的事').waitFor();
    const [next] = sample.hall.system.hall
      .read(cases)
      .ofClerk(idOf(sample.hall, 'luomin'))
      .sort((a, b) => a.dueOn!.localeCompare(b.dueOn!) || a.origin.number.localeCompare(b.origin.number));
    await expect.poll(() => page.getByTestId('todo-next').textContent()).toContain(next!.receiptNo);
    await shot(page, 'todo-none-zh');
    await page.context().close();
  });

  it('[A4] the list is there in English', async () => {
    const page = await sample.screens.counter();
    await signIn(page, 'chenjing');
    await page.getByTestId('section-todo').click();
    await page.getByTestId('language').getByText('EN').click();
    await expect.poll(() => page.getByTestId('todo').textContent()).toContain('Ring again (tries so far: 2)');
    await shot(page, 'todo-clerk-en');
    await page.context().close();
  });
});

describe('a supervisor’s morning', () => {
  it('[C6] [C10] [C15] the hall’s list says whose each row is, is narrowed to what is the supervisor’s, and confirms by Enter', async () => {
    const page = await sample.screens.counter();
    await signIn(page, 'supervisor');
    await page.getByTestId('section-todo').click();
    await expect.poll(() => kinds(page)).toContain('review');
    await shot(page, 'todo-hall-zh');
    await page.getByTestId('todo-whose').click();
    await moved(page);
    await page.locator('.ant-select-item-option', { hasText: '归我办的' }).click();
    await expect.poll(() => kinds(page)).toEqual(['review']);
    await page.getByTestId('todo').click();
    await page.keyboard.press('Enter');
    await moved(page);
    await page.getByRole('dialog').waitFor();
    await shot(page, 'todo-hall-confirm');
    await page.context().close();
  });

  it('[C3] [C10] one clerk’s cases are chosen by the load out of 60 and more, and three are offered with one briefing', async () => {
    const page = await sample.screens.counter();
    await signIn(page, 'supervisor');
    await page.getByTestId('section-hall-cases').click();
    const lines = page.getByTestId('hall-case');
    await expect.poll(() => lines.count()).toBe(50);
    expect(sample.hall.system.hall.read(cases).goingOn().length).toBeGreaterThanOrEqual(60);
    await shot(page, 'hall-cases-zh');
    await page.getByTestId('show-loads').click();
    await page.getByTestId('load-clerk').filter({ hasText: '罗敏' }).click();
    await expect.poll(() => lines.count()).toBe(20);
    await shot(page, 'hall-loads-zh');
    for (const at of [0, 1, 2]) await page.getByTestId('choose-case').nth(at).click();
    await page.getByTestId('offer-together').click();
    await moved(page);
    await page.getByTestId('offer-to').locator('input').fill('赵磊');
    await page.keyboard.press('Enter');
    await page.getByTestId('offer-note').fill('罗敏手上过多，请接办这三件');
    await page.getByTestId('offer-submit').click();
    const offers = () =>
      sample.hall.system.hall
        .read(cases)
        .goingOn()
        .filter(({ offer }) => offer?.to === idOf(sample.hall, 'zhaolei'));
    await eventually(() => expect(offers()).toHaveLength(3));
    await page.getByTestId('language').getByText('EN').click();
    await page.getByTestId('section-todo').click();
    await expect.poll(async () => (await kinds(page)).filter((kind) => kind === 'offer')).toHaveLength(3);
    await expect.poll(() => page.getByText('罗敏手上过多，请接办这三件').count()).toBe(3);
    await shot(page, 'todo-hall-en');
    await page.getByTestId('section-hall-cases').click();
    await expect.poll(() => lines.count()).toBe(50);
    await shot(page, 'hall-cases-en');
    await page.context().close();
  });

  it('[C3] an offer that nobody answered is an alert on top, which Enter ticks with the supervisor’s name', async () => {
    const { hall } = sample;
    await hall.clock.advance(31 * 60_000);
    const page = await sample.screens.counter();
    await signIn(page, 'supervisor');
    await page.getByTestId('section-todo').click();
    const alerts = async () => (await kinds(page)).filter((kind) => kind === 'alert').length;
    await expect.poll(alerts).toBe(3);
    expect(await chosen(page)).toBe('alert');
    await shot(page, 'todo-hall-alerts');
    await page.keyboard.press('Enter');
    await expect.poll(alerts).toBe(2);
    await page.getByTestId('section-hall').click();
    await expect.poll(() => page.getByTestId('note').filter({ hasText: '何建国 已处理' }).count()).toBe(1);
    await shot(page, 'hall-notes');
    await page.getByTestId('open-note').first().click();
    await page.getByTestId('case-page').waitFor();
    await page.context().close();
  });
});
