import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CaseId, ClerkId } from '../../../schema/ids.ts';
import { newRequestId } from '../../../web/client.ts';
import { cases } from '../../cases/tables/cases.ts';
import { tickets } from '../../line/tables/tickets.ts';
import { clerks } from '../../people/tables/clerks.ts';
import { eventually, PASSWORD } from '../harness.ts';
import { openCounterByKeys, press, type SampleTestHall, signIn, startSampleHall, textOf } from './screens.ts';

const MINUTE = 60_000;
const NEXT = '一句只有我自己知道的话 27';
const shots = process.env.SHOTS;
let sample: SampleTestHall;
beforeAll(async () => {
  sample = await startSampleHall({ idleLockMs: 15 * MINUTE });
}, 60_000);
afterAll(async () => {
  await sample.screens.close();
  await sample.hall.stop();
});

async function shot(page: Page, name: string): Promise<void> {
  if (shots) await page.screenshot({ path: `${shots}/${name}.png` });
}
const wish = () => ({ requestId: newRequestId() });

/** A clerk takes a number for somebody, of the first matter of the group. */
async function issued(account: string, letter: string): Promise<string> {
  const clerk = await sample.hall.clerk(account);
  const { matters } = await clerk.catalogue({});
  const first = matters.find((matter) => matter.letter === letter && matter.offered)!;
  const ticket = await clerk.tickets.issue({ ...wish(), matterIds: [first.id], care: false, printing: false });
  return ticket.number;
}

it('[S2] a counter that nobody touches locks, shows nothing of the hall, and goes on with its ticket after the password', async () => {
  const { hall, screens } = sample;
  const number = await issued('zhaolei', 'A');
  const page = await screens.counter();
  await openCounterByKeys(page, 'wangfang', 1);
  await press(page, 'call-next', 'Space');
  await press(page, 'start', 'Space');
  await page.locator('[data-testid=next-action]').waitFor();
  await shot(page, 'before-lock');
  const standing = () => hall.system.hall.read(tickets).findByNumber(number, [hall.system.hall.look(({ day }) => day)]);
  const before = standing();
  expect(before).toMatchObject({ phase: 'serving' });
  await hall.clock.advance(16 * MINUTE);
  await screens.follow();
  await page.clock.runFor(3_000);
  await page.getByTestId('locked').waitFor();
  await shot(page, 'locked');
  expect(await page.locator('body').textContent()).not.toContain(number);
  await page.getByTestId('unlock-password').fill('not the password');
  await page.keyboard.press('Enter');
  await page.getByTestId('trouble').waitFor();
  await page.getByTestId('unlock-password').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByTestId('my-counter').waitFor();
  expect(await page.locator('body').textContent()).toContain(number);
  expect(standing()).toEqual(before);
});

it('[S2] somebody changes the own password in the account’s screen, is told what is wrong with it, and ends other sessions', async () => {
  const { hall, screens } = sample;
  await hall.clerk('liuyang');
  await hall.clerk('liuyang');
  const page = await screens.counter();
  await signIn(page, 'liuyang');
  await page.getByTestId('my-account').click();
  await expect.poll(() => page.getByTestId('end-session').count()).toBe(2);
  await shot(page, 'my-account');
  await page.getByTestId('end-session').first().click();
  await expect.poll(() => page.getByTestId('end-session').count()).toBe(1);
  const type = async (next: string) => {
    await page.getByTestId('present-password').fill(PASSWORD);
    await page.getByTestId('new-password').fill(next);
    await page.getByTestId('new-password-again').fill(next);
    await page.getByTestId('change-own-password').click();
  };
  await type('password1234');
  await expect.poll(() => page.getByTestId('refused').textContent()).toContain('太常见');
  await shot(page, 'password-refused');
  await type(NEXT);
  await expect.poll(() => page.locator('.ant-message').textContent()).toContain('密码已更改');
  // The board comes back by itself with the new session.
  await page.getByTestId('section-work').waitFor();
  const again = await screens.counter();
  await signIn(again, 'liuyang', NEXT);
  await again.getByTestId('my-account').waitFor();
});

