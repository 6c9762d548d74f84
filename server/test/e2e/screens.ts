/** A real Chromium on a real hall: kiosk, display, counter UI and phones at their real sizes, each as its own browser. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserContext, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { plain } from '../../../schema/texts/unbroken.ts';
import { newRequestId } from '../../../web/client.ts';
import { sampleHall } from '../../demo/sample/sample-hall.ts';
import type { GiveMessage } from '../../gateways/message-file.ts';
import { PASSWORD, startTestHall, type TestHall } from '../harness.ts';

export type ScreenKind = 'kiosk' | 'display' | 'counter' | 'phone';
export type Frame = { screen: ScreenKind; text: string };
export type Screens = {
  kiosk: () => Promise<Page>;
  display: () => Promise<Page>;
  counter: () => Promise<Page>;
  /** Without JavaScript where `script` is false. */
  phone: (script: boolean) => Promise<Page>;
  /** Every socket frame that any screen sent or got. */
  frames: Frame[];
  /** What the browser itself complained about: policy, errors in a page, files that are missing. */
  complaints: string[];
  /** The clock of every page follows the hall's, which stands until it is moved. */
  follow: () => Promise<void>;
  close: () => Promise<void>;
};
export type SampleTestHall = { hall: TestHall; screens: Screens };

const CHROMIUM = process.env.CHROMIUM_PATH || '/usr/bin/chromium';
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const BUILT = join(import.meta.dirname, '../../../dist/screens/kiosk/index.html');

const LOOKS: Record<ScreenKind, BrowserContextOptions> = {
  kiosk: { viewport: { width: 1080, height: 1920 }, hasTouch: true },
  display: { viewport: { width: 1920, height: 1080 } },
  counter: { viewport: { width: 1366, height: 768 } },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
};

/** The sample hall on a Monday, 09:01, and its screens. */
export async function startSampleHall(
  options: {
    dir?: string;
    port?: number;
    env?: Record<string, string>;
    build?: string;
    requestsPerSecond?: number;
    idleLockMs?: number;
    gateway?: GiveMessage;
  } = {},
): Promise<SampleTestHall> {
  const hall = await startTestHall({
    // Tests move the clock by hours; a screen that locks meanwhile is the subject of one of them.
    data: { ...sampleHall('2026-11-16'), settings: { idleLockMs: options.idleLockMs ?? 12 * 3_600_000 } },
    ...(options.dir ? { dir: options.dir } : {}),
    ...(options.build ? { build: options.build } : {}),
    ...(options.gateway ? { gateway: options.gateway } : {}),
    ...(options.requestsPerSecond ? { requestsPerSecond: options.requestsPerSecond } : {}),
    env: { ...options.env, ...(options.port ? { PORT: String(options.port) } : {}) },
  });
  const screens = await openScreens(hall);
  return { hall, screens };
}

/** `origin`: where the pages find the hall, if not directly. */
export async function openScreens(hall: TestHall, origin = hall.origin): Promise<Screens> {
  if (!existsSync(BUILT))
    throw new Error('The screens are not built: run `npm run build`, or the tests by `npm test`.');
  if (!existsSync(CHROMIUM)) throw new Error(`There is no Chromium at ${CHROMIUM}: set CHROMIUM_PATH.`);
  // Without a language of UTF-8 a machine gives no file a Chinese name.
  const env = { ...process.env, LC_ALL: 'C.UTF-8' } as Record<string, string>;
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS, env });
  const clocks: BrowserContext[] = [];
  const frames: Frame[] = [];
  const complaints: string[] = [];

  async function open(screen: ScreenKind, path: string, script = true): Promise<Page> {
    const context = await browser.newContext({
      ...LOOKS[screen],
      baseURL: origin,
      javaScriptEnabled: script,
      timezoneId: 'Asia/Shanghai',
      locale: 'zh-CN',
    });
    if (script) {
      await context.clock.install({ time: hall.clock.nowMs });
      clocks.push(context);
    }
    const page = await context.newPage();
    page.on('websocket', (socket) => {
      const keep = ({ payload }: { payload: string | Buffer }) => void frames.push({ screen, text: String(payload) });
      socket.on('framereceived', keep);
      socket.on('framesent', keep);
    });
    page.on('console', (message) => {
      const path = message.location().url.replace(origin, '');
      // Whoever is not signed in is told so, and the browser writes that down.
      const askedWho = path === '/api/session' && message.text().includes('401');
      if (message.type() === 'error' && !askedWho) complaints.push(`${screen}: ${message.text()} ${path}`);
    });
    page.on('pageerror', (error) => complaints.push(`${screen}: ${error.message}`));
    await page.goto(path);
    return page;
  }

  /** The page as a machine that was just unpacked finds it: with a code in its address, good once. */
  async function device(kind: 'kiosk' | 'display'): Promise<Page> {
    const administrator = await hall.clerk('administrator');
    const { url } = await administrator.devices.create({
      requestId: newRequestId(),
      kind,
      name: `${kind} ${newRequestId()}`,
    });
    return open(kind, url);
  }
  return {
    kiosk: () => device('kiosk'),
    display: () => device('display'),
    counter: () => open('counter', '/counter-ui/'),
    phone: (script) => open('phone', '/', script),
    frames,
    complaints,
    async follow() {
      for (const context of clocks) await context.clock.setSystemTime(hall.clock.nowMs);
    },
    close: () => browser.close(),
  };
}

