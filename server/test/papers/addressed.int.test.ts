import { afterEach, beforeEach, expect, it } from 'vitest';
import { plain } from '../../../schema/texts/unbroken.ts';
import { startTestHall, type TestHall } from '../harness.ts';
import { FLOWER, NOTICE, serving } from '../people/person-fixture.ts';
import { everyPaper, wish } from './every-paper.ts';

let hall: TestHall;
beforeEach(async () => {
  hall = await startTestHall();
});
afterEach(() => hall.stop());

const DAY = 86_400_000;
const read = async (path: string, cookie = '') =>
  (await fetch(hall.origin + path, { headers: { cookie, 'accept-language': 'zh-CN' } })).text().then(plain);

/** What is printed of a case of 王小花, whose matter was done at counter 1. */
async function addressed() {
  const { clerk, caseId, ticketId } = await serving(hall);
  const { applicant } = await clerk.people.enter({
    ...{ ...wish(), of: { caseId }, helper: null, ...NOTICE },
    applicant: { ...FLOWER, document: null },
  });
  const conclusion = { kind: 'accepted' as const, note: '' };
  const { paper } = await clerk.cases.conclude({ ...wish(), caseId, conclusion });
  await clerk.tickets.finish({ ...wish(), ticketId });
  return { clerk, caseId, personId: applicant.personId, paper: paper! };
}

it('[C7] [P2] [P3] a paper names its applicant to the staff, and masked to whoever has the link', async () => {
  const { clerk, paper, personId } = await addressed();
  const cookie = hall.cookieOf(clerk);
  expect(await read(paper, cookie)).toContain('申请人</th><td>王小花<');
  for (const stranger of ['', hall.cookieOf(await hall.kiosk())]) {
    const seen = await read(paper, stranger);
    expect(seen).toContain('申请人</th><td>王*花<');
    expect(seen).not.toContain('王小花');
  }
  const boss = await hall.clerk('boss');
  const looks = async () => (await boss.people.held({ personId })).acts.filter(({ act }) => act === 'person-revealed');
  // Who gave it knows the name.
  expect(await looks()).toEqual([]);
  expect(await read(paper, hall.cookieOf(await hall.clerk('two')))).toContain('王小花');
  expect(await looks()).toMatchObject([{ byName: 'two 员', detail: 'name', reason: 'SL2026-000001' }]);
});

it('[C7] [P1] [P2] a paper names its applicant as on its day, and says that the name is erased', async () => {
  const { clerk, caseId, personId, paper } = await addressed();
  const events = JSON.stringify([...hall.system.hall.ledger.after(0)]);
  expect(events).not.toContain('王小花');
  await clerk.cases.close({ ...wish(), caseId, outcome: 'withdrawn', here: true, note: '本人撤回' });
  const boss = await hall.clerk('boss');
  await boss.people.erase({ ...wish(), personId, reason: '本人书面要求删除资料' });
  const again = await read(paper, hall.cookieOf(boss));
  expect(again).toContain('申请人</th><td>（已到期删除）<');
  expect(again).not.toContain('王');
});

it('[C7] a case of which nobody is entered gives papers without a name', async () => {
  for (const { kind, path } of await everyPaper(hall)) expect(await read(path), kind).not.toContain('申请人</th>');
});

it('[C5] [A1] a void paper says so across it, with what holds instead, in each language and on A4 and 80 mm', async () => {
  const { clerk, caseId } = await addressed();
  const told = { way: 'telephone', reached: true, remark: '' } as const;
  await clerk.cases.close({ ...wish(), caseId, outcome: 'granted', note: '准予' });
  await clerk.cases.tell({ ...wish(), caseId, ...told });
  await hall.clock.advance(DAY);
  const boss = await hall.clerk('boss');
  const given = await boss.cases.correctOutcome({
    ...{ ...wish(), caseId, outcome: 'corrected' as const },
    ...{ reason: '复核发现尚有一项补贴没有核算，须继续办理', basis: '办法第五条' },
  });
  const papers = await boss.cases.papers({ caseId });
  const { path } = papers.find(({ kind }) => kind === 'decision')!;
  for (const form of ['', '&strip'])
    for (const [lang, said] of [
      ['zh-Hans', '作废'],
      ['zh-Hant', '作廢'],
      ['en', 'VOID'],
    ]) {
      const seen = await read(`${path}${form}&lang=${lang}`);
      expect(seen).toMatch(new RegExp(`class="void"[^>]*><b>${said}</b><br>[^<]*${given.no}`));
    }
  // The receipt of the acceptance stays.
  expect(await read(papers.find(({ kind }) => kind === 'receipt')!.path!)).not.toContain('class="void"');
});

