import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CounterId, MatterId } from '../../../../schema/ids.ts';
import { eventually } from '../../harness.ts';
import { type OwnersHall, ownersHall, wish } from '../owner-fixture.ts';

const DAY = 86_400_000;
const counterId = 'c1' as CounterId;
let h: OwnersHall;
beforeEach(async () => {
  h = await ownersHall({ one: '13985000001', two: '13985000002', boss: '13985000009' });
});
afterEach(() => h.hall.stop());

/** A night ends a session. */
const asNow = (account: string) => h.hall.clerk(account);
const rowsOf = async (account: string) => (await (await asNow(account)).boards.staff({})).rows.offers;
const days = async (count: number) => {
  for (let day = 0; day < count; day++) await h.hall.clock.advance(DAY);
};

/** A notice of Monday, 23 November, whose papers all came that day and were examined by nobody. */
async function received() {
  const matterIds = ['A-1' as MatterId];
  const kiosk = await h.hall.kiosk();
  const { ticketId } = await kiosk.tickets.issue({ ...wish(), matterIds, care: false, printing: false });
  await h.as.one.tickets.callNext({ ...wish(), counterId });
  await h.as.one.tickets.start({ ...wish(), ticketId });
  const { caseId } = (await h.as.one.cases.mine({}))[0]!;
  const conclusion = { kind: 'notice' as const, missing: ['A-1.1'], note: '' };
  await h.as.one.cases.conclude({ ...wish(), caseId, conclusion });
  await h.as.one.tickets.finish({ ...wish(), ticketId });
  await h.as.one.cases.receiveMaterials({ ...wish(), caseId, items: ['A-1.1'], isExamined: false });
  return caseId;
}

it('[C8] [C10] papers that nobody answers warn handler and supervisor a working day before the law accepts them, on card, board and telephone', async () => {
  const caseId = await received();
  await days(3);
  await eventually(() => expect(h.sentTo('one')).toEqual([]));
  expect(await rowsOf('one')).toEqual([]);
  expect((await (await asNow('one')).cases.one({ caseId })).warnedDuties).toEqual([]);
  await days(1);
  const said = (part: string) =>
    `${part}办件 GZ2026-000001（事项 A1）材料已齐尚未答复，逾期视为受理，期限是 2026年11月30日。请登录处理。`;
  await eventually(() => expect(h.sentTo('one')).toEqual([said('您经办的')]));
  await eventually(() => expect(h.sentTo('boss')).toEqual([said('大厅的')]));
  expect(await rowsOf('boss')).toMatchObject([{ id: caseId, warned: ['deemed'], handler: h.idOf('one') }]);
  const shown = await (await asNow('one')).cases.one({ caseId });
  expect(shown.warnedDuties).toEqual([{ duty: 'deemed', by: '2026-11-30' }]);
  await days(3);
  await eventually(() => expect(h.sentTo('one')).toHaveLength(1));
  await days(1);
  expect(h.caseNow(caseId)).toMatchObject({ phase: 'accepted', deemed: true });
  expect(await rowsOf('boss')).toEqual([]);
  expect((await (await asNow('one')).cases.one({ caseId })).warnedDuties).toEqual([]);
});

it('[C8] [C10] papers that nobody answers warn the first contact, too, whose case another one handles', async () => {
  const caseId = await received();
  const { handoverId } = await h.as.one.cases.offer({ ...wish(), caseId, to: h.idOf('two'), note: '请接着办' });
  await h.as.two.cases.accept({ ...wish(), caseId, handoverId });
  const [mine, firsts] = ['您经办的', '您首问的'].map(
    (part) => `${part}办件 GZ2026-000001（事项 A1）材料已齐尚未答复，逾期视为受理，期限是 2026年11月30日。请登录处理。`,
  );
  await days(3);
  expect(h.sentTo('one')).not.toContain(firsts);
  await days(1);
  await eventually(() => expect(h.sentTo('two')).toContain(mine));
  await eventually(() => expect(h.sentTo('one')).toContain(firsts));
});

