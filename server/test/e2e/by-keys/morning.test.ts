import type { Page } from 'playwright-core';
import readWorkbook from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseId } from '../../../../schema/ids.ts';
import { cases } from '../../../cases/tables/cases.ts';
import { eventually, PASSWORD } from '../../harness.ts';
import { type SampleTestHall, startSampleHall } from '../screens.ts';
import { type AtCounter, clerkAt, happenings, idOf, wish } from '../worklist/many-cases.ts';
import { moved, press, shot, signInByKeys, tabTo, typeIn } from './keys.ts';

const HOUR = 3_600_000;
const SOON = { timeout: 15_000 };
let sample: SampleTestHall;
let one: AtCounter;
let page: Page;
let overdue: CaseId;
const at = (name: string) => page.getByTestId(name);
const kinds = () => at('todo-row').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-kind')));
const chosen = () => page.locator('[data-testid=todo-row][data-selected=true]').getAttribute('data-kind');
const caseOf = (id: CaseId) => sample.hall.system.hall.read(cases).byId(id)!;

/** Down to the first row of this kind. */
async function goDown(kind: string): Promise<void> {
  await expect.poll(kinds, SOON).toContain(kind);
  for (let step = 0; step < 60 && (await chosen()) !== kind; step++) await page.keyboard.press('ArrowDown');
  expect(await chosen()).toBe(kind);
}

/** Cases of a Monday, and the Monday after it: a limit is over, a refusal is proposed, an offer has lapsed. */
beforeAll(async () => {
  sample = await startSampleHall();
  const { hall } = sample;
  one = await clerkAt(hall, 'chenjing', '3');
  const two = await clerkAt(hall, 'zhaolei', '4');
  const boss = await hall.clerk('supervisor');
  const happens = happenings(hall, one, { two: two.client, boss }, 'chenjing');
  const own = [...(await one.accepted(5)), ...(await one.accepted(5)), ...(await one.accepted(5))];
  await two.accepted(5);
  [overdue] = own.map(({ caseId }) => caseId).sort((a, b) => caseOf(a).dueOn!.localeCompare(caseOf(b).dueOn!)) as [
    CaseId,
  ];
  await happens.proposed(own.find(({ caseId }) => caseId !== overdue)!.caseId);
  const [asked] = await two.accepted(5);
  // Into the days after the first limits, a little after nine.
  for (let day = 0; day < 7; day++) await hall.clock.advance(24 * HOUR);
  await eventually(() => expect(caseOf(overdue).dueOn! < hall.system.hall.look(({ day }) => day)).toBe(true));
  const again = await hall.clerk('zhaolei');
  const offer = { to: idOf(hall, 'chenjing'), note: '居民改到三号窗口办理，材料在二号柜' };
  await again.cases.offer({ ...wish(), caseId: asked!.caseId, ...offer });
  await hall.clock.advance(HOUR / 2 + 60_000);
  await eventually(() => expect(kindsOfNotes()).toContain('handover-lapsed'));
  page = await sample.screens.counter();
}, 170_000);
afterAll(async () => {
  expect(sample.screens.complaints).toEqual([]);
  await sample.screens.close();
  await sample.hall.stop();
});

function kindsOfNotes(): string[] {
  return sample.hall.system.store.db.prepare<[], string>('SELECT kind FROM notes').pluck().all();
}

