/** L3, H11: nothing that an administrator changes leaves somebody with a number for whom no counter is there. */
import { afterEach, describe, expect, it } from 'vitest';
import { ImportedMatter } from '../../../schema/catalogue/import.ts';
import type { CounterId, Letter, MatterId } from '../../../schema/ids.ts';
import { type Client, newRequestId } from '../../../web/client.ts';
import { MONDAY_9, refusalCode, startTestHall, type TestHall } from '../harness.ts';
import { bookerOf } from '../hours/booking-fixture.ts';
import { testHallData } from '../test-data.ts';

const MINUTE = 60_000;
const [A1, A2] = ['A-1', 'A-2'] as MatterId[] as [MatterId, MatterId];
const [c1, c2, c3] = ['c1', 'c2', 'c3'] as CounterId[] as [CounterId, CounterId, CounterId];
const [A, B] = ['A', 'B'] as Letter[] as [Letter, Letter];
const wish = () => ({ requestId: newRequestId() });

let hall: TestHall;
let admin: Client;
let boss: Client;
let kiosk: Client;
afterEach(() => hall.stop());

/** No opening has counter 2; `inUse`: whether it is in use. */
async function start({ inUse, nowMs = MONDAY_9 + MINUTE }: { inUse: boolean; nowMs?: number }) {
  const data = testHallData();
  for (const one of data.series) one.counterIds = one.counterIds.filter((id) => id !== c2);
  data.counters = data.counters.map((one) => (one.id === c2 ? { ...one, inUse } : one));
  hall = await startTestHall({ data, nowMs });
  [admin, boss, kiosk] = [await hall.clerk('admin'), await hall.clerk('boss'), await hall.kiosk()];
}
const issue = (...matterIds: MatterId[]) => kiosk.tickets.issue({ ...wish(), matterIds, care: false, printing: false });
const use = (inUse: boolean, letters = [A]) =>
  admin.administration.saveCounter({ ...wish(), counter: { id: c2, label: '2', letters, inUse } });
const uncalled = async () => (await boss.tickets.uncalled({})).map(({ number }) => number);

async function name(id: MatterId, counters: CounterId[] | null, to?: Letter) {
  const one = (await admin.catalogue({})).matters.find((each) => each.id === id)!;
  const { names, aliases, kind, department, materials, limitDays, limitUnit, typicalMinutes, fee, basis } = one;
  const facts = { names, aliases, kind, department, limitDays, limitUnit, typicalMinutes, fee, basis };
  const matter = { id, ...facts, letter: to ?? one.letter, materials, counters };
  return admin.administration.saveMatter({ ...wish(), matter });
}