it('[C10] [P1] somebody enters a mobile for messages on the account’s screen, chooses, and an administrator clears it', async () => {
  const { screens } = sample;
  const page = await screens.counter();
  await signIn(page, 'zhaolei');
  await page.getByTestId('my-account').click();
  await page.getByTestId('contact-telephone').fill('0851-85551234');
  await page.getByTestId('contact-save').click();
  await expect.poll(() => page.getByTestId('refused').textContent()).toContain('手机号码');
  await page.getByTestId('contact-telephone').fill('139 8500 1234');
  await page.getByTestId('my-contact').getByText('别人办理的每一步').click();
  await page.getByTestId('contact-save').click();
  await expect.poll(() => page.getByTestId('my-contact').textContent()).toContain('*********1234');
  await shot(page, 'my-contact');
  expect(await page.getByTestId('my-contact').getByRole('checkbox').nth(3).isChecked()).toBe(false);
  const admin = await screens.counter();
  await signIn(admin, 'administrator');
  await admin.getByTestId('section-clerks').click();
  await admin.locator('tr', { hasText: 'zhaolei' }).getByTestId('clerk-access').click();
  await admin.getByTestId('clear-contact').waitFor();
  await shot(admin, 'clear-contact');
  await admin.getByTestId('clear-contact').click();
  await expect.poll(() => admin.getByTestId('clear-contact').count()).toBe(0);
  const again = await screens.counter();
  await signIn(again, 'zhaolei');
  await again.getByTestId('language').getByText('EN').click();
  await again.getByTestId('my-account').click();
  await again.getByTestId('contact-save').waitFor();
  await shot(again, 'my-contact-en');
  expect(await again.getByTestId('my-contact').textContent()).not.toContain('1234');
});

it('[S2] [C15] an administrator reads what blocking a clerk does, does it, and the supervisor sees the cases that are left', async () => {
  const { hall, screens } = sample;
  const clerk = await hall.clerk('chenjing');
  const look = hall.system.hall;
  const id = look.read(clerks).byAccount('chenjing')!.id as ClerkId;
  const counters = (await clerk.boards.staff({})).rows.counters;
  const own = counters.find((one) => one.label === '3')!;
  const { matters } = await clerk.catalogue({});
  const offered = matters.filter(({ letter, offered }) => own.letters.includes(letter) && offered).slice(0, 2);
  const matterIds = offered.map((one) => one.id);
  const { ticketId, number } = await clerk.tickets.issue({ ...wish(), matterIds, care: false, printing: false });
  await clerk.counters.open({ ...wish(), counterId: own.id });
  await clerk.tickets.callNext({ ...wish(), counterId: own.id });
  await clerk.tickets.start({ ...wish(), ticketId });
  const [first] = look.read(cases).ofTicket(ticketId);
  await clerk.cases.conclude({ ...wish(), caseId: first!.id as CaseId, conclusion: { kind: 'accepted', note: '' } });

  const boss = await screens.counter();
  await signIn(boss, 'supervisor');
  const admin = await screens.counter();
  await signIn(admin, 'administrator');
  await admin.getByTestId('section-clerks').click();
  const row = admin.locator('tr', { hasText: 'chenjing' });
  await shot(admin, 'clerks');
  await row.getByTestId('clerk-access').click();
  await admin.getByTestId('block-sign-in').waitFor();
  await shot(admin, 'access');
  await admin.getByTestId('block-sign-in').click();
  await expect.poll(() => admin.getByTestId('block-forecast').textContent()).toContain(number);
  expect(await textOf(admin.getByTestId('block-forecast'))).toContain('1 个未办结的办件');
  await admin.getByTestId('block-reason').fill('账号疑似外泄，电话 13985001234');
  await admin.getByTestId('confirm-block').click();
  await expect.poll(() => admin.getByTestId('refused').textContent()).toContain('139…34');
  await shot(admin, 'block');
  await admin.getByTestId('block-reason').fill('账号疑似外泄');
  await admin.getByTestId('confirm-block').click();
  await eventually(() => expect(look.read(clerks).all().get(id)?.blocked).toBe(true));
  await expect.poll(() => row.textContent()).toContain('已停止登录');
  expect(look.read(tickets).byId(ticketId)).toMatchObject({ phase: 'waiting', number });
  await expect.poll(() => textOf(boss.getByTestId('unhandled'))).toContain('1 个办件');
  await shot(boss, 'unhandled');
  expect(screens.complaints.filter((one) => !/ 4(?:00|01|23) /.test(one.replace(/status of (\d+)/, ' $1 ')))).toEqual(
    [],
  );
});