/** By the form of the counter's page. */
export async function signIn(page: Page, account: string, password = PASSWORD): Promise<void> {
  await page.getByTestId('account').fill(account);
  await page.getByTestId('password').fill(password);
  await page.getByTestId('sign-in').click();
}

/** Signs in and opens a counter, by the keyboard alone. */
export async function openCounterByKeys(page: Page, account: string, counter: number): Promise<void> {
  await page.getByTestId('account').waitFor();
  await page.keyboard.type(account);
  await page.keyboard.press('Tab');
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');
  await page.locator(`[data-testid=open-counter][data-counter="${counter}"]`).waitFor();
  await page.keyboard.press(String(counter));
  await page.getByTestId('my-counter').waitFor();
}

/** Three touches: the group, the matter, the ticket. */
export async function takeNumber(
  kiosk: Page,
  letter: string,
  matterId: string,
): Promise<{ number: string; link: string }> {
  await touch(kiosk, `group-${letter}`);
  await touch(kiosk, `matter-${matterId}`);
  await touch(kiosk, 'issue');
  return issuedTicket(kiosk);
}

/**
 * Touches as somebody who has read the screen first: a screen that has just come takes no touch. The time that is let
 * pass for that is time without a word from the hall, by which a button may go dead under the finger: then once more.
 */
export async function touch(kiosk: Page, key: string): Promise<void> {
  const ready = kiosk.locator(`[data-testid="${key}"]:enabled`);
  const says = async (what: string) =>
    new Error(`${what}\nThe screen says: ${await kiosk.locator('body').textContent()}`);
  for (let tries = 0; tries < 5; tries++) {
    await ready.waitFor().catch(async (error: Error) => {
      throw await says(error.message);
    });
    await kiosk.clock.runFor(key === 'finish' ? 1_600 : 500);
    const taken = await kiosk.evaluateHandle(() => {
      const click = { isTaken: false };
      const hear = ({ target }: Event) => {
        click.isTaken ||= target instanceof Element && !target.closest('button')?.disabled;
      };
      addEventListener('click', hear, { capture: true, once: true });
      return click;
    });
    await kiosk.getByTestId(key).tap();
    if (await taken.evaluate((click) => click.isTaken)) return;
  }
  throw await says(`${key} takes no touch`);
}

/**
 * As a scanner types: all signs at once, then Enter. The keys are made in the page: one that comes from outside has the
 * time at which a busy page heard it where the page's clock is the test's, and reads like a person's.
 */
export async function scan(kiosk: Page, text: string): Promise<void> {
  await kiosk.evaluate(
    (keys) => {
      for (const key of keys) document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    },
    [...text, 'Enter'],
  );
}

/** By the screen's keys, as somebody who looks for each sign. */
export async function touchSigns(kiosk: Page, signs: string): Promise<void> {
  const entry = kiosk.getByTestId('entry');
  for (const sign of signs) {
    const before = await entry.textContent();
    await touch(kiosk, `key-${sign}`);
    await expect.poll(() => entry.textContent()).not.toBe(before);
  }
}

export async function issuedTicket(kiosk: Page): Promise<{ number: string; link: string }> {
  const shown = kiosk.getByTestId('number');
  const link = await shown.getAttribute('data-link');
  return { number: await textOf(shown), link: link ?? '' };
}

/** What it says, with plain spaces; it waits until it is there. */
export async function textOf(shown: Locator): Promise<string> {
  return plain((await shown.textContent())?.trim() ?? '');
}

/** The types of a stream's events, in order. */
export function eventsOf(hall: TestHall, stream: string): string[] {
  return hall.system.store.ledger.load(stream).map((entry) => entry.event.type);
}

/** Waits until the next action is this one and can be done, no command runs and its key has settled, then presses it. */
export async function press(counter: Page, kind: string, key: string): Promise<void> {
  // To call is the next action of an empty line, too: the word of whoever has just come may still be on its way.
  await counter.locator(`[data-testid=next-action][data-kind=${kind}][aria-busy=false] button:enabled`).waitFor();
  await settled(counter);
  await counter.keyboard.press(key);
}

/** A key that has just changed its meaning is dead for a moment; no clerk is as quick as a test. */
export async function settled(counter: Page): Promise<void> {
  await counter.clock.runFor(500);
}

const TELEPHONE = /(?<!\d)1[3-9]\d{9}(?!\d)/;
const IDENTITY = /(?<!\d)\d{17}[\dXx](?!\d)/;

/** D3: frames with a telephone, an identity number or one of these; and public frames with the name of a clerk. */
export function secretsIn(frames: Frame[], secrets: string[] = []): Frame[] {
  const clerks = sampleHall('2026-11-16').clerks.map((clerk) => clerk.name);
  return frames.filter(({ screen, text }) => {
    const names = screen === 'counter' ? secrets : [...secrets, ...clerks];
    return TELEPHONE.test(text) || IDENTITY.test(text) || names.some((name) => text.includes(name));
  });
}

/** A picture of a screen as it is, for whoever asks for pictures: SHOTS names the folder. */
export async function picture(page: Page, name: string, of: { fullPage?: boolean } = {}): Promise<void> {
  const folder = process.env.SHOTS;
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, ...of });
}
