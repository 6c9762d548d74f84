import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Letter, MatterId } from '../../../../schema/ids.ts';
import { newRequestId } from '../../../../web/client.ts';
import { moved, signIn } from '../counter/steps.ts';
import {
  openCounterByKeys,
  picture,
  press,
  type SampleTestHall,
  settled,
  startSampleHall,
  textOf,
} from '../screens.ts';

/** 临时救助申请: served by counter 1. */
const MATTER = 'A11-MS-03' as MatterId;
const wish = () => ({ requestId: newRequestId() });

let running: SampleTestHall;
let counter: Page;
let boss: Page;
beforeAll(async () => {
  running = await startSampleHall();
  counter = await running.screens.counter();
  await openCounterByKeys(counter, 'wangfang', 1);
  boss = await running.screens.counter();
  await signIn(boss, 'supervisor');
  await boss.setViewportSize({ width: 1366, height: 768 });
});
afterAll(async () => {
  await running.screens.close();
  await running.hall.stop();
});

/** A place that begins so many minutes from now, or later. */
async function books(afterMin: number) {
  const resident = running.hall.anybody();
  const from = running.hall.clock.nowMs + afterMin * 60_000;
  const slots = await resident.appointments.slots({ matterId: MATTER });
  const slot = slots.find(({ startsAt, free }) => free > 0 && Date.parse(startsAt) >= from)!;
  const { link } = await resident.appointments.hold({ ...wish(), slotId: slot.id, matterId: MATTER });
  const person = { name: '欧阳采薇', telephone: `1398500${1000 + afterMin}`, language: 'zh-Hans' as const };
  const { code } = await resident.appointments.confirm({ ...wish(), link, ...person });
  return { code, startsAt: slot.startsAt };
}

it('a supervisor reads why a counter pauses', async () => {
  await counter.locator('[data-testid=pause]:enabled').waitFor();
  await settled(counter);
  await counter.keyboard.press('o');
  await moved(counter);
  await counter.getByTestId('reason').fill('去三楼取档案');
  await counter.getByTestId('give-reason').click();
  await boss.getByTestId('section-hall').click();
  await boss.getByTestId('pause-reason-1').getByText('去三楼取档案').waitFor();
  await picture(boss, 'pause-reason');
  await moved(counter);
  await press(counter, 'open-counter', 'Space');
  await boss.getByTestId('pause-reason-1').waitFor({ state: 'detached' });
});

it('[Q3] [Q4] regular calls are folded below what needs a supervisor', async () => {
  const kiosk = await running.hall.kiosk();
  // Ranked before a walk-in by the head start, and not to be called yet.
  await kiosk.appointments.checkIn({ ...wish(), code: (await books(10)).code, printing: false });
  const { number } = await kiosk.tickets.issue({ ...wish(), matterIds: [MATTER], care: false, printing: false });
  await counter.locator('[data-testid=call-next]:enabled').waitFor();
  await press(counter, 'call-next', 'Space');
  const regular = boss.getByTestId('regular-calls');
  await regular.waitFor();
  expect(await textOf(regular.locator('summary'))).toContain('1 次');
  const sentence = regular.getByText(number);
  expect(await sentence.isVisible()).toBe(false);
  expect(await boss.getByTestId('note').count()).toBe(0);
  await picture(boss, 'regular-calls-folded');
  await regular.locator('summary').click();
  await sentence.waitFor();
  await press(counter, 'start', 'Space');
});

it('[T12] whoever cancels an opening reads before it how many places are booked in it and how many people wait', async () => {
  const { startsAt } = await books(60);
  const openings = await running.hall.anybody().openings.list({ fromDay: '2026-11-23', toDay: '2026-11-24' });
  const ahead = openings.filter(({ phase }) => phase === 'planned' || phase === 'running');
  await boss.getByTestId('section-openings').click();
  await boss
    .getByTestId('cancel-opening')
    .nth(ahead.findIndex((one) => one.letters.includes('A' as Letter) && startsAt < one.endsAt))
    .click();
  const dialog = boss.getByRole('dialog');
  await dialog.getByText('已预约 1 个时段，现在等候 1 人。').waitFor();
  await picture(boss, 'cancel-opening');
  await dialog.getByText('返回').click();
});

it('[A1] [T12] whoever cancels an opening is asked also where the hall does not say whom it reaches', async () => {
  await boss.route('**/touches', (asked) => asked.abort());
  await boss.getByTestId('cancel-opening').last().click();
  const dialog = boss.getByRole('dialog');
  await dialog.getByText('取消后不能恢复').waitFor({ timeout: 10_000 });
  expect(await textOf(dialog)).not.toContain('现在等候');
  await dialog.getByText('返回').click();
  await boss.unroute('**/touches');
});
