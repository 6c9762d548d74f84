import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CounterId, Letter, MatterId } from '../../../schema/ids.ts';
import { newRequestId } from '../../../web/client.ts';
import { eventually, MONDAY_9, refusalCode, startTestHall, type TestHall } from '../harness.ts';

let hall: TestHall;
const EIGHT = MONDAY_9 - 3_600_000;
beforeEach(async () => {
  hall = await startTestHall({ nowMs: EIGHT });
});
afterEach(() => hall.stop());

const HOUR = 3_600_000;
const wish = () => ({ requestId: newRequestId() });
const plan = (from: string, to: string) => ({
  kind: 'staggered' as const,
  day: '2026-11-23',
  from,
  to,
  letters: ['B'] as Letter[],
  counterIds: ['c3'] as CounterId[],
  bookableShare: 0,
});

describe('openings', () => {
  it('[H4] openings begin and end by themselves: counters, kiosk buttons and display follow', async () => {
    const clerk = await hall.clerk('one');
    const kiosk = await hall.kiosk();
    const seen = hall.follow(kiosk, 'kiosk');
    await eventually(() => expect(seen.snapshot().rows.hall[0]).toMatchObject({ open: false, nextKind: 'regular' }));
    const wanted = { matterIds: ['A-1' as MatterId], care: false, printing: false };
    expect(await refusalCode(kiosk.tickets.issue({ ...wish(), ...wanted }))).toBe('hall-closed');
    await hall.clock.advance(HOUR);
    await eventually(() => expect(seen.snapshot().rows.hall[0]?.open).toBe(true));
    await clerk.counters.open({ ...wish(), counterId: 'c1' as CounterId });
    await hall.clock.advance(8 * HOUR);
    await eventually(() => expect(seen.snapshot().rows.hall[0]?.open).toBe(false));
    const board = await clerk.boards.staff();
    expect(board.rows.counters.find((row) => row.id === 'c1')?.phase).toBe('closed');
    // The next opening opens the counter of who sat there and is in the house again.
    await hall.clock.advance(16 * HOUR - 10 * 60_000);
    const again = await hall.clerk('one');
    await hall.clock.advance(10 * 60_000);
    const next = await again.boards.staff();
    expect(next.rows.counters.find((row) => row.id === 'c1')).toMatchObject({ phase: 'open', clerkName: 'one 员' });
  });

  it('[H4] a clerk who is absent or sits elsewhere is not seated: the opening begins, and others take the counter', async () => {
    const [one, two] = [await hall.clerk('one'), await hall.clerk('two')];
    await hall.clock.advance(HOUR);
    await one.counters.open({ ...wish(), counterId: 'c1' as CounterId });
    await two.counters.open({ ...wish(), counterId: 'c2' as CounterId });
    await hall.clock.advance(8 * HOUR + 15 * HOUR + 50 * 60_000); // 08:50 the next day; both were seated at the end
    const early = await hall.clerk('one');
    await early.counters.open({ ...wish(), counterId: 'c3' as CounterId });
    await hall.clock.advance(10 * 60_000);
    const { rows } = await (await hall.clerk('boss')).boards.staff();
    expect(rows.hall[0]?.open).toBe(true);
    expect(rows.counters.map(({ id, phase }) => [id, phase])).toEqual([
      ['c1', 'closed'],
      ['c2', 'closed'],
      ['c3', 'open'],
      ['c4', 'closed'],
    ]);
    const three = await hall.clerk('three');
    await three.counters.open({ ...wish(), counterId: 'c2' as CounterId });
    // A supervisor frees the counter of somebody who went home.
    await (await hall.clerk('boss')).counters.close({ ...wish(), counterId: 'c2' as CounterId });
  });

  it('[H4] a counter with somebody else’s resident is not taken over', async () => {
    const [one, two, kiosk] = [await hall.clerk('one'), await hall.clerk('two'), await hall.kiosk()];
    await hall.clock.advance(HOUR);
    const { ticketId } = await kiosk.tickets.issue({
      ...wish(),
      matterIds: ['A-1' as MatterId],
      care: false,
      printing: false,
    });
    await one.counters.open({ ...wish(), counterId: 'c1' as CounterId });
    await one.tickets.callNext({ ...wish(), counterId: 'c1' as CounterId });
    await one.tickets.start({ ...wish(), ticketId });
    await hall.clock.advance(8 * HOUR);
    expect(await refusalCode(two.counters.open({ ...wish(), counterId: 'c1' as CounterId }))).toBe('counter-busy');
    const [open] = await one.cases.mine({});
    await one.cases.conclude({ ...wish(), caseId: open!.caseId, conclusion: { kind: 'done', note: '' } });
    expect((await one.tickets.finish({ ...wish(), ticketId })).phase).toBe('finished');
  });

  it('[H1] [H3] a staggered evening offers only its groups, and the kiosk says when it begins', async () => {
    const boss = await hall.clerk('boss');
    const kiosk = await hall.kiosk();
    await boss.openings.create({ ...wish(), plan: plan('18:00', '20:00') });
    const seen = hall.follow(kiosk, 'kiosk');
    await hall.clock.advance(9 * HOUR + 60_000);
    await eventually(() =>
      expect(seen.snapshot().rows.hall[0]).toMatchObject({
        nextStartsAt: '2026-11-23T10:00:00.000Z',
        nextKind: 'staggered',
      }),
    );
    await hall.clock.advance(HOUR);
    const issue = (id: string) =>
      kiosk.tickets.issue({ ...wish(), matterIds: [id as MatterId], care: false, printing: false });
    expect((await issue('B-1')).number).toBe('B001');
    expect(await refusalCode(issue('A-1'))).toBe('queue-closed');
  });

  it('[H4] [A2] a counter has a stream of its own each day, which begins as the day before left it', async () => {
    const counterId = 'c1' as CounterId;
    await hall.clock.advance(HOUR);
    const one = await hall.clerk('one');
    await one.counters.open({ ...wish(), counterId });
    await hall.clock.advance(9 * HOUR);
    await hall.clock.advance(11 * HOUR);
    // In the house again before the doors open.
    await hall.clerk('one');
    await hall.clock.advance(4 * HOUR);
    const events = hall.system.store.db
      .prepare<[], { stream: string; type: string }>("SELECT stream, type FROM ledger WHERE stream LIKE 'counter:c1@%'")
      .all()
      .map(({ stream, type }) => `${stream.split('@')[1]} ${type}`);
    expect(events).toEqual([
      '2026-11-23 counter-opened',
      '2026-11-23 counter-closed',
      '2026-11-24 counter-carried',
      '2026-11-24 counter-opened',
    ]);
  });

  it('[T2] an opening past midnight belongs to the day it began', async () => {
    const boss = await hall.clerk('boss');
    const kiosk = await hall.kiosk();
    await boss.openings.create({ ...wish(), plan: plan('22:00', '02:00') });
    await hall.clock.advance(17 * HOUR); // 01:00 on Tuesday
    const ticket = await kiosk.tickets.issue({
      ...wish(),
      matterIds: ['B-1' as MatterId],
      care: false,
      printing: false,
    });
    expect(ticket).toMatchObject({ number: 'B001', day: '2026-11-23' });
  });

  it('[H1] [H10] overlapping, past and empty plans are refused; a cancelled opening does not begin', async () => {
    const boss = await hall.clerk('boss');
    const create = (from: string, to: string, day = '2026-11-23') =>
      boss.openings.create({ ...wish(), plan: { ...plan(from, to), day } });
    expect(await refusalCode(create('16:00', '18:00'))).toBe('opening-overlaps');
    expect(await refusalCode(create('18:00', '18:00'))).toBe('opening-empty');
    expect(await refusalCode(create('18:00', '19:00', '2026-11-20'))).toBe('opening-past');
    expect(
      await refusalCode((await hall.clerk('one')).openings.create({ ...wish(), plan: plan('18:00', '20:00') })),
    ).toBe('not-allowed');
    const { openingId } = await create('18:00', '20:00');
    const anybody = hall.anybody();
    const [regular] = (await boss.openings.list({})).filter((one) => one.day === '2026-11-24');
    const slot = (await anybody.appointments.slots({ matterId: 'A-1' as MatterId })).find(
      (one) => one.day === '2026-11-24',
    );
    const held = await anybody.appointments.hold({ ...wish(), slotId: slot!.id, matterId: 'A-1' as MatterId });
    await boss.openings.cancel({ ...wish(), openingId: regular!.id, reason: '停电检修' });
    const late = { ...wish(), link: held.link, name: '', telephone: '13985001234', language: 'en' as const };
    expect(await refusalCode(anybody.appointments.confirm(late))).toBe('appointment-over');
    await boss.openings.cancel({ ...wish(), openingId, reason: '停电检修' });
    await hall.clock.advance(10 * HOUR + 60_000);
    const [opening] = (await boss.openings.list({})).filter((one) => one.id === openingId);
    expect(opening?.phase).toBe('cancelled');
    expect((await boss.boards.staff()).rows.hall[0]?.open).toBe(false);
  });

  it('[H1] [H10] an opening four weeks ahead does not eat the regular day: its counters are refused, others are not', async () => {
    const boss = await hall.clerk('boss');
    const extended = { ...plan('16:30', '19:00'), kind: 'extended' as const, letters: ['A'] as Letter[] };
    const create = (counterIds: string[], from = '16:30') =>
      boss.openings.create({
        ...wish(),
        plan: { ...extended, from, day: '2026-12-21', counterIds: counterIds as CounterId[] },
      });
    expect(await refusalCode(create(['c1']))).toBe('opening-overlaps');
    await create(['c1'], '17:00');
    await hall.clock.advance(14 * 24 * HOUR);
    const then = (await boss.openings.list({})).filter((one) => one.day === '2026-12-21');
    expect(then.map(({ kind, counterIds }) => [kind, counterIds.length])).toEqual([
      ['regular', 4],
      ['extended', 1],
    ]);
  });

  it('[A3] [H10] a series without a day or an hour is refused and not kept, and one says on which day it opens nothing', async () => {
    const boss = await hall.clerk('boss');
    const evening = { kind: 'staggered' as const, letters: ['B'] as Letter[], counterIds: ['c3'] as CounterId[] };
    const shape = { ...evening, bookableShare: 0, days: 'workdays' as const, everyWeeks: 1, firstDay: '2026-11-23' };
    const create = (from: string, more: { lastDay?: string; days?: [7]; to?: string } = {}) =>
      boss.openings.createSeries({ ...wish(), plan: { ...shape, from, to: '19:00', ...more } });
    const before = (await boss.openings.listSeries({})).length;
    expect(await refusalCode(create('17:00', { lastDay: '2026-11-22' }))).toBe('series-empty');
    expect(await refusalCode(create('17:00', { lastDay: '2026-11-28', days: [7] }))).toBe('series-empty');
    expect(await refusalCode(create('17:00', { to: '17:00' }))).toBe('opening-empty');
    await boss.openings.create({ ...wish(), plan: { ...plan('17:30', '20:00') } });
    expect(await boss.openings.listSeries({})).toHaveLength(before);
    // The one evening that is planned otherwise gives way alone, and the series says so.
    const { seriesId, openings } = await create('17:00', { lastDay: '2026-11-27' });
    expect(openings).toBe(4);
    const shown = await boss.openings.listSeries({});
    const by = { kind: 'staggered', startsAt: '2026-11-23T09:30:00.000Z', endsAt: '2026-11-23T12:00:00.000Z' };
    expect(shown.map(({ id, leftOut }) => [id === seriesId, leftOut])).toEqual([
      [false, []],
      [true, [{ day: '2026-11-23', why: 'taken', by }]],
    ]);
  });

  it('[H2] series are expanded 21 days ahead, once, day after day', async () => {
    const boss = await hall.clerk('boss');
    const days = async () => (await boss.openings.list({})).map((opening) => opening.day);
    expect((await days()).at(-1)).toBe('2026-12-14');
    await hall.clock.advance(24 * HOUR);
    const again = await (await hall.clerk('boss')).openings.list({});
    expect(again.at(-1)?.day).toBe('2026-12-15');
    expect(new Set(again.map((opening) => opening.startsAt)).size).toBe(again.length);
  });
});
