import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ClerkId } from '../../../schema/ids.ts';
import { refusalCode, startTestHall, type TestHall } from '../harness.ts';
import { serving, wish } from '../people/person-fixture.ts';

let hall: TestHall;
beforeEach(async () => {
  hall = await startTestHall();
});
afterEach(() => hall.stop());

const CANARY = '鸢尾花一百零八号';
const idOf = async (account: string) =>
  (await (await hall.clerk('boss')).administration.clerks({})).find((one) => one.account === account)!.id as ClerkId;

it('[C2] [P1] a colleague finds the question among the own cases, answers it, and owner and clock stayed', async () => {
  const { clerk, caseId } = await serving(hall);
  await clerk.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'accepted', note: '' } });
  const before = await clerk.cases.one({ caseId });
  const two = await hall.clerk('two');
  expect((await two.cases.mine({})).map((one) => one.caseId)).toEqual([]);
  const to = { clerkId: await idOf('two') };
  await clerk.cases.askQuestion({ ...wish(), caseId, to, text: CANARY, answerBy: '2026-11-27' });
  const [mine] = await two.cases.mine({});
  expect(mine).toMatchObject({
    ...{ caseId, mine: 'asked' },
    questions: [{ toMe: true, isOutside: false, text: CANARY, byName: 'one 员', toName: 'two 员', answer: null }],
  });
  const questionId = mine!.questions[0]!.id;
  expect(await refusalCode(clerk.cases.answerQuestion({ ...wish(), caseId, questionId, text: '不知道' }))).toBe(
    'question-not-yours',
  );
  await two.cases.answerQuestion({ ...wish(), caseId, questionId, text: '归民政科' });
  expect(await two.cases.mine({})).toEqual([]);
  const after = await clerk.cases.one({ caseId });
  expect(after).toMatchObject({
    ...{ handlerId: before.handlerId, firstContactId: before.firstContactId, dueOn: before.dueOn, pause: null },
    questions: [{ answer: { byName: 'two 员', text: '归民政科', how: null } }],
  });
  const ledger = hall.system.store.db.prepare<[], string>('SELECT data FROM ledger').pluck().all().join('\n');
  expect(ledger).not.toMatch(/鸢尾花|归民政科/);
});

it('[C2] [P1] whom the handler asked outside stands in the history in words, and in the ledger as a reference', async () => {
  const { clerk, caseId } = await serving(hall);
  await clerk.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'accepted', note: '' } });
  const to = { outside: CANARY };
  await clerk.cases.askQuestion({ ...wish(), caseId, to, text: '是否属实？', answerBy: '2026-11-27' });
  const [question] = (await clerk.cases.one({ caseId })).questions;
  expect(question).toMatchObject({ toName: CANARY, isOutside: true, toMe: true });
  await clerk.cases.answerQuestion({
    ...{ ...wish(), caseId, questionId: question!.id, text: '属实', how: 'post' },
  });
  const steps = await clerk.cases.history({ caseId });
  expect(steps.slice(-2)).toMatchObject([
    { kind: 'question-asked', facts: { to: CANARY, day: '2026-11-27' }, words: ['是否属实？'] },
    { kind: 'question-answered', words: ['属实'] },
  ]);
  expect(hall.system.store.db.prepare<[], string>('SELECT data FROM ledger').pluck().all().join('\n')).not.toContain(
    CANARY,
  );
});

it('[C2] nobody is asked who is not there, and an administrator neither', async () => {
  const { clerk, caseId } = await serving(hall);
  await clerk.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'accepted', note: '' } });
  const ask = (clerkId: ClerkId) =>
    clerk.cases.askQuestion({ ...wish(), caseId, to: { clerkId }, text: '归谁？', answerBy: '2026-11-27' });
  expect(await refusalCode(ask(await idOf('admin')))).toBe('clerk-unknown');
  expect(await refusalCode(ask('nobody' as ClerkId))).toBe('clerk-unknown');
});
