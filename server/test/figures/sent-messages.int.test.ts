import { afterEach, beforeEach, expect, it } from 'vitest';
import type { MatterId } from '../../../schema/ids.ts';
import { eventually, refusalCode, startTestHall, type TestHall } from '../harness.ts';
import { applied, wish } from '../people/person-fixture.ts';

let hall: TestHall;
let answer: 'sent' | 'refused';
beforeEach(async () => {
  answer = 'sent';
  hall = await startTestHall({ gateway: async () => answer });
});
afterEach(() => hall.stop());

/** C18: a conclusion is told when it can be undone no more. */
const TOLD_AFTER = 10_000;

/** Accepted for somebody who wishes for messages. */
async function accepted() {
  const one = await hall.clerk('one');
  const come = { matterId: 'A-1' as MatterId, by: 'letter', number: '', receivedOn: '2026-11-23' } as const;
  const { caseId } = await one.cases.take({ ...wish(), ...come });
  await applied(one, caseId);
  await one.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'accepted', note: '' } });
  return { one, caseId };
}

it('[C12] [H8] [P2] messages say to whom, masked, when, and whether they arrived, and to those who answer for the hall alone', async () => {
  const { one, caseId } = await accepted();
  const boss = await hall.clerk('boss');
  expect(await refusalCode(one.messages({}))).toBe('not-allowed');
  expect((await boss.messages({ phase: 'waiting' })).messages).toMatchObject([{ kind: 'case-accepted', sentAt: null }]);
  await hall.clock.advance(TOLD_AFTER);
  await eventually(async () => expect((await boss.messages({})).counts).toEqual({ sent: 1 }));
  answer = 'refused';
  await one.cases.close({ ...wish(), caseId, outcome: 'granted', note: '准予' });
  await eventually(async () => expect((await boss.messages({})).counts).toEqual({ sent: 1, failed: 1 }));
  const { messages, total } = await boss.messages({});
  expect(total).toBe(2);
  const known = { about: 'SL2026-000001', caseId, toName: '王*花', telephone: '*********1234', isStaff: false };
  expect(messages).toMatchObject([
    { kind: 'case-decided', phase: 'failed', sentAt: null, ...known },
    { kind: 'case-accepted', phase: 'sent', ...known },
  ]);
  expect(JSON.stringify(messages)).not.toMatch(/王小花|13985001234/);
  expect((await boss.messages({ phase: 'failed' })).messages).toHaveLength(1);
});

it('[H8] a page of the messages begins below the last one of the page before, whatever is sent in between', async () => {
  for (let n = 0; n < 3; n++) await accepted();
  const boss = await hall.clerk('boss');
  const all = (await boss.messages({})).messages.map(({ id }) => id);
  expect(all).toHaveLength(3);
  const first = await boss.messages({ first: 2 });
  expect(first.messages.map(({ id }) => id)).toEqual(all.slice(0, 2));
  await accepted();
  const second = await boss.messages({ first: 2, below: first.next! });
  expect(second.messages.map(({ id }) => id)).toEqual(all.slice(2));
  expect([second.next, second.total]).toEqual([null, 4]);
  // Of one phase, too: those of the first page are sent meanwhile.
  const waiting = await boss.messages({ first: 2, phase: 'waiting' });
  await hall.clock.advance(TOLD_AFTER);
  await eventually(async () => expect((await boss.messages({})).counts).toEqual({ sent: 4 }));
  expect((await boss.messages({ first: 2, phase: 'sent', below: waiting.next! })).messages.map(({ id }) => id)).toEqual(
    all.slice(1),
  );
});
