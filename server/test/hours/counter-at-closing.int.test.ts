import { describe, expect, it } from 'vitest';
import type { CounterId, TicketId } from '../../../schema/ids.ts';
import { tickets } from '../../line/tables/tickets.ts';
import { eventually, refusalCode } from '../harness.ts';
import {
  c1,
  cancelToday,
  conclude,
  counter,
  HOUR,
  hall,
  inClosingHall,
  issue,
  MINUTE,
  people,
  seen,
  serving,
  wish,
} from './closing-fixture.ts';

inClosingHall();

describe('an occupied counter', () => {
  it.each([
    ['its opening’s end', async () => hall.clock.advance(3 * HOUR)],
    ['its cancellation', cancelToday],
  ])('[T12] [H4] an occupied counter finishes, calls nobody new, and closes by itself: %s', async (_, end) => {
    const { ticketId } = await serving();
    const next = await issue();
    await end();
    expect(await counter()).toMatchObject({ phase: 'closing', clerkName: 'one 员', number: 'A001' });
    const [{ one }, three] = [people, await hall.clerk('three')];
    expect(await refusalCode(one.tickets.callNext({ ...wish(), counterId: c1 }))).toBe('counter-closing');
    const pick = { ...wish(), counterId: c1, ticketId: next.ticketId, reason: '行动不便' };
    expect(await refusalCode(one.tickets.callThis(pick))).toBe('counter-closing');
    expect(await refusalCode(one.counters.open({ ...wish(), counterId: c1 }))).toBe('counter-closing');
    expect(await refusalCode(one.counters.open({ ...wish(), counterId: 'c3' as CounterId }))).toBe('counter-busy');
    expect(await refusalCode(three.counters.open({ ...wish(), counterId: c1 }))).toBe('counter-busy');
    await conclude();
    expect((await counter()).phase).toBe('closing');
    await one.tickets.finish({ ...wish(), ticketId });
    expect(await counter()).toMatchObject({ phase: 'closed', number: null, clerkName: null });
  });

  it('[C18] [T12] a counter that closed as its last ticket left is closing again when its clerk takes that back', async () => {
    const { ticketId } = await serving();
    await hall.clock.advance(3 * HOUR);
    await conclude();
    const { one } = people;
    await one.tickets.finish({ ...wish(), ticketId });
    expect((await counter()).phase).toBe('closed');
    expect(await one.tickets.undo({ ...wish(), ticketId })).toMatchObject({ phase: 'serving' });
    expect(await counter()).toMatchObject({ phase: 'closing', clerkName: 'one 员', number: 'A001' });
    await one.tickets.finish({ ...wish(), ticketId });
    expect((await counter()).phase).toBe('closed');
    // Who sits elsewhere since has nobody at two counters.
    await one.counters.open({ ...wish(), counterId: 'c3' as CounterId });
    expect(await refusalCode(one.tickets.undo({ ...wish(), ticketId }))).toBe('undo-told');
  });

  it('[T12] an occupied counter keeps the seat for the next opening, and goes on where that begins before it has finished', async () => {
    const { ticketId } = await serving();
    await hall.clock.advance(3 * HOUR);
    await hall.clock.advance(HOUR);
    expect(await counter()).toMatchObject({ phase: 'open', number: 'A001' });
    await conclude();
    await people.one.tickets.finish({ ...wish(), ticketId });
    expect((await counter()).phase).toBe('open');
    await issue();
    await people.one.tickets.callNext({ ...wish(), counterId: c1 });
    await hall.clock.advance(MINUTE);
    await cancelToday();
    await people.one.tickets.putBack({
      ...wish(),
      ticketId: (await seen('A002', '2026-11-23')).ticketId,
      reason: '停电',
    });
    expect((await counter()).phase).toBe('closed');
    await hall.clock.advance(19 * HOUR + 53 * MINUTE);
    await hall.clerk('one');
    await hall.clock.advance(5 * MINUTE);
    people.boss = await hall.clerk('boss');
    expect(await counter()).toMatchObject({ phase: 'open', clerkName: 'one 员' });
  });

  const LEAVES: [string, () => Promise<unknown>, string][] = [
    [
      'put back',
      async () => people.one.tickets.putBack({ ...wish(), ticketId: await mine(), reason: '停电' }),
      'waiting',
    ],
    ['missed by the clerk', async () => people.one.tickets.miss({ ...wish(), ticketId: await mine() }), 'missed'],
    ['missed by the clock', () => hall.clock.advance(2 * MINUTE), 'missed'],
  ];
  const mine = async () => (await counter()).ticketId as TicketId;
  it.each(LEAVES)('[T12] a closing counter closes at once when its ticket is %s', async (_, leave, phase) => {
    await serving('called');
    await cancelToday();
    expect((await counter()).phase).toBe('closing');
    const { number } = await counter();
    await leave();
    expect((await counter()).phase).toBe('closed');
    const found = hall.system.hall.read(tickets).byNumber(number!, phase === 'waiting' ? '2026-11-24' : '2026-11-23');
    expect(found?.phase).toBe(phase);
  });

  it('[T12] a supervisor releases a counter: its ticket is back in line with rank and number, its case is resumed, its clerk is told', async () => {
    const { ticketId } = await serving();
    const { one, boss } = people;
    const behind = await issue();
    const board = hall.follow(one, 'staff');
    await hall.clock.advance(3 * HOUR + 10 * MINUTE);
    const row = await counter();
    expect(row.closingSince).toBe('2026-11-23T04:11:00.000Z');
    const release = { ...wish(), counterId: c1, reason: '突发疾病' };
    expect(await refusalCode(one.counters.release(release))).toBe('not-allowed');
    await boss.counters.release(release);
    expect(await counter()).toMatchObject({ phase: 'closed', number: null });
    expect(await seen('A001')).toMatchObject({ phase: 'waiting', ahead: 0, day: '2026-11-23' });
    expect(await seen(behind.number)).toMatchObject({ ahead: 1 });
    await eventually(() =>
      expect(board.snapshot().rows.notes.at(-1)).toMatchObject({
        kind: 'counter-released',
        number: 'A001',
        clerkName: 'one 员',
        counterLabel: '1',
        byName: '主任',
        detail: '突发疾病',
      }),
    );
    const written = hall.system.store.ledger.load(`ticket:${ticketId}`).at(-1);
    expect(written?.event).toMatchObject({
      type: 'ticket-released',
      counterId: c1,
      reason: expect.stringMatching(/^~/),
    });
    expect(written?.actor).toMatch(/^clerk:/);
    expect(await one.cases.mine({})).toMatchObject([{ phase: 'open', mine: 'handler' }]);
    // Whoever serves it next takes the case on; the first contact stays (C1).
    await hall.clock.advance(50 * MINUTE);
    const two = await hall.clerk('two');
    await two.counters.open({ ...wish(), counterId: 'c2' as CounterId });
    expect((await two.tickets.callNext({ ...wish(), counterId: 'c2' as CounterId })).number).toBe('A001');
    await two.tickets.start({ ...wish(), ticketId });
    expect((await two.cases.mine({}))[0]).toMatchObject({ handler: 'two 员', firstContact: 'one 员' });
    expect(await refusalCode(boss.counters.release({ ...wish(), counterId: c1, reason: '再次' }))).toBe('counter-free');
  });

  it('[T12] [T10] a ticket released after the day’s end is carried over at once', async () => {
    await hall.clock.advance(5 * HOUR);
    await serving();
    await hall.clock.advance(4 * HOUR);
    await people.boss.counters.release({ ...wish(), counterId: c1, reason: '突发疾病' });
    expect(await seen('A001', '2026-11-24')).toMatchObject({
      phase: 'waiting',
      ahead: 0,
      waitsFor: { day: '2026-11-24', startsAt: '2026-11-24T01:00:00.000Z', because: null },
    });
    expect((await people.boss.figures({ day: '2026-11-23' })).carriedOver).toBe(1);
  });

  it('[T12] a ticket released with everything concluded is finished', async () => {
    const { ticketId } = await serving();
    await conclude();
    await hall.clock.advance(3 * HOUR);
    await people.boss.counters.release({ ...wish(), counterId: c1, reason: '已下班' });
    expect(hall.system.hall.read(tickets).byId(ticketId)?.phase).toBe('finished');
    expect((await people.one.boards.staff()).rows.notes).toMatchObject([{ kind: 'counter-released' }]);
  });
});
