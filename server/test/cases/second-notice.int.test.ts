import { afterEach, beforeEach, expect, it } from 'vitest';
import { refusalOf } from '../../../web/client.ts';
import { refusalCode, startTestHall, type TestHall } from '../harness.ts';
import { FLOWER, keepsOf, NOTICE, next, serving, wish } from '../people/person-fixture.ts';

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

it('[C7] [H12] a new ticket of the same person and matter is asked for no more than before, unless a supervisor lets it pass, counted', async () => {
  await keepsOf(hall, 'match');
  const { clerk, counterId, caseId, ticketId } = await serving(hall);
  const boss = await hall.clerk('boss');
  const enter = (at: typeof caseId, person: typeof FLOWER | Omit<typeof FLOWER, 'document'>) =>
    clerk.people.enter({
      ...wish(),
      of: { caseId: at },
      applicant: { document: null, ...person },
      helper: null,
      ...NOTICE,
    });
  const notice = (at: typeof caseId, ...missing: string[]) =>
    clerk.cases.conclude({ ...wish(), caseId: at, conclusion: { kind: 'notice', missing, note: '' } });
  await enter(caseId, FLOWER);
  const first = await notice(caseId, 'A-1.1');
  await clerk.tickets.finish({ ...wish(), ticketId });

  const again = await next(clerk, counterId);
  // Another telephone, and the same document.
  await enter(again.caseId, { ...FLOWER, telephone: '+8613985009999' } as unknown as typeof FLOWER);
  const refused = await notice(again.caseId, 'A-1.1', 'A-1.2').catch(refusalOf);
  expect(refused).toMatchObject({ code: 'notice-of-same-person', facts: { number: first.noticeNo } });
  const pass = { ...wish(), caseId: again.caseId, reason: '为另一名子女申办' };
  expect(await refusalCode(clerk.cases.letNoticePass(pass))).toBe('not-allowed');
  await boss.cases.letNoticePass(pass);
  await notice(again.caseId, 'A-1.1', 'A-1.2');
  expect((await boss.figures({})).noticesAgain).toBe(1);
  expect(await refusalCode(boss.cases.letNoticePass({ ...pass, ...wish() }))).toBe('case-not-open');
  const steps = await boss.cases.history({ caseId: again.caseId });
  expect(steps).toContainEqual(expect.objectContaining({ kind: 'notice-let-pass', words: '为另一名子女申办' }));
  await clerk.tickets.finish({ ...wish(), ticketId: again.ticketId });
  // What the first one asked for is nothing more, although the second did not name it.
  const narrow = await next(clerk, counterId);
  await enter(narrow.caseId, FLOWER);
  await notice(narrow.caseId, 'A-1.2');
  await clerk.tickets.finish({ ...wish(), ticketId: narrow.ticketId });

  // The same is no more than before; and another person’s notice is another one.
  const third = await next(clerk, counterId);
  await enter(third.caseId, FLOWER);
  await notice(third.caseId, 'A-1.1');
  await clerk.tickets.finish({ ...wish(), ticketId: third.ticketId });
  const other = await next(clerk, counterId);
  await enter(other.caseId, { ...FLOWER, name: '李大树', document: null } as unknown as typeof FLOWER);
  expect(await notice(other.caseId, 'A-1.3')).toMatchObject({ phase: 'noticed' });
});
