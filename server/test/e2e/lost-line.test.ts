import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CounterId, MatterId } from '../../../schema/ids.ts';
import { type Client, newRequestId } from '../../../web/client.ts';
import { sampleHall } from '../../demo/sample/sample-hall.ts';
import { startTestHall, type TestHall } from '../harness.ts';
import { type Line, openLine } from './line.ts';
import { openScreens, type Screens } from './screens.ts';

/** D2: the rule's own limit. */
const SAYS_SO_MS = 5_000;
const MATTER = 'A11-MS-03' as MatterId;
const COUNTER = 'counter-1' as CounterId;

const dir = mkdtempSync(join(tmpdir(), 'shouwen-line-'));
let hall: TestHall;
let line: Line;
let screens: Screens;
let display: Page;

beforeAll(async () => {
  hall = await startTestHall({ data: sampleHall('2026-11-16'), dir });
  line = await openLine(hall.system.port);
  screens = await openScreens(hall, line.origin);
  display = await screens.display();
  await display.locator('body[data-stale=false]').waitFor();
});
afterAll(async () => {
  await screens.close();
  await line.close();
  await hall.stop();
  rmSync(dir, { recursive: true, force: true });
});

describe('a display without its line', () => {
  it('[D2] a display says within five seconds that nothing arrives any more, and shows what it missed', async () => {
    const clerk = await hall.clerk('wangfang');
    await clerk.counters.open({ requestId: newRequestId(), counterId: COUNTER });

    line.silence();
    expect(await saysSoInTime()).toBe(true);
    await display.getByTestId('stale').waitFor();
    await callSomebody(clerk);
    line.pass();
    await display.locator('body[data-stale=false]').waitFor();
    await showsWhatAFreshOneShows();
  });

  it('[D2] a display says within five seconds that the server stopped, and shows what a fresh one shows when it is back', async () => {
    const { port } = hall.system;
    const { nowMs } = hall.clock;
    // The display and its line wait for the next hall.
    const stopped = hall.stop('goesOn');
    expect(await saysSoInTime()).toBe(true);
    await stopped;

    hall = await startTestHall({ dir, nowMs, env: { PORT: String(port) } });
    const clerk = await hall.clerk('wangfang');
    await callSomebody(clerk);
    await display.locator('body[data-stale=false]').waitFor();
    await showsWhatAFreshOneShows();
  });
});

/** By the display's own clock, in its own event loop: a test on a busy machine measures nothing else. */
function saysSoInTime(): Promise<boolean> {
  return display.evaluate(
    (limitMs) =>
      new Promise<boolean>((resolve) => {
        setTimeout(() => resolve(document.body.dataset.stale === 'true'), limitMs);
      }),
    SAYS_SO_MS,
  );
}

async function callSomebody(clerk: Client): Promise<void> {
  const wish = { matterIds: [MATTER], care: false, printing: false };
  await clerk.tickets.issue({ requestId: newRequestId(), ...wish });
  const { ticketId } = await clerk.tickets.callNext({ requestId: newRequestId(), counterId: COUNTER });
  await clerk.tickets.miss({ requestId: newRequestId(), ticketId });
}

/** Once what it still had to say is said: every row, number and hour of the hall is the same. */
async function showsWhatAFreshOneShows(): Promise<void> {
  const fresh = await display.context().newPage();
  await fresh.goto('/display/');
  await fresh.locator('body[data-stale=false]').waitFor();
  await display.locator('body[data-stale=false][data-announcing=""]').waitFor({ timeout: 45_000 });
  await expect.poll(() => hallOf(display), { timeout: 15_000 }).toBe(await hallOf(fresh));
  expect(await fresh.getByTestId('calls').locator('li').count()).toBeGreaterThan(0);
  await fresh.close();
}

function hallOf(page: Page): Promise<string> {
  return page.locator('.hall').evaluate((hall) => hall.outerHTML.replace(/<time.*?<\/time>/, ''));
}