describe('somebody who has a number', () => {
  it('[L3] [H11] somebody who has a number keeps a counter when a matter is to name one that no opening of the day has: who and how many is said', async () => {
    await start({ inUse: true });
    const [first, second] = [await issue(A1), await issue(A1)];
    await issue(A2);
    const refused = await name(A1, [c2]).catch((error) => error);
    expect(refused.data).toMatchObject({ waiting: 2, numbers: `${first.number}, ${second.number}` });
    expect(refused.code).toBe('counters-leave-waiting');
    await name(A1, [c1, c2]);
    expect(await refusalCode(name(A1, [c2]))).toBe('counters-leave-waiting');
    // Nobody waits for this one.
    await name('A-2' as MatterId, null);
    for (const { ticketId } of [first, second])
      await boss.tickets.withdraw({ ...wish(), ticketId, reason: '改日再来' });
    await name(A1, [c2]);
    expect(await uncalled()).toEqual([]);
  });

  it('[L1] [L3] [H11] somebody who has a number keeps a counter when a file would take it away: the preview says of whose row, and who waits', async () => {
    await start({ inUse: true });
    const { number } = await issue(A1);
    const rows = async (counters: CounterId[]) =>
      (await admin.catalogue({})).matters
        .filter(({ id }) => id === A1 || id === A2)
        .map((one) => ImportedMatter.parse({ ...one, counters }));
    const matters = await rows([c2]);
    const told = await admin.administration.previewImport({ matters });
    expect(told).toMatchObject([
      { id: A1, is: 'refused', refused: 'counters-leave-waiting', facts: { waiting: 1, numbers: number } },
      { id: A2, is: 'changed', refused: null },
    ]);
    const before = await admin.catalogue({});
    expect(await refusalCode(admin.administration.importMatters({ ...wish(), matters }))).toBe('import-refused');
    expect(await admin.catalogue({})).toEqual(before);
    const open = await rows([c1, c2]);
    expect((await admin.administration.previewImport({ matters: open })).map(({ is }) => is)).toEqual([
      'changed',
      'changed',
    ]);
    await admin.administration.importMatters({ ...wish(), matters: open });
  });

  it('[L3] [H11] somebody who has a number keeps a counter when a named one is to come back into use that no opening of the day has', async () => {
    await start({ inUse: true });
    await name(A1, [c2]);
    await use(false);
    const { number, ticketId } = await issue(A1);
    expect(await refusalCode(use(true))).toBe('counter-leaves-waiting');
    const one = await hall.clerk('one');
    await one.counters.open({ ...wish(), counterId: c1 });
    expect((await one.tickets.callNext({ ...wish(), counterId: c1 })).number).toBe(number);
    expect(await refusalCode(use(true))).toBe('counter-leaves-waiting');
    await one.tickets.putBack({ ...wish(), ticketId, reason: '改日再来' });
    await boss.tickets.withdraw({ ...wish(), ticketId, reason: '改日再来' });
    await use(true);
  });

  it('[L3] [H8] somebody who has a number keeps a counter when it was given by check-in, and a booking keeps one in its opening', async () => {
    await start({ inUse: true, nowMs: MONDAY_9 - 30 * MINUTE });
    await name(A1, [c2]);
    await use(false);
    const person = { name: '王芳', telephone: '138 8500 1234' };
    const code = await bookerOf(hall).book(A1, '09:30', person);
    expect(await refusalCode(use(true))).toBe('counter-leaves-booked');
    await hall.clock.advance(35 * MINUTE);
    const { ticketId } = await kiosk.appointments.checkIn({ ...wish(), code, printing: false });
    expect(await refusalCode(use(true))).toBe('counter-leaves-waiting');
    expect(await refusalCode(name(A1, [c3]).then(() => use(true)))).toBe('accepted');
    expect(await refusalCode(name(A1, [c2]))).toBe('counters-leave-waiting');
    await boss.tickets.withdraw({ ...wish(), ticketId, reason: '改日再来' });
    await name(A1, [c2]);
  });

  it('[L3] [H12] somebody who has a number keeps a counter when the matter comes back to the group in which somebody stands', async () => {
    await start({ inUse: true });
    await use(true, [A, B]);
    const move = (letter: Letter) => admin.administration.moveMatter({ ...wish(), matterId: A1, letter });
    const { ticketId } = await issue(A1);
    await move(B);
    // It names what does the other group: who stands in A is served by all of A.
    await name(A1, [c2]);
    expect(await refusalCode(move(A))).toBe('counters-leave-waiting');
    await boss.tickets.withdraw({ ...wish(), ticketId, reason: '改日再来' });
    await move(A);
  });

  it('[T8] [L3] passed to a counter that does the matter no more is called by one that does', async () => {
    await start({ inUse: true });
    const [one, three] = [await hall.clerk('one'), await hall.clerk('three')];
    await one.counters.open({ ...wish(), counterId: c1 });
    await three.counters.open({ ...wish(), counterId: c3 });
    const { ticketId, number } = await issue(A1);
    await one.tickets.callNext({ ...wish(), counterId: c1 });
    await one.tickets.start({ ...wish(), ticketId });
    await one.tickets.pass({ ...wish(), ticketId, to: { counterId: c3 } });
    expect(await refusalCode(one.tickets.callNext({ ...wish(), counterId: c1 }))).toBe('nobody-waiting');
    await name(A1, [c1]);
    expect(await refusalCode(three.tickets.callNext({ ...wish(), counterId: c3 }))).toBe('nobody-waiting');
    expect((await one.tickets.callNext({ ...wish(), counterId: c1 })).number).toBe(number);
  });

  it('[L3] [T10] somebody who has a number stands on the supervisor’s list when every opening with a counter for it is cancelled, until one is planned', async () => {
    const data = testHallData();
    data.series = [];
    hall = await startTestHall({ data });
    [admin, boss, kiosk] = [await hall.clerk('admin'), await hall.clerk('boss'), await hall.kiosk()];
    const day = '2026-11-23';
    const plan = (counterIds: CounterId[], on = day) =>
      boss.openings.create({
        ...wish(),
        plan: {
          kind: 'regular',
          day: on as never,
          from: '08:00',
          to: '17:00',
          letters: [A],
          counterIds,
          bookableShare: 0,
        },
      });
    const [, withTwo] = [await plan([c1]), await plan([c2])];
    await name(A1, [c2]);
    const { number } = await issue(A1);
    expect(await uncalled()).toEqual([]);
    await boss.openings.cancel({ ...wish(), openingId: withTwo.openingId, reason: '设备故障' });
    expect(await boss.tickets.uncalled({})).toMatchObject([{ number, matterId: A1, counterLabels: ['2'] }]);
    await plan([c2], '2026-11-24');
    expect(await uncalled()).toEqual([]);
    expect((await boss.tickets.lookUp({ number })).day).toBe('2026-11-24');
  });
});
