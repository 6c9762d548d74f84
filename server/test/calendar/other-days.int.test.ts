import { afterEach, expect, it } from 'vitest';
import type { CaseId, CounterId, Day, MatterId } from '../../../schema/ids.ts';
import { eventually, type TestHall } from '../harness.ts';
import { applied, wish } from '../people/person-fixture.ts';
import { hallFrom, off } from './hall-from.ts';

let hall: TestHall;
afterEach(() => hall.stop());

const read = async (path: string) =>
  (await (await fetch(hall.origin + path, { headers: { 'accept-language': 'zh-CN' } })).text())
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

/** On that day a ticket is served, and its applicant wishes for messages; what is sent is kept. */
async function served(today: Day, limits: { limitDays: number; promisedDays?: number }) {
  const begun = await hallFrom(today, limits);
  hall = begun.hall;
  const [kiosk, one, admin] = [await hall.kiosk(), await hall.clerk('one'), await hall.clerk('admin')];
  const counterId = 'c1' as CounterId;
  const asked = { matterIds: ['A-1' as MatterId], care: false, printing: false };
  const { ticketId } = await kiosk.tickets.issue({ ...wish(), ...asked });
  await one.counters.open({ ...wish(), counterId });
  await one.tickets.callNext({ ...wish(), counterId });
  await one.tickets.start({ ...wish(), ticketId });
  const { caseId } = (await one.cases.mine({}))[0]!;
  await applied(one, caseId);
  const papersOf = async (id: CaseId) => one.cases.papers({ caseId: id });
  return { one, admin, caseId, ticketId, sent: begun.sent, papersOf };
}

it('[C17] [C9] the law’s date beside a promised one moves with another calendar by itself: listed, on a paper, in a message, and later extended from there', async () => {
  const { one, admin, caseId, sent, papersOf } = await served('2026-11-23', { limitDays: 20, promisedDays: 5 });
  await one.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'accepted', note: '' } });
  const change = off('2026-12-10');
  const days = { from: '2026-12-21', to: '2026-12-22', duty: 'legal-due' };
  expect(await admin.calendar.preview({ change })).toMatchObject([days]);
  expect((await admin.calendar.change({ ...wish(), change })).moved).toMatchObject([days]);
  const now = () => one.cases.one({ caseId });
  expect(await now()).toMatchObject({ dueOn: '2026-11-30', legalDueOn: '2026-12-22' });
  const paper = (await papersOf(caseId)).find(({ kind }) => kind === 'due-change');
  expect(await read(paper!.path!)).toMatch(/依法办结（法定期限）.*2026年12月21日.*2026年12月22日/);
  await eventually(() =>
    expect(sent.some((text) => text.includes('依法办结') && text.includes('12月22日'))).toBe(true),
  );
  const boss = await hall.clerk('boss');
  await boss.cases.extend({ ...wish(), caseId, days: 1, reason: '案情复杂' });
  expect(await now()).toMatchObject({ dueOn: '2026-12-01', legalDueOn: '2026-12-23' });
  const last = (await papersOf(caseId)).at(-1)!;
  expect(await read(last.path!)).toMatch(/法定期限 2026年12月22日 最迟 2026年12月23日/);
});

it('[C17] [C8] the last day to say whether an application is accepted moves with another calendar: listed, on a paper and in a message', async () => {
  const { one, admin, caseId, ticketId, sent, papersOf } = await served('2026-12-30', { limitDays: 20 });
  const asked = { kind: 'notice' as const, missing: ['A-1.1'], note: '' };
  const { paper } = await one.cases.conclude({ ...wish(), caseId, conclusion: asked });
  await one.tickets.finish({ ...wish(), ticketId });
  await one.cases.receiveMaterials({ ...wish(), caseId, items: ['A-1.1'], isExamined: false });
  const letter = { matterId: 'A-1' as MatterId, by: 'letter', number: '来信 12', receivedOn: '2026-12-30' } as const;
  const taken = await one.cases.take({ ...wish(), ...letter });
  const page = `/c/${paper!.replace(/^.*\/|\?.*$/g, '')}`;
  expect(await read(page)).toContain('最迟 2027年1月7日 告知您是否受理');
  const change = off('2026-12-31');
  const days = { from: '2027-01-07', to: '2027-01-08', duty: 'deemed' };
  expect(await admin.calendar.preview({ change })).toMatchObject([days, days]);
  const { moved } = await admin.calendar.change({ ...wish(), change });
  expect(moved).toMatchObject([days, days]);
  expect(await read(page)).toContain('最迟 2027年1月8日');
  // Nobody is known who sent the letter: that the day moved is told in writing, by a day of the staff's own.
  for (const [id, own] of [[caseId, []] as const, [taken.caseId, ['2027-01-04']] as const]) {
    const { concludeBy, mayMove, ownMayMove } = await one.cases.one({ caseId: id });
    expect([concludeBy, mayMove, ownMayMove]).toEqual(['2027-01-08', ['2027-01-08'], own]);
    const notice = (await papersOf(id)).find(({ kind }) => kind === 'due-change');
    expect(moved.map(({ noticeNo }) => noticeNo)).toContain(notice?.no);
    expect(await read(notice!.path!)).toMatch(/告知您是否受理.*2027年1月7日.*2027年1月8日/);
  }
  await eventually(() =>
    expect(sent.some((text) => text.includes('告知是否受理') && text.includes('1月8日'))).toBe(true),
  );
});

it('[C12] [C17] of two questions whose days moved each has a message with its own day', async () => {
  const { one, caseId, ticketId, sent, papersOf } = await served('2026-11-23', { limitDays: 20 });
  await one.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'accepted', note: '' } });
  await one.tickets.finish({ ...wish(), ticketId });
  const link = (await papersOf(caseId))[0]!.path!.split('/')[3]!.split('?')[0]!;
  const kiosk = await hall.kiosk();
  const ask = (text: string) => kiosk.cases.act({ ...wish(), link, act: { kind: 'inquiry', text } });
  await ask('办到哪一步了？');
  await hall.clock.advance(86_400_000);
  await ask('还要多久？');
  const admin = await hall.clerk('admin');
  await admin.calendar.change({ ...wish(), change: off('2026-11-25') });
  const answers = () => sent.filter((text) => text.includes('答复您的询问'));
  await eventually(() => expect(answers()).toHaveLength(2));
  expect(answers().map((text) => /11月\d+日/.exec(text)?.[0])).toEqual(['11月26日', '11月27日']);
});

it('[C6] [C17] the last day of a remedy stays where the hall alone is closed on it', async () => {
  const { one, admin, caseId, ticketId } = await served('2026-11-23', { limitDays: 20 });
  const against = { reason: '申请人不在本社区居住，不符合办法第五条的规定', basis: '办法第五条' };
  await one.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'refused', ...against } });
  await one.tickets.finish({ ...wish(), ticketId });
  await (await hall.clerk('boss')).cases.confirmRefusal({ ...wish(), caseId });
  await one.cases.tell({ ...wish(), caseId, way: 'telephone', reached: true, remark: '' });
  const remedies = { reviewUntil: '2027-01-22', courtUntil: '2027-05-24' };
  expect((await one.cases.one({ caseId })).remedies).toEqual(remedies);
  const { moved } = await admin.calendar.change({ ...wish(), change: off('2027-01-22') });
  expect(moved).toEqual([]);
  const now = await one.cases.one({ caseId });
  // Both are of a year whose official calendar is not published yet.
  expect([now.remedies, now.mayMove]).toEqual([remedies, Object.values(remedies)]);
});
