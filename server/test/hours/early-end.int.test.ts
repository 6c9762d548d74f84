import { describe, expect, it } from 'vitest';
import type { OpeningPlan } from '../../../schema/hours/opening.ts';
import type { CounterId, Letter, MatterId } from '../../../schema/ids.ts';
import { eventually } from '../harness.ts';
import {
  act,
  c1,
  cancelMorning,
  cancelToday,
  HOUR,
  hall,
  inClosingHall,
  issue,
  MINUTE,
  page,
  people,
  seen,
  serving,
  wish,
} from './closing-fixture.ts';

inClosingHall();

describe('an early end is an end', () => {
  it('[T12] [T10] a ticket that waits when the day is cancelled is carried over at once with rank and number, and is told why', async () => {
    const tickets = [await issue(), await issue()];
    const board = hall.follow(people.kiosk, 'kiosk');
    await hall.clock.advance(59 * MINUTE);
    await cancelToday('管道爆裂');
    const [first, second] = [await seen('A001', '2026-11-24'), await seen('A002', '2026-11-24')];
    const waitsFor = { day: '2026-11-24', startsAt: '2026-11-24T01:00:00.000Z', because: '管道爆裂' };
    expect(first).toMatchObject({ phase: 'waiting', ahead: 0, range: null, waitsFor });
    expect(second).toMatchObject({ phase: 'waiting', ahead: 1, range: null, waitsFor });
    const html = await page(tickets[1]!.link);
    expect(html).toContain('今天已停止叫号');
    expect(html).toContain('11月24日 周二 09:00');
    expect(html).toContain('您排第 2 位');
    expect(html).toContain('管道爆裂');
    expect(html).not.toContain('请留意大厅屏和语音');
    await eventually(() =>
      expect(board.snapshot().rows.queues.find((row) => row.id === 'A')?.kept).toEqual({
        count: 2,
        startsAt: '2026-11-24T01:00:00.000Z',
      }),
    );
    // What was planned for the end finds nothing left to do; the next morning it is called first.
    await hall.clock.advance(23 * HOUR);
    await people.one.counters.open({ ...wish(), counterId: c1 }).catch(() => {});
    const again = await hall.clerk('two');
    await again.counters.open({ ...wish(), counterId: 'c2' as CounterId });
    expect((await again.tickets.callNext({ ...wish(), counterId: 'c2' as CounterId })).number).toBe('A001');
  });

  it('[T12] a ticket that still has an opening the same day stays, and is told when it goes on and why it stopped', async () => {
    const { link } = await issue();
    await cancelMorning('系统维护');
    expect(await seen('A001')).toMatchObject({
      day: '2026-11-23',
      range: null,
      waitsFor: { day: '2026-11-23', startsAt: '2026-11-23T05:00:00.000Z', because: '系统维护' },
    });
    const html = await page(link);
    expect(html).toContain('13:00');
    expect(html).toContain('系统维护');
    expect(html).not.toContain('下一个就是您');
  });

  it('[T12] a cancellation moves each queue on its own: one that another opening of the day has stays, the others go', async () => {
    const evening: OpeningPlan = {
      kind: 'staggered',
      day: '2026-11-23',
      from: '18:00',
      to: '20:00',
      letters: ['B'] as Letter[],
      counterIds: ['c3'] as CounterId[],
      bookableShare: 0,
    };
    await people.boss.openings.create({ ...wish(), plan: evening });
    await issue();
    await issue(['B-1' as MatterId]);
    await hall.clock.advance(8 * HOUR);
    expect((await seen('A001', '2026-11-24')).waitsFor).toMatchObject({ day: '2026-11-24' });
    expect((await seen('B001')).waitsFor).toMatchObject({ day: '2026-11-23', startsAt: '2026-11-23T10:00:00.000Z' });
  });

  it('[T12] [T10] a cancelled opening sends on the tickets that were carried over to it', async () => {
    await issue();
    await hall.clock.advance(8 * HOUR);
    for (const one of await people.boss.openings.list({ fromDay: '2026-11-24', toDay: '2026-11-24' }))
      await people.boss.openings.cancel({ ...wish(), openingId: one.id, reason: '暴雨停办' });
    expect(await seen('A001', '2026-11-25')).toMatchObject({
      waitsFor: { day: '2026-11-25', because: '暴雨停办' },
    });
  });

  it('[T10] a ticket’s page says with the telephone that no later opening is planned, and a new one takes the ticket at once', async () => {
    const { link } = await issue();
    const later = (await people.boss.openings.list({})).filter((one) => one.day > '2026-11-23');
    for (const one of later) await people.boss.openings.cancel({ ...wish(), openingId: one.id, reason: '搬迁' });
    await cancelToday('搬迁');
    expect(await seen('A001')).toMatchObject({ phase: 'waiting', waitsFor: { startsAt: null, because: '搬迁' } });
    const html = await page(link);
    expect(html).toContain('还没有安排');
    expect(html).toContain('0851-1');
    const plan: OpeningPlan = {
      kind: 'weekend',
      day: '2026-11-28',
      from: '09:00',
      to: '12:00',
      letters: ['A'] as Letter[],
      counterIds: ['c1'] as CounterId[],
      bookableShare: 0,
    };
    await people.boss.openings.create({ ...wish(), plan });
    expect(await seen('A001', '2026-11-28')).toMatchObject({ waitsFor: { day: '2026-11-28' } });
  });

  it('[T6] [T10] a no-show of just before the end who rejoins after it is carried over at once', async () => {
    const missed = await serving('called');
    await people.one.tickets.miss({ ...wish(), ticketId: missed.ticketId });
    await cancelToday();
    expect((await act(missed, 'rejoin')).phase).toBe('waiting');
    const waitsFor = { day: '2026-11-24', because: '停电检修' };
    expect(await seen('A001', '2026-11-24')).toMatchObject({ phase: 'waiting', day: '2026-11-24', waitsFor });
  });
});
