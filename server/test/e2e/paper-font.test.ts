import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CounterId } from '../../../schema/ids.ts';
import { PRIVACY_NOTICE } from '../../../schema/people/person.ts';
import { undrawnSigns } from '../../../schema/texts/drawn.ts';
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

/** A receipt, whose case is of the applicant with this name. */
async function receipt(name?: string): Promise<Page> {
  const clerk = await hall.clerk('one');
  const counterId = 'c1' as CounterId;
  if ((await clerk.boards.staff({})).rows.counters.find(({ id }) => id === counterId)?.clerkId == null)
    await clerk.counters.open({ ...wish(), counterId });
  const { caseId, ticketId } = await next(clerk, counterId);
  if (name !== undefined) {
    const applicant = { kind: 'person', name, telephone: null, document: null, language: 'zh-Hans' } as const;
    await clerk.people.enter({ ...wish(), of: { caseId }, applicant, helper: null, notice: PRIVACY_NOTICE });
  }
  const conclusion = { kind: 'accepted', note: '请带户口簿，軟體與臺灣居民居住證亦可' } as const;
  const { paper } = await clerk.cases.conclude({ requestId: newRequestId(), caseId, conclusion });
  await clerk.tickets.finish({ ...wish(), ticketId });
  const page = await browser.newPage({ locale: 'zh-TW' });
  if (name !== undefined) {
    // To whoever has a session the paper says for whom it is.
    await page.setExtraHTTPHeaders({ cookie: hall.cookieOf(clerk) });
  }
  await page.goto(hall.origin + paper!);
  await page.evaluate(() => document.fonts.ready);
  return page;
}

/** The fonts by which the page draws, and how many signs each. */
async function fontsOf(page: Page) {
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument', { depth: -1 });
  const { nodeIds } = await session.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector: 'main *' });
  const drawn = await Promise.all(nodeIds.map((nodeId) => session.send('CSS.getPlatformFontsForNode', { nodeId })));
  await session.detach();
  return drawn.flatMap(({ fonts }) => fonts);
}

/** In place of what the paper says, in its own font. */
async function writes(page: Page, signs: string) {
  await page.evaluate(async (text) => {
    const line = document.createElement('p');
    line.textContent = text;
    document.querySelector('main')!.replaceChildren(line);
    // As the paper asks for its font itself.
    await document.fonts.load(`16px "Noto Sans SC"`, text);
    await document.fonts.ready;
  }, signs);
}
/** By pixels: those that look like characters that no font here has. */
function boxesAmong(page: Page, signs: string): Promise<string[]> {
  return page.evaluate(
    ([text, missing]) => {
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [28, 28];
      const pen = canvas.getContext('2d', { willReadFrequently: true })!;
      pen.font = '24px "Noto Sans SC"';
      const pictureOf = (sign: string) => {
        pen.clearRect(0, 0, 28, 28);
        pen.fillText(sign, 2, 23);
        return pen.getImageData(0, 0, 28, 28).data.join();
      };
      const boxes = new Set([...missing!].map(pictureOf));
      return [...text!].filter((sign) => boxes.has(pictureOf(sign)));
    },
    [signs, UNDRAWN],
  );
}
/** One among those of our last file, and one beyond it: each has its own box. */
const UNDRAWN = '\u{20bb7}\u{323af}';
const signsOf = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => String.fromCodePoint(from + at));
const STANDARD = readFileSync(join(import.meta.dirname, 'standard-characters.txt'), 'utf8').replaceAll('\n', '');

it('[A4] [C7] a paper draws each of the 8,105 characters of the national table by its own font, in each weight, and none is a box', async () => {
  expect(new Set(STANDARD).size).toBe(8_105);
  expect(undrawnSigns(STANDARD)).toEqual([]);
  const page = await receipt();
  await writes(page, STANDARD);
  for (const weight of ['400', '500', '700']) {
    await page.evaluate((of) => document.querySelector('main')!.style.setProperty('font-weight', of), weight);
    await page.evaluate(() => document.fonts.ready);
    const fonts = await fontsOf(page);
    expect(fonts.filter(({ isCustomFont }) => !isCustomFont)).toEqual([]);
    expect(fonts.reduce((sum, { glyphCount }) => sum + glyphCount, 0)).toBe(8_105);
  }
  expect(await boxesAmong(page, STANDARD)).toEqual([]);
  await picture(page, 'paper-standard-characters');
  await page.close();
});

it('[A4] what is said to be printable is drawn, and nothing else is left as a box', async () => {
  const known = signsOf(0x3400, 0x323af).filter((sign) => /\p{Unified_Ideograph}/u.test(sign));
  const undrawn = new Set(undrawnSigns(known.join('')));
  const drawn = known.filter((sign) => !undrawn.has(sign));
  expect(drawn.length).toBeGreaterThan(27_500);
  const page = await receipt();
  await writes(page, drawn.join(''));
  expect(await boxesAmong(page, drawn.join(''))).toEqual([]);
  // The other way round: of those that are to be written by hand none is drawn.
  const some = [...undrawn].filter((sign, at) => at % 50 === 0 && sign.length === 2);
  expect(await boxesAmong(page, some.join(''))).toEqual(some);
  await page.close();
});

it('[A4] [C7] a name with a character that no font of ours has is printed with room to write it, and its code', async () => {
  const page = await receipt('王\u{20bb7}㛃');
  const text = await page.locator('main').textContent();
  expect(text).toContain('王〔請手寫 U+20BB7〕㛃');
  expect((await fontsOf(page)).filter(({ isCustomFont }) => !isCustomFont)).toEqual([]);
  await picture(page, 'paper-by-hand', { fullPage: true });
  await page.close();
});

it('[A4] a paper brings its own font: on a machine without a Chinese one each of its signs is drawn by it', async () => {
  const page = await receipt();
  const fonts = await fontsOf(page);
  expect(fonts.length).toBeGreaterThan(20);
  expect(fonts.filter(({ isCustomFont }) => !isCustomFont)).toEqual([]);
  await picture(page, 'paper-font', { fullPage: true });
});
