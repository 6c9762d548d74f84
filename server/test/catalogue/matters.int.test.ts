import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Matter, MatterDraft } from '../../../schema/catalogue/catalogue.ts';
import type { CounterId, Letter, MatterId } from '../../../schema/ids.ts';
import { type Client, newRequestId } from '../../../web/client.ts';
import { refusalCode, startTestHall, type TestHall } from '../harness.ts';

let hall: TestHall;
let admin: Client;
beforeEach(async () => {
  hall = await startTestHall();
  admin = await hall.clerk('admin');
});
afterEach(() => hall.stop());

const hans = (text: string) => ({ 'zh-Hans': text, 'zh-Hant': '', en: '' });
const wish = () => ({ requestId: newRequestId() });
const A1 = 'A-1' as MatterId;
const MINUTE = 60_000;
const matterOf = async (id: MatterId): Promise<Matter> =>
  (await admin.catalogue({})).matters.find((one) => one.id === id)!;

/** As the form sends it. */
async function draftOf(id: MatterId): Promise<MatterDraft> {
  const { letter, names, aliases, kind, department, limitDays, limitUnit, ...matter } = await matterOf(id);
  const materials = matter.materials.map(({ mayFollow: _, ...one }) => one);
  const { typicalMinutes, fee, basis } = matter;
  return {
    ...{ id, letter, names, aliases, kind, department: department || '民政', limitDays, limitUnit },
    ...{ typicalMinutes, fee: fee || '免费', basis, materials },
  };
}
const save = (matter: MatterDraft) => admin.administration.saveMatter({ ...wish(), matter });

describe('a matter', () => {
  it('[L1] [S4] a matter is edited and made by administrators, found by its new name, and its history says what became of it', async () => {
    const one = await hall.clerk('one');
    const draft = await draftOf(A1);
    const others = { ...wish(), matter: draft };
    expect(await refusalCode(one.administration.saveMatter(others))).toBe('not-allowed');
    const names = { 'zh-Hans': '高龄津贴申领', 'zh-Hant': '高齡津貼申領', en: 'Old-age allowance' };
    await save({ ...draft, names, fee: '免费', limitDays: 15 });
    expect(await matterOf(A1)).toMatchObject({ names, limitDays: 15, evidence: 'hall', offered: true });
    expect((await matterOf(A1)).spelling).toContain('gao ling jin tie');
    const { entries } = await admin.history({ kind: 'matter' });
    expect(entries[0]!.changes).toContainEqual({ field: 'limitDays', from: draft.limitDays, to: 15 });
    // A copy has a name of its own, and waits to be offered.
    const { id: _, ...copy } = await draftOf(A1);
    expect(await refusalCode(save(copy))).toBe('matter-twice');
    const { matterId } = await save({ ...copy, names: { ...names, 'zh-Hans': '高龄津贴复审' }, materials: [] });
    expect(await matterOf(matterId)).toMatchObject({ offered: false, materials: [], clerkA: null });
  });

  it('[C7] a matter keeps the id of each material, and gives the id of one that went to no other', async () => {
    const draft = await draftOf(A1);
    const [first, second] = draft.materials;
    const fresh = { 'zh-Hans': '近期照片', 'zh-Hant': '近期照片' };
    await save({ ...draft, materials: [second!, { ...first!, 'zh-Hans': '户口簿原件' }] });
    await save({ ...(await draftOf(A1)), materials: [second!, fresh] });
    expect((await matterOf(A1)).materials.map(({ id }) => id)).toEqual([
      second!.id,
      `A-1.${draft.materials.length + 1}`,
    ]);
    const gone = { ...(await draftOf(A1)), materials: [first!] };
    expect(await refusalCode(save(gone))).toBe('material-not-in-catalogue');
  });

  it('[L1] [S4] a matter has a version for each change, and two of them are compared field by field, whichever is named first', async () => {
    const draft = await draftOf(A1);
    await save({ ...draft, limitDays: 15 });
    await save({ ...(await draftOf(A1)), limitDays: 20, fee: '5 元' });
    await admin.administration.offerMatter({ ...wish(), matterId: A1, offered: false });
    const versions = await admin.administration.matterVersions({ matterId: A1 });
    expect(versions.map(({ no, byName }) => [no, byName])).toEqual([
      [4, '管理员'],
      [3, '管理员'],
      [2, '管理员'],
      [1, null],
    ]);
    expect(versions[0]!.fields).toEqual(['offered']);
    const [newest, , second] = versions;
    const compare = (one: number, other: number) => admin.administration.compareMatter({ matterId: A1, one, other });
    const changes = await compare(second!.seq, newest!.seq);
    expect(changes).toEqual([
      { field: 'limitDays', from: 15, to: 20 },
      { field: 'fee', from: hans('免费'), to: hans('5 元') },
      { field: 'offered', from: true, to: false },
    ]);
    expect(await compare(newest!.seq, second!.seq)).toEqual(changes);
    expect(await compare(second!.seq, second!.seq)).toEqual([]);
    expect(await refusalCode(compare(0, newest!.seq))).toBe('matter-unknown');
  });

  it('[C9] a matter is refused a limit below what the hall promises, and nothing is changed', async () => {
    await admin.administration.termsOfMatter({ ...wish(), matterId: A1, promisedDays: 10, mayFollow: [] });
    const before = await matterOf(A1);
    expect(await refusalCode(save({ ...(await draftOf(A1)), limitDays: 9 }))).toBe('promised-too-long');
    expect(await refusalCode(save({ ...(await draftOf(A1)), letter: 'Z' as Letter }))).toBe('group-unknown');
    expect(await matterOf(A1)).toEqual(before);
  });
});

