import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CaseId } from '../../../schema/ids.ts';
import { eventually, refusalCode } from '../harness.ts';
import { type OwnersHall, ownersHall, wish } from './owner-fixture.ts';

let h: OwnersHall;
beforeEach(async () => {
  h = await ownersHall();
});
afterEach(() => h.hall.stop());

const day = (of: string) => ({ day: of, time: '00:00' });
const ABSENCE = { from: day('2026-11-23'), backOn: null, deputy: null, note: '产假', override: null };
const words = { reason: '长期离岗', note: '材料在二号柜', account: null };
const questionsOf = (caseId: CaseId) => h.caseNow(caseId).questions;
const ask = (caseId: CaseId, account: string) =>
  h.as.one.cases.askQuestion({
    ...{ ...wish(), caseId, to: { clerkId: h.idOf(account) } },
    ...{ text: '这种情形怎么办', answerBy: '2026-11-26' },
  });

it('[C15] [C11] a long absence, or one without an end, begins when each open case has a new owner, in one command', async () => {
  const caseId = await h.accepted();
  // Ten working days are no long absence, eleven are.
  expect(await refusalCode(h.away(h.as.one, 'one', '2026-11-23', '2026-12-08'))).toBe('absence-has-duties');
  expect(await refusalCode(h.away(h.as.one, 'one', '2026-11-23', null))).toBe('absence-has-duties');
  const give = { ...words, clerkId: h.idOf('one'), duties: [{ caseId, to: h.idOf('two') }], absence: ABSENCE };
  expect(await refusalCode(h.as.boss.cases.handOverDuties({ ...wish(), ...give, duties: [] }))).toBe('duties-changed');
  expect((await h.as.boss.absences.list({})).absences).toEqual([]);
  await h.as.boss.cases.handOverDuties({ ...wish(), ...give });
  expect(h.caseNow(caseId)).toMatchObject({ handler: h.idOf('two'), firstContact: h.idOf('one') });
  expect((await h.as.boss.absences.list({})).absences).toMatchObject([{ name: 'one 员', until: null, note: '产假' }]);
  await h.at('2026-11-24T02:00:00.000Z');
  const { receivers } = await (await h.hall.clerk('boss')).cases.duties({ clerkId: h.idOf('two') });
  expect(receivers.map(({ id }) => id)).not.toContain(h.idOf('one'));
});

it('[C15] a long absence is entered ahead with its cases, and from its beginning supervisors read that they wait for new owners', async () => {
  for (const _ of [1, 2]) await h.accepted();
  // Two that adjoin are long together.
  await h.away(h.as.one, 'one', '2026-11-24', '2026-12-01');
  await h.away(h.as.one, 'one', '2026-12-01', '2026-12-10');
  const boss = async () => (await (await h.hall.clerk('boss')).boards.staff({})).rows.unhandled;
  expect(await boss()).toEqual([]);
  await h.at('2026-11-24T02:00:00.000Z');
  const row = { id: h.idOf('one'), name: 'one 员', why: 'away' };
  expect(await boss()).toEqual([{ ...row, cases: 2 }]);
  const chief = await h.hall.clerk('boss');
  const screen = h.hall.follow(chief, 'staff');
  await eventually(() => expect(screen.snapshot().rows.unhandled).toEqual([{ ...row, cases: 2 }]));
  const { duties } = await chief.cases.duties({ clerkId: h.idOf('one') });
  await chief.cases.handOverDuties({
    ...{ ...wish(), ...words, clerkId: h.idOf('one') },
    duties: duties.map((one) => ({ caseId: one.caseId, to: h.idOf('two') })),
  });
  await eventually(() => expect(screen.snapshot().rows.unhandled).toEqual([]));
  screen.stop();
});

it('[C15] an absence of ten working days begins with the cases before a deputy', async () => {
  await h.accepted();
  expect(await refusalCode(h.away(h.as.one, 'one', '2026-11-24', '2026-12-08'))).toBe('accepted');
});

it('[C2] [C15] a question to a colleague who leaves, or is blocked, is taken back, and the handler asks somebody else', async () => {
  const caseId = await h.accepted();
  await ask(caseId, 'two');
  await ask(caseId, 'three');
  const [toTwo, toThree] = questionsOf(caseId);
  await h.as.admin.administration.block({ ...wish(), clerkId: h.idOf('three'), reason: '账号疑似被盗用' });
  expect(questionsOf(caseId).map(({ takenBack }) => takenBack)).toEqual([undefined, '2026-11-23']);
  const two = { account: 'two', name: 'two 员', role: 'clerk' as const, mayPick: true, active: false };
  await h.as.admin.administration.saveClerk({
    ...{ ...wish(), clerk: { ...two, id: h.idOf('two') } },
    newPassword: false,
  });
  expect(questionsOf(caseId).map(({ takenBack }) => takenBack)).toEqual(['2026-11-23', '2026-11-23']);
  const steps = await h.as.one.cases.history({ caseId });
  expect(steps.filter(({ kind }) => kind === 'question-taken-back').map(({ facts }) => facts.to)).toEqual([
    'three 员',
    'two 员',
  ]);
  expect(toTwo?.id).not.toBe(toThree?.id);
  await ask(caseId, 'four');
  expect((await h.as.four.cases.mine({})).map((one) => one.mine)).toEqual(['asked']);
});
