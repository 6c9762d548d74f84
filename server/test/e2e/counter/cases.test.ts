import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MatterId, TicketId } from '../../../../schema/ids.ts';
import { newRequestId } from '../../../../web/client.ts';
import { counterStates } from '../../../line/tables/counter-states.ts';
import { PASSWORD } from '../../harness.ts';
import {
  openCounterByKeys,
  picture,
  press,
  type SampleTestHall,
  settled,
  startSampleHall,
  textOf,
} from '../screens.ts';

/** 临时救助申请: letter A, served by counter 1. */
const MATTER = 'A11-MS-03' as MatterId;
const wish = () => ({ requestId: newRequestId() });

let running: SampleTestHall;
let take: () => Promise<{ ticketId: TicketId; number: string; link: string }>;
let counter: Page;
beforeAll(async () => {
  running = await startSampleHall();
  const kiosk = await running.hall.kiosk();
  take = () => kiosk.tickets.issue({ ...wish(), matterIds: [MATTER], care: false, printing: false });
  counter = await running.screens.counter();
  await openCounterByKeys(counter, 'wangfang', 1);
});
afterAll(async () => {
  await running.screens.close();
  await running.hall.stop();
});

const dialog = () => counter.getByRole('dialog');
/** A dialog comes and goes with a motion, and the page's clock stands. */
const moved = () => counter.clock.runFor(1_000);

describe('a case at the counter', () => {
  it('[C7] [H4] a case’s paper is there after a reload, and says that it was printed again; leaving before it is finished asks', async () => {
    const { number } = await take();
    await counter.locator('[data-testid=call-next]:enabled').waitFor();
    await press(counter, 'call-next', 'Space');
    await press(counter, 'start', 'Space');
    await counter.locator('[data-testid=next-action][data-kind=conclude]').waitFor();
    await counter.getByTestId('sign-out').click();
    await moved();
    expect(await textOf(counter.getByTestId('leave-ticket'))).toContain(number);
    await counter.getByTestId('leave-stay').click();
    await moved();
    await counter.getByTestId('conclude-accepted').click();
    await counter.getByTestId('note').fill('材料齐全');
    const asked = counter.waitForEvent('dialog');
    await counter.close({ runBeforeUnload: true });
    const question = await asked;
    expect(question.type()).toBe('beforeunload');
    await question.dismiss();
    await counter.getByTestId('conclude-submit').click();
    const receiptNo = await textOf(counter.getByTestId('receipt-no'));

    const paperOf = async (link: string) => {
      const popup = counter.waitForEvent('popup');
      await counter.getByTestId(link).click();
      const paper = await popup;
      const text = await textOf(paper.locator('body.strip main'));
      await paper.close();
      expect(text).toContain(receiptNo);
      return text;
    };
    // A browser that prints on 80 mm turns the paper without asking for it anew.
    await counter.evaluate(() => localStorage.setItem('paper', 'strip'));
    expect(await paperOf('print-paper')).not.toContain('补打件');
    await moved();
    expect(await paperOf('print-again')).toContain('补打件');
    await counter.reload();
    expect(await paperOf('print-again')).toContain('补打件');
    await press(counter, 'finish', 'Space');
    await counter.locator('[data-testid=next-action][data-kind=call-next]').waitFor();
  });

  it('[C6] a refusal needs a reason of substance and a supervisor, who reads it and confirms it', async () => {
    await counter.getByTestId('section-cases').click();
    await counter.getByTestId('close-case').click();
    await moved();
    await dialog().getByText('拟不予').click();
    await counter.getByTestId('decision-note').fill('不行。。。。。。。。。。');
    expect(await counter.getByTestId('close-case-submit').isDisabled()).toBe(true);
    const reason = '申请人户籍和居住地均不在本社区，不符合第四十八条';
    await counter.getByTestId('decision-note').fill(reason);
    await counter.getByTestId('close-case-submit').click();
    await counter.getByTestId('proposal').getByText(reason).waitFor();

    const supervisor = await running.screens.counter();
    await supervisor.getByTestId('account').fill('supervisor');
    await supervisor.getByTestId('password').fill(PASSWORD);
    await supervisor.keyboard.press('Enter');
    await supervisor.getByTestId('section-hall-cases').click();
    await supervisor.getByTestId('hall-case').getByText(reason).waitFor();
    await supervisor.getByTestId('confirm-refusal').click();
    await supervisor.clock.runFor(1_000);
    expect(await textOf(supervisor.getByRole('dialog'))).toContain(reason);
    await supervisor.getByTestId('confirm-refusal-submit').click();
    await supervisor.getByTestId('act-tell').waitFor();
    await counter.getByTestId('act-tell').click();
    await moved();
    expect(await counter.getByTestId('act-submit').isDisabled()).toBe(true);
    await dialog().getByText('已告知本人').click();
    await counter.getByTestId('tell-way').click();
    await moved();
    await counter.getByTitle('当面').click();
    await counter.getByTestId('act-submit').click();
    await counter.getByTestId('act-submit').waitFor({ state: 'detached' });
    // A row stays while it is pointed at.
    await counter.mouse.move(5, 5);
    await counter.getByText('没有需要负责的办件。').waitFor();
    await supervisor.getByText('没有未办结的办件。').waitFor();
    await supervisor.close();
  });

  it('[T4] [H4] a withdrawal asks for its reason, and closing asks while people wait whom only this counter can call', async () => {
    const { number } = await take();
    const { number: other } = await take();
    await counter.getByTestId('section-work').click();
    const row = counter.locator(`[data-testid=waiting-row][data-number=${number}]`);
    await row.locator('summary').click();
    await row.getByTestId('withdraw').click();
    await moved();
    expect(await counter.getByTestId('give-reason').isDisabled()).toBe(true);
    await counter.keyboard.press('1');
    await counter.getByTestId('give-reason').click();
    await moved();
    await counter.mouse.move(600, 400);
    await row.waitFor({ state: 'detached' });
    await settled(counter);
    await counter.keyboard.press('x');
    await moved();
    expect(await textOf(counter.getByTestId('leave-waiting'))).toContain('1 人');
    await picture(counter, 'close-asks');
    await counter.keyboard.press('Escape');
    await moved();
    expect(await textOf(counter.getByTestId('counter-phase'))).toBe('开放中');
    await counter.keyboard.press('x');
    await moved();
    await counter.keyboard.press('Enter');
    await counter.locator('[data-testid=open-counter][data-counter="1"]').waitFor();
    await moved();
    await counter.keyboard.press('1');
    await counter.getByTestId('counter-phase').getByText('开放中').waitFor();
    await counter.locator(`[data-testid=waiting-row][data-number=${other}]`).waitFor();
    await counter.getByTestId('sign-out').click();
    await moved();
    await counter.getByTestId('leave-close').click();
    await counter.getByTestId('account').waitFor();
    expect(
      running.hall.system.hall
        .read(counterStates)
        .all()
        .every((one) => one.phase === 'closed'),
    ).toBe(true);
    expect(running.screens.complaints).toEqual([]);
  });
});
