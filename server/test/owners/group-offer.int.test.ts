import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CaseId, CounterId, Letter } from '../../../schema/ids.ts';
import { eventually, refusalCode } from '../harness.ts';
import { type OwnersHall, ownersHall, wish } from './owner-fixture.ts';

const B = 'B' as Letter;
let h: OwnersHall;
beforeEach(async () => {
  h = await ownersHall({ one: '13985000001', boss: '13985000009' });
  // Counter 3 serves B; four is its A clerk and sits nowhere.
  await h.as.two.counters.open({ ...wish(), counterId: 'c3' as CounterId });
  await h.as.three.counters.open({ ...wish(), counterId: 'c4' as CounterId });
  await h.clerksOf('B-1', 'four', null);
});
afterEach(() => h.hall.stop());

const offer = (caseIds: CaseId[], toGroup = B) =>
  h.as.one.cases.offerToGroup({ ...wish(), caseIds, toGroup, note: '请接办' });
const mineOf = async (account: 'two' | 'three' | 'four') => h.as[account].cases.mine({});
const handoverOf = (caseId: CaseId) => ({ ...wish(), caseId, handoverId: h.caseNow(caseId).offer!.id });

it('[C3] an offer to a group stands with whoever serves the group or has one of its matters; the first has it, the other sees that it is taken', async () => {
  const [first, second] = [await h.accepted(), await h.accepted()] as [CaseId, CaseId];
  expect((await offer([first, second])).offered).toBe(2);
  expect((await mineOf('two')).map(({ mine, offer }) => [mine, offer?.toMe, offer?.toGroup?.en])).toEqual([
    ['receiver', true, '组 B'],
    ['receiver', true, '组 B'],
  ]);
  expect(await mineOf('four')).toHaveLength(2);
  expect(await mineOf('three')).toEqual([]);
  const rows = (await h.as.four.boards.staff({})).rows.offers;
  expect(rows.map(({ offer }) => offer?.receivers)).toEqual(Array(2).fill([h.idOf('two'), h.idOf('four')].sort()));
  const late = handoverOf(first);
  await h.as.four.cases.accept(handoverOf(first));
  expect(h.caseNow(first)).toMatchObject({ handler: h.idOf('four'), firstContact: h.idOf('one') });
  expect(await refusalCode(h.as.two.cases.accept({ ...late, ...wish() }))).toBe('offer-taken');
  expect(await refusalCode(h.as.three.cases.accept(handoverOf(second)))).toBe('not-receiver');
  await h.as.two.cases.decline({ ...handoverOf(second), reason: '不属本岗' });
  expect(await mineOf('two')).toEqual([]);
  expect(h.caseNow(second).offer).toBeDefined();
  await h.as.four.cases.decline({ ...handoverOf(second), reason: '手上已满' });
  expect(h.caseNow(second)).toMatchObject({ handler: h.idOf('one'), offer: undefined });
  const steps = await h.as.boss.cases.history({ caseId: second });
  expect(steps.slice(-3).map(({ kind, words }) => [kind, words])).toEqual([
    ['group-declined', ['不属本岗']],
    ['group-declined', ['手上已满']],
    ['group-offer-ended', []],
  ]);
});

it('[C3] an offer to a group is all or none, goes to nobody of an empty group, is taken back by its sender, and lapses on the supervisor’s board', async () => {
  const caseId = await h.accepted();
  expect(await refusalCode(offer([caseId, 'none' as CaseId]))).toBe('case-unknown');
  expect(h.caseNow(caseId).offer).toBeUndefined();
  expect(await refusalCode(offer([caseId], 'Z' as Letter))).toBe('matter-unknown');
  await h.as.three.counters.close({ ...wish(), counterId: 'c4' as CounterId });
  expect(await refusalCode(offer([caseId], 'C' as Letter))).toBe('group-empty');
  await offer([caseId]);
  await h.as.one.cases.takeBack(handoverOf(caseId));
  expect(h.caseNow(caseId).offer).toBeUndefined();
  await offer([caseId]);
  await h.hall.clock.advance(40 * 60_000);
  expect(h.caseNow(caseId)).toMatchObject({ handler: h.idOf('one'), offer: undefined });
  const { notes } = (await h.as.boss.boards.staff({})).rows;
  expect(notes.at(-1)).toMatchObject({ kind: 'handover-lapsed', clerkName: 'one 员' });
});

