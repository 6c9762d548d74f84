import { test } from 'vitest';
import { at, type Line, specify } from '../../test/given-ledger.ts';
import { ticketLines } from '../../test/ticket-lines.ts';

const t = ticketLines('t');
const opened: Line = [at('01:00'), 'counter:c1', { type: 'counter-opened', clerkId: 'one' }];
const OPEN = {
  counter_id: 'c1',
  phase: 'open',
  clerk_id: 'one',
  closed_by_opening: 0,
  closing_of: null,
  since: '2026-11-23T01:00:00.000Z',
  free_since: null,
};
const atCounter = [opened, t.issued('01:00'), t.called('01:01')];
const serving = [...atCounter, t.started('01:02')];

specify(['counter_states'], ({ changes, gives }) => {
  test('[H4] a counter keeps its clerk when an opening’s end closes it, and nobody when the clerk does', () => {
    changes('counter_states', [
      [opened, OPEN],
      [
        [at('02:00'), 'counter:c1', { type: 'counter-paused', clerkId: 'one', reason: '午饭' }],
        { phase: 'paused', since: at('02:00') },
      ],
      [[at('03:00'), 'counter:c1', { type: 'counter-opened', clerkId: 'one' }], { phase: 'open', since: at('03:00') }],
      [
        [at('04:00'), 'counter:c1', { type: 'counter-closing', clerkId: 'one', openingId: 'o1' }],
        { phase: 'closing', closing_of: 'o1', since: at('04:00') },
      ],
      [
        [at('04:05'), 'counter:c1', { type: 'counter-closed', clerkId: 'one', openingId: 'o1' }],
        { phase: 'closed', closed_by_opening: 1, closing_of: null, since: at('04:05') },
      ],
      [
        [at('05:00'), 'counter:c1', { type: 'counter-opened', clerkId: 'one', openingId: 'o2' }],
        { phase: 'open', closed_by_opening: 0, since: at('05:00') },
      ],
      [
        [at('09:00'), 'counter:c1', { type: 'counter-closed', clerkId: 'one' }],
        { phase: 'closed', clerk_id: null, since: at('09:00') },
      ],
    ]);
  });

  test('[A2] a counter has one row, whichever day’s stream tells of it: what a new day carries on changes nothing', () => {
    const closing: Line = [at('09:00'), 'counter:c1', { type: 'counter-closing', clerkId: 'one', openingId: 'o1' }];
    const nextDay = 'counter:c1@2026-11-24' as const;
    const carried: Line = [
      at('2026-11-24T01:00'),
      nextDay,
      { type: 'counter-carried', phase: 'closing', clerkId: 'one', closedByOpening: false, closingOf: 'o1' },
    ];
    changes('counter_states', [
      [opened, OPEN],
      [closing, { phase: 'closing', closing_of: 'o1', since: '2026-11-23T09:00:00.000Z' }],
      [carried, {}],
      [
        [at('2026-11-24T01:01'), nextDay, { type: 'counter-closed', clerkId: 'one', openingId: 'o1' }],
        { phase: 'closed', closed_by_opening: 1, closing_of: null, since: '2026-11-24T01:01:00.000Z' },
      ],
      [
        [at('2026-11-24T01:02'), nextDay, { type: 'counter-opened', clerkId: 'two' }],
        { phase: 'open', clerk_id: 'two', closed_by_opening: 0, since: '2026-11-24T01:02:00.000Z' },
      ],
    ]);
  });

  test('a counter with a ticket is not free: what happens at it, and beside it, frees nobody', () => {
    gives('counter_states', [...serving, t.added('01:03'), t.concluded('01:03')], [OPEN]);
    gives('counter_states', [...atCounter, t.recalled('01:02')], [OPEN]);
    const beside = [t.issued('01:00'), t.slipReported('01:01'), t.letPass('01:02', 1), t.steppedAway('01:03')];
    gives('counter_states', [opened, ...beside, t.returned('01:04'), t.withdrawn('01:05')], [OPEN]);
  });

  test.each<[string, Line[]]>([
    ['put back', [...atCounter, t.putBack('01:10')]],
    ['missed', [...atCounter, t.missed('01:10')]],
    ['handed back', [...serving, t.handedBack('01:10')]],
    ['finished', [...serving, t.finished('01:10')]],
    ['released', [...serving, t.released('01:10')]],
    ['held', [...atCounter, t.held('01:10')]],
    ['passed on', [...serving, t.passed('01:10')]],
    ['carried over', [...serving, t.carriedOver('01:10', '2026-11-24')]],
    ['expired', [...serving, t.expired('01:10')]],
  ])('a counter is free from the instant at which its ticket is %s', (_, lines) => {
    gives('counter_states', lines, [{ ...OPEN, free_since: '2026-11-23T01:10:00.000Z' }]);
  });

  test('a counter was freed once by a ticket that is missed, and not again when that ticket rejoins or expires', () => {
    const missed = [...atCounter, t.missed('01:10')];
    const free = [{ ...OPEN, free_since: '2026-11-23T01:10:00.000Z' }];
    gives('counter_states', [...missed, t.rejoined('01:20')], free);
    gives('counter_states', [...missed, t.expired('09:00')], free);
  });

  test('a counter keeps since when it is free when it pauses, and another counter has its own', () => {
    const another: Line = [at('01:15'), 'counter:c2', { type: 'counter-opened', clerkId: 'two' }];
    const paused: Line = [at('01:20'), 'counter:c1', { type: 'counter-paused', clerkId: 'one', reason: '' }];
    gives(
      'counter_states',
      [...atCounter, t.missed('01:10'), another, paused],
      [
        { ...OPEN, phase: 'paused', since: '2026-11-23T01:20:00.000Z', free_since: '2026-11-23T01:10:00.000Z' },
        { ...OPEN, counter_id: 'c2', clerk_id: 'two', since: '2026-11-23T01:15:00.000Z' },
      ],
    );
  });

  test('[C18] a counter whose ticket comes back by an undo keeps its row; when it leaves again it is free since then', () => {
    const undone = [...serving, t.finished('01:10'), t.undone('01:10:05', 'ticket-finished', '01:10')];
    gives('counter_states', undone, [{ ...OPEN, free_since: '2026-11-23T01:10:00.000Z' }]);
    gives('counter_states', [...undone, t.finished('01:11')], [{ ...OPEN, free_since: '2026-11-23T01:11:00.000Z' }]);
  });
});
