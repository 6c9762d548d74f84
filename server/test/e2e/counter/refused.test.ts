import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MatterId } from '../../../../schema/ids.ts';
import { newRequestId } from '../../../../web/client.ts';
import { PASSWORD } from '../../harness.ts';
import { openCounterByKeys, picture, press, type SampleTestHall, startSampleHall, textOf } from '../screens.ts';
import { moved } from './steps.ts';

/** 临时救助申请: letter A, served by counter 1. */
const MATTER = 'A11-MS-03' as MatterId;
const REASON = '申请人户籍和居住地均不在本社区';
const wish = () => ({ requestId: newRequestId() });

let running: SampleTestHall;
let clerk: Page;
let number = '';
beforeAll(async () => {
  running = await startSampleHall();
  const administrator = await running.hall.clerk('administrator');
  const kiosk = await running.hall.kiosk();
  const second = (await administrator.administration.clerks({})).find(({ account }) => account === 'luomin')!;
  const chief = { ...second, role: 'supervisor' as const };
  await administrator.administration.saveClerk({ ...wish(), clerk: chief, newPassword: false });
  number = (await kiosk.tickets.issue({ ...wish(), matterIds: [MATTER], care: false, printing: false })).number;
  clerk = await running.screens.counter();
  await openCounterByKeys(clerk, 'wangfang', 1);
});
afterAll(async () => {
  await running.screens.close();
  await running.hall.stop();
});

const shot = (page: Page, name: string) => picture(page, name, { fullPage: true });

describe('a refusal at the counter', () => {
  it('[C5] [C6] a refusal at the counter is proposed by a key with reason and basis, and the ticket finishes with a paper that says so', async () => {
    await press(clerk, 'call-next', 'Space');
    await press(clerk, 'start', 'Space');
    await clerk.locator('[data-testid=next-action][data-kind=conclude]').waitFor();
    await clerk.keyboard.press('9');
    expect(await clerk.getByTestId('refusal-basis').inputValue()).not.toBe('');
    await clerk.getByTestId('refusal-reason').fill('不行。。。。。。。。。。');
    expect(await clerk.getByTestId('conclude-submit').isDisabled()).toBe(true);
    await clerk.getByTestId('refusal-reason').fill(REASON);
    await shot(clerk, 'conclude-refused');
    await clerk.getByTestId('conclude-submit').click();
    const popup = clerk.waitForEvent('popup');
    await clerk.getByTestId('print-paper').click();
    const paper = await popup;
    const text = await textOf(paper.locator('main'));
    for (const said of ['拟不予办理告知书', 'NB2026-000001', REASON, '2026年11月25日']) expect(text).toContain(said);
    await shot(paper, 'paper-proposal');
    await paper.close();
    await shot(clerk, 'concluded-refused');
    await press(clerk, 'finish', 'Space');
  });

  it('[C6] [C12] a refusal at the counter shows its reviewer the papers and each step, and is corrected by another than who decided or confirmed it', async () => {
    const supervisor = await running.screens.counter();
    await supervisor.getByTestId('account').fill('supervisor');
    await supervisor.getByTestId('password').fill(PASSWORD);
    await supervisor.keyboard.press('Enter');
    await supervisor.getByTestId('section-hall-cases').click();
    await supervisor.getByTestId('confirm-refusal').click();
    await moved(supervisor);
    await supervisor.getByRole('dialog').getByTestId('case-step').getByText(`首问受理，号票 ${number}`).waitFor();
    // Taken, accepted, proposed, printed.
    expect(await supervisor.getByRole('dialog').getByTestId('case-step').count()).toBe(4);
    await supervisor.getByRole('dialog').getByTestId('proposal-no').waitFor();
    await shot(supervisor, 'confirm-refusal');
    await supervisor.getByTestId('confirm-refusal-submit').click();
    await supervisor.getByTestId('act-tell').waitFor();
    await supervisor.close();
    const other = await running.screens.counter();
    await other.getByTestId('account').fill('luomin');
    await other.getByTestId('password').fill(PASSWORD);
    await other.keyboard.press('Enter');
    await other.getByTestId('section-hall-cases').click();
    await other.getByTestId('more-acts').click();
    await moved(other);
    await other.getByTestId('act-correct').click();
    await moved(other);
    const dialog = other.getByRole('dialog');
    await dialog.getByText('准予').click();
    await dialog.getByTestId('act-text').fill('复查查明申请人三月起住在本社区');
    expect(await other.getByTestId('act-submit').isDisabled()).toBe(true);
    await dialog.getByTestId('correct-basis').fill('办法第四条');
    await shot(other, 'correct');
    await other.getByTestId('act-submit').click();
    await other.getByTestId('act-submit').waitFor({ state: 'detached' });
    await other.getByTestId('section-cases').click();
    await other.getByTestId('open-case').first().click();
    await other.getByTestId('case-step').getByText('更正决定：准予').waitFor();
    await shot(other, 'corrected-page');
    const [{ papers } = { papers: [] }] = await (await running.hall.clerk('luomin')).cases.mine({});
    const phone = await running.screens.phone(false);
    for (const [at, { path }] of papers.filter(({ kind }) => kind === 'decision').entries()) {
      await phone.goto(running.hall.origin + path!);
      expect(await textOf(phone.locator('main'))).toContain('作废');
      await shot(phone, `paper-decision-${at}`);
    }
    await phone.close();
    await other.close();
  });
});
