import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CounterId, Day, MatterId } from '../../../schema/ids.ts';
import type { TicketEvent } from '../../../schema/line/ticket.ts';
import { type Client, newRequestId } from '../../../web/client.ts';
import { refusalCode, startTestHall, type TestHall } from '../harness.ts';
import { look } from '../model/model-invariants.ts';
import { make, type People, type Wish } from '../model/model-wishes.ts';

let hall: TestHall;
beforeEach(async () => {
  hall = await startTestHall();
});
afterEach(() => hall.stop());

const MINUTE = 60_000;
const wish = () => ({ requestId: newRequestId() });
const TODAY = '2026-11-23' as Day;
const ACTS =
  'issue issue issue call-next call-next go-on go-on go-on go-on miss recall rejoin let-pass step-away return withdraw put-back wait wait'.split(
    ' ',
  );

/** The same every time it is begun with the same number. */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * below);
  };
}

/** What the day was, counted straight from the rows of the ledger, by none of the program's own folds. */
function countLedger(day: Day) {
  const rows = hall.system.store.db
    .prepare<[], { at: string; stream: string; type: string; data: string }>(
      `SELECT at, stream, type, data FROM ledger WHERE stream LIKE 'ticket:%' ORDER BY seq`,
    )
    .all();
  const dayOf = new Map<string, Day>();
  const counts = {
    issued: 0,
    carriedIn: 0,
    finished: 0,
    withdrawn: 0,
    expired: 0,
    carriedOver: 0,
    calls: 0,
    recalls: 0,
  };
  const hours = new Map<number, { hour: number; calls: number; recalls: number }>();
  const tickets = new Map<string, { calls: number; recalls: number; misses: number; passes: number; ended: boolean }>();
  const begin = (stream: string) => tickets.set(stream, { calls: 0, recalls: 0, misses: 0, passes: 0, ended: false });
  for (const { at, stream, type, data } of rows) {
    const event = { type, ...JSON.parse(data) } as TicketEvent;
    if (event.type === 'ticket-issued') dayOf.set(stream, event.day);
    const live = dayOf.get(stream);
    if (event.type === 'ticket-carried-over') dayOf.set(stream, event.toDay);
    if (event.type === 'ticket-carried-over' && event.toDay === day) {
      counts.carriedIn++;
      begin(stream);
    }
    if (live !== day) continue;
    if (event.type === 'ticket-issued') {
      counts.issued++;
      begin(stream);
    }
    const ticket = tickets.get(stream)!;
    const hour = (new Date(at).getUTCHours() + 8) % 24;
    const inHour = hours.get(hour) ?? { hour, calls: 0, recalls: 0 };
    if (event.type === 'ticket-called') {
      counts.calls++;
      inHour.calls++;
      ticket.calls++;
      hours.set(hour, inHour);
    }
    if (event.type === 'ticket-recalled') {
      counts.recalls++;
      inHour.recalls++;
      ticket.recalls++;
      hours.set(hour, inHour);
    }
    if (event.type === 'ticket-missed') ticket.misses++;
    if (event.type === 'others-let-pass') ticket.passes += event.count;
    if (event.type === 'ticket-finished') counts.finished++;
    if (event.type === 'ticket-withdrawn') counts.withdrawn++;
    if (event.type === 'ticket-expired') counts.expired++;
    if (event.type === 'ticket-carried-over') counts.carriedOver++;
    ticket.ended ||= /finished|withdrawn|expired|carried-over/.test(event.type);
  }
  return { counts, hours: [...hours.values()], tickets };
}

async function agrees(boss: Client, day: Day) {
  const told = await boss.figures({ day });
  const { counts, hours, tickets } = countLedger(day);
  expect(told).toMatchObject({ day, ...counts });
  expect(told.callsByHour.filter(({ calls, recalls }) => calls + recalls > 0)).toEqual(hours);
  expect(told.callsByHour.map(({ hour }) => hour)).toEqual(
    told.callsByHour.map((_, i) => (told.callsByHour[0]!.hour + i) % 24),
  );
  expect(new Map(told.tickets.map((one) => [`ticket:${one.ticketId}`, one.calls]))).toEqual(
    new Map([...tickets].map(([stream, one]) => [stream, one.calls])),
  );
  for (const one of told.tickets) {
    const { ended, ...counted } = tickets.get(`ticket:${one.ticketId}`)!;
    expect(one).toMatchObject(counted);
    expect(one.endedAt !== null).toBe(ended);
  }
  // H13: what came in is what became of it.
  const { issued, carriedIn, finished, withdrawn, expired, carriedOver, unfinished } = told;
  expect(issued + carriedIn).toBe(finished + withdrawn + expired + carriedOver + unfinished);
  expect(told.tickets).toHaveLength(issued + carriedIn);
  return told;
}

