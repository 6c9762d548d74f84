/** L3, A4: department, fee, basis and place in the reader’s language, on pages and papers. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { MatterId, Names } from '../../../schema/ids.ts';
import { type Client, newRequestId } from '../../../web/client.ts';
import { startTestHall, type TestHall } from '../harness.ts';
import { bookerOf } from '../hours/booking-fixture.ts';

const A1 = 'A-1' as MatterId;
const wish = () => ({ requestId: newRequestId() });
const SAID = {
  department: { 'zh-Hans': '街道办', 'zh-Hant': '街道辦', en: 'Sub-district office' },
  fee: { 'zh-Hans': '免费', 'zh-Hant': '', en: '' },
  basis: { 'zh-Hans': '社区办法第八条', 'zh-Hant': '社區辦法第八條', en: 'Community Measures, Art. 8' },
  place: { 'zh-Hans': '三楼东侧', 'zh-Hant': '三樓東側', en: 'third floor, east' },
} satisfies Record<string, Names>;

let hall: TestHall;
let admin: Client;
beforeEach(async () => {
  hall = await startTestHall();
  admin = await hall.clerk('admin');
});
afterEach(() => hall.stop());

const read = async (path: string, language: string) =>
  (await fetch(hall.origin + path, { headers: { 'accept-language': language } })).text();
const matterNow = async () => (await admin.catalogue({})).matters.find(({ id }) => id === A1)!;

async function save(more: Partial<typeof SAID> | { fee: string; department: string }) {
  const { id, letter, names, aliases, kind, materials, limitDays, limitUnit, typicalMinutes, ...one } =
    await matterNow();
  const { department, fee, basis } = one;
  const facts = { id, letter, names, aliases, kind, materials, limitDays, limitUnit, typicalMinutes };
  await admin.administration.saveMatter({ ...wish(), matter: { ...facts, department, fee, basis, ...more } });
}

it('[L3] [A4] department, fee and basis are read in the reader’s language on page and receipt, and what lacks one says so', async () => {
  expect(await read(`/catalogue/${A1}`, 'en')).toContain('(in Chinese only)');
  await save(SAID);
  const one = await hall.clerk('one');
  const taken = { matterId: A1, by: 'letter' as const, number: '来信 1', receivedOn: '2026-11-23' };
  const { caseId } = await one.cases.take({ ...wish(), ...taken });
  const { paper } = await one.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'accepted', note: '' } });
  for (const [language, department, fee, basis] of [
    ['zh-CN', '街道办', '免费', '社区办法第八条'],
    ['zh-TW', '街道辦', '免費', '社區辦法第八條'],
    ['en', 'Sub-district office', 'free', 'Community Measures, Art. 8'],
  ] as const) {
    const page = await read(`/catalogue/${A1}`, language);
    for (const said of [department, fee, basis]) expect(page, language).toContain(said);
    expect(page).not.toMatch(/in Chinese only|僅有簡體/);
    const receipt = await read(paper!, language);
    for (const said of [fee, basis]) expect(receipt, language).toContain(said);
  }
});

it('[L1] [L3] a text in simplified Chinese alone leaves the other languages as long as it is the same', async () => {
  await save(SAID);
  await save({ fee: '免费', department: '街道办' });
  expect(await matterNow()).toMatchObject({ department: SAID.department, fee: SAID.fee, basis: SAID.basis });
  await save({ fee: '5 元', department: '民政所' });
  expect(await matterNow()).toMatchObject({
    department: { 'zh-Hans': '民政所', 'zh-Hant': '', en: '' },
    fee: { 'zh-Hans': '5 元', 'zh-Hant': '', en: '' },
  });
});

it('[L3] [H12] the slip, the phone and a booking say where the matter is done, and say nothing where the catalogue does not', async () => {
  const kiosk = await hall.kiosk();
  const issue = async () => {
    const { link } = await kiosk.tickets.issue({ ...wish(), matterIds: [A1], care: false, printing: false });
    return link.replace('/t/', '');
  };
  expect(await read(`/paper/slip/${await issue()}`, 'zh-CN')).not.toContain('办理地点');
  await save(SAID);
  const link = await issue();
  for (const path of [`/paper/slip/${link}`, `/t/${link}`]) {
    expect(await read(path, 'zh-CN'), path).toContain('三楼东侧');
    expect(await read(path, 'en'), path).toContain('third floor, east');
  }
  const held = await bookerOf(hall).held(A1, '14:00');
  const person = { name: '王芳', telephone: '138 8500 1234', language: 'en' as const };
  await hall.anybody().appointments.confirm({ ...wish(), link: held, ...person });
  expect(await read(`/a/${held}`, 'en')).toContain('third floor, east');
});
