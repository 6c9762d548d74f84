import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CaseId } from '../../../schema/ids.ts';
import type { HelperFacts, HelperTerms } from '../../../schema/people/helper.ts';
import type { Client } from '../../../web/client.ts';
import { people } from '../../people/tables/people.ts';
import { refusalCode, startTestHall, type TestHall } from '../harness.ts';
import { FLOWER, keepsOf, NOTICE, serving, wish } from '../people/person-fixture.ts';

const DAY = 86_400_000;
let hall: TestHall;
beforeEach(async () => {
  hall = await startTestHall();
});
afterEach(() => hall.stop());

const SON = {
  ...{ name: '王大山', telephone: '+8613985005678', language: 'zh-Hans', relation: 'family' },
  ...{ scope: ['hand-in'], until: '2026-11-30', how: 'document' },
} satisfies HelperFacts;
const pageOf = async (clerk: Client, caseId: CaseId, language = 'zh-CN') => {
  const [paper] = await clerk.cases.papers({ caseId });
  const link = paper!.path!.replace(/^.*\/|\?.*$/g, '');
  return (await fetch(`${hall.origin}/c/${link}`, { headers: { 'accept-language': language } })).text();
};

/** An accepted case of Wang Xiaohua, for whom her son may hand papers in until the 30th. */
async function helped() {
  await keepsOf(hall, 'kept');
  const { clerk, caseId, ticketId } = await serving(hall);
  const entered = await clerk.people.enter({ ...wish(), of: { caseId }, applicant: FLOWER, helper: SON, ...NOTICE });
  await clerk.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'accepted', note: '' } });
  await clerk.tickets.finish({ ...wish(), ticketId });
  const helper = (await clerk.cases.one({ caseId })).helper!;
  const terms = (part: Partial<HelperTerms>) =>
    clerk.cases.changeHelper({
      ...wish(),
      caseId,
      terms: { scope: SON.scope, until: null, how: 'telephone', ...part },
    });
  return { clerk, caseId, entered, helper, terms };
}

it('[C14] [P2] a helper is masked on the case with relation, scope, end and how it was entered, and a look at it is recorded', async () => {
  const { clerk, caseId, helper } = await helped();
  expect(helper).toMatchObject({
    person: { name: '王*山', telephone: '*********5678', document: null },
    ...{ relation: 'family', scope: ['hand-in'], until: '2026-11-30', how: 'document', isOver: false },
  });
  const { personId } = helper.person;
  expect((await clerk.people.reveal({ personId, field: 'telephone' })).text).toBe('13985005678');
  const boss = await hall.clerk('boss');
  expect((await boss.people.held({ personId })).acts).toMatchObject([
    { act: 'person-entered', detail: 'helper' },
    { act: 'person-revealed', detail: 'telephone', byName: 'one 员' },
  ]);
  const steps = await clerk.cases.history({ caseId });
  expect(steps.map(({ kind }) => kind).slice(1, 3)).toEqual(['applicant-named', 'helper-entered']);
  expect(JSON.stringify(steps)).not.toContain('王');
});

it('[C14] [A3] what the applicant did not say is refused at the counter with what to do, and allowed once the applicant says so', async () => {
  const { clerk, caseId, terms } = await helped();
  await clerk.cases.close({ ...wish(), caseId, outcome: 'granted', note: '准予' });
  const signed = { signedBy: '王大山', lastFour: '123x', onPaper: true } as const;
  const tell = () =>
    clerk.cases.tell({ ...wish(), caseId, way: 'collected', reached: true, remark: '', helper: true, signed });
  const sentence = await tell().catch((error: Error) => error.message);
  expect(sentence).toBe('代办人没有受托领取结果：请告知申请人本人，或经申请人同意后更改代办范围。');
  expect(
    await refusalCode(
      (await hall.clerk('two')).cases.changeHelper({
        ...wish(),
        caseId,
        terms: { scope: ['be-told'], until: null, how: 'telephone' },
      }),
    ),
  ).toBe('not-handler');
  await terms({ scope: ['hand-in', 'be-told'] });
  await tell();
  expect(await clerk.cases.one({ caseId })).toMatchObject({ phase: 'closed', helper: { isOver: true } });
  expect((await clerk.cases.history({ caseId })).find(({ kind }) => kind === 'resident-told')?.facts).toEqual({
    ...{ way: 'collected', reached: 'helper' },
  });
});

