import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CounterId } from '../../../schema/ids.ts';
import { newRequestId } from '../../../web/client.ts';
import { startTestHall, type TestHall } from '../harness.ts';
import { next, wish } from '../people/person-fixture.ts';
import { picture } from './screens.ts';

/** A machine with one Latin font and no Chinese one. */
const LATIN_ALONE = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>/usr/share/fonts/truetype/dejavu</dir></fontconfig>`;

let hall: TestHall;
let browser: Browser;
const dir = mkdtempSync(join(tmpdir(), 'shouwen-fonts-'));
beforeAll(async () => {
  hall = await startTestHall();
  writeFileSync(join(dir, 'fonts.conf'), LATIN_ALONE);
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH || '/usr/bin/chromium',
    args: ['--no-sandbox'],
    env: { ...process.env, FONTCONFIG_FILE: join(dir, 'fonts.conf') },
  });
});
afterAll(async () => {
  await browser.close();
  await hall.stop();
  rmSync(dir, { recursive: true, force: true });
});

it('[A4] a paper brings its own font: on a machine without a Chinese one each of its signs is drawn by it', async () => {
  const clerk = await hall.clerk('one');
  const counterId = 'c1' as CounterId;
  await clerk.counters.open({ ...wish(), counterId });
  const { caseId } = await next(clerk, counterId);
  const conclusion = { kind: 'accepted', note: '请带户口簿，軟體與臺灣居民居住證亦可' } as const;
  const { paper } = await clerk.cases.conclude({ requestId: newRequestId(), caseId, conclusion });
  const page = await browser.newPage({ locale: 'zh-TW' });
  await page.goto(hall.origin + paper!);
  await page.evaluate(() => document.fonts.ready);
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument', { depth: -1 });
  const { nodeIds } = await session.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector: 'main *' });
  const drawn = await Promise.all(nodeIds.map((nodeId) => session.send('CSS.getPlatformFontsForNode', { nodeId })));
  const fonts = drawn.flatMap(({ fonts: of }) => of);
  expect(fonts.length).toBeGreaterThan(20);
  expect(fonts.filter(({ isCustomFont }) => !isCustomFont)).toEqual([]);
  await picture(page, 'paper-font', { fullPage: true });
});
