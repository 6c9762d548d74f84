import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CounterId, Letter, MatterId } from '../../../schema/ids.ts';
import { type Client, newRequestId } from '../../../web/client.ts';
import { MONDAY_9, refusalCode, startTestHall, type TestHall } from '../harness.ts';
import { testHallData } from '../test-data.ts';

const MINUTE = 60_000;
const [A1, A2, B1] = ['A-1', 'A-2', 'B-1'] as MatterId[] as [MatterId, MatterId, MatterId];
const [c1, c2, c3] = ['c1', 'c2', 'c3'] as CounterId[] as [CounterId, CounterId, CounterId];
const wish = () => ({ requestId: newRequestId() });

let hall: TestHall;
let admin: Client;
let boss: Client;
let kiosk: Client;
let clerks: Client[];
afterEach(() => hall.stop());

/** Only in the morning counter 2 is there. */
function mornings() {
  const data = testHallData();
  const [whole] = data.series as [(typeof data.series)[number]];
  const [all, others] = [whole.counterIds, whole.counterIds.filter((id) => id !== c2)];
  data.series = [
    { ...whole, to: '12:00', counterIds: all },
    { ...whole, from: '13:00', counterIds: others },
  ];
  return data;
}

async function start(data = testHallData(), nowMs = MONDAY_9 + MINUTE) {
  hall = await startTestHall({ data, nowMs });
  [admin, boss, kiosk] = [await hall.clerk('admin'), await hall.clerk('boss'), await hall.kiosk()];
  clerks = [await hall.clerk('one'), await hall.clerk('two'), await hall.clerk('three')];
}
const sit = async (...counters: CounterId[]) => {
  for (const [n, counterId] of counters.entries()) await clerks[n]!.counters.open({ ...wish(), counterId });
};
const issue = (...matterIds: MatterId[]) => kiosk.tickets.issue({ ...wish(), matterIds, care: false, printing: false });
const call = (n: number, counterId: CounterId) =>
  clerks[n]!.tickets.callNext({ ...wish(), counterId }).then(({ number }) => number);

async function name(id: MatterId, counters: CounterId[] | null) {
  const one = (await admin.catalogue({})).matters.find((each) => each.id === id)!;
  const { letter, names, aliases, kind, department, materials, limitDays, limitUnit, typicalMinutes, fee, basis } = one;
  const facts = { letter, names, aliases, kind, department, limitDays, limitUnit, typicalMinutes, fee, basis };
  return admin.administration.saveMatter({ ...wish(), matter: { id, ...facts, materials, counters } });
}

