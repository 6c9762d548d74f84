import { afterEach, beforeEach, expect, it } from 'vitest';
import { plain } from '../../../schema/texts/unbroken.ts';
import { CLOCK } from '../../../schema/who.ts';
import { recordHall } from '../../hall/acts/plan-hall.ts';
import { hallRecord } from '../../hall/tables/hall-record.ts';
import { startTestHall, type TestHall } from '../harness.ts';
import { testHallData } from '../test-data.ts';
import { everyPaper, wish } from './every-paper.ts';

let hall: TestHall;
beforeEach(async () => {
  const { matters, ...data } = testHallData();
  hall = await startTestHall({ data: { ...data, matters: matters.map((one) => ({ ...one, limitDays: 20 })) } });
});
afterEach(() => hall.stop());

const MINUTES = 60_000;
/** What a printer prints of it, without the line of the reprint. */
const printed = (html: string) => /<main>([\s\S]*)<\/main>/.exec(html)![1]!.replace(/<p class="again">.*<\/p>/g, '');
const read = async (path: string) => (await fetch(hall.origin + path)).text().then(plain);

it('[C7] [S4] each paper says for ever what was given that day, whatever hall, clerks, agency and matter are called later', async () => {
  const papers = await everyPaper(hall);
  expect(new Set(papers.map(({ kind }) => kind)).size).toBe(10);
  await hall.clock.advance(MINUTES);
  const before = await Promise.all(papers.map(({ path }) => read(path)));
  const admin = await hall.clerk('admin');
  for (const known of await admin.administration.clerks({}))
    await admin.administration.saveClerk({
      ...wish(),
      clerk: { ...known, name: `新名${known.account}` },
      newPassword: false,
    });
  for (const agency of await admin.administration.agencies({}))
    await admin.administration.saveAgency({
      ...wish(),
      agency: { ...agency, name: '改名中心', address: '改址路', inUse: true },
    });
  const now = { ...hall.system.hall.read(hallRecord).get(), address: '新址路 9 号', telephone: '0851-99990000' };
  const names = { 'zh-Hans': '新大厅', 'zh-Hant': '新大廳', en: 'New hall' };
  const by = { command: 'rename', requestId: null, actor: CLOCK } as const;
  await hall.system.hall.commit(by, (tx) => recordHall(tx, { ...now, names, settings: {} }));
  const hallDay = { day: '2026-11-27', kind: 'off', reason: '停电' } as const;
  await admin.calendar.change({ ...wish(), change: { hallDay } });
  expect(await read('/')).toContain('新大厅');
  for (const [at, { kind, path }] of papers.entries()) {
    const again = await read(path);
    expect(again, kind).toContain('补打件');
    expect(again, kind).not.toMatch(/新大厅|新名|改名中心|新址路/);
    expect(printed(again), kind).toBe(printed(before[at]!));
  }
});

it('[C5] [C6] what ends without a decision has a closing paper, and what a second person agrees is not ours a decision', async () => {
  const papers = await everyPaper(hall);
  const textOf = async (kind: string, query = '') => read(`${papers.find((one) => one.kind === kind)!.path}${query}`);
  for (const said of ['办结告知单', 'BJ2026-000001', '当场办结', '2026年11月23日'])
    expect(await textOf('closing')).toContain(said);
  for (const said of ['不予受理决定书', 'BS2026-000001', '第三十二条', '行政复议', '六个月', '区公证处'])
    expect(await textOf('not-accepted')).toContain(said);
  expect(await textOf('not-accepted', '&lang=en')).toContain('Decision not to accept');
  expect(await textOf('closing', '&lang=zh-Hant')).toContain('辦結告知單');
});

it('[C7] [A1] each paper is there on A4 and on 80 mm, and names the other', async () => {
  for (const { kind, path } of await everyPaper(hall)) {
    const [sheet, strip] = [await read(path), await read(`${path}&strip`)];
    expect(sheet, kind).toMatch(/<body class="sheet">[\s\S]*data-form="strip">80 毫米小票/);
    expect(strip, kind).toMatch(/<body class="strip">[\s\S]*data-form="sheet">A4/);
    expect(printed(strip), kind).toBe(printed(sheet));
  }
});
