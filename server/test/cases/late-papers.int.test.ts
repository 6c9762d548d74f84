import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaseId, ClerkId, CounterId, MatterId, PersonId } from '../../../schema/ids.ts';
import { PRIVACY_NOTICE } from '../../../schema/people/person.ts';
import { type Client, newRequestId } from '../../../web/client.ts';
import type { OutgoingMessage } from '../../gateways/message-file.ts';
import { clerks } from '../../people/tables/clerks.ts';
import { people } from '../../people/tables/people.ts';
import { eventually, refusalCode, startTestHall, type TestHall } from '../harness.ts';
import { openCases } from '../owners/owner-fixture.ts';
import { testHallData } from '../test-data.ts';

let hall: TestHall;
let one: Client;
let two: Client;
const sent: OutgoingMessage[] = [];
beforeEach(async () => {
  sent.length = 0;
  hall = await startTestHall({
    data: { ...testHallData(), settings: { personDays: 10 } },
    gateway: async (message) => {
      sent.push(message);
      return 'sent';
    },
  });
  [one, two] = [await hall.clerk('one'), await hall.clerk('two')];
});
afterEach(() => hall.stop());

const wish = () => ({ requestId: newRequestId() });
const DAY = 86_400_000;
const LETTER = '一封邻居的证明信';
const ANSWER = '材料已归入案卷，救助金额不变';
const WHO = { kind: 'person', name: '王小花', telephone: '13985001234', document: null, language: 'zh-Hans' } as const;
const page = async (path: string, language = 'zh-CN') =>
  (await fetch(hall.origin + path, { headers: { 'accept-language': language } })).text();
const idOf = (account: string): ClerkId =>
  [...hall.system.store.read(clerks).all().values()].find((clerk) => clerk.account === account)!.id;

/** A case that `one` took, decided and told at counter 1, of somebody who wants messages. */
async function closed(): Promise<{ caseId: CaseId; personId: PersonId; path: string }> {
  const kiosk = await hall.kiosk();
  const matterIds = ['A-1' as MatterId];
  const { ticketId } = await kiosk.tickets.issue({ ...wish(), matterIds, care: false, printing: false });
  // Opened before.
  await refusalCode(one.counters.open({ ...wish(), counterId: 'c1' as CounterId }));
  await one.tickets.callNext({ ...wish(), counterId: 'c1' as CounterId });
  await one.tickets.start({ ...wish(), ticketId });
  const { caseId } = (await one.cases.mine({})).find(({ phase }) => phase === 'open')!;
  const { applicant } = await one.people.enter({
    ...{ ...wish(), of: { ticketId }, applicant: WHO, helper: null, notice: PRIVACY_NOTICE },
  });
  await one.cases.agreeMessages({ ...wish(), caseId, agreed: true });
  const { paper } = await one.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'accepted', note: '' } });
  await one.tickets.finish({ ...wish(), ticketId });
  await one.cases.close({ ...wish(), caseId, outcome: 'granted', note: '准予' });
  await one.cases.tell({ ...wish(), caseId, way: 'counter', reached: true, remark: '' });
  return { caseId, personId: applicant.personId, path: `/c/${paper!.replace(/^.*\/|\?.*$/g, '')}` };
}