describe('a matter that names its counters', () => {
  beforeEach(() => start());

  it('[L3] [Q1] [Q4] a matter that names its counters is called at these alone: another counter of the group gets whoever comes next', async () => {
    await name(A1, [c2]);
    await sit(c1, c2);
    const first = await issue(A1);
    const second = await issue(A2);
    expect((await admin.catalogue({})).matters.find(({ id }) => id === A1)!.counters).toEqual([c2]);
    const out = { ...wish(), counterId: c1, ticketId: first.ticketId, reason: '带着孩子' };
    expect(await refusalCode(clerks[0]!.tickets.callThis(out))).toBe('matter-not-here');
    expect(await call(0, c1)).toBe(second.number);
    expect(await call(1, c2)).toBe(first.number);
  });

  it('[L3] [T8] the counters of a matter do it alone in a visit, and the rest is done where it can be', async () => {
    await name(A1, [c2]);
    await sit(c3, c2);
    const { ticketId, number } = await issue(A1, B1);
    expect(await call(0, c3)).toBe(number);
    const [three, two] = [clerks[0]!, clerks[1]!];
    await three.tickets.start({ ...wish(), ticketId });
    const [at3] = await three.cases.mine({});
    expect(at3!.matterId).toBe(B1);
    await three.cases.conclude({ ...wish(), caseId: at3!.caseId, conclusion: { kind: 'done', note: '' } });
    // Whoever is passed on is passed to a counter that may do what remains.
    const pass = (counterId: CounterId) => three.tickets.pass({ ...wish(), ticketId, to: { counterId } });
    await clerks[2]!.counters.open({ ...wish(), counterId: c1 });
    expect(await refusalCode(pass(c1))).toBe('matter-not-here');
    await three.tickets.handBack({ ...wish(), ticketId });
    expect(await refusalCode(call(0, c3))).toBe('nobody-waiting');
    expect(await call(1, c2)).toBe(number);
    await two.tickets.start({ ...wish(), ticketId });
    expect((await two.cases.mine({})).map(({ matterId }) => matterId)).toEqual([A1]);
    // One that this counter leaves to others is added for later.
    await name(A2, [c1]);
    await two.tickets.addMatter({ ...wish(), ticketId, matterId: A2 });
    expect((await two.cases.mine({})).map(({ matterId }) => matterId)).toEqual([A1]);
  });

  it('[L3] [Q6] the forecast of a matter that names its counters counts its own counters: none where they are not open, and longer than for the group', async () => {
    await sit(c1, c2, c3);
    for (let n = 0; n < 9; n++) await issue(A2);
    const before = await kiosk.tickets.forecast({ matterIds: [A1] });
    await name(A1, [c2]);
    const own = await kiosk.tickets.forecast({ matterIds: [A1] });
    expect(own.ahead).toBe(before.ahead);
    expect(own.range!.halfMin).toBeGreaterThanOrEqual(before.range!.halfMin);
    for (let n = 0; n < 6; n++) await issue(A1);
    // Those who are served by counter 2 alone are no work of the others.
    const [alone, group] = [
      await kiosk.tickets.forecast({ matterIds: [A1] }),
      await kiosk.tickets.forecast({ matterIds: [A2] }),
    ];
    expect(alone.range!.halfMin).toBeGreaterThan(group.range!.halfMin);
    await clerks[1]!.counters.close({ ...wish(), counterId: c2 });
    expect((await kiosk.tickets.forecast({ matterIds: [A1] })).range).toBeNull();
    expect((await kiosk.tickets.forecast({ matterIds: [A2] })).range).not.toBeNull();
  });

  it('[L3] a matter that names its counters names counters in use of its group alone, and keeps its group while they serve it', async () => {
    expect(await refusalCode(name(A1, ['c4' as CounterId]))).toBe('counters-not-of-group');
    expect(await refusalCode(name(A1, ['c9' as CounterId]))).toBe('counters-not-of-group');
    await name(A1, [c2]);
    const move = admin.administration.moveMatter({ ...wish(), matterId: A1, letter: 'B' as Letter });
    expect(await refusalCode(move)).toBe('counters-not-of-group');
    const { entries } = await admin.history({ kind: 'matter' });
    expect(entries[0]!.changes).toContainEqual({ field: 'counters', from: null, to: [c2] });
    await name(A1, null);
    await sit(c1);
    const { number } = await issue(A1);
    expect(await call(0, c1)).toBe(number);
  });

  it('[L3] [H11] a counter that it alone names in an opening is not taken out of use', async () => {
    await name(A1, [c2]);
    const out = { id: c2, label: '2', letters: ['A' as Letter], inUse: false };
    expect(await refusalCode(admin.administration.saveCounter({ ...wish(), counter: out }))).toBe('counter-named');
    await name(A1, [c1, c2]);
    await admin.administration.saveCounter({ ...wish(), counter: out });
  });
});

describe('an opening without the counters of a matter', () => {
  it('[L3] [T10] an opening without the counters of a matter gives no number for it, and a number that waits goes to the next opening that has one', async () => {
    await start(mornings());
    await name(A1, [c2]);
    const { number } = await issue(A1);
    const look = () => boss.tickets.lookUp({ number });
    expect((await look()).closing ?? (await look()).waitsFor).toBeNull();
    // 13:30: the group is called, counter 2 is not there.
    await hall.clock.advance(4.5 * 60 * MINUTE);
    expect(await look()).toMatchObject({ phase: 'waiting', day: '2026-11-24' });
    expect(await refusalCode(issue(A1))).toBe('queue-closed');
    expect(await kiosk.tickets.forecast({ matterIds: [A1] })).toMatchObject({
      closed: 'queue-closed',
      nextStartsAt: '2026-11-24T01:00:00.000Z',
    });
    expect((await issue(A2)).number).toBe('A002');
  });

  it('[L3] [H5] [H6] an opening without the counters of a matter is not booked for it; of a slot one counter of three has its part, and who has booked keeps a counter', async () => {
    await start(mornings(), MONDAY_9 - 60 * MINUTE);
    const anybody = hall.anybody();
    const slots = async (matterId: MatterId) =>
      (await anybody.appointments.slots({ matterId })).filter((one) => one.free > 0);
    const afternoon = (await slots(A1)).find(({ startsAt }) => startsAt.endsWith('T05:00:00.000Z'))!;
    await name(A1, [c2]);
    expect((await slots(A1)).filter(({ startsAt }) => startsAt.slice(11) >= '04')).toEqual([]);
    const hold = (slotId: typeof afternoon.id) => anybody.appointments.hold({ ...wish(), slotId, matterId: A1 });
    expect(await refusalCode(hold(afternoon.id))).toBe('slot-full');
    const [morning] = await slots(A1);
    for (let n = 0; n < morning!.free; n++) await hold(morning!.id);
    expect(await refusalCode(hold(morning!.id))).toBe('slot-full');
    expect((await slots(A2)).find(({ id }) => id === morning!.id)!.free).toBeGreaterThan(0);
    // Somebody booked in the afternoon by the whole group: counter 2 alone would not be there.
    await name(A2, null);
    await anybody.appointments.hold({ ...wish(), slotId: afternoon.id, matterId: A2 });
    expect(await refusalCode(name(A2, [c2]))).toBe('counters-leave-booked');
    await name(A2, [c1, c2]);
  });
});
