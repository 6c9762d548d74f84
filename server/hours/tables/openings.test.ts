import { test } from 'vitest';
import { at, type Line, specify } from '../../test/given-ledger.ts';

const PLAN = {
  type: 'opening-planned' as const,
  day: '2026-11-23',
  kind: 'staggered' as const,
  startsAt: '2026-11-23T01:00:00.000Z',
  endsAt: '2026-11-23T09:00:00.000Z',
  lastTicketAt: '2026-11-23T08:30:00.000Z',
  letters: ['A', 'B'],
  counterIds: ['c1'],
  bookableShare: 0.25,
};
const SLOT = {
  id: 's1',
  letter: 'A',
  startsAt: '2026-11-23T01:00:00.000Z',
  endsAt: '2026-11-23T01:30:00.000Z',
  capacity: 2,
};
const planned: Line = [
  at('00:00'),
  'opening:o1',
  { ...PLAN, seriesId: 'r1', slots: [SLOT, { ...SLOT, id: 's2', letter: 'B', capacity: 1 }] },
];
const began: Line = [at('01:00'), 'opening:o1', { type: 'opening-began' }];
const ended: Line = [at('09:00'), 'opening:o1', { type: 'opening-ended' }];
const cancelled: Line = [at('00:30'), 'opening:o2', { type: 'opening-cancelled', reason: '停电' }];
const RUNNING = { opening_id: 'o1', phase: 'running', at: '2026-11-23T01:00:00.000Z', reason: null };
const PLANNED = {
  id: 'o1',
  day: '2026-11-23',
  kind: 'staggered',
  starts_at: '2026-11-23T01:00:00.000Z',
  ends_at: '2026-11-23T09:00:00.000Z',
  last_ticket_at: '2026-11-23T08:30:00.000Z',
  letters: '["A","B"]',
  counter_ids: '["c1"]',
  bookable_share: 0.25,
  series_id: 'r1',
};

specify(['openings', 'opening_states', 'slots'], ({ changes, gives }) => {
  test('an opening is as it was planned, whatever becomes of it, and has no state before it begins', () => {
    changes('openings', [
      [planned, PLANNED],
      [began, {}],
      [ended, {}],
    ]);
    const other: Line = [at('00:01'), 'opening:o2', { ...PLAN, slots: [] }];
    gives('openings', [planned, other, cancelled], [PLANNED, { ...PLANNED, id: 'o2', series_id: null }]);
    gives('opening_states', [planned], []);
  });

  test('an opening runs from its begin to its end, and has the instant of the last step', () => {
    changes('opening_states', [
      [began, RUNNING],
      [ended, { phase: 'ended', at: '2026-11-23T09:00:00.000Z' }],
    ]);
  });

  test('an opening that is cancelled keeps why, and another opening is as it was', () => {
    gives(
      'opening_states',
      [began, cancelled],
      [RUNNING, { opening_id: 'o2', phase: 'cancelled', at: '2026-11-23T00:30:00.000Z', reason: '停电' }],
    );
  });

  test('[H5] the slots that an opening was planned with stay, each with its group and its places', () => {
    const first = {
      id: 's1',
      opening_id: 'o1',
      letter: 'A',
      day: '2026-11-23',
      starts_at: '2026-11-23T01:00:00.000Z',
      ends_at: '2026-11-23T01:30:00.000Z',
      capacity: 2,
    };
    const slots = [first, { ...first, id: 's2', letter: 'B', capacity: 1 }];
    gives('slots', [planned], slots);
    gives('slots', [planned, began, ended], slots);
    gives('slots', [planned, [at('00:30'), 'opening:o1', { type: 'opening-cancelled', reason: '停电' }]], slots);
  });
});
