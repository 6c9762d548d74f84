import { afterEach, beforeEach, expect, it } from 'vitest';
import type { PersonId } from '../../../schema/ids.ts';
import { CLOCK } from '../../../schema/who.ts';
import { runCase } from '../../cases/acts/step-case.ts';
import { clerks } from '../../people/tables/clerks.ts';
import { people } from '../../people/tables/people.ts';
import { texts } from '../../people/tables/texts.ts';
import { refusalCode, startTestHall, type TestHall } from '../harness.ts';
import { FLOWER, keepsOf, NOTICE, next, serving, wish } from './person-fixture.ts';

const DAY = 24 * 3_600_000;
const SAID = '申请人住院，由邻居代办';
let hall: TestHall;
beforeEach(async () => {
  hall = await startTestHall();
});
afterEach(() => hall.stop());

const isKept = (id: PersonId) => hall.system.hall.read(people).get(id) !== null;
const wordsOf = (id: string) => hall.system.hall.read(texts).refsOf(`case:${id}`).length;
/** Moved night by night, as nights come. */
async function nights(count: number): Promise<void> {
  for (let i = 0; i < count; i++) await hall.clock.advance(DAY);
}

/** Two cases of one person: `first` is over, `second` was accepted. */
async function twoCases() {
  await keepsOf(hall, 'kept', 45);
  const { clerk, counterId, ...first } = await serving(hall);
  const enter = (of: { caseId: typeof first.caseId }) =>
    clerk.people.enter({ ...wish(), of, applicant: FLOWER, helper: null, ...NOTICE });
  const { personId } = (await enter({ caseId: first.caseId })).applicant;
  await clerk.cases.conclude({ ...wish(), caseId: first.caseId, conclusion: { kind: 'done', note: SAID } });
  await clerk.tickets.finish({ ...wish(), ticketId: first.ticketId });
  const second = await next(clerk, counterId);
  await enter({ caseId: second.caseId });
  await clerk.cases.conclude({ ...wish(), caseId: second.caseId, conclusion: { kind: 'accepted', note: SAID } });
  return { personId, first: first.caseId, second: second.caseId };
}

it('[P1] people and words of a case stay while a case of the person goes on, and go when the days of the last one are over', async () => {
  const { personId, first, second } = await twoCases();
  await nights(60);
  expect([isKept(personId), wordsOf(first), wordsOf(second)]).toEqual([true, 1, 1]);
  const boss = await hall.clerk('boss');
  expect(await refusalCode(boss.people.erase({ ...wish(), personId, reason: '本人要求' }))).toBe('person-has-cases');
  expect(isKept(personId)).toBe(true);
  const one = await hall.clerk('one');
  await one.cases.close({ ...wish(), caseId: second, outcome: 'withdrawn', here: true, note: SAID });
  await nights(44);
  expect([isKept(personId), wordsOf(first), wordsOf(second)]).toEqual([true, 1, 1]);
  await nights(2);
  expect([isKept(personId), wordsOf(first), wordsOf(second)]).toEqual([false, 0, 0]);
  const { person, acts } = await (await hall.clerk('boss')).people.held({ personId });
  expect(person).toMatchObject({ name: '', telephone: null, erased: true });
  expect(acts.at(-1)).toMatchObject({ act: 'person-erased', byName: null });
  const counts = hall.system.store.db
    .prepare('SELECT sum(people) AS people, sum(texts) AS texts FROM erasures WHERE people > 0 OR texts > 0')
    .get();
  // Of each case what was said, and the name on the person’s papers.
  expect(counts).toEqual({ people: 1, texts: 3 });
});

it('[P1] [C5] the days count from the closing, whatever is printed since, and anew from an answer that came after it', async () => {
  const { personId, second } = await twoCases();
  const one = await hall.clerk('one');
  await one.cases.close({ ...wish(), caseId: second, outcome: 'withdrawn', here: true, note: SAID });
  await nights(40);
  const clerk = await hall.clerk('one');
  const { no } = await clerk.cases.takeLatePapers({ ...wish(), caseId: second, items: [], note: '迟到的一封信' });
  await clerk.cases.answerLatePapers({ ...wish(), caseId: second, no, kind: 'filed', text: '已归入案卷' });
  await nights(10);
  expect(isKept(personId)).toBe(true);
  // Older programs took a reprint for a print of the original.
  const by = hall.system.hall.read(clerks).byAccount('one')!.id;
  const print = { type: 'print-paper', by, no: 'SL2026-000002' } as const;
  await hall.system.hall.commit({ command: 'print', requestId: null, actor: CLOCK }, (tx) =>
    runCase(tx, second, print),
  );
  await nights(37);
  expect(isKept(personId)).toBe(false);
});

it('[P1] on lawful request a person goes at once with what was written, and who did it and why stays for the days of the setting', async () => {
  const { personId, first, second } = await twoCases();
  const one = await hall.clerk('one');
  await one.cases.close({ ...wish(), caseId: second, outcome: 'withdrawn', here: true, note: SAID });
  const boss = await hall.clerk('boss');
  const erased = await boss.people.erase({ ...wish(), personId, reason: '本人书面要求' });
  expect(erased).toMatchObject({ personId, erased: true });
  expect([isKept(personId), wordsOf(first), wordsOf(second)]).toEqual([false, 0, 0]);
  expect((await boss.people.held({ personId })).acts.at(-1)).toMatchObject({
    act: 'person-erased',
    byName: '主任',
    reason: '本人书面要求',
  });
  expect(await refusalCode(boss.people.export({ personId }))).toBe('person-unknown');
  expect(await refusalCode(one.people.reveal({ personId, field: 'name', reason: '再看一下' }))).toBe('person-unknown');
  await nights(32);
  const { acts } = await (await hall.clerk('boss')).people.held({ personId });
  expect(acts.at(-1)?.reason).not.toBe('本人书面要求');
});

it('[P1] [C5] an end that is corrected after its resident was erased is told by nobody, and the case says since when', async () => {
  const { personId, first, second } = await twoCases();
  const one = await hall.clerk('one');
  await one.cases.close({ ...wish(), caseId: second, outcome: 'withdrawn', here: true, note: SAID });
  await nights(47);
  expect(isKept(personId)).toBe(false);
  const boss = await hall.clerk('boss');
  const { erasedOn } = await boss.cases.one({ caseId: first });
  expect(erasedOn).toBe('2027-01-07');
  const correction = { reason: '复核发现当时并未办结，仍需继续办理', basis: '办法第五条' };
  await boss.cases.correctOutcome({ ...wish(), caseId: first, outcome: 'answered', ...correction });
  expect(await boss.cases.one({ caseId: first })).toMatchObject({ outcome: 'answered', ringTask: null, erasedOn });
});

it('[P1] [C6] what a corrected end said is kept for its own days, however long after the closing it was corrected', async () => {
  const { first, second } = await twoCases();
  const close = { caseId: second, outcome: 'withdrawn' as const, here: true, note: SAID };
  await (await hall.clerk('one')).cases.close({ ...wish(), ...close });
  await nights(47);
  expect(wordsOf(first)).toBe(0);
  const boss = await hall.clerk('boss');
  const corrected = {
    caseId: first,
    outcome: 'withdrawn' as const,
    reason: '复核发现申请人当天已经撤回申请',
    basis: '办法第五条',
  };
  await boss.cases.correctOutcome({ ...wish(), ...corrected });
  await nights(44);
  expect(wordsOf(first)).toBe(2);
  await nights(2);
  expect(wordsOf(first)).toBe(0);
});
