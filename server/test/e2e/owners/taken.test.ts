import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cases } from '../../../cases/tables/cases.ts';
import { eventually } from '../../harness.ts';
import { picture, type SampleTestHall, signIn, startSampleHall, textOf } from '../screens.ts';

let running: SampleTestHall;
let clerk: Page;
beforeAll(async () => {
  running = await startSampleHall();
  clerk = await running.screens.counter();
  await signIn(clerk, 'wangfang');
});
afterAll(async () => {
  await running.screens.close();
  await running.hall.stop();
});

const shot = (name: string) => picture(clerk, name);
const theCase = () => running.hall.system.hall.read(cases).goingOn().at(-1)!;

it('[C1] [C8] a letter is taken in by the keyboard, and its page says by when the law wants a conclusion', async () => {
  await clerk.getByTestId('section-cases').click();
  await clerk.getByTestId('take-case').waitFor();
  await clerk.keyboard.press('n');
  await clerk.locator('[data-testid=matter-search]:focus').waitFor();
  await clerk.keyboard.type('lsjz');
  await expect.poll(() => clerk.getByTestId('matter-search').inputValue()).toBe('lsjz');
  await clerk.keyboard.press('Enter');
  await clerk.getByTestId('taken-by').click();
  await clerk.getByTitle('来信').click();
  await clerk.getByTestId('taken-number').fill('来信 2026-118');
  await shot('take-case');
  await clerk.keyboard.press('Enter');
  await clerk.getByTestId('case-conclude').waitFor();
  expect(await textOf(clerk.getByTestId('origin'))).toContain('来信 2026-118');
  expect(await textOf(clerk.getByTestId('case-conclude'))).toContain('11月30日');
  await shot('taken');
});

it('[C5] a letter of whose sender nothing is entered is asked about how it was taken back, and a wrong entry has nobody to tell', async () => {
  const ended = async (key: string, note: string, way: string) => {
    await clerk.keyboard.press(key);
    await clerk.getByTestId('told-by').waitFor();
    await clerk.getByTestId('note').fill(note);
    // What was typed comes back with an undone conclusion.
    if (key === '7') await clerk.locator('[data-testid=conclude-submit]:disabled').waitFor();
    await clerk.getByTestId('told-by').click();
    await clerk.locator('.ant-select-item-option', { hasText: way }).click();
    await shot(`taken-told-${key}`);
    await clerk.locator('[data-testid=conclude-submit]:enabled').click();
    await clerk.getByTestId('just-concluded').waitFor();
    const now = running.hall.system.hall.read(cases).byId(caseId)!;
    await clerk.keyboard.press('u');
    await clerk.getByTestId('case-conclude').waitFor();
    return now;
  };
  const caseId = theCase().id;
  const withdrawn = await ended('7', '来电说不办了', '电话');
  expect(withdrawn).toMatchObject({ phase: 'closed', outcome: 'withdrawn', tellings: [{ way: 'telephone' }] });
  const mistaken = await ended('6', '登记错了事项', '登记错误');
  expect(mistaken).toMatchObject({ phase: 'closed', outcome: 'not-needed', tellings: [] });
  expect(mistaken.ring).toBeUndefined();
});

it('[C5] [C18] a matter that came without a ticket gets its conclusion on its page by number keys, which is undone by one key', async () => {
  await clerk.keyboard.press('3');
  await clerk.getByTestId('conclude-form').waitFor();
  await shot('taken-concluding');
  await clerk.keyboard.press('Enter');
  await clerk.getByTestId('just-concluded').waitFor();
  expect(theCase().phase).toBe('accepted');
  await shot('taken-concluded');
  await clerk.keyboard.press('u');
  await clerk.getByTestId('case-conclude').waitFor();
  await eventually(() => expect(theCase().phase).toBe('open'));
  await clerk.keyboard.press('4');
  await clerk.getByTestId('conclude-form').waitFor();
  await clerk.locator('input[data-testid^=there-], [data-testid^=there-] input').first().check();
  await clerk.getByTestId('conclude-submit').click();
  await clerk.getByTestId('just-concluded').waitFor();
  expect(theCase()).toMatchObject({ phase: 'noticed', origin: { kind: 'letter' } });
  await shot('taken-noticed');
  expect(running.screens.complaints).toEqual([]);
});
