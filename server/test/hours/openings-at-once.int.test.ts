import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpeningPlan } from '../../../schema/hours/opening.ts';
import type { CounterId, Day, Letter, MatterId } from '../../../schema/ids.ts';
import { type Client, newRequestId } from '../../../web/client.ts';
import { openingsOf } from '../../../web/hours.ts';
import { eventually, MONDAY_9, startTestHall, type TestHall } from '../harness.ts';
import { testHallData } from '../test-data.ts';

const wish = () => ({ requestId: newRequestId() });
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const [A1, B1] = ['A-1', 'B-1'] as MatterId[] as [MatterId, MatterId];
const c1 = 'c1' as CounterId;
const c3 = 'c3' as CounterId;
let hall: TestHall;
let people: { boss: Client; three: Client; kiosk: Client };

/** A night of group A at counter 1, Monday 22:00 to Tuesday 09:30; the regular day of all groups from 09:00 at 2 to 4. */
beforeEach(async () => {
  const data = testHallData();
  const counterIds = ['c2', 'c3', 'c4'] as CounterId[];
  hall = await startTestHall({
    data: { ...data, series: data.series.map((plan) => ({ ...plan, counterIds })) },
  });
  const [boss, three] = [await hall.clerk('boss'), await hall.clerk('three')];
  people = { boss, three, kiosk: await hall.kiosk() };
  const night: OpeningPlan = {
    kind: 'staggered',
    day: '2026-11-23' as Day,
    from: '22:00',
    to: '09:30',
    letters: ['A' as Letter],
    counterIds: [c1],
    bookableShare: 0,
  };
  await boss.openings.create({ ...wish(), plan: night });
});
afterEach(() => hall.stop());

/** Of Tuesday; a session ends over night. */
async function at(hours: number, minutes = 0): Promise<void> {
  await hall.clock.advance(MONDAY_9 + 15 * HOUR + hours * HOUR + minutes * MINUTE - hall.clock.nowMs);
  people = { ...people, boss: await hall.clerk('boss'), three: await hall.clerk('three') };
}
const issue = (matterId: MatterId) =>
  people.kiosk.tickets.issue({ ...wish(), matterIds: [matterId], care: false, printing: false });

/** For Tuesday morning; answers with its code. */
async function booked(telephone: string): Promise<string> {
  const slots = await hall.anybody().appointments.slots({ matterId: B1 });
  const slot = slots.find(({ day, free }) => day === '2026-11-24' && free > 0)!;
  const held = await hall.anybody().appointments.hold({ ...wish(), slotId: slot.id, matterId: B1 });
  const person = { name: '王某', telephone, language: 'zh-Hans' as const };
  return (await hall.anybody().appointments.confirm({ ...wish(), link: held.link, ...person })).code;
}

