import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type SampleTestHall, startSampleHall, textOf, touch } from '../screens.ts';

type Point = { x: number; y: number; id: number };
let running: SampleTestHall;
let kiosk: Page;
let fingers: CDPSession;
beforeAll(async () => {
  running = await startSampleHall();
  kiosk = await running.screens.kiosk();
  fingers = await kiosk.context().newCDPSession(kiosk);
});
afterAll(async () => {
  await running.screens.close();
  await running.hall.stop();
});

const down = (...touchPoints: Point[]) => fingers.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints });
const slide = (...touchPoints: Point[]) => fingers.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints });
/** Of several those that are named. */
const up = (...touchPoints: Point[]) => fingers.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints });

/** A place on the button, so far right of its middle. */
async function on(key: string, right = 0, id = 0): Promise<Point> {
  const { x, y, width, height } = (await kiosk.getByTestId(key).boundingBox())!;
  return { x: x + width / 2 + right, y: y + height / 2, id };
}
/** A machine that is busy for long takes a touch back, or its button is dead meanwhile: then it is made once more. */
async function press(moves: () => Promise<unknown>, isTaken = async () => true): Promise<void> {
  for (let tries = 0; tries < 5; tries++) {
    const touches = await kiosk.evaluateHandle(() => {
      const heard = { isCancelled: false };
      addEventListener('pointercancel', () => (heard.isCancelled = true), { capture: true, once: true });
      return heard;
    });
    await moves();
    if (!(await touches.evaluate(({ isCancelled }) => isCancelled)) && (await isTaken())) return;
  }
  throw new Error('the browser takes each touch back');
}
const entry = () => textOf(kiosk.getByTestId('entry'));

async function typing(): Promise<void> {
  await kiosk.clock.runFor(31_000);
  await kiosk.getByTestId('group-A').waitFor();
  await touch(kiosk, 'lookup');
  await touch(kiosk, 'by-receipt');
  await kiosk.locator('[data-testid=key-1]:enabled').waitFor();
  await kiosk.clock.runFor(500);
}

it('[A1] a finger that slides on its button at the kiosk, and one that stays long, press it once', async () => {
  await typing();
  const nothing = await entry();
  await press(async () => {
    await down(await on('key-2', -40));
    for (const right of [-20, 0, 20, 40]) await slide(await on('key-2', right));
    await up();
  });
  await expect.poll(entry).toContain('2');
  // Longer than what a browser takes for a long press.
  await press(async () => {
    await down(await on('key-7'));
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    await up();
  });
  await expect.poll(entry).toContain('27');
  await touch(kiosk, 'erase');
  await touch(kiosk, 'erase');
  await expect.poll(entry).toBe(nothing);
});

it('[A1] a finger that leaves its button at the kiosk presses neither that nor the one it ends on', async () => {
  await typing();
  const nothing = await entry();
  await down(await on('key-2'));
  await slide(await on('key-5'));
  await up();
  // The next touch is the first that counts.
  await touch(kiosk, 'key-9');
  await expect.poll(entry).toBe(nothing.replace('_', '9'));
});

it('[A1] a hand that leans on the kiosk keeps no finger from pressing', async () => {
  await typing();
  const hand = { x: 200, y: 300, id: 1 };
  const finger = await on('key-4', 0, 2);
  await press(async () => {
    await down(hand);
    await down(hand, finger);
    await up(finger);
    await expect
      .poll(entry, { timeout: 3_000 })
      .toContain('4')
      .catch(() => {});
    await up();
  });
  await expect.poll(entry).toContain('4');
});

it('[A1] [T9] a hand that leans on the way back while a number is taken does not wipe the number away', async () => {
  await kiosk.clock.runFor(31_000);
  await touch(kiosk, 'group-A');
  await touch(kiosk, 'matter-A11-MS-01');
  const number = kiosk.getByTestId('number');
  const isThere = async () => (await number.count()) === 1;
  await press(async () => {
    await kiosk.locator('[data-testid=issue]:enabled').or(number).waitFor();
    if (await isThere()) return;
    await kiosk.clock.runFor(500);
    const [hand, finger] = [await on('back', 0, 1), await on('issue', 0, 2)];
    await down(hand);
    await down(hand, finger);
    await up(finger);
    await number.waitFor({ timeout: 5_000 }).catch(() => {});
    await kiosk.clock.runFor(2_000);
    await up();
  }, isThere);
  await kiosk.clock.runFor(500);
  expect(await isThere()).toBe(true);
});
