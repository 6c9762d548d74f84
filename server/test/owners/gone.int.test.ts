import { afterEach, beforeEach, expect, it } from 'vitest';
import { isOver } from '../../cases/rules/owners/afterwards.ts';
import { absences } from '../../people/tables/absences.ts';
import { type OwnersHall, ownersHall, wish } from './owner-fixture.ts';

/** What somebody had in hand who is gone, and is no duty of the hand-over. */
let h: OwnersHall;
beforeEach(async () => {
  h = await ownersHall();
});
afterEach(() => h.hall.stop());

async function save(account: string, part: object) {
  const known = (await h.as.admin.administration.clerks({})).find((one) => one.account === account)!;
  await h.as.admin.administration.saveClerk({ ...wish(), clerk: { ...known, ...part }, newPassword: false });
}

it.each(['proposed', 'sent back'])('[C15] [C12] a correction is taken back when its author leaves: %s', async (as) => {
  const caseId = await h.accepted();
  const { one, boss } = h.as;
  await one.cases.close({ ...wish(), caseId, outcome: 'granted', note: '准予' });
  await one.cases.tell({ ...wish(), caseId, way: 'counter', reached: true, remark: '' });
  await save('two', { role: 'supervisor' });
  const chief = await h.hall.clerk('two');
  const correction = { outcome: 'refused', reason: '申请人另有一套住房，不符合条件', basis: '办法第五条' } as const;
  await chief.cases.correctOutcome({ ...wish(), caseId, ...correction });
  if (as === 'sent back') await boss.cases.sendBackRefusal({ ...wish(), caseId, remark: '请补充核查记录' });
  expect(await boss.cases.one({ caseId })).toMatchObject({ correctionBy: 'two 员', isMyCorrection: false });
  await save('two', { active: false });
  expect(await boss.cases.one({ caseId })).toMatchObject({ phase: 'closed', outcome: 'granted', correctionBy: null });
  expect(isOver(h.caseNow(caseId))).toBe(true);
  expect((await boss.cases.history({ caseId })).at(-1)).toMatchObject({ kind: 'correction-taken-back' });
  expect((await boss.boards.staff({})).rows.notes.filter(({ kind }) => kind === 'correction-proposed')).toEqual([]);
  const [paper] = await one.cases.papers({ caseId });
  const link = `/c/${paper!.path!.replace(/^.*\/|\?.*$/g, '')}?lang=zh-Hans`;
  expect(await (await fetch(h.hall.origin + link)).text()).toContain('更正意见已撤回，原决定有效');
});

it.each(['proposed', 'sent back'])(
  '[C15] [C6] a supervisor becomes a clerk once no correction is theirs, whether it is alone or with the cases: %s',
  async (as) => {
    const caseId = await h.accepted();
    const { one, boss, admin } = h.as;
    await one.cases.close({ ...wish(), caseId, outcome: 'granted', note: '准予' });
    await save('two', { role: 'supervisor' });
    const chief = await h.hall.clerk('two');
    const correction = { outcome: 'refused', reason: '申请人另有一套住房，不符合条件', basis: '办法第五条' } as const;
    await chief.cases.correctOutcome({ ...wish(), caseId, ...correction });
    if (as === 'sent back') await boss.cases.sendBackRefusal({ ...wish(), caseId, remark: '请补充核查记录' });
    const { receiptNo: numbers } = await boss.cases.one({ caseId });
    const refused = { code: 'clerk-has-corrections', data: { name: 'two 员', numbers } };
    await expect(save('two', { role: 'clerk' })).rejects.toMatchObject(refused);
    const clerkId = h.idOf('two');
    const account = { role: 'clerk', active: true } as const;
    const both = { clerkId, duties: [], reason: '调岗', note: '请接着办理', account };
    await expect(admin.cases.handOverDuties({ ...wish(), ...both })).rejects.toMatchObject(refused);
    expect(await boss.cases.one({ caseId })).toMatchObject({ correctionBy: 'two 员' });
    await boss.cases.takeBackRefusal({ ...wish(), caseId });
    await save('two', { role: 'clerk' });
  },
);

it('[C15] [C11] absences end with the account, their words with them, and a clerk who is switched on again is not away', async () => {
  await h.away(h.as.boss, 'two', '2026-11-23', '2026-11-26');
  await h.away(h.as.boss, 'two', '2026-11-30', null);
  const all = h.hall.system.store.read(absences).standing();
  await save('two', { active: false });
  const { db } = h.hall.system.store;
  const ends = db.prepare('SELECT about, erase_on IS NOT NULL AS ends FROM texts WHERE about = ?');
  for (const { id } of all) expect(ends.all(`absence:${id}`)).toEqual([{ about: `absence:${id}`, ends: 1 }]);
  await save('two', { active: true });
  expect((await h.as.boss.absences.list({})).absences).toEqual([]);
});

it('[C15] [C12] a question on a closed case is listed, is answered by a deputy, and has an heir before its handler leaves', async () => {
  const caseId = await h.accepted();
  const { one, two, boss, admin } = h.as;
  await one.cases.close({ ...wish(), caseId, outcome: 'granted', note: '准予' });
  await one.cases.tell({ ...wish(), caseId, way: 'counter', reached: true, remark: '' });
  expect(await one.cases.mine({})).toEqual([]);
  const [paper] = await one.cases.papers({ caseId });
  const body = new URLSearchParams({ ...wish(), text: '证件到哪里取？' });
  const link = paper!.path!.replace(/^.*\/|\?.*$/g, '');
  await fetch(`${h.hall.origin}/c/${link}/inquiry`, { method: 'POST', body, redirect: 'manual' });
  const [{ mine, inquiries } = {}] = await one.cases.mine({});
  expect([mine, inquiries?.length, isOver(h.caseNow(caseId))]).toEqual(['inquiry', 1, false]);
  expect((await boss.cases.open({ first: 100 })).ids).toContain(caseId);
  const known = (await admin.administration.clerks({})).find(({ account }) => account === 'one')!;
  const leaves = { ...known, active: false };
  const saved = admin.administration.saveClerk({ ...wish(), clerk: leaves, newPassword: false });
  await expect(saved).rejects.toMatchObject({ code: 'clerk-has-duties' });
  await h.away(boss, 'one', '2026-11-23', '2026-11-26', { deputy: 'two' });
  expect(await two.cases.mine({})).toMatchObject([{ caseId, mine: 'inquiry' }]);
  const { duties } = await admin.cases.duties({ clerkId: known.id });
  expect(duties).toMatchObject([{ caseId, part: 'owed', owes: ['inquiry'], dueOn: inquiries![0]!.answerBy }]);
  const given = [{ caseId, to: h.idOf('two') }];
  const words = { reason: '调离本大厅', note: '居民在等答复', account: { role: known.role, active: false } };
  await admin.cases.handOverDuties({ ...wish(), clerkId: known.id, duties: given, ...words });
  expect(await two.cases.mine({})).toMatchObject([{ caseId, mine: 'inquiry' }]);
  const inquiryId = inquiries![0]!.id;
  await two.cases.answerInquiry({ ...wish(), caseId, inquiryId, text: '二号窗口，凭身份证领取' });
  expect([await two.cases.mine({}), isOver(h.caseNow(caseId))]).toEqual([[], true]);
});
