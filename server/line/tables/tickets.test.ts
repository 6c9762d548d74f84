import { test } from 'vitest';
import { at, type Line, specify } from '../../test/given-ledger.ts';

const why = (passedOver: number) =>
  ({ rule: 'smallest-rank', rank: { at: 1000, tie: 42 }, klass: 'appointment', passedOver, waitedMs: 5 }) as const;
const WHY = (passedOver: number) =>
  `{"rule":"smallest-rank","rank":{"at":1000,"tie":42},"klass":"appointment","passedOver":${passedOver},"waitedMs":5}`;

/** An appointment at the kiosk, with matters of two queues. */
const issued: Line = [
  at('01:00'),
  'ticket:t',
  {
    type: 'ticket-issued',
    day: '2026-11-23',
    letter: 'A',
    ordinal: 7,
    number: 'A007',
    issueNo: 42,
    matters: ['A-1', 'B-1', 'A-2'],
    letters: ['A', 'B', 'A'],
    klass: 'appointment',
    channel: 'kiosk',
    arrivedAt: at('00:59'),
    rank: { at: 1000, tie: 42, no: 7 },
    notBefore: at('01:30'),
    slip: 'printing',
    deviceId: 'k1',
    appointmentId: 'a1',
  },
];
const called = (time: string, counterId: string, callNo = 1): Line => [
  at(time),
  'ticket:t',
  { type: 'ticket-called', counterId, clerkId: `clerk-of-${counterId}`, callNo, why: why(3) },
];
const started = (time: string, counterId: string, matters: string[]): Line => [
  at(time),
  'ticket:t',
  { type: 'serving-started', counterId, clerkId: `clerk-of-${counterId}`, matters },
];
const concluded = (time: string, matterId: string): Line => [
  at(time),
  'ticket:t',
  { type: 'matter-concluded', matterId, caseId: `case-of-${matterId}` },
];

const ISSUED = {
  issue_no: 42,
  id: 't',
  day: '2026-11-23',
  live_day: '2026-11-23',
  letter: 'A',
  ordinal: 7,
  number: 'A007',
  phase: 'waiting',
  klass: 'appointment',
  channel: 'kiosk',
  arrived_at: '2026-11-23T00:59:00.000Z',
  rank_at: 1000,
  rank_tie: 42,
  rank_no: 7,
  not_before: '2026-11-23T01:30:00.000Z',
  matters: '["A-1","B-1","A-2"]',
  letters: '["A","B","A"]',
  remaining: '["A-1","B-1","A-2"]',
  queues: 'AB',
  sitting: '[]',
  counter_id: null,
  clerk_id: null,
  call_no: 0,
  called_at: null,
  started_at: null,
  ended_at: null,
  missed_at: null,
  rejoin_until: null,
  away_until: null,
  why: null,
  slip: 'printing',
  appointment_id: 'a1',
  stands_from: null,
  passes: 0,
  misses: 0,
  passed_to: null,
  carried_because: null,
};
/** No longer at a counter; why it was called stays, so that a ticket that was called before is known. */
const LEFT = {
  phase: 'waiting',
  counter_id: null,
  clerk_id: null,
  call_no: 0,
  called_at: null,
  started_at: null,
  sitting: '[]',
};
const calledTo = (counter: string, time: string) => ({
  phase: 'called',
  counter_id: counter,
  clerk_id: `clerk-of-${counter}`,
  call_no: 1,
  called_at: at(time),
  why: WHY(3),
});