describe('papers that come after a case is closed', () => {
  it('[C5] [C12] get a receipt in three languages, are owed an answer, and page and message tell it', async () => {
    const { caseId, path } = await closed();
    await hall.clock.advance(DAY);
    [one, two] = [await hall.clerk('one'), await hall.clerk('two')];
    const screen = hall.follow(one, 'staff');
    const given = await two.cases.takeLatePapers({ ...wish(), caseId, items: ['A-1.2'], note: LETTER });
    expect(given.no).toBe('BC2026-000001');
    for (const [language, said] of [
      ['zh-CN', ['补充材料收件单', '2026年11月25日', '准予办理', LETTER, '不因此重开']],
      ['zh-TW', ['補充材料收件單', '2026年11月25日', LETTER]],
      ['en', ['Receipt for late papers', '25 November 2026', LETTER, 'not reopened']],
    ] as const) {
      const paper = await page(given.paper, language);
      for (const text of [given.no, ...said]) expect(paper, language).toContain(text);
    }
    expect(await page(path)).toMatch(/一封邻居的证明信.*最迟 2026年11月25日 答复/s);
    await eventually(() =>
      expect(screen.snapshot().rows.offers).toMatchObject([
        { id: caseId, late: { by: '2026-11-25', to: idOf('one') } },
      ]),
    );
    expect(await one.cases.mine({})).toMatchObject([
      { caseId, mine: 'late-papers', phase: 'closed', daysLeft: 1, lateTask: { no: given.no, toMe: true } },
    ]);
    expect(await two.cases.mine({})).toEqual([]);
    const boss = await hall.clerk('boss');
    expect(await openCases(boss)).toMatchObject([{ caseId, lateTask: { toName: 'one 员', toMe: false } }]);
    const answer = { caseId, no: given.no, text: ANSWER };
    expect(await refusalCode(one.cases.answerLatePapers({ ...wish(), ...answer, kind: 'linked' }))).toBe(
      'late-papers-not-linked',
    );
    await one.cases.answerLatePapers({ ...wish(), ...answer, kind: 'filed' });
    expect(await page(path)).toMatch(
      /one 员 于 2026年11月24日 答复：.*归入案卷，结果不变。 材料已归入案卷，救助金额不变/s,
    );
    expect(await page(path)).not.toContain('办件不因此重开');
    await eventually(() => expect(sent.at(-1)?.text).toMatch(/SL2026-000001）办结后交来的材料已有答复/));
    expect(await one.cases.mine({})).toEqual([]);
    expect((await one.cases.one({ caseId })).phase).toBe('closed');
    const ledger = JSON.stringify(hall.system.store.db.prepare('SELECT data FROM ledger').all());
    for (const words of [LETTER, ANSWER]) expect(ledger).not.toContain(words);
  });

  it('[C5] papers that come after a case is closed may lead to a linked case, whose number the answer names', async () => {
    const { caseId, path } = await closed();
    const { no } = await two.cases.takeLatePapers({ ...wish(), caseId, items: [], note: LETTER });
    const { receiptNo } = await one.cases.openLinked({ ...wish(), caseId, reason: '材料说明情况有变' });
    expect((await one.cases.one({ caseId })).lateTask).toMatchObject({ linkedNo: receiptNo, isCorrected: false });
    await one.cases.answerLatePapers({ ...wish(), caseId, no, kind: 'linked', text: ANSWER });
    expect(await page(path)).toContain(`已另立关联办件 ${receiptNo}。`);
  });

  it('[C5] [C10] late papers that nobody answers are late on the supervisor’s board the day after their day', async () => {
    const { caseId } = await closed();
    await two.cases.takeLatePapers({ ...wish(), caseId, items: ['A-1.1'], note: '' });
    await hall.clock.advance(2 * DAY);
    const boss = await hall.clerk('boss');
    await eventually(async () =>
      expect((await boss.boards.staff()).rows.notes).toMatchObject([
        { kind: 'duty-late', detail: 'late-papers', about: 'SL2026-000001' },
      ]),
    );
    expect((await boss.cases.one({ caseId })).late).toEqual(['late-papers']);
  });

  it('[C15] [C5] papers that come after a case is closed are a duty that has a new owner before somebody leaves', async () => {
    const { caseId } = await closed();
    const { no } = await two.cases.takeLatePapers({ ...wish(), caseId, items: ['A-1.1'], note: '' });
    const admin = await hall.clerk('admin');
    const off = { role: 'clerk' as const, active: false };
    const known = hall.system.store.read(clerks).all().get(idOf('one'))!;
    const { id, account, name, mayPick } = known;
    const save = admin.administration.saveClerk({
      ...{ ...wish(), clerk: { id, account, name, mayPick, ...off }, newPassword: false },
    });
    expect(await refusalCode(save)).toBe('clerk-has-duties');
    const { duties } = await admin.cases.duties({ clerkId: idOf('one') });
    expect(duties).toMatchObject([{ caseId, part: 'owed', owes: ['late-papers'], dueOn: '2026-11-24' }]);
    await admin.cases.handOverDuties({
      ...{ ...wish(), clerkId: idOf('one'), duties: [{ caseId, to: idOf('two') }] },
      ...{ reason: '调离岗位', note: '材料在二号柜', account: off },
    });
    expect(await two.cases.mine({})).toMatchObject([{ caseId, mine: 'late-papers', handler: 'one 员' }]);
    await two.cases.answerLatePapers({ ...wish(), caseId, no, kind: 'filed', text: ANSWER });
  });

  it('[C15] [C5] papers that come after a case is closed go to whoever took over what the last handler had, else to the supervisors’ board', async () => {
    const { caseId } = await closed();
    const admin = await hall.clerk('admin');
    const other = await closed();
    const { receiptNo } = await one.cases.openLinked({ ...wish(), caseId: other.caseId, reason: '没有解决' });
    const linked = (await one.cases.mine({})).find((found) => found.receiptNo === receiptNo)!.caseId;
    const leave = (account: string, of: { caseId: CaseId; to: ClerkId }[]) =>
      admin.cases.handOverDuties({
        ...{ ...wish(), clerkId: idOf(account), duties: of, reason: '调离岗位', note: '交接' },
        account: { role: 'clerk', active: false },
      });
    await leave('one', [{ caseId: linked, to: idOf('three') }]);
    await two.cases.takeLatePapers({ ...wish(), caseId, items: ['A-1.1'], note: '' });
    const three = await hall.clerk('three');
    const [task] = (await three.cases.mine({})).filter(({ mine }) => mine === 'late-papers');
    expect(task).toMatchObject({ caseId, lateTask: { toMe: true } });
    await three.cases.answerLatePapers({ ...wish(), caseId, no: task!.lateTask!.no, kind: 'filed', text: ANSWER });
    // The heir leaves, too, and whoever took over from the heir may not sign in.
    await leave('three', [{ caseId: linked, to: idOf('four') }]);
    await admin.administration.block({ ...wish(), clerkId: idOf('four'), reason: '账号疑似被盗用' });
    const boss = await hall.clerk('boss');
    const { no } = await two.cases.takeLatePapers({ ...wish(), caseId, items: ['A-1.2'], note: '' });
    expect((await boss.cases.one({ caseId })).lateTask).toMatchObject({ no, toName: null, toMe: false });
    expect((await boss.boards.staff()).rows.notes).toMatchObject([{ kind: 'late-papers-received', caseId }]);
    expect(await refusalCode(two.cases.answerLatePapers({ ...wish(), caseId, no, kind: 'filed', text: ANSWER }))).toBe(
      'late-papers-not-yours',
    );
    await boss.cases.answerLatePapers({ ...wish(), caseId, no, kind: 'filed', text: ANSWER });
    expect((await boss.boards.staff()).rows.notes).toEqual([]);
  });

  it('[P1] [C5] papers that come after a case is closed keep the person until they are answered, whoever asks for erasure', async () => {
    const { caseId, personId } = await closed();
    const { no } = await two.cases.takeLatePapers({ ...wish(), caseId, items: ['A-1.1'], note: LETTER });
    const erase = async () => (await hall.clerk('boss')).people.erase({ ...wish(), personId, reason: '本人要求' });
    expect(await refusalCode(erase())).toBe('person-has-cases');
    for (let night = 0; night < 14; night++) await hall.clock.advance(DAY);
    const isKept = () => hall.system.hall.read(people).get(personId) !== null;
    expect(isKept()).toBe(true);
    one = await hall.clerk('one');
    await one.cases.answerLatePapers({ ...wish(), caseId, no, kind: 'filed', text: ANSWER });
    for (let night = 0; night < 12; night++) await hall.clock.advance(DAY);
    expect(isKept()).toBe(false);
  });
});
