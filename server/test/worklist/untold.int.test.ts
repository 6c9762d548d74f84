import { afterEach, beforeEach, expect, it } from 'vitest';
import type { WorkRow } from '../../../schema/cases/worklist/task.ts';
import type { CaseId, Day, MatterId } from '../../../schema/ids.ts';
import { off } from '../calendar/hall-from.ts';
import { eventually } from '../harness.ts';
import { type OwnersHall, ownersHall, wish } from '../owners/owner-fixture.ts';
import { applied } from '../people/person-fixture.ts';

const DAY = 86_400_000;
let h: OwnersHall;
const down = { is: false, until: Promise.resolve() };
beforeEach(async () => {
  Object.assign(down, { is: false, until: Promise.resolve() });
  h = await ownersHall({}, async () => {
    await down.until;
    return down.is ? 'refused' : 'sent';
  });
});
afterEach(() => h.hall.stop());

const PAUSE = { kind: 'inspection', basis: '第四十五条现场勘查', days: 5 } as const;

/** A case at counter 1 of somebody with a telephone or without one, who wishes for messages or does not. */
async function named(agreed: boolean, telephone?: null) {
  const { ticketId, caseId } = await h.serving();
  await applied(h.as.one, caseId, agreed, telephone);
  return { ticketId, caseId };
}
async function accepted(agreed: boolean, telephone?: null): Promise<CaseId> {
  const { ticketId, caseId } = await named(agreed, telephone);
  await h.as.one.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'accepted', note: '' } });
  await h.as.one.tickets.finish({ ...wish(), ticketId });
  await h.hall.clock.advance(60_000);
  return caseId;
}
/** The call of this case on the handler's list, as pushes made it. */
function callsOf(caseId: CaseId) {
  const screen = h.hall.follow(h.as.one, 'staff');
  const row = (): WorkRow | undefined => screen.snapshot()?.rows.work.find(({ id }) => id === caseId);
  return () => row()?.tasks.filter(({ kind }) => kind === 'ring-up') ?? [];
}
const call = (by: Day) => ({ kind: 'ring-up', by, to: [h.idOf('one')] });
/** The gateway answers to nothing until it is released, and then that it never takes it. */
function held(): () => void {
  let release = () => {};
  Object.assign(down, { is: true, until: new Promise<void>((resolve) => (release = resolve)) });
  return release;
}
const ringOf = async (caseId: CaseId) => (await h.as.one.cases.one({ caseId })).ringTask;
/** How often its history says that the resident is to be told. */
const callsIn = async (caseId: CaseId) =>
  (await h.as.one.cases.history({ caseId })).filter(({ kind }) => kind === 'ring-owed').length;
const reach = (caseId: CaseId) => h.as.one.cases.ring({ ...wish(), caseId, reached: true, remark: '' });

it('[C9] [C17] a pause, its early end and an extension of somebody who gets no messages are each a call with the old and the new day', async () => {
  const caseId = await accepted(false);
  const calls = callsOf(caseId);
  const told = async (from: Day, to: Day) => {
    await eventually(() => expect(calls()).toMatchObject([call('2026-11-24')]));
    expect(await ringOf(caseId)).toMatchObject({ why: 'moved', days: [{ what: 'due', from, to }] });
    await reach(caseId);
    await eventually(() => expect(calls()).toEqual([]));
    expect(await ringOf(caseId)).toBeNull();
  };
  await h.as.one.cases.pause({ ...wish(), caseId, ...PAUSE });
  await told('2026-12-21', '2026-12-28');
  const { pause } = await h.as.one.cases.one({ caseId });
  await h.as.one.cases.endPause({ ...wish(), caseId, pauseId: pause!.id });
  await told('2026-12-28', '2026-12-21');
  await h.as.boss.cases.extend({ ...wish(), caseId, days: 2, reason: '案情复杂，需再核实' });
  await told('2026-12-21', '2026-12-23');
});

it('[C17] a change of the calendar is a call for somebody who gets no messages, and a message for somebody who does', async () => {
  const [silent, wished] = [await accepted(false), await accepted(true)];
  const [calls, none] = [callsOf(silent), callsOf(wished)];
  const silentNo = (await h.as.one.cases.one({ caseId: silent })).receiptNo;
  const { moved } = await h.as.admin.calendar.change({ ...wish(), change: off('2026-11-25') });
  await eventually(() => expect(calls()).toMatchObject([call('2026-11-24')]));
  const { noticeNo: paper } = moved.find(({ number }) => number === silentNo)!;
  expect((await ringOf(silent))?.days).toEqual([{ what: 'due', from: '2026-12-21', to: '2026-12-22', paper }]);
  expect(none()).toEqual([]);
  expect(await ringOf(wished)).toBeNull();
});

it('[C17] the day of a call moves with the calendar, is listed, and gives no paper', async () => {
  const caseId = await accepted(false);
  const calls = callsOf(caseId);
  await h.as.one.cases.pause({ ...wish(), caseId, ...PAUSE });
  await eventually(() => expect(calls()).toMatchObject([call('2026-11-24')]));
  const change = off('2026-11-24');
  const day = { duty: 'ring', from: '2026-11-24', to: '2026-11-25', noticeNo: null };
  expect(await h.as.admin.calendar.preview({ change })).toContainEqual(expect.objectContaining(day));
  const before = (await h.as.one.cases.papers({ caseId })).length;
  const { moved } = await h.as.admin.calendar.change({ ...wish(), change });
  expect(moved).toContainEqual(expect.objectContaining(day));
  await eventually(() => expect(calls()).toMatchObject([call('2026-11-25')]));
  // The due day alone has one.
  expect(await h.as.one.cases.papers({ caseId })).toHaveLength(before + moved.length - 1);
});

