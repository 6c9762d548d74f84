import { test } from 'vitest';
import { at, type Line, specify } from '../../test/given-ledger.ts';
import { ticketLines } from '../../test/ticket-lines.ts';

const TOMORROW = '2026-11-24';
const t = ticketLines('t');
const number = { letter: 'C', ordinal: 12, number: 'C012', issueNo: 12 };
/** Its number is of queue C; its second matter is of queue A. */
const issued = t.issued('01:00', { ...number, matters: ['C-1', 'A-1'], letters: ['C', 'A'] });
const serving = [issued, t.called('01:05'), t.started('01:06', ['C-1'])];
/** Everything that is neither a call nor the end of a sitting. */
const QUIET = [
  issued,
  t.slipReported('01:01'),
  t.steppedAway('01:02'),
  t.returned('01:03'),
  t.letPass('01:04', 1),
  t.added('01:04'),
];

specify(['calls', 'sittings'], ({ gives }) => {
  test('a ticket that waits, steps away and lets others pass was neither called nor served', () => {
    gives('calls', QUIET, []);
    gives('sittings', QUIET, []);
  });

  test('a call is one row with its rule, and a recall another one without; what follows writes none', () => {
    const lines = [
      issued,
      t.called('01:05', { why: { rule: 'out-of-order', reason: '行动不便' } }),
      t.recalled('01:06'),
      t.recalled('01:07', 3),
      t.missed('01:08'),
      t.rejoined('01:09'),
      t.called('01:10', { counterId: 'c4', clerkId: 'four', why: { rule: 'nobody-else-waits' } }),
      t.putBack('01:11'),
      t.withdrawn('01:12'),
    ];
    const call = { day: '2026-11-23', ticket_id: 't', number: 'C012', letter: 'C' };
    gives('calls', lines, [
      { seq: 2, at: '2026-11-23T01:05:00.000Z', ...call, counter_id: 'c1', call_no: 1, rule: 'out-of-order' },
      { seq: 3, at: '2026-11-23T01:06:00.000Z', ...call, counter_id: 'c1', call_no: 2, rule: null },
      { seq: 4, at: '2026-11-23T01:07:00.000Z', ...call, counter_id: 'c1', call_no: 3, rule: null },
      { seq: 7, at: '2026-11-23T01:10:00.000Z', ...call, counter_id: 'c4', call_no: 1, rule: 'nobody-else-waits' },
    ]);
    gives('sittings', lines, []);
  });

  test('[T10] a ticket that was carried over is called on the day to which it was', () => {
    const lines = [
      issued,
      t.carriedOver('09:00', TOMORROW),
      t.called('2026-11-24T01:00'),
      t.expired('2026-11-24T09:00'),
    ];
    gives('calls', lines, [
      {
        seq: 3,
        at: '2026-11-24T01:00:00.000Z',
        day: '2026-11-24',
        ticket_id: 't',
        number: 'C012',
        letter: 'C',
        counter_id: 'c1',
        call_no: 1,
        rule: 'smallest-rank',
      },
    ]);
    gives('sittings', lines, []);
  });

  const call = {
    seq: 2,
    at: '2026-11-23T01:05:00.000Z',
    day: '2026-11-23',
    ticket_id: 't',
    number: 'C012',
    letter: 'C',
    counter_id: 'c1',
    call_no: 1,
    rule: 'smallest-rank',
  };
  const sitting = {
    id: 4,
    day: '2026-11-23',
    letter: 'C',
    matters: '["C-1"]',
    counter_id: 'c1',
    clerk_id: 'one',
    started_at: '2026-11-23T01:06:00.000Z',
  };
  test.each<[string, Line]>([
    ['handed back', t.handedBack('01:16:30', ['C-1', 'A-1'])],
    ['released', t.released('01:16:30')],
    ['held', t.held('01:16:30')],
    ['passed on', t.passed('01:16:30')],
    ['expired', t.expired('01:16:30')],
    ['carried over', t.carriedOver('01:16:30', TOMORROW)],
    ['finished', t.finished('01:16:30')],
  ])('[Q6] a sitting is measured from its start to the instant at which its ticket is %s', (_, end) => {
    gives('sittings', [...serving, end], [{ ...sitting, ended_at: '2026-11-23T01:16:30.000Z', duration_ms: 630_000 }]);
    gives('sittings', serving, []);
    gives('calls', [...serving, end], [call]);
  });

  test('[Q6] a ticket of two queues is measured in each by the sitting that it had there', () => {
    const lines = [
      ...serving,
      t.concluded('01:07', 'C-1'),
      t.handedBack('01:10', ['A-1']),
      t.called('01:20', { counterId: 'c2', clerkId: 'two' }),
      t.started('01:21', ['A-1'], { counterId: 'c2', clerkId: 'two' }),
      t.concluded('01:25', 'A-1'),
      t.finished('01:26'),
    ];
    gives('sittings', lines, [
      { ...sitting, id: 5, ended_at: at('01:10'), duration_ms: 240_000 },
      {
        id: 9,
        day: '2026-11-23',
        letter: 'A',
        matters: '["A-1"]',
        counter_id: 'c2',
        clerk_id: 'two',
        started_at: '2026-11-23T01:21:00.000Z',
        ended_at: '2026-11-23T01:26:00.000Z',
        duration_ms: 300_000,
      },
    ]);
    gives('calls', lines, [call, { ...call, seq: 6, at: at('01:20'), counter_id: 'c2' }]);
  });

  test('[C18] [Q6] a sitting whose end is undone is measured to its second end, and an older one of that counter stays', () => {
    const another = [
      t.issued('00:30', { matters: ['C-1'], letters: ['C'] }),
      t.called('00:31'),
      t.started('00:32', ['C-1']),
      t.concluded('00:33', 'C-1'),
      t.finished('00:34'),
    ].map(([time, , event]): Line => [time, 'ticket:before', event] as Line);
    const ended = [...serving, t.concluded('01:10', 'C-1'), t.concluded('01:11', 'A-1'), t.finished('01:12')];
    const undone = t.undone('01:12:05', 'ticket-finished', '01:12');
    const older = { ...sitting, id: 5, started_at: at('00:32'), ended_at: at('00:34'), duration_ms: 120_000 };
    gives('sittings', [...another, ...ended.slice(0, 0)], [older]);
    gives('sittings', [...ended, undone], []);
    const twice = [...another, ...ended, undone, t.finished('01:13')];
    gives('sittings', twice, [
      older,
      { ...sitting, id: twice.length, started_at: at('01:06'), ended_at: at('01:13'), duration_ms: 420_000 },
    ]);
    gives('calls', [...ended, undone], [call]);
  });
});