it('[C15] [C3] the sender of a group offer has it back when nobody of the group is there any more', async () => {
  const caseId = await h.accepted();
  await offer([caseId]);
  const block = (account: string) =>
    h.as.admin.administration.block({ ...wish(), clerkId: h.idOf(account), reason: '账号疑似被盗用' });
  await block('two');
  expect(h.caseNow(caseId).offerGroup?.receivers).toEqual([h.idOf('four')]);
  await block('four');
  await eventually(() => expect(h.caseNow(caseId)).toMatchObject({ handler: h.idOf('one'), offer: undefined }));
});

it('[C3] [C2] the end of a group offer is told to its sender by message, its lapse to the supervisor, and both stand in the first contact’s news; the card quotes the reasons', async () => {
  const caseId = await h.accepted();
  const kinds = async () => (await h.as.one.cases.news({})).items.map(({ kind }) => kind);
  await offer([caseId]);
  await h.as.two.cases.decline({ ...handoverOf(caseId), reason: '不属本岗' });
  await h.as.four.cases.decline({ ...handoverOf(caseId), reason: '手上已满' });
  await h.hall.system.sweep();
  const back = '仍由 one 员 经办，最迟 2026年12月21日 办结。';
  const told = (part: string, what: string) => `${part}办件 SL2026-000001（事项 A1）${what}，${back}`;
  await eventually(() => expect(h.sentTo('one')).toEqual([told('您经办的', '转办被退回')]));
  await eventually(() => expect(h.sentTo('boss')).toEqual([]));
  expect(await kinds()).toEqual(['group-offer-ended', 'group-declined', 'group-declined']);
  const mine = async () => (await h.as.one.cases.mine({}))[0]?.declined.map(({ byName, reason }) => [byName, reason]);
  expect(await mine()).toEqual([
    ['two 员', '不属本岗'],
    ['four 员', '手上已满'],
  ]);
  await offer([caseId]);
  await h.hall.clock.advance(40 * 60_000);
  await eventually(() =>
    expect(h.sentTo('one')).toEqual([told('您经办的', '转办被退回'), told('您经办的', '转办没有人接受，已退回')]),
  );
  await eventually(() => expect(h.sentTo('boss')).toEqual([told('大厅的', '转办没有人接受，已退回')]));
  expect((await kinds())[0]).toBe('group-offer-ended');
});

it('[C3] [C15] the sender of a group offer is told by message that nobody of the group is left', async () => {
  const caseId = await h.accepted();
  await offer([caseId]);
  for (const account of ['two', 'four'])
    await h.as.admin.administration.block({ ...wish(), clerkId: h.idOf(account), reason: '账号疑似被盗用' });
  await eventually(() => expect(h.caseNow(caseId).offer).toBeUndefined());
  await h.hall.system.sweep();
  await eventually(() =>
    expect(h.sentTo('one')).toEqual([expect.stringContaining('转办的窗口已无人可接，已退回，仍由 one 员 经办')]),
  );
});

it('[C4] [C3] an answer to what is not clear that names a group offers the case there, and it stays with its handler until one accepts', async () => {
  const unclear = async () => {
    const { caseId } = await h.serving();
    await h.as.one.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'escalated', note: '像是民政的' } });
    return caseId;
  };
  const answer = (caseId: CaseId, toGroup: Letter) =>
    h.as.boss.cases.answerEscalation({ ...wish(), caseId, remark: '属乙组事项', to: { toGroup } });
  const caseId = await unclear();
  expect(await refusalCode(answer(caseId, 'Z' as Letter))).toBe('matter-unknown');
  expect(h.caseNow(caseId).escalation).toBeDefined();
  await answer(caseId, B);
  expect(h.caseNow(caseId)).toMatchObject({ handler: h.idOf('one'), offerGroup: { letter: B } });
  expect(h.caseNow(caseId).escalation).toBeUndefined();
  expect((await mineOf('four')).map(({ offer }) => offer?.note)).toEqual(['属乙组事项']);
  await h.as.four.cases.accept(handoverOf(caseId));
  expect(h.caseNow(caseId)).toMatchObject({ handler: h.idOf('four'), firstContact: h.idOf('one') });
});