describe('a night that runs beside the morning', () => {
  it('[T2] [Q1] [H4] both lines are on the boards and are called in order of rank, whichever day filed them', async () => {
    await at(5);
    const nightly = await issue(A1);
    expect(nightly).toMatchObject({ number: 'A001', day: '2026-11-23' });
    await at(9, 2);
    await people.three.counters.open({ ...wish(), counterId: c3 });
    const b = await issue(B1);
    const a = await issue(A1);
    expect(b).toMatchObject({ number: 'B001', day: '2026-11-24' });
    // A number that somebody of the night still holds is not given twice (T1).
    expect(a).toMatchObject({ number: 'A002', day: '2026-11-24' });
    const display = await people.boss.boards.display();
    const waiting = Object.fromEntries(display.rows.queues.map((row) => [row.id, row.waiting]));
    expect(waiting).toMatchObject({ A: 2, B: 1 });
    const staff = await people.boss.boards.staff();
    expect(staff.rows.tickets.map(({ number }) => number).sort()).toEqual(['A001', 'A002', 'B001']);
    expect(await people.kiosk.tickets.place({ number: 'B001' })).toMatchObject({ ahead: 0, waitsFor: null });
    expect(await people.kiosk.tickets.place({ number: 'A002' })).toMatchObject({ ahead: 1, waitsFor: null });
    for (const number of ['A001', 'B001', 'A002']) {
      const called = await people.three.tickets.callNext({ ...wish(), counterId: c3 });
      expect(called.number).toBe(number);
      await people.three.tickets.miss({ ...wish(), ticketId: called.ticketId });
    }
  });

  it('[T2] [T10] [H3] a screen gets the date beside the service day, and whoever is turned away counts for the morning', async () => {
    await at(1);
    const { hall: night } = (await people.boss.boards.display()).rows;
    expect(night).toMatchObject([{ day: '2026-11-23', today: '2026-11-24' }]);
    await people.kiosk.tickets.turnAway({ ...wish(), matterId: B1, why: 'closed' });
    await at(9, 2);
    const { rows } = await people.boss.boards.display();
    expect(rows.hall).toMatchObject([{ day: '2026-11-23', today: '2026-11-24' }]);
    const shown = openingsOf(rows.hall[0]!.today, rows.openings);
    expect(shown.map(({ day, phase }) => [day, phase])).toEqual([
      ['2026-11-23', 'running'],
      ['2026-11-24', 'running'],
    ]);
    for (const matterId of [A1, B1]) await people.kiosk.tickets.turnAway({ ...wish(), matterId, why: 'too-long' });
    const counted = async (day: string) => (await people.boss.figures({ day: day as Day })).turnedAway;
    expect([await counted('2026-11-23'), await counted('2026-11-24')]).toEqual([1, 2]);
  });

  it('[T10] [H4] the night’s end carries over whom it leaves, into the day that runs already', async () => {
    await at(5);
    const nightly = await issue(A1);
    await at(9, 31);
    const found = await people.boss.tickets.lookUp({ number: nightly.number });
    expect(found).toMatchObject({ day: '2026-11-24', phase: 'waiting', ahead: 0, waitsFor: null });
    await people.three.counters.open({ ...wish(), counterId: c3 });
    expect((await people.three.tickets.callNext({ ...wish(), counterId: c3 })).number).toBe(nightly.number);
  });

  it('[H8] a resident who is booked for the morning checks in by code, telephone or its last four while the night still runs', async () => {
    const code = await booked('13985001111');
    await booked('13985002222');
    await booked('13985003333');
    await at(9, 3);
    for (const [typed, number] of [
      [code, 'B001'],
      ['13985002222', 'B002'],
      ['3333', 'B003'],
    ] as const) {
      const issued = await people.kiosk.appointments.checkIn({ ...wish(), code: typed, printing: false });
      expect(issued).toMatchObject({ number, day: '2026-11-24', klass: 'appointment' });
    }
  });

  it('[C7] [C9] [T2] what is accepted, asked or received meanwhile is of the date on the wall, and so are its papers', async () => {
    await at(9, 3);
    await people.three.counters.open({ ...wish(), counterId: c3 });
    await issue(B1);
    const { ticketId } = await people.three.tickets.callNext({ ...wish(), counterId: c3 });
    await people.three.tickets.start({ ...wish(), ticketId });
    const { caseId } = (await people.three.cases.mine({}))[0]!;
    await people.three.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'accepted', note: '' } });
    expect(await people.three.cases.papers({ caseId })).toMatchObject([{ kind: 'receipt', day: '2026-11-24' }]);
    expect(await people.three.cases.one({ caseId })).toMatchObject({ acceptedOn: '2026-11-24' });
    const letter = { matterId: B1, by: 'letter', number: '', receivedOn: '2026-11-24' } as const;
    const taken = await people.three.cases.take({ ...wish(), ...letter });
    expect(await people.three.cases.one(taken)).toMatchObject({ phase: 'open' });
  });

  it('[D2] [T2] a screen that follows sees the night’s line and the morning’s together', async () => {
    await at(5);
    const screen = hall.follow(people.boss, 'staff');
    await issue(A1);
    await at(9, 1);
    await issue(B1);
    await eventually(() =>
      expect(
        screen
          .snapshot()
          .rows.tickets.map(({ number }) => number)
          .sort(),
      ).toEqual(['A001', 'B001']),
    );
  });
});

describe('a night alone', () => {
  it('[D2] [C9] at midnight a screen that follows sees what is due on the new date', async () => {
    await hall.stop();
    hall = await startTestHall({ data: { ...testHallData(), settings: { longPauseDays: 1 }, series: [] } });
    const night: OpeningPlan = {
      ...{ kind: 'staggered', day: '2026-11-23' as Day, from: '22:00', to: '09:30', letters: ['B' as Letter] },
      ...{ counterIds: [c3], bookableShare: 0 },
    };
    await (await hall.clerk('boss')).openings.create({ ...wish(), plan: night });
    const to = async (hours: number) => hall.clock.advance(MONDAY_9 + hours * HOUR - hall.clock.nowMs);
    await to(13.5);
    people = { boss: await hall.clerk('boss'), three: await hall.clerk('three'), kiosk: await hall.kiosk() };
    await people.three.counters.open({ ...wish(), counterId: c3 });
    await issue(B1);
    const { ticketId } = await people.three.tickets.callNext({ ...wish(), counterId: c3 });
    await people.three.tickets.start({ ...wish(), ticketId });
    const { caseId } = (await people.three.cases.mine({}))[0]!;
    await people.three.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'accepted', note: '' } });
    await people.three.cases.pause({ ...wish(), caseId, kind: 'hearing', basis: '第四十五条', days: 30 });
    await people.three.tickets.finish({ ...wish(), ticketId });
    await to(14.95);
    // Within the time that locks an idle screen (S2).
    const screen = hall.follow(await hall.clerk('boss'), 'staff');
    const kinds = () => screen.snapshot().rows.work.flatMap(({ tasks }) => tasks.map(({ kind }) => kind));
    await issue(B1);
    await eventually(() => expect(screen.snapshot().rows.tickets).toHaveLength(1));
    expect(kinds()).toEqual([]);
    await to(15.05);
    await issue(B1);
    await eventually(() => expect(kinds()).toEqual(['paused-long']));
  });
});
