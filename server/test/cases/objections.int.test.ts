import { afterEach, beforeEach, expect, it } from 'vitest';
import { newRequestId } from '../../../web/client.ts';
import { refusalCode, startTestHall, type TestHall } from '../harness.ts';
import { serving } from '../people/person-fixture.ts';

let hall: TestHall;
beforeEach(async () => {
  hall = await startTestHall();
});
afterEach(() => hall.stop());

const wish = () => ({ requestId: newRequestId() });
const page = async (path: string) =>
  (await fetch(hall.origin + path, { headers: { 'accept-language': 'zh-CN' } })).text();

async function proposed() {
  const { clerk: one, caseId } = await serving(hall);
  const reason = '申请人不在本社区居住，不符合办法第五条的规定';
  await one.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'refused', reason, basis: '办法第五条' } });
  return { one, caseId };
}

it('[C6] [S4] a decision names authority and court as the hall names them that day, and keeps what it said', async () => {
  const place = (name: string) => ({ name, address: '中山路 1 号', telephone: '0851-0000 2001' });
  const objectTo = { authority: place('花溪区人民政府'), court: place('花溪区人民法院') };
  const admin = await hall.clerk('admin');
  const boss = await hall.clerk('boss');
  expect(await refusalCode(boss.administration.placeObjections({ ...wish(), objectTo }))).toBe('not-allowed');
  await admin.administration.placeObjections({ ...wish(), objectTo });
  expect(await boss.administration.objectTo({})).toEqual(objectTo);
  const { caseId, one } = await proposed();
  await boss.cases.confirmRefusal({ ...wish(), caseId });
  await admin.administration.placeObjections({ ...wish(), objectTo: null });
  const { path } = (await one.cases.papers({ caseId })).find(({ kind }) => kind === 'decision')!;
  for (const shown of [await page(path!), await page(path!.replace(/^.*\/([\w-]+)\?.*$/, '/c/$1'))]) {
    expect(shown).toContain('花溪区人民政府');
    expect(shown).toContain('花溪区人民法院');
    expect(shown).not.toContain('本级人民政府');
  }
  const { entries } = await admin.history({ kind: 'hall' });
  expect(entries.slice(0, 2)).toMatchObject([
    { changes: [{ field: 'objectTo', from: objectTo, to: null }] },
    { changes: [{ field: 'objectTo', to: objectTo }] },
  ]);
});
