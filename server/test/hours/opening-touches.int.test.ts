import { expect, it } from 'vitest';
import type { OpeningId } from '../../../schema/ids.ts';
import { refusalCode } from '../harness.ts';
import { bookerOf } from './booking-fixture.ts';
import { A1, act, c1, hall, inClosingHall, issue, people, wish } from './closing-fixture.ts';

inClosingHall();

it('[T12] before an opening is cancelled its supervisor reads how many places are booked in it and how many people wait for it', async () => {
  const { boss, one } = people;
  const openings = await boss.openings.list({ fromDay: '2026-11-23', toDay: '2026-11-24' });
  const touches = (at: number) => boss.openings.touches({ openingId: openings[at]!.id });
  expect(openings.map(({ day, phase }) => [day, phase])).toEqual([
    ['2026-11-23', 'running'],
    ['2026-11-23', 'planned'],
    ['2026-11-24', 'planned'],
    ['2026-11-24', 'planned'],
  ]);
  expect(await touches(0)).toEqual({ booked: 0, waiting: 0 });
  const { held, book } = bookerOf(hall);
  await held(A1, '11:00');
  await book(A1, '11:30', { name: '王小花', telephone: '13985000001' });
  await book(A1, '14:00', { name: '李大明', telephone: '13985000002' });
  const [first, second] = [await issue(), await issue()];
  await issue();
  await act(second, 'step-away');
  await one.counters.open({ ...wish(), counterId: c1 });
  await one.tickets.callNext({ ...wish(), counterId: c1 });
  expect((await boss.tickets.lookUp({ number: first.number })).phase).toBe('called');
  expect(await touches(0)).toEqual({ booked: 2, waiting: 2 });
  // Whoever waits stands in the same queue in the afternoon; nobody has a number of tomorrow.
  expect(await touches(1)).toEqual({ booked: 1, waiting: 2 });
  expect(await touches(2)).toEqual({ booked: 0, waiting: 0 });
  await boss.openings.cancel({ ...wish(), openingId: openings[0]!.id, reason: '停电检修' });
  expect((await touches(0)).booked).toBe(0);
  expect(await refusalCode(boss.openings.touches({ openingId: 'none' as OpeningId }))).toBe('opening-unknown');
  expect(await refusalCode(one.openings.touches({ openingId: openings[1]!.id }))).toBe('not-allowed');
});
