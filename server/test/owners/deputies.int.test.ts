import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CaseId } from '../../../schema/ids.ts';
import type { HelperFacts } from '../../../schema/people/helper.ts';
import { refusalCode } from '../harness.ts';
import { FLOWER, NOTICE } from '../people/person-fixture.ts';
import { type OwnersHall, ownersHall, wish } from './owner-fixture.ts';

let h: OwnersHall;
beforeEach(async () => {
  h = await ownersHall();
  await h.clerksOf('A-1', 'one', 'two');
});
afterEach(() => h.hall.stop());

const [MONDAY, THURSDAY] = ['2026-11-23', '2026-11-26'];
const BRIEFING = '材料在二号柜';
const SON = {
  ...{ name: '王大山', telephone: '+8613985005678', language: 'zh-Hans', relation: 'family' },
  ...{ scope: ['hand-in'], until: '2026-11-30', how: 'document' },
} satisfies HelperFacts;

async function toldCase(): Promise<CaseId> {
  const caseId = await h.accepted();
  await h.as.one.cases.close({ ...wish(), caseId, outcome: 'granted', note: '准予' });
  await h.as.one.cases.tell({ ...wish(), caseId, way: 'counter', reached: true, remark: '' });
  return caseId;
}

it('[C12] [C11] a closed case shows the handler’s own counter, and late papers show who answers them now', async () => {
  const caseId = await toldCase();
  const [paper] = await h.as.one.cases.papers({ caseId });
  const link = paper!.path!.replace(/^.*\/|\?.*$/g, '');
  const kiosk = await h.hall.kiosk();
  await h.as.two.counters.open({ ...wish(), counterId: 'c2' as never });
  await h.away(h.as.boss, 'one', MONDAY, THURSDAY);
  const own = (await kiosk.cases.ofLink({ link }))!;
  expect(own).toMatchObject({ phase: 'closed', standIn: null });
  expect(own.handlerCounter ?? '').not.toContain('2');
  await h.as.two.cases.takeLatePapers({ ...wish(), caseId, items: [], note: '一封邻居的证明信' });
  expect(await kiosk.cases.ofLink({ link })).toMatchObject({
    ...{ phase: 'closed', handlerCounter: '2', standIn: { name: 'two 员', backOn: THURSDAY } },
  });
});

it('[C5] [C11] late papers of somebody who is away are counted for the deputy, and the card says in which part', async () => {
  const caseId = await toldCase();
  await h.away(h.as.boss, 'one', MONDAY, THURSDAY);
  await h.as.three.cases.takeLatePapers({ ...wish(), caseId, items: [], note: '一封邻居的证明信' });
  const { offers } = (await h.as.two.boards.staff({})).rows;
  expect(offers.find(({ id }) => id === caseId)).toMatchObject({ deputies: [h.idOf('two')] });
  expect((await h.as.two.cases.mine({})).find((one) => one.caseId === caseId)).toMatchObject({
    ...{ mine: 'late-papers', standIns: [{ part: 'late-papers', ofName: 'one 员', byName: 'two 员', mine: true }] },
  });
});

it('[C14] [C11] [P2] a deputy enters, changes and ends a helper, and sees who applies without a reason, as the handler does', async () => {
  const caseId = await h.accepted();
  const { applicant } = await h.as.one.people.enter({
    ...{ ...wish(), of: { caseId }, applicant: { ...FLOWER, document: null }, helper: null, ...NOTICE },
  });
  const reveal = (by: keyof OwnersHall['as']) =>
    refusalCode(h.as[by].people.reveal({ personId: applicant.personId, field: 'name' }));
  const enter = (by: keyof OwnersHall['as']) =>
    refusalCode(h.as[by].cases.enterHelper({ ...wish(), caseId, helper: SON }));
  expect([await reveal('two'), await enter('two')]).toEqual(['reveal-reason', 'not-handler']);
  await h.away(h.as.boss, 'one', MONDAY, THURSDAY);
  expect([await reveal('two'), await enter('two')]).toEqual(['accepted', 'accepted']);
  expect([await reveal('three'), await enter('three')]).toEqual(['reveal-reason', 'not-handler']);
  const terms = { scope: SON.scope, until: null, how: 'telephone' as const };
  await h.as.two.cases.changeHelper({ ...wish(), caseId, terms });
  await h.as.two.cases.endHelper({ ...wish(), caseId, how: 'telephone' });
  const steps = (await h.as.boss.cases.history({ caseId })).filter(({ kind }) => kind.startsWith('helper-'));
  expect(steps.map(({ kind, inPlaceOf }) => [kind, inPlaceOf])).toEqual([
    ['helper-entered', 'one 员'],
    ['helper-changed', 'one 员'],
    ['helper-ended', 'one 员'],
  ]);
});

it('[C11] [P1] the briefing of an absence is read by the deputy, a supervisor and whoever is away, and by no other colleague', async () => {
  const caseId = await h.accepted();
  await h.away(h.as.one, 'one', MONDAY, THURSDAY);
  const noteFor = async (by: keyof OwnersHall['as']) => (await h.as[by].cases.one({ caseId })).standIns[0]?.note;
  for (const by of ['two', 'boss', 'one'] as const) expect(await noteFor(by), by).toBe(BRIEFING);
  for (const by of ['three', 'admin'] as const) expect(await noteFor(by), by).toBeNull();
});

it('[C11] [C2] a deputy asks the one in whose place they stand nothing: they would answer it themselves', async () => {
  const caseId = await h.accepted();
  await h.away(h.as.boss, 'one', MONDAY, THURSDAY);
  const ask = (account: string) =>
    refusalCode(
      h.as.two.cases.askQuestion({
        ...{ ...wish(), caseId, to: { clerkId: h.idOf(account) } },
        ...{ text: '这种情形怎么办', answerBy: THURSDAY },
      }),
    );
  expect([await ask('one'), await ask('three')]).toEqual(['question-to-oneself', 'accepted']);
});

it('[C11] [C6] a deputy takes back a correction of their own in nobody’s place', async () => {
  await h.clerksOf('A-1', 'one', 'boss');
  const caseId = await h.accepted();
  await h.as.one.cases.close({ ...wish(), caseId, outcome: 'granted', note: '准予' });
  await h.away(h.as.boss, 'one', MONDAY, THURSDAY);
  const correction = { outcome: 'refused', reason: '申请人另有一套住房，不符合条件', basis: '办法第五条' } as const;
  await h.as.boss.cases.correctOutcome({ ...wish(), caseId, ...correction });
  await h.as.boss.cases.takeBackRefusal({ ...wish(), caseId });
  expect((await h.as.boss.cases.history({ caseId })).at(-1)).toMatchObject({
    ...{ kind: 'correction-taken-back', inPlaceOf: null },
  });
});