it('[C10] the law’s limit beside a promised one warns handler and supervisor with its own day, by message and note', async () => {
  const terms = { matterId: 'A-1' as MatterId, promisedDays: 10, mayFollow: [] };
  await h.as.admin.administration.termsOfMatter({ ...wish(), ...terms });
  const caseId = await h.accepted();
  expect(h.caseNow(caseId)).toMatchObject({ dueOn: '2026-12-07', legalDueOn: '2026-12-21' });
  const said = (part: string) => `${part}办件 SL2026-000001（事项 A1）法定期限已用去 80%，最迟 2026年12月21日 办结。`;
  await days(21);
  expect(h.sentTo('one')).not.toContain(said('您经办的'));
  await days(1);
  await eventually(() => expect(h.sentTo('one')).toContain(said('您经办的')));
  await eventually(() => expect(h.sentTo('boss')).toContain(said('大厅的')));
  const { notes } = (await (await asNow('boss')).boards.staff({})).rows;
  expect(notes).toContainEqual(expect.objectContaining({ kind: 'deadline-warned', detail: '80 legal' }));
  const [step] = (await (await asNow('one')).cases.history({ caseId })).slice(-1);
  expect(step).toMatchObject({ kind: 'deadline-warned', facts: { percent: '80', of: 'legal' } });
});

it('[C8] papers that were answered warn nobody', async () => {
  const caseId = await received();
  await h.as.one.cases.acceptAfterNotice({ ...wish(), caseId, note: '' });
  await days(6);
  await eventually(() => expect(h.sentTo('one')).toEqual([]));
});

it('[C5] [C10] a decision that nobody told warns its handler the working day before, and no supervisor, until it is told', async () => {
  const caseId = await h.accepted();
  await h.as.one.cases.close({ ...wish(), caseId, outcome: 'granted', note: '准予' });
  await days(10);
  await eventually(() => expect(h.sentTo('one')).toEqual([]));
  await days(1);
  await eventually(() =>
    expect(h.sentTo('one')).toEqual([
      '您经办的办件 SL2026-000001（事项 A1）已作决定，尚未告知居民，期限是 2026年12月7日。请登录处理。',
    ]),
  );
  await eventually(() => expect(h.sentTo('boss')).toEqual([]));
  expect(await rowsOf('one')).toMatchObject([{ id: caseId, warned: ['telling'] }]);
  const one = await asNow('one');
  expect((await one.cases.one({ caseId })).warnedDuties).toEqual([{ duty: 'telling', by: '2026-12-07' }]);
  await one.cases.tell({ ...wish(), caseId, way: 'counter', reached: true, remark: '' });
  expect(await rowsOf('one')).toEqual([]);
});

it('[C2] a question is reminded of by message to whoever was asked, and of one from outside the handler, who finds it counted', async () => {
  const caseId = await h.accepted();
  const ask = (to: object, answerBy: string) =>
    h.as.one.cases.askQuestion({ ...wish(), caseId, to: to as { outside: string }, text: '是否属实？', answerBy });
  await ask({ clerkId: h.idOf('two') }, '2026-11-26');
  await ask({ outside: '区民政局' }, '2026-11-27');
  expect(await rowsOf('one')).toMatchObject([{ warned: [], asked: [h.idOf('two')] }]);
  await days(2);
  await eventually(() =>
    expect(h.sentTo('two')).toEqual([
      '提醒：办件 SL2026-000001（事项 A1）的征询等您答复，期限是 2026年11月26日。请登录处理。',
    ]),
  );
  await eventually(() => expect(h.sentTo('one')).toEqual([]));
  await days(1);
  await eventually(() =>
    expect(h.sentTo('one')[0]).toBe(
      '提醒：办件 SL2026-000001（事项 A1）的征询等外单位答复，期限是 2026年11月27日。请登录处理。',
    ),
  );
  expect(await rowsOf('one')).toMatchObject([{ warned: ['question'] }]);
});

it('[C9] a pause that ends by the clock is told to its handler, and to the first contact as a step', async () => {
  const caseId = await h.accepted();
  const { handoverId } = await h.as.one.cases.offer({ ...wish(), caseId, to: h.idOf('two'), note: '请接着办' });
  await h.as.two.cases.accept({ ...wish(), caseId, handoverId });
  await h.as.two.cases.pause({ ...wish(), caseId, kind: 'inspection', basis: '第四十五条', days: 2 });
  await h.hall.system.sweep();
  const before = h.sentTo('two').length;
  await days(3);
  const { dueOn } = h.caseNow(caseId);
  const [, month, day] = dueOn!.split('-').map(Number);
  await eventually(() =>
    expect(h.sentTo('two').slice(before)).toEqual([
      `您经办的办件 SL2026-000001（事项 A1）期限暂停已于 11月25日 周三期满，恢复计时，最迟 2026年${month}月${day}日 办结。`,
    ]),
  );
  await eventually(() => expect(h.sentTo('one').at(-1)).toContain('暂停结束'));
});