specify(['tickets'], ({ changes, gives }) => {
  test('[T4] a ticket’s row follows its life: each event changes the columns that it is about, and no other', () => {
    changes('tickets', [
      [issued, ISSUED],
      [[at('01:01'), 'ticket:t', { type: 'slip-reported', slip: 'printed' }], { slip: 'printed' }],
      [
        [at('01:02'), 'ticket:t', { type: 'ticket-stepped-away', until: at('01:32'), by: 'resident' }],
        { phase: 'away', away_until: at('01:32') },
      ],
      [
        [at('01:03'), 'ticket:t', { type: 'ticket-returned', by: 'resident', rank: { at: 2000, tie: 43.5 } }],
        { phase: 'waiting', away_until: null, rank_at: 2000, rank_tie: 43.5, rank_no: 0 },
      ],
      [
        [at('01:04'), 'ticket:t', { type: 'others-let-pass', count: 2, rank: { at: 3000, tie: 44.5 }, by: 'resident' }],
        { passes: 2, rank_at: 3000, rank_tie: 44.5 },
      ],
      [
        [at('01:05'), 'ticket:t', { type: 'others-let-pass', count: 1, rank: { at: 3500, tie: 45.5 }, by: 'kiosk' }],
        { passes: 3, rank_at: 3500, rank_tie: 45.5 },
      ],
      [called('01:06', 'c1'), calledTo('c1', '01:06')],
      [
        [at('01:07'), 'ticket:t', { type: 'ticket-recalled', counterId: 'c1', callNo: 2 }],
        { call_no: 2, called_at: at('01:07') },
      ],
      [[at('01:08'), 'ticket:t', { type: 'ticket-put-back', counterId: 'c1', reason: '叫错' }], LEFT],
      [called('01:09', 'c2'), calledTo('c2', '01:09')],
      [
        [at('01:10'), 'ticket:t', { type: 'ticket-missed', counterId: 'c2', by: 'clerk', rejoinUntil: at('01:40') }],
        { phase: 'missed', missed_at: at('01:10'), rejoin_until: at('01:40'), misses: 1 },
      ],
      [
        [at('01:11'), 'ticket:t', { type: 'ticket-rejoined', rank: { at: 4000, tie: 46.5 }, behind: 3, by: 'kiosk' }],
        { ...LEFT, missed_at: null, rejoin_until: null, rank_at: 4000, rank_tie: 46.5 },
      ],
      [called('01:12', 'c1'), calledTo('c1', '01:12')],
      [started('01:13', 'c1', ['A-1', 'A-2']), { phase: 'serving', started_at: at('01:13'), sitting: '["A-1","A-2"]' }],
      [concluded('01:14', 'A-1'), { remaining: '["B-1","A-2"]', queues: 'BA' }],
      [[at('01:15'), 'ticket:t', { type: 'ticket-handed-back', counterId: 'c1', remaining: ['B-1', 'A-2'] }], LEFT],
      [called('01:16', 'c1'), calledTo('c1', '01:16')],
      [started('01:17', 'c1', ['A-2']), { phase: 'serving', started_at: at('01:17'), sitting: '["A-2"]' }],
      [concluded('01:18', 'A-2'), { remaining: '["B-1"]', queues: 'B' }],
      [
        [at('01:19'), 'ticket:t', { type: 'ticket-released', counterId: 'c1', clerkId: 'clerk-of-c1', reason: '突发' }],
        LEFT,
      ],
      [
        [
          at('01:20'),
          'ticket:t',
          { type: 'ticket-carried-over', toDay: '2026-11-24', openingId: 'o1', because: '停电' },
        ],
        { live_day: '2026-11-24', carried_because: '停电' },
      ],
      [
        [at('01:20'), 'ticket:t', { type: 'matter-added', matterId: 'C-1', letter: 'C', by: 'clerk', here: false }],
        {
          matters: '["A-1","B-1","A-2","C-1"]',
          letters: '["A","B","A","C"]',
          remaining: '["B-1","C-1"]',
          queues: 'BC',
        },
      ],
      [
        [at('01:20'), 'ticket:t', { type: 'ticket-passed', clerkId: 'one', to: { counterId: 'c3' } }],
        { passed_to: '{"counterId":"c3"}' },
      ],
      [called('01:21', 'c3'), { ...calledTo('c3', '01:21'), carried_because: null, passed_to: null }],
      [
        [at('01:21'), 'ticket:t', { type: 'ticket-held', counterId: 'c3', clerkId: 'clerk-of-c3', until: at('01:40') }],
        { ...LEFT, phase: 'away', away_until: at('01:40') },
      ],
      [[at('01:21'), 'ticket:t', { type: 'ticket-returned', by: 'clerk' }], { phase: 'waiting', away_until: null }],
      [called('01:21', 'c3'), calledTo('c3', '01:21')],
      [started('01:22', 'c3', ['B-1']), { phase: 'serving', started_at: at('01:22'), sitting: '["B-1"]' }],
      [concluded('01:23', 'B-1'), { remaining: '["C-1"]', queues: 'C' }],
      [concluded('01:23', 'C-1'), { remaining: '[]', queues: '' }],
      [
        [at('01:24'), 'ticket:t', { type: 'ticket-finished', counterId: 'c3', clerkId: 'clerk-of-c3' }],
        { phase: 'finished', ended_at: at('01:24') },
      ],
    ]);
  });

  test('a ticket that is withdrawn has its end, and keeps its rank', () => {
    changes('tickets', [
      [issued, ISSUED],
      [
        [at('01:02'), 'ticket:t', { type: 'ticket-withdrawn', by: 'resident' }],
        { phase: 'withdrawn', ended_at: at('01:02') },
      ],
    ]);
  });

  test('a missed ticket that expires has its end, and keeps when and where it was missed', () => {
    changes('tickets', [
      [issued, ISSUED],
      [called('01:06', 'c1'), calledTo('c1', '01:06')],
      [
        [at('01:07'), 'ticket:t', { type: 'ticket-missed', counterId: 'c1', by: 'clock', rejoinUntil: at('01:40') }],
        { phase: 'missed', missed_at: at('01:07'), rejoin_until: at('01:40'), misses: 1 },
      ],
      [[at('09:00'), 'ticket:t', { type: 'ticket-expired' }], { phase: 'expired', ended_at: at('09:00') }],
    ]);
  });

  test('[T10] a ticket that is away, or at a counter, waits on the day to which it is carried over', () => {
    const carriedOver: Line = [
      at('09:00'),
      'ticket:t',
      { type: 'ticket-carried-over', toDay: '2026-11-24', openingId: 'o1' },
    ];
    changes('tickets', [
      [issued, ISSUED],
      [
        [at('08:50'), 'ticket:t', { type: 'ticket-stepped-away', until: at('09:10'), by: 'resident' }],
        { phase: 'away', away_until: at('09:10') },
      ],
      [carriedOver, { phase: 'waiting', away_until: null, live_day: '2026-11-24' }],
    ]);
    changes('tickets', [
      [issued, ISSUED],
      [called('08:50', 'c1'), calledTo('c1', '08:50')],
      [started('08:51', 'c1', ['A-1']), { phase: 'serving', started_at: at('08:51'), sitting: '["A-1"]' }],
      [carriedOver, { ...LEFT, live_day: '2026-11-24' }],
    ]);
  });

  test('a walk-in without appointment, early instant and printer leaves those columns empty', () => {
    gives(
      'tickets',
      [
        [
          at('02:00'),
          'ticket:w',
          {
            type: 'ticket-issued',
            day: '2026-11-23',
            letter: 'B',
            ordinal: 1000,
            number: 'B1000',
            issueNo: 43,
            matters: ['B-1'],
            letters: ['B'],
            klass: 'walk-in',
            channel: 'phone',
            arrivedAt: at('02:00'),
            rank: { at: 7000, tie: 43, no: 8 },
            slip: 'none',
          },
        ],
      ],
      [
        {
          ...ISSUED,
          issue_no: 43,
          id: 'w',
          letter: 'B',
          ordinal: 1000,
          number: 'B1000',
          klass: 'walk-in',
          channel: 'phone',
          arrived_at: '2026-11-23T02:00:00.000Z',
          rank_at: 7000,
          rank_tie: 43,
          rank_no: 8,
          not_before: null,
          matters: '["B-1"]',
          letters: '["B"]',
          remaining: '["B-1"]',
          queues: 'B',
          slip: 'none',
          appointment_id: null,
        },
      ],
    );
  });

  test('[C18] a ticket whose withdrawal is undone waits with its rank and number, as if nothing had been', () => {
    const since = at('01:02');
    changes('tickets', [
      [issued, ISSUED],
      [
        [since, 'ticket:t', { type: 'ticket-withdrawn', by: 'resident', undoMs: 10_000 }],
        { phase: 'withdrawn', ended_at: '2026-11-23T01:02:00.000Z', stands_from: '2026-11-23T01:02:10.000Z' },
      ],
      [
        [at('01:02:05'), 'ticket:t', { type: 'step-undone', undone: 'ticket-withdrawn', since, by: 'resident' }],
        { phase: 'waiting', ended_at: null, stands_from: null },
      ],
    ]);
  });
});