describe('a case', () => {
  async function served() {
    const one = await hall.clerk('one');
    const counterId = 'c1' as CounterId;
    const { ticketId } = await one.tickets.issue({ ...wish(), matterIds: [A1], care: false, printing: false });
    await one.counters.open({ ...wish(), counterId });
    await one.tickets.callNext({ ...wish(), counterId });
    await one.tickets.start({ ...wish(), ticketId });
    const { caseId } = (await one.cases.mine({}))[0]!;
    return { one, ticketId, caseId };
  }

  it('[L1] a case hangs on each of its matters, and on several of them together once', async () => {
    const { caseId, one } = await served();
    await one.tickets.issue({ ...wish(), matterIds: [A1, 'A-2' as MatterId], care: false, printing: false });
    const both = await admin.administration.matterTouches({ matterIds: [A1, 'A-2' as MatterId, A1] });
    expect(both).toMatchObject({ waiting: 2, booked: 0, cases: 1, first: { cases: [{ caseId }] } });
    expect(both.first.tickets.map(({ number }) => number)).toEqual(['A001', 'A002']);
    expect(await admin.administration.matterTouches({ matterIds: ['A-2' as MatterId] })).toMatchObject({ waiting: 1 });
    const none = admin.administration.matterTouches({ matterIds: ['X-1' as MatterId] });
    expect(await refusalCode(none)).toBe('matter-unknown');
  });

  it('[L1] [C7] [C9] a case keeps limit and list of its first conclusion, whatever becomes of its matter', async () => {
    const { one, caseId, ticketId } = await served();
    expect(await admin.administration.matterTouches({ matterIds: [A1] })).toEqual({
      ...{ waiting: 1, booked: 0, cases: 1 },
      first: { tickets: [{ number: 'A001', day: '2026-11-23' }], slots: [], cases: [{ caseId, number: 'A001' }] },
    });
    const draft = await draftOf(A1);
    const [first, second] = draft.materials;
    const missing = [first!.id!];
    const { paper } = await one.cases.conclude({
      ...wish(),
      caseId,
      conclusion: { kind: 'notice', missing, note: '' },
    });
    await one.tickets.finish({ ...wish(), ticketId });
    await hall.clock.advance(MINUTE);
    await save({ ...draft, limitDays: 3, materials: [{ ...first!, 'zh-Hans': '别的材料' }] });
    const shown = await (await fetch(hall.origin + paper)).text();
    expect(shown).toContain(first!['zh-Hans']);
    expect(shown).not.toContain('别的材料');
    expect((await one.cases.one({ caseId })).notice!.listed.map(({ id }) => id)).toContain(second!.id);
    const again = { ...wish(), caseId, missing: [second!.id!], note: '', reason: '当时遗漏，由值班长批准补告' };
    const boss = await hall.clerk('boss');
    expect(await refusalCode(boss.cases.giveNoticeAgain(again))).not.toBe('material-not-in-catalogue');
    // Who comes now is served by the new one.
    const counterId = 'c1' as CounterId;
    const next = await one.tickets.issue({ ...wish(), matterIds: [A1], care: false, printing: false });
    await one.tickets.callNext({ ...wish(), counterId });
    await one.tickets.start({ ...wish(), ticketId: next.ticketId });
    const open = (await one.cases.mine({})).find(({ phase }) => phase === 'open')!;
    await one.cases.conclude({ ...wish(), caseId: open.caseId, conclusion: { kind: 'accepted', note: '' } });
    expect(await one.cases.one({ caseId: open.caseId })).toMatchObject({ dueOn: '2026-11-26' });
  });

  it('[C9] a case may be paused on a basis that its matter named after it was opened', async () => {
    const { one, caseId } = await served();
    await one.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'accepted', note: '' } });
    const pause = { ...wish(), caseId, kind: 'applicant', basis: '', days: 3 } as const;
    expect(await refusalCode(one.cases.pause(pause))).toBe('pause-not-named');
    await hall.clock.advance(MINUTE);
    const terms = { promisedDays: null, mayFollow: [], applicantBasis: '办法第八条' };
    await admin.administration.termsOfMatter({ ...wish(), matterId: A1, ...terms });
    await one.cases.pause({ ...pause, ...wish() });
    expect((await one.cases.one({ caseId })).pause).toMatchObject({ kind: 'applicant', basis: '办法第八条' });
  });

  it('[L1] [C7] [C9] a case keeps the version under which it was opened: it is asked for nothing more, and has what is lighter', async () => {
    const { one, caseId, ticketId } = await served();
    const draft = await draftOf(A1);
    const [first, second] = draft.materials;
    await hall.clock.advance(MINUTE);
    const photo = { 'zh-Hans': '照片', 'zh-Hant': '照片' };
    await save({ ...draft, limitDays: 60, materials: [first!, photo], extensionDays: 3 });
    const added = (await matterOf(A1)).materials.at(-1)!.id;
    const asked = await one.cases.matter({ caseId });
    expect(asked.materials.map(({ id }) => id)).toEqual([first!.id]);
    expect(asked).toMatchObject({ limitDays: draft.limitDays });
    const notice = (missing: string[]) =>
      one.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'notice', missing, note: '' } });
    expect(await refusalCode(notice([added]))).toBe('material-not-in-catalogue');
    expect(await refusalCode(notice([second!.id!]))).toBe('material-not-in-catalogue');
    const { dueOn } = await one.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'accepted', note: '' } });
    expect(dueOn).toBe('2026-12-21');
    await one.tickets.finish({ ...wish(), ticketId });
  });

  it('[L1] [C5] a case that is closed gets late papers of today’s list', async () => {
    const { one, caseId, ticketId } = await served();
    const missing = [(await draftOf(A1)).materials[0]!.id!];
    await one.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'notice', missing, note: '' } });
    await one.tickets.finish({ ...wish(), ticketId });
    await one.cases.close({ ...wish(), caseId, outcome: 'withdrawn', note: '不办了' });
    await hall.clock.advance(MINUTE);
    const now = await draftOf(A1);
    await save({ ...now, materials: [...now.materials, { 'zh-Hans': '收入证明', 'zh-Hant': '收入證明' }] });
    const proof = (await matterOf(A1)).materials.at(-1)!.id;
    const came = await one.cases.takeLatePapers({ ...wish(), caseId, items: [proof], note: '' });
    expect(await (await fetch(hall.origin + came.paper)).text()).toContain('收入证明');
  });
});
