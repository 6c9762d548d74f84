import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CaseId, CounterId, Day } from '../../../schema/ids.ts';
import { type Client, refusalOf } from '../../../web/client.ts';
import { refusalCode, startTestHall, type TestHall } from '../harness.ts';
import { bookerOf } from '../hours/booking-fixture.ts';
import { A1, FLOWER, keepsOf, NOTICE, next, serving, wish } from '../people/person-fixture.ts';

let hall: TestHall;
beforeEach(async () => {
  hall = await startTestHall();
});
afterEach(() => hall.stop());

/** What the report lists of today (10.3). */
async function overridesOf(boss: Client) {
  const day = '2026-11-23' as Day;
  return (await boss.overrides({ from: day, to: day })).overrides;
}

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
  expect(await overridesOf(boss)).toMatchObject([{ kind: 'notice-given', caseId, reason: again.reason }]);
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
  expect(steps).toContainEqual(expect.objectContaining({ kind: 'notice-let-pass', words: ['为另一名子女申办'] }));
  const passed = { kind: 'notice-let-pass', caseId: again.caseId, byName: '主任', reason: '为另一名子女申办' };
  expect(await overridesOf(boss)).toMatchObject([passed]);
  const { notes } = (await boss.boards.staff({})).rows;
  expect(notes).toContainEqual(expect.objectContaining({ kind: 'notice-let-pass', detail: '为另一名子女申办' }));
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

it('[C7] [L1] what the matter asked for when the first notice was given is not asked for by a second, though it was added after the case was opened', async () => {
  const { clerk, counterId, caseId, ticketId } = await serving(hall);
  const applicant = { ...FLOWER, document: null };
  await clerk.people.enter({ ...wish(), of: { caseId }, applicant, helper: null, ...NOTICE });
  const admin = await hall.clerk('admin');
  const one = (await admin.catalogue({})).matters.find(({ id }) => id === A1)!;
  const { letter, names, aliases, kind, department, limitDays, limitUnit, typicalMinutes, fee, basis } = one;
  const facts = { letter, names, aliases, kind, department, limitDays, limitUnit, typicalMinutes, fee, basis };
  const photo = { 'zh-Hans': '照片', 'zh-Hant': '照片' };
  const materials = [...one.materials, photo];
  await admin.administration.saveMatter({ ...wish(), matter: { id: A1, ...facts, materials, counters: null } });
  await hall.clock.advance(1_000);
  const added = (await admin.catalogue({})).matters.find(({ id }) => id === A1)!.materials.at(-1)!.id;
  const notice = (at: CaseId, ...missing: string[]) =>
    clerk.cases.conclude({ ...wish(), caseId: at, conclusion: { kind: 'notice', missing, note: '' } });
  const first = await notice(caseId, 'A-1.1');
  expect((await clerk.cases.one({ caseId })).notice!.listed.map(({ id }) => id)).toContain(added);
  await clerk.tickets.finish({ ...wish(), ticketId });
  const again = await next(clerk, counterId);
  await clerk.people.enter({ ...wish(), of: { caseId: again.caseId }, applicant, helper: null, ...NOTICE });
  const refused = await notice(again.caseId, 'A-1.1', added).catch(refusalOf);
  expect(refused).toMatchObject({ code: 'notice-of-same-person', facts: { number: first.noticeNo } });
});

it('[C7] somebody of whom no applicant was entered is known again by the telephone of the booking', async () => {
  const { book } = bookerOf(hall);
  const clerk = await hall.clerk('one');
  const counterId = 'c1' as CounterId;
  await clerk.counters.open({ ...wish(), counterId });
  const comes = async (time: string) => {
    const code = await book(A1, time, { name: '王小花', telephone: '13985001234' });
    const { ticketId } = await clerk.appointments.checkIn({ ...wish(), code, printing: false });
    await clerk.tickets.callNext({ ...wish(), counterId });
    await clerk.tickets.start({ ...wish(), ticketId });
    const { caseId } = (await clerk.cases.mine({})).find(({ phase }) => phase === 'open')!;
    return { ticketId, caseId };
  };
  const notice = (caseId: CaseId, ...missing: string[]) =>
    clerk.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'notice', missing, note: '' } });
  const before = await comes('09:30');
  const first = await notice(before.caseId, 'A-1.1');
  await clerk.tickets.finish({ ...wish(), ticketId: before.ticketId });
  const again = await comes('10:00');
  const refused = await notice(again.caseId, 'A-1.1', 'A-1.2').catch(refusalOf);
  expect(refused).toMatchObject({ code: 'notice-of-same-person', facts: { number: first.noticeNo } });
});

it('[C7] a notice to somebody of whom nothing is entered says that its number must be brought, and no other does', async () => {
  const { clerk, counterId, caseId, ticketId } = await serving(hall);
  const notice = async (at: CaseId) => {
    const conclusion = { kind: 'notice' as const, missing: ['A-1.1'], note: '' };
    const { paper, noticeNo } = await clerk.cases.conclude({ ...wish(), caseId: at, conclusion });
    const page = await fetch(hall.origin + paper!, { headers: { 'accept-language': 'zh-CN' } });
    return (await page.text()).includes(`报编号 ${noticeNo}`);
  };
  expect(await notice(caseId)).toBe(true);
  await clerk.tickets.finish({ ...wish(), ticketId });
  const known = await next(clerk, counterId);
  const applicant = { ...FLOWER, document: null };
  await clerk.people.enter({ ...wish(), of: { caseId: known.caseId }, applicant, helper: null, ...NOTICE });
  expect(await notice(known.caseId)).toBe(false);
});