it('[C8] [C12] what counts as accepted is a call for somebody who gets no messages', async () => {
  const { ticketId, caseId } = await named(false);
  await h.as.one.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'notice', missing: ['A-1.1'], note: '' } });
  await h.as.one.tickets.finish({ ...wish(), ticketId });
  await h.as.one.cases.receiveMaterials({ ...wish(), caseId, items: ['A-1.1'], isExamined: false });
  await h.hall.clock.advance(8 * DAY);
  h.as.one = await h.hall.clerk('one');
  await eventually(async () => expect(await ringOf(caseId)).toMatchObject({ why: 'deemed', answerBy: '2026-12-02' }));
  const calls = callsOf(caseId);
  await eventually(() => expect(calls()).toMatchObject([call('2026-12-02')]));
  await reach(caseId);
  await eventually(() => expect(calls()).toEqual([]));
});

it('[C5] [C12] [C17] a message of an end or of a moved day that its gateway never takes is a call, once', async () => {
  const [ends, moves] = [await accepted(true), await accepted(true)];
  down.is = true;
  await h.as.one.cases.close({ ...wish(), caseId: ends, outcome: 'withdrawn', note: '居民来信说不办了' });
  await h.as.one.cases.pause({ ...wish(), caseId: moves, ...PAUSE });
  await eventually(async () => expect(await ringOf(ends)).toMatchObject({ why: 'ended', answerBy: '2026-11-24' }));
  const days = [{ what: 'due', from: '2026-12-21', to: '2026-12-28' }];
  await eventually(async () => expect(await ringOf(moves)).toMatchObject({ why: 'moved', days }));
  const calls = callsOf(ends);
  await eventually(() => expect(calls()).toMatchObject([call('2026-11-24')]));
  await reach(ends);
  await eventually(() => expect(calls()).toEqual([]));
  await h.hall.system.sweep();
  expect([await callsIn(ends), await callsIn(moves)]).toEqual([1, 1]);
});

it('[C9] [C12] [C17] a pause and its early end whose messages are both lost are one call: the day stays as it was told', async () => {
  const caseId = await accepted(true);
  const release = held();
  await h.as.one.cases.pause({ ...wish(), caseId, ...PAUSE });
  const { pause } = await h.as.one.cases.one({ caseId });
  await h.as.one.cases.endPause({ ...wish(), caseId, pauseId: pause!.id });
  release();
  await eventually(async () => expect((await h.as.boss.messages({})).counts).toMatchObject({ failed: 2 }));
  const days = [{ what: 'due', from: '2026-12-21', to: '2026-12-21' }];
  await eventually(async () => expect(await ringOf(caseId)).toMatchObject({ why: 'moved', days }));
});

it('[C9] [C12] [C17] a lost message of a pause that moves the law’s day alone is a call about that day', async () => {
  const terms = { matterId: 'A-1' as MatterId, promisedDays: 1, mayFollow: [] };
  await h.as.admin.administration.termsOfMatter({ ...wish(), ...terms });
  const caseId = await accepted(true);
  await h.hall.clock.advance(DAY);
  h.as.one = await h.hall.clerk('one');
  down.is = true;
  await h.as.one.cases.pause({ ...wish(), caseId, ...PAUSE });
  const days = [{ what: 'legal-due', from: '2026-12-21', to: '2026-12-28' }];
  await eventually(async () => expect(await ringOf(caseId)).toMatchObject({ why: 'moved', days }));
});

it('[C12] [C17] a lost message of an older program, which names no paper, is a call about the last paper of its day', async () => {
  const caseId = await accepted(true);
  const release = held();
  await h.as.one.cases.pause({ ...wish(), caseId, ...PAUSE });
  h.hall.system.store.db.exec("UPDATE messages SET refs = json_remove(refs, '$.paper')");
  release();
  const days = [{ what: 'due', from: '2026-12-21', to: '2026-12-28' }];
  await eventually(async () => expect(await ringOf(caseId)).toMatchObject({ why: 'moved', days }));
});

it('[C12] [C17] what moves for somebody without a telephone who agreed to messages is one call, and one line of the case', async () => {
  const caseId = await accepted(true, null);
  await h.as.one.cases.close({ ...wish(), caseId, outcome: 'granted', note: '准予' });
  const link = (await h.as.one.cases.papers({ caseId }))[0]!.path!.split('/')[3]!.split('?')[0]!;
  const act = { kind: 'inquiry', text: '办到哪一步了？' } as const;
  await (await h.hall.kiosk()).cases.act({ ...wish(), link, act });
  // The day to answer the question moves, and that to tell the decision, which is told anyway.
  const { moved } = await h.as.admin.calendar.change({ ...wish(), change: off('2026-11-24') });
  expect(moved.map(({ duty }) => duty)).toEqual(['inquiry', 'telling']);
  await eventually(async () =>
    expect((await h.as.boss.messages({})).messages.map(({ kind, phase }) => [kind, phase])).toEqual([
      ['case-day-moved', 'failed'],
      ['case-day-moved', 'failed'],
      ['case-decided', 'failed'],
      ['case-accepted', 'failed'],
    ]),
  );
  expect(await ringOf(caseId)).toMatchObject({ why: 'moved', unreachable: true, days: [{ what: 'inquiry' }] });
  expect(await callsIn(caseId)).toBe(1);
});