it('[C14] [C12] the resident reads that a helper is entered and until when, without a name, and that the time is over', async () => {
  const { clerk, caseId, terms } = await helped();
  const page = await pageOf(clerk, caseId);
  expect(page).toContain('您登记了代办人，可以替您来办，到 2026年11月30日 为止');
  expect(page).toContain('登记了代办人');
  expect(page).not.toMatch(/王|大山|5678/);
  await terms({ until: null });
  expect(await pageOf(clerk, caseId, 'en')).toContain('until this is closed');
  await clerk.cases.endHelper({ ...wish(), caseId, how: 'authorisation' });
  const after = await pageOf(clerk, caseId);
  expect(after).not.toContain('可以替您来办');
  expect(after).toContain('代办在 2026年11月23日 结束');
});

it('[C14] [H9] a helper ends by itself on the day after, once, and comes no more', async () => {
  const { caseId } = await helped();
  for (let day = 0; day < 10; day++) await hall.clock.advance(DAY);
  const clerk = await hall.clerk('one');
  expect((await clerk.cases.one({ caseId })).helper).toMatchObject({ until: '2026-11-30', isOver: true });
  const ended = (await clerk.cases.history({ caseId })).filter(({ kind }) => kind === 'helper-ended');
  expect(ended).toMatchObject([{ byName: null, facts: { day: '2026-11-30' } }]);
  const close = clerk.cases.close({ ...wish(), caseId, outcome: 'withdrawn', note: '不办了', helper: true });
  expect(await refusalCode(close)).toBe('helper-over');
});

it('[C14] [P1] an export names what a person helps with, and who helped can be erased once that is over', async () => {
  const { clerk, caseId, helper } = await helped();
  const { personId } = helper.person;
  const boss = await hall.clerk('boss');
  const all = await boss.people.export({ personId });
  expect(all).toMatchObject({ name: '王大山', telephone: '+8613985005678' });
  expect(all.cases).toMatchObject([{ caseId, part: 'helper', helps: { scope: ['hand-in'], until: '2026-11-30' } }]);
  const erase = () => boss.people.erase({ ...wish(), personId, reason: '本人书面要求' });
  expect(await refusalCode(erase())).toBe('person-has-cases');
  await clerk.cases.endHelper({ ...wish(), caseId, how: 'telephone' });
  expect((await erase()).erased).toBe(true);
  expect(hall.system.hall.read(people).get(personId)).toBeNull();
  expect((await clerk.cases.one({ caseId })).helper).toMatchObject({ person: { erased: true }, isOver: true });
});

it('[C14] [C7] papers that a helper hands in are taken within scope and time alone, and the event says who came', async () => {
  await keepsOf(hall, 'kept');
  const { clerk, caseId, ticketId } = await serving(hall);
  await clerk.people.enter({ ...wish(), of: { caseId }, applicant: FLOWER, helper: SON, ...NOTICE });
  const missing = ['A-1.1', 'A-1.2'];
  await clerk.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'notice', missing, note: '' } });
  await clerk.tickets.finish({ ...wish(), ticketId });
  const bring = (item: string) =>
    clerk.cases.receiveMaterials({ ...wish(), caseId, items: [item], isExamined: false, helper: true });
  const terms = (scope: HelperTerms['scope']) =>
    clerk.cases.changeHelper({ ...wish(), caseId, terms: { scope, until: '2026-11-30', how: 'telephone' } });
  await terms(['be-told']);
  expect(await refusalCode(bring('A-1.1'))).toBe('helper-may-not-hand-in');
  await terms(['hand-in']);
  await bring('A-1.1');
  const came = hall.system.store.ledger
    .load(`case:${caseId}`)
    .findLast(({ event }) => event.type === 'materials-received');
  expect(came!.event).toMatchObject({ items: ['A-1.1'], helperId: expect.any(String) });
  await hall.clock.advance(8 * DAY);
  const again = await hall.clerk('one');
  const late = { ...wish(), caseId, items: ['A-1.2'], isExamined: false, helper: true };
  expect(await refusalCode(again.cases.receiveMaterials(late))).toBe('helper-over');
});