it('[C5] a paper that was corrected twice names on page and list the one that holds now', async () => {
  const { clerk, caseId, ticketId } = await serving(hall);
  const conclusion = { kind: 'done' as const, note: '已办' };
  await clerk.cases.conclude({ ...wish(), caseId, conclusion });
  await clerk.tickets.finish({ ...wish(), ticketId });
  await hall.clock.advance(DAY);
  const admin = await hall.clerk('admin');
  const known = (await admin.administration.clerks({})).find(({ account }) => account === 'two')!;
  await admin.administration.saveClerk({ ...wish(), clerk: { ...known, role: 'supervisor' }, newPassword: false });
  const [boss, chief] = [await hall.clerk('boss'), await hall.clerk('two')];
  const correct = (by: typeof boss, outcome: 'answered' | 'not-needed') =>
    by.cases.correctOutcome({
      ...{ ...wish(), caseId, outcome, basis: '办法第五条' },
      reason: '复核发现办结类型登记错误，现予更正',
    });
  const [second, third] = [await correct(boss, 'answered'), await correct(chief, 'not-needed')];
  const papers = await boss.cases.papers({ caseId });
  expect(papers.map(({ no, voidedBy }) => [no, voidedBy])).toEqual([
    ['BJ2026-000001', third.no],
    [second.no, third.no],
    [third.no, null],
  ]);
  expect(await read(papers[0]!.path!)).toContain(`本文书已作废，以 ${third.no} 为准`);
});

it('[P2] a paper that a clerk gave is a look at its applicant from the day after, an administrator reads it masked, and so does everybody after 60 looks', async () => {
  const { paper, personId } = await addressed();
  expect(await read(paper, hall.cookieOf(await hall.clerk('admin')))).not.toContain('王小花');
  await hall.clock.advance(DAY);
  const cookie = hall.cookieOf(await hall.clerk('one'));
  for (let look = 0; look < 60; look++) expect(await read(paper, cookie)).toContain('申请人</th><td>王小花<');
  expect(await read(paper, cookie)).toContain('申请人</th><td>王*花<');
  const { acts } = await (await hall.clerk('boss')).people.held({ personId });
  const looks = acts.filter(({ act }) => act === 'person-revealed');
  expect(looks).toHaveLength(60);
  expect(looks[0]).toMatchObject({ byName: 'one 员', detail: 'name', reason: 'SL2026-000001' });
});

it('[P1] [P2] a paper of somebody who was entered wrongly is a look at that person, whose erasure erases the name on it', async () => {
  const { clerk, caseId, personId, paper } = await addressed();
  const { applicant } = await clerk.people.enter({
    ...{ ...wish(), of: { caseId }, helper: null, ...NOTICE },
    applicant: { ...FLOWER, name: '李大山', telephone: '+8613985005678', document: null },
  });
  const boss = await hall.clerk('boss');
  expect(await read(paper, hall.cookieOf(boss))).toContain('王小花');
  const looks = async (of: typeof personId) =>
    (await boss.people.held({ personId: of })).acts.filter(({ act }) => act === 'person-revealed');
  expect(await looks(personId)).toHaveLength(1);
  expect(await looks(applicant.personId)).toEqual([]);
  await boss.people.erase({ ...wish(), personId, reason: '登记错误，本人要求删除资料' });
  expect(await read(paper, hall.cookieOf(boss))).toContain('申请人</th><td>（已到期删除）<');
});
