import { afterEach, beforeEach, expect, it } from 'vitest';
import { refusalCode, startTestHall, type TestHall } from '../harness.ts';
import { serving, wish } from '../people/person-fixture.ts';

let hall: TestHall;
beforeEach(async () => {
  hall = await startTestHall();
});
afterEach(() => hall.stop());

it('[C7] [V4] a second notice that a supervisor lets pass is counted on the day’s sheet, and the first is not', async () => {
  const { clerk, caseId, ticketId } = await serving(hall);
  const boss = await hall.clerk('boss');
  const counted = async () => (await boss.figures({})).noticesAgain;
  await clerk.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'notice', missing: ['A-1.1'], note: '' } });
  await clerk.tickets.finish({ ...wish(), ticketId });
  expect(await counted()).toBe(0);
  const again = { caseId, missing: ['A-1.2'], note: '', reason: '当时遗漏，由值班长同意补告' };
  expect(await refusalCode(clerk.cases.giveNoticeAgain({ ...wish(), ...again }))).toBe('not-allowed');
  await boss.cases.giveNoticeAgain({ ...wish(), ...again });
  expect(await counted()).toBe(1);
});
