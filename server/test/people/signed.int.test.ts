import { afterEach, beforeEach, expect, it } from 'vitest';
import { refusalCode, startTestHall, type TestHall } from '../harness.ts';
import { serving, wish } from './person-fixture.ts';

let hall: TestHall;
beforeEach(async () => {
  hall = await startTestHall();
});
afterEach(() => hall.stop());

it('[C5] [P1] [P2] the name of whoever signs for a result is kept sealed, shown masked to staff, and on the decision without a name', async () => {
  const { clerk, caseId, ticketId } = await serving(hall);
  await clerk.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'accepted', note: '' } });
  await clerk.tickets.finish({ ...wish(), ticketId });
  await clerk.cases.close({ ...wish(), caseId, outcome: 'granted', note: '准予' });
  const page = async () => {
    const paper = (await clerk.cases.papers({ caseId })).find(({ kind }) => kind === 'decision');
    return (await fetch(hall.origin + paper!.path!, { headers: { 'accept-language': 'zh-CN' } })).text();
  };
  expect(await page()).toContain('领取时在送达回证上签名');
  const tell = { ...wish(), caseId, way: 'collected' as const, reached: true, remark: '' };
  expect(await refusalCode(clerk.cases.tell(tell))).toBe('signature-missing');
  const signed = { signedBy: '欧阳采薇', lastFour: '007x', onPaper: true } as const;
  await clerk.cases.tell({ ...tell, ...wish(), signed });
  expect((await clerk.cases.one({ caseId })).signed).toMatchObject({ lastFour: '007X', on: '2026-11-23' });
  expect((await clerk.cases.one({ caseId })).signed!.name).not.toBe('欧阳采薇');
  expect(await page()).toContain('本人已于 2026年11月23日 签收');
  expect(await page()).not.toContain('采薇');
  const { db } = hall.system.store;
  for (const table of ['entries', 'events', 'cases']) {
    const isThere = db.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?").get(table);
    const rows = isThere ? JSON.stringify(db.prepare(`SELECT * FROM "${table}"`).all()) : '';
    for (const canary of ['欧阳采薇', '007X']) expect(rows, table).not.toContain(canary);
  }
});

it('[C5] [C7] [P3] a delivery slip says what was handed over, on A4 and 80 mm, in three languages, and that it was printed again', async () => {
  const { clerk, caseId, ticketId } = await serving(hall);
  await clerk.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'accepted', note: '' } });
  await clerk.tickets.finish({ ...wish(), ticketId });
  await clerk.cases.close({ ...wish(), caseId, outcome: 'granted', note: '准予' });
  const tell = { ...wish(), caseId, way: 'collected' as const, reached: true, remark: '' };
  const signed = { signedBy: '欧阳采薇', lastFour: '007x', onPaper: true } as const;
  const { no, paper } = await clerk.cases.tell({ ...tell, signed });
  expect(no).toBe('SD2026-000001');
  const read = async (path: string, language: string, cookie = '') =>
    (await fetch(hall.origin + path, { headers: { cookie, 'accept-language': language } })).text();
  const decisionNo = (await clerk.cases.papers({ caseId })).find(({ kind }) => kind === 'decision')!.no;
  for (const [language, title] of [
    ['zh-CN', '送达回证'],
    ['zh-TW', '送達回證'],
    ['en', 'Delivery slip'],
  ] as const) {
    const page = await read(paper!, language);
    for (const said of [title, no!, decisionNo, 'class="sheet"', ' 09:0']) expect(page).toContain(said);
    for (const secret of ['采薇', '007X']) expect(page).not.toContain(secret);
    expect(await read(`${paper}&strip`, language)).toContain('class="strip"');
  }
  expect(await read(paper!, 'zh-CN', hall.cookieOf(clerk))).not.toContain('补打件');
  const again = (await clerk.cases.papers({ caseId })).find(({ kind }) => kind === 'delivery');
  expect(await read(again!.path!, 'zh-CN')).toContain('补打件');
});
