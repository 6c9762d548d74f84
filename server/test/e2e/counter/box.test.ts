import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CounterId, MatterId } from '../../../../schema/ids.ts';
import { PRIVACY_NOTICE } from '../../../../schema/people/person.ts';
import { newRequestId } from '../../../../web/client.ts';
import { openCounterByKeys, picture, type SampleTestHall, settled, startSampleHall, textOf } from '../screens.ts';

const MATTER = 'A11-MS-03' as MatterId;
const wish = () => ({ requestId: newRequestId() });
let running: SampleTestHall;
let clerk: Page;
beforeAll(async () => {
  running = await startSampleHall();
  const other = await running.hall.clerk('wangfang');
  const counterId = 'counter-1' as CounterId;
  await other.counters.open({ ...wish(), counterId });
  const { ticketId } = await other.tickets.issue({ ...wish(), matterIds: [MATTER], care: false, printing: false });
  await other.tickets.callNext({ ...wish(), counterId });
  await other.tickets.start({ ...wish(), ticketId });
  await other.people.enter({
    ...wish(),
    of: { ticketId },
    applicant: { kind: 'person', name: '王小花', telephone: '13985001234', document: null, language: 'zh-Hans' },
    helper: null,
    notice: PRIVACY_NOTICE,
  });
  clerk = await running.screens.counter();
  await openCounterByKeys(clerk, 'liuyang', 2);
});
afterAll(async () => {
  await running.screens.close();
  await running.hall.stop();
});

async function type(text: string) {
  await clerk.keyboard.press('/');
  await settled(clerk);
  await clerk.getByTestId('box-typed').waitFor();
  await clerk.keyboard.type(text);
}
async function shot(name: string) {
  await clerk.clock.runFor(500);
  await picture(clerk, name);
}

it('[C12] by keys alone the box opens the case of a person, by the last four of a telephone', async () => {
  await type('１２３４');
  await clerk.getByTestId('box-ask').waitFor();
  await shot('box-ask');
  await clerk.keyboard.press('Enter');
  await clerk.getByTestId('box-case').filter({ hasText: '王*花' }).waitFor();
  await shot('box-person');
  await clerk.keyboard.press('Enter');
  await clerk.getByTestId('case-page').waitFor();
  expect(await textOf(clerk.getByTestId('origin'))).toContain('A001');
  await settled(clerk);
  await clerk.keyboard.press('Escape');
});

it('[C12] [A3] by keys alone a number in small letters leads to its ticket, and from there to the box again', async () => {
  await clerk.getByTestId('my-counter').waitFor();
  await type('a001');
  await clerk.keyboard.press('Enter');
  await clerk.getByTestId('box-ticket').filter({ hasText: 'A001' }).waitFor();
  await shot('box-ticket');
  await clerk.keyboard.press('Enter');
  await clerk.getByTestId('found-ticket').filter({ hasText: 'A001' }).waitFor();
  // The number's field has the hand: there the key is a sign.
  await settled(clerk);
  await clerk.getByTestId('look-up-number').focus();
  await clerk.keyboard.press('Alt+/');
  await settled(clerk);
  await clerk.getByTestId('box-typed').waitFor();
});

it('[L3] [A3] by keys alone pinyin shows the facts of a matter, and what is nothing is answered by a sentence', async () => {
  await clerk.keyboard.type('linshijiuzhu');
  await clerk.getByTestId('box-matter').waitFor();
  await clerk.keyboard.press('ArrowDown');
  await clerk.keyboard.press('ArrowUp');
  await clerk.keyboard.press('Enter');
  await clerk.locator('.box .matter-facts').waitFor();
  await shot('box-matter');
  await clerk.keyboard.press('Control+a');
  await clerk.keyboard.type('110105194912310021');
  await clerk.keyboard.press('Enter');
  await clerk.getByTestId('box-wrong').waitFor();
  await shot('box-wrong');
  await clerk.keyboard.press('Control+a');
  await clerk.keyboard.type('sl20260105 0001');
  await clerk.keyboard.press('Enter');
  await clerk.getByTestId('box-nothing').waitFor();
  expect(running.screens.complaints).toEqual([]);
});