describe('a supervisor’s morning, by keyboard alone', () => {
  it('[C3] signs in, follows an alert to its case, and ticks it', async () => {
    await signInByKeys(page, 'supervisor', PASSWORD);
    await at('section-todo').waitFor();
    await moved(page);
    await shot(page, 'morning-hall');
    await page.keyboard.press('Alt+2');
    await goDown('alert');
    await shot(page, 'morning-list');
    await page.keyboard.press('KeyO');
    await at('case-page').waitFor();
    await moved(page);
    await shot(page, 'morning-alert-case');
    await page.keyboard.press('Escape');
    await expect.poll(chosen).toBe('alert');
    const alerts = async () => (await kinds()).filter((kind) => kind === 'alert').length;
    const before = await alerts();
    await page.keyboard.press('Enter');
    await expect.poll(alerts, SOON).toBe(before - 1);
  });

  it('[C10] a supervisor, by keyboard alone, opens an overdue case, and moves it to a colleague with a briefing', async () => {
    await page.keyboard.press('Alt+7');
    await at('hall-case').first().waitFor();
    await moved(page);
    await shot(page, 'morning-cases');
    const late = at('hall-case')
      .filter({ hasNot: at('proposal') })
      .first();
    await press(page, late.getByTestId('open-case'));
    await at('case-page').waitFor();
    await moved(page);
    await shot(page, 'morning-overdue');
    await page.keyboard.press('Escape');
    await at('hall-case').first().waitFor();
    await press(page, late.getByTestId('offer-case'));
    await tabTo(page, at('offer-to'));
    await page.keyboard.type('赵磊');
    await moved(page);
    await page.keyboard.press('Enter');
    await typeIn(page, at('offer-note'), '已过期限，材料齐全，请今天办完并告知申请人');
    await shot(page, 'morning-offer');
    await press(page, at('offer-submit'));
    const offers = () =>
      sample.hall.system.hall
        .read(cases)
        .goingOn()
        .filter(({ offer }) => offer?.to === idOf(sample.hall, 'zhaolei'));
    await eventually(() => expect(offers()).toHaveLength(1));
  });

  it('[C6] a supervisor, by keyboard alone, does a review from the list', async () => {
    await page.keyboard.press('Alt+2');
    await goDown('review');
    await page.keyboard.press('Enter');
    await moved(page);
    await page.getByRole('dialog').waitFor();
    await shot(page, 'morning-review');
    await press(page, at('confirm-refusal-submit'));
    await expect.poll(kinds, SOON).not.toContain('review');
  });

  it('[C10] [C15] a supervisor, by keyboard alone, looks at the load per clerk', async () => {
    await page.keyboard.press('Alt+7');
    await at('hall-case').first().waitFor();
    await press(page, at('show-loads'));
    await at('loads').waitFor();
    await moved(page);
    await shot(page, 'morning-loads');
    await press(page, at('load-clerk').filter({ hasText: '陈静' }));
    await expect.poll(() => page.getByTestId('hall-case').count(), SOON).toBeGreaterThan(3);
    await moved(page);
    await shot(page, 'morning-load-of-one');
  });

  it('[A3] a supervisor, by keyboard alone, prints the report of last week, and saves it', async () => {
    await page.keyboard.press('Alt+1');
    await press(page, at('report'));
    await press(page, at('reportLastWeek'));
    await at('report-facts').waitFor();
    await moved(page);
    await shot(page, 'morning-report');
    await page.evaluate(() => {
      window.print = () => {
        document.title = 'printed';
      };
    });
    await tabTo(page, at('report-print'), 'Shift+Tab');
    await page.keyboard.press('Enter');
    expect(await page.title()).toBe('printed');
    const download = page.waitForEvent('download');
    await press(page, at('report-xlsx'));
    expect((await download).suggestedFilename()).toMatch(/\.xlsx$/);
  });

  it('[C11] a supervisor, by keyboard alone, sees which openings ahead lose cover, before an absence and in the list', async () => {
    const { hall } = sample;
    const admin = await hall.clerk('administrator');
    const boss = await hall.clerk('supervisor');
    const { matters } = await admin.catalogue({});
    const matter = matters.find(({ letter, offered }) => letter === 'B' && offered)!;
    const [clerkA, clerkB] = [idOf(hall, 'chenjing'), idOf(hall, 'zhaolei')];
    await admin.administration.clerksOfMatter({ ...wish(), matterId: matter.id, clerkA, clerkB });
    const times = { from: { day: '2026-12-08', time: '00:00' }, backOn: { day: '2026-12-11', time: '00:00' } };
    await boss.absences.enter({
      ...wish(),
      clerkId: clerkB,
      ...times,
      deputy: null,
      note: '外出培训三天',
      override: null,
    });
    await page.keyboard.press('Alt+9');
    await press(page, at('enter-absence'));
    await tabTo(page, at('absence-who'));
    await page.keyboard.type('陈静');
    await moved(page);
    await page.keyboard.press('Enter');
    await tabTo(page, at('absence-open'));
    await page.keyboard.press('Space');
    await at('lost-cover').waitFor();
    await moved(page);
    await shot(page, 'morning-lost-cover');
    await page.keyboard.press('Escape');
    await moved(page);
    await boss.absences.enter({
      ...wish(),
      clerkId: clerkA,
      ...times,
      deputy: idOf(hall, 'wangfang'),
      note: '外出培训三天',
      override: '全员防汛',
    });
    await page.reload();
    await at('section-todo').waitFor();
    await page.keyboard.press('Alt+2');
    await goDown('cover-ahead');
    await shot(page, 'morning-cover-ahead');
    await page.keyboard.press('Enter');
    await page.locator('tr[data-row-key]').first().waitFor();
    expect(await at('section-openings').getAttribute('aria-current')).toBe('page');
  });

  it('[C11] a supervisor, by keyboard alone, finds in the report what was allowed against a rule, and has it all in one workbook', async () => {
    await page.keyboard.press('Alt+1');
    await press(page, at('report'));
    const allowed = at('report-sheet-overrides');
    await allowed.getByText('全员防汛').waitFor();
    expect(await allowed.locator('tbody tr').allInnerTexts()).toEqual([
      expect.stringMatching(/A、B 岗同时离岗\s+陈静\s+\S+\s+全员防汛/),
    ]);
    await allowed.scrollIntoViewIfNeeded();
    await shot(page, 'morning-overrides');
    const download = page.waitForEvent('download');
    await press(page, at('report-xlsx'));
    const sheets = await readWorkbook(await (await download).path());
    expect(sheets.map(({ sheet }) => sheet)).toHaveLength(6);
    expect(sheets[5]!.data.flat()).toContain('全员防汛');
  });
});
