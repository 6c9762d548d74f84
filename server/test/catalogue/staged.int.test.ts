/** C8, C9: a matter with a stage of acceptance of its own, as 15 / 60+30 of a petition. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { MatterDraft } from '../../../schema/catalogue/catalogue.ts';
import type { AcceptanceStage } from '../../../schema/catalogue/facts/stage.ts';
import type { Day, MatterId } from '../../../schema/ids.ts';
import { plain } from '../../../schema/texts/unbroken.ts';
import { type Client, newRequestId } from '../../../web/client.ts';
import { eventually, startTestHall, type TestHall } from '../harness.ts';

const A1 = 'A-1' as MatterId;
const PLACE = { 'zh-Hans': '三楼东侧', 'zh-Hant': '三樓東側', en: 'third floor, east' };
const DAY = 86_400_000;
const wish = () => ({ requestId: newRequestId() });

let hall: TestHall;
let admin: Client;
let one: Client;
beforeEach(async () => {
  hall = await startTestHall();
  [admin, one] = [await hall.clerk('admin'), await hall.clerk('one')];
});
afterEach(() => hall.stop());

const read = async (path: string, language: string) =>
  (await fetch(hall.origin + path, { headers: { 'accept-language': language } })).text().then(plain);

/** With a limit of 60 days that may be extended by 30. */
async function stage(acceptance: AcceptanceStage | null) {
  const { id, letter, names, aliases, kind, department, fee, basis, materials, typicalMinutes } = (
    await admin.catalogue({})
  ).matters.find((matter) => matter.id === A1)!;
  const facts = { id, letter, names, aliases, kind, department, fee, basis, materials, typicalMinutes };
  const clock = { limitDays: 60, limitUnit: 'calendar' as const, extensionDays: 30, acceptance, place: PLACE };
  await admin.administration.saveMatter({ ...wish(), matter: { ...facts, ...clock } satisfies MatterDraft });
}
const take = (number: string) =>
  one.cases.take({ ...wish(), matterId: A1, by: 'letter', number, receivedOn: '2026-11-23' as Day });

it('[C8] [C9] a case keeps the stage with which it was opened, counted in its own unit, whatever the matter says later', async () => {
  await stage({ days: 15, unit: 'calendar' });
  const petition = await take('来信 1');
  expect(petition.answerBy).toBe('2026-12-08');
  expect(await one.cases.one({ caseId: petition.caseId })).toMatchObject({
    ...{ phase: 'open', concludeBy: '2026-12-08', daysLeft: 15, daysUnit: 'calendar' },
    acceptance: { days: 15, unit: 'calendar' },
  });
  await stage({ days: 3, unit: 'working' });
  const later = await take('来信 2');
  expect(later.answerBy).toBe('2026-11-26');
  expect(await one.cases.one({ caseId: later.caseId })).toMatchObject({ daysLeft: 3, daysUnit: 'working' });
  await stage(null);
  expect((await take('来信 3')).answerBy).toBe('2026-11-30');
  expect((await one.cases.one({ caseId: petition.caseId })).concludeBy).toBe('2026-12-08');
  // The soonest of the three is first on the hall's list.
  const { ids } = await (await hall.clerk('boss')).cases.open({ first: 10 });
  expect(ids.slice(0, 2)).toEqual([later.caseId, expect.not.stringContaining(petition.caseId)]);
  expect(ids[2]).toBe(petition.caseId);
});

it('[C8] [C9] [A4] what nobody answered within it is accepted from its receipt, and receipt, page and history name the stage and no article', async () => {
  await stage({ days: 15, unit: 'calendar' });
  const { caseId } = await take('来信 1');
  await hall.clock.advance(16 * DAY);
  const later = await hall.clerk('one');
  await eventually(async () => expect((await later.cases.one({ caseId })).phase).toBe('accepted'));
  expect(await later.cases.one({ caseId })).toMatchObject({
    ...{ deemed: true, acceptedOn: '2026-11-23', dueOn: '2027-01-22', concludeBy: null },
  });
  const boss = await hall.clerk('boss');
  await boss.cases.extend({ ...wish(), caseId, days: 30, reason: '案情复杂，需要跨部门核实' });
  expect((await later.cases.one({ caseId })).dueOn).toBe('2027-02-21');
  const { path } = (await later.cases.papers({ caseId })).find(({ kind }) => kind === 'receipt')!;
  const page = path!.replace(/^\/paper\/receipt\/([^?]+).*/, '/c/$1');
  for (const [language, said, place] of [
    ['zh-CN', '材料收齐后 15 日（自然日）内没有答复', '三楼东侧'],
    ['zh-TW', '材料收齊後 15 日（自然日）內沒有答覆', '三樓東側'],
    ['en', 'nobody answered within 15 calendar days', 'third floor, east'],
  ] as const) {
    for (const of of [path!, page]) {
      expect(await read(of, language), of).toContain(said);
      expect(await read(of, language)).not.toMatch(/行政许可法|行政許可法|Article 32/);
    }
    expect(await read(path!, language)).toContain(place);
  }
  expect((await later.cases.history({ caseId })).find(({ kind }) => kind === 'case-accepted')).toMatchObject({
    facts: { deemed: 'own' },
  });
});

it('[C7] [C8] [A4] the matter’s page and a notice say the stage and the place in the reader’s language', async () => {
  await stage({ days: 15, unit: 'calendar' });
  const { caseId } = await take('来信 1');
  const conclusion = { kind: 'notice' as const, missing: ['A-1.1'], note: '' };
  const { paper } = await one.cases.conclude({ ...wish(), caseId, conclusion });
  for (const [language, said, place] of [
    ['zh-CN', '收齐材料后 15 日（自然日）内告知是否受理', '三楼东侧'],
    ['zh-TW', '收齊材料後 15 日（自然日）內告知是否受理', '三樓東側'],
    ['en', 'within 15 calendar days of handing in everything', 'third floor, east'],
  ] as const)
    for (const path of [paper!, `/catalogue/${A1}`]) {
      expect(await read(path, language), path).toContain(said);
      expect(await read(path, language), path).toContain(place);
    }
  await one.cases.receiveMaterials({ ...wish(), caseId, items: ['A-1.1'], isExamined: false });
  const page = paper!.replace(/^\/paper\/notice\/([^?]+).*/, '/c/$1');
  expect(await read(page, 'zh-CN')).toContain('材料已收到，不用再跑一趟。最迟 2026年12月8日 告知您是否受理');
  expect(await read(page, 'zh-CN')).not.toContain('再来大厅');
});
