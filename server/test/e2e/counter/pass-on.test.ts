import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { MatterId } from '../../../../schema/ids.ts';
import { newRequestId } from '../../../../web/client.ts';
import {
  openCounterByKeys,
  picture,
  press,
  type SampleTestHall,
  settled,
  startSampleHall,
  textOf,
} from '../screens.ts';
import { atCounterOne } from './steps.ts';

/** 临时救助申请: letter A, served by counter 1 and 2. */
const MATTER = 'A11-MS-03' as MatterId;
const OTHER = 'A11-MS-01' as MatterId;

let running: SampleTestHall;
let first: Page;
let second: Page;
beforeAll(async () => {
  running = await startSampleHall();
  first = await atCounterOne(running, MATTER, 3);
  second = await running.screens.counter();
  await openCounterByKeys(second, 'liuyang', 2);
});
afterAll(async () => {
  await running.screens.close();
  await running.hall.stop();
});

const number = (page: Page) => textOf(page.getByTestId('current-number'));
const kind = (page: Page, name: string) => page.locator(`[data-testid=next-action][data-kind=${name}]`).waitFor();

it('[T7] [T8] by keys alone a matter is added, somebody is held, and the next one is passed to another counter', async () => {
  await press(first, 'call-next', 'Space');
  await press(first, 'start', 'Space');
  await kind(first, 'conclude');
  expect(await number(first)).toBe('A001');
  await settled(first);
  await first.keyboard.press('m');
  await first.getByTestId('matter-search').fill('低保');
  await first.getByTestId('matter-found').first().waitFor();
  await picture(first, 'add-matter');
  await first.keyboard.press('Enter');
  await first.keyboard.press('Enter');
  await first.getByTestId('form-add-matter').waitFor({ state: 'detached' });
  await expect.poll(() => first.getByTestId('matter').count()).toBe(2);
  await picture(first, 'visit-two-matters');
  await settled(first);
  await first.keyboard.press('d');
  await kind(first, 'call-next');
  await first.locator('[data-testid=waiting-row][data-number=A001]').getByText('暂离').waitFor();
  await press(first, 'call-next', 'Space');
  expect(await number(first)).toBe('A002');
  await settled(first);
  await first.keyboard.press('g');
  await first.getByTestId('form-pass').getByText('2 号窗口').click();
  await picture(first, 'pass-on');
  await first.getByTestId('pass-submit').click();
  await first.locator('[data-testid=waiting-row][data-number=A002]').getByText('只等 2').waitFor();
  await picture(first, 'waits-for');
  await press(first, 'call-next', 'Space');
  expect(await number(first)).toBe('A003');
  await press(second, 'call-next', 'Space');
  expect(await number(second)).toBe('A002');
});

it('[T8] [C16] a ticket that is passed on says at the next counter what became of its other matter, by number, counter and clerk', async () => {
  await press(second, 'start', 'Space');
  await kind(second, 'conclude');
  const one = await running.hall.clerk('wangfang');
  const two = await running.hall.clerk('liuyang');
  const tickets = (await two.boards.staff()).rows.tickets;
  const [passed, third] = ['A002', 'A003'].map((no) => tickets.find((row) => row.number === no)!.id);
  const wish = () => ({ requestId: newRequestId() });
  const { caseId } = (await two.cases.mine({})).find(({ phase }) => phase === 'open')!;
  const missing = [`${MATTER}.1`];
  await two.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'notice', missing, note: '' } });
  const no = (await two.cases.one({ caseId })).notice!.no;
  await two.tickets.addMatter({ ...wish(), ticketId: passed!, matterId: OTHER });
  await one.tickets.miss({ ...wish(), ticketId: third! });
  const counters = (await one.boards.staff()).rows.counters;
  const to = { counterId: counters.find(({ label }) => label === '1')!.id };
  await two.tickets.pass({ ...wish(), ticketId: passed!, to });
  await first.locator('[data-testid=waiting-row][data-number=A002]').waitFor();
  await press(first, 'call-next', 'Space');
  await first.getByTestId('visit-concluded').getByTestId('notice-no').waitFor();
  await picture(first, 'passed-on-called');
  await press(first, 'start', 'Space');
  await kind(first, 'conclude');
  const before = first.getByTestId('visit-concluded');
  await before.getByTestId('notice-no').waitFor();
  await picture(first, 'passed-on-serving');
  const said = await textOf(before);
  for (const part of ['已告知', no, '2 号窗口', '刘洋']) expect(said).toContain(part);
  expect(await first.getByTestId('matter').count()).toBe(1);
});