describe('the day in figures', () => {
  it.each([1, 2, 3])('[V4] [A2] [H13] a day worked by chance has the ledger’s figures, seed %i', async (seed) => {
    const clerks = await Promise.all(['one', 'two', 'three'].map((account) => hall.clerk(account)));
    const people: People = { kiosk: await hall.kiosk(), clerks, counters: ['c1', 'c2', 'c3'] as CounterId[] };
    for (const [i, counterId] of people.counters.entries()) await clerks[i]!.counters.open({ ...wish(), counterId });
    const draw = chance(seed);
    for (let n = 0; n < 220; n++) {
      hall.clock.nowMs += 20_000;
      const act = ACTS[draw(ACTS.length)]!;
      const drawn: Wish = { act, clerk: draw(3), which: { fitting: true, pick: draw(99) }, n: draw(5) };
      await make(hall, people, drawn, look(hall.system));
    }
    const boss = await hall.clerk('boss');
    const morning = await agrees(boss, TODAY);
    expect(morning.calls).toBeGreaterThan(10);
    expect(morning.finished).toBeGreaterThan(0);
    // The evening and the next day: everybody who was left is carried over, nobody is lost between the days.
    await hall.clock.advance(10 * 60 * MINUTE);
    await hall.clock.advance(12 * 60 * MINUTE);
    const again = await hall.clerk('boss');
    const yesterday = await agrees(again, TODAY);
    const next = await agrees(again, '2026-11-24' as Day);
    expect(next.carriedIn).toBe(yesterday.carriedOver);
  });

  it('[T2] calls past midnight stand behind those before it, and every hour between has its place', async () => {
    const boss = await hall.clerk('boss');
    const kiosk = await hall.kiosk();
    await hall.clock.advance(9 * 60 * MINUTE);
    const night = { kind: 'extended', day: TODAY, from: '22:00', to: '02:00', letters: ['A'], counterIds: ['c1'] };
    await boss.openings.create({ ...wish(), plan: { ...night, bookableShare: 0 } as never });
    await hall.clock.advance(4 * 60 * MINUTE + 10 * MINUTE);
    const clerk = await hall.clerk('one');
    await clerk.counters.open({ ...wish(), counterId: 'c1' as CounterId });
    const call = async () => {
      const matterIds = ['A-1' as MatterId];
      const { ticketId } = await kiosk.tickets.issue({ ...wish(), matterIds, care: false, printing: false });
      await clerk.tickets.callNext({ ...wish(), counterId: 'c1' as CounterId });
      await clerk.tickets.miss({ ...wish(), ticketId });
    };
    await call();
    await hall.clock.advance(2 * 60 * MINUTE);
    await call();
    const told = await (await hall.clerk('boss')).figures({});
    expect(told.callsByHour.map(({ hour, calls }) => [hour, calls])).toEqual(
      [
        [22, 0],
        [23, 0],
        [0, 0],
      ].map(([hour], i) => [hour, i === 1 ? 0 : 1]),
    );
    expect(told.day).toBe(TODAY);
  });

  it('[V4] the figures are told to supervisors and administrators of any day, to nobody else; an empty day is empty', async () => {
    expect(await refusalCode((await hall.clerk('one')).figures({}))).toBe('not-allowed');
    expect(await refusalCode(hall.anybody().figures({}))).toBe('not-signed-in');
    const empty = await (await hall.clerk('admin')).figures({ day: '2026-11-20' as Day });
    expect(empty).toMatchObject({ day: '2026-11-20', issued: 0, calls: 0, callsByHour: [], tickets: [] });
  });

  it('a counter that is free shows since when it is free, not since when it is open', async () => {
    const [clerk, kiosk] = [await hall.clerk('one'), await hall.kiosk()];
    const since = async () => (await clerk.boards.staff()).rows.counters.find((row) => row.id === 'c1')?.since;
    await clerk.counters.open({ ...wish(), counterId: 'c1' as CounterId });
    expect(await since()).toBe('2026-11-23T01:01:00.000Z');
    const matterIds = ['A-1' as MatterId];
    const { ticketId } = await kiosk.tickets.issue({ ...wish(), matterIds, care: false, printing: false });
    await hall.clock.advance(MINUTE);
    await clerk.tickets.callNext({ ...wish(), counterId: 'c1' as CounterId });
    await hall.clock.advance(MINUTE);
    await clerk.tickets.miss({ ...wish(), ticketId });
    expect(await since()).toBe('2026-11-23T01:03:00.000Z');
    await hall.clock.advance(MINUTE);
    await clerk.counters.pause({ ...wish(), counterId: 'c1' as CounterId, reason: '茶歇' });
    expect(await since()).toBe('2026-11-23T01:04:00.000Z');
  });
});
