/** A screen by the keyboard alone, and pictures of it at the sizes of a hall's screens. */
import type { Locator, Page } from 'playwright-core';
import { picture } from '../screens.ts';

/** More stops than any screen has. */
const STOPS_MOST = 220;
const SIZES = [
  { width: 1920, height: 1080 },
  { width: 1366, height: 768 },
];

/** Presses Tab until this, or something in it, has the focus; fails where no key leads there. */
export async function tabTo(page: Page, wanted: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await wanted.waitFor({ timeout: 8_000 });
  for (let stop = 0; stop <= STOPS_MOST; stop++) {
    if (await wanted.evaluate((one) => one.contains(document.activeElement))) return;
    await page.keyboard.press(key);
  }
  throw new Error(`no key leads to ${wanted}`);
}

export async function press(page: Page, wanted: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, wanted);
  await page.keyboard.press(key);
  await moved(page);
}

/** In the place of what stands in the field. */
export async function typeIn(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(text);
}

/** A dialog comes and goes with a motion, and the page's clock stands. */
export const moved = (page: Page) => page.clock.runFor(1_000);

export async function signInByKeys(page: Page, account: string, password: string): Promise<void> {
  await page.getByTestId('account').waitFor();
  await page.keyboard.type(account);
  await page.keyboard.press('Tab');
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
}

/** To the folder that `SHOTS` names, if it names one. */
export async function shot(page: Page, name: string): Promise<void> {
  if (!process.env.SHOTS) return;
  const size = page.viewportSize()!;
  for (const one of SIZES) {
    await page.setViewportSize(one);
    await moved(page);
    await picture(page, `${name}-${one.width}`);
  }
  await page.setViewportSize(size);
  await moved(page);
}
