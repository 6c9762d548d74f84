import { test } from 'vitest';
import { at, type Line, specify } from '../../test/given-ledger.ts';
import { ticketLines } from '../../test/ticket-lines.ts';

const TOMORROW = '2026-11-24';
const t = ticketLines('t');
const NEW = {
  day: '2026-11-23',
  ticket_id: 't',
  carried_in: 0,
  from_at: '2026-11-23T01:00:00.000Z',
  calls: 0,
  recalls: 0,
  misses: 0,
  passes: 0,
  first_called_at: null,
  wait_ms: null,
  started_at: null,
  served_ms: 0,
  counter_id: null,
  clerk_id: null,
  why: null,
  outcome: null,
  ended_at: null,
};
const CALLED = {
  calls: 1,
  first_called_at: '2026-11-23T01:05:00.000Z',
  wait_ms: 300_000,
  counter_id: 'c1',
  clerk_id: 'one',
  why: '{"rule":"smallest-rank","rank":{"at":1000,"tie":1},"klass":"walk-in","passedOver":0,"waitedMs":0}',
};
const MINUTE = 60_000;
const issued = t.issued('01:00', { matters: ['A-1', 'A-2'], letters: ['A', 'A'] });

specify(['day_tickets'], ({ changes, gives }) => {
  test('[V4] a ticket’s day counts calls, misses and those let pass, keeps the first call, and adds up what was served', () => {
    changes('day_tickets', [
      [issued, NEW],
      [t.slipReported('01:01'), {}],
      [t.letPass('01:02', 2), { passes: 2 }],
      [t.letPass('01:03', 3), { passes: 5 }],
      [t.steppedAway('01:03'), {}],
      [t.returned('01:04'), {}],
      [t.called('01:05'), CALLED],
      [t.recalled('01:06'), { recalls: 1 }],
      [t.recalled('01:07', 3), { recalls: 2 }],
      [t.missed('01:08'), { misses: 1 }],
      [t.rejoined('01:09'), {}],
      [
        t.called('01:10', { counterId: 'c2', clerkId: 'two', why: { rule: 'nobody-else-waits' } }),
        {
          calls: 2,
          counter_id: 'c2',
          clerk_id: 'two',
          why: '{"rule":"nobody-else-waits","rank":{"at":1000,"tie":1},"klass":"walk-in","passedOver":0,"waitedMs":0}',
        },
      ],
      [t.putBack('01:11'), {}],
      [t.called('01:12'), { ...CALLED, calls: 3 }],
      [t.started('01:13'), { started_at: at('01:13') }],
      [t.concluded('01:14'), {}],
      [t.handedBack('01:15', ['A-2']), { served_ms: 2 * MINUTE }],
      [t.called('01:20'), { calls: 4 }],
      [t.started('01:21', ['A-2']), {}],
      [t.released('01:24'), { served_ms: 5 * MINUTE }],
      [t.called('01:30'), { calls: 5 }],
      [t.started('01:31', ['A-2']), {}],
      [t.added('01:32', 'B-1'), {}],
      [t.held('01:33'), { served_ms: 7 * MINUTE }],
      [t.returned('01:34'), {}],
      [t.called('01:35'), { calls: 6 }],
      [t.started('01:36', ['A-2']), {}],
      [t.passed('01:37'), { served_ms: 8 * MINUTE }],
      [t.called('01:38'), { calls: 7 }],
      [t.started('01:39', ['A-2']), {}],
      [t.concluded('01:39', 'A-2'), {}],
      [t.finished('01:40'), { served_ms: 9 * MINUTE, outcome: 'finished', ended_at: at('01:40') }],
    ]);
  });

  test('a ticket that is withdrawn or expires without a call has that outcome, and its end', () => {
    gives(
      'day_tickets',
      [issued, t.withdrawn('01:10')],
      [{ ...NEW, outcome: 'withdrawn', ended_at: '2026-11-23T01:10:00.000Z' }],
    );
    gives(
      'day_tickets',
      [issued, t.expired('09:00')],
      [{ ...NEW, outcome: 'expired', ended_at: '2026-11-23T09:00:00.000Z' }],
    );
  });

  test('[T10] a ticket that is carried over ends its day and begins another, each with what happened on it', () => {
    const lines: Line[] = [
      issued,
      t.called('01:05'),
      t.recalled('01:06'),
      t.started('01:07'),
      t.carriedOver('01:17', TOMORROW),
      t.letPass('2026-11-24T01:01', 1),
      t.called('2026-11-24T01:02', { counterId: 'c3', clerkId: 'three' }),
      t.started('2026-11-24T01:03', ['A-1'], { counterId: 'c3', clerkId: 'three' }),
      t.finished('2026-11-24T01:05'),
    ];
    gives('day_tickets', lines, [
      {
        ...NEW,
        ...CALLED,
        recalls: 1,
        started_at: '2026-11-23T01:07:00.000Z',
        served_ms: 10 * MINUTE,
        outcome: 'carried-over',
        ended_at: '2026-11-23T01:17:00.000Z',
      },
      {
        ...NEW,
        day: '2026-11-24',
        carried_in: 1,
        from_at: '2026-11-23T01:17:00.000Z',
        calls: 1,
        passes: 1,
        first_called_at: '2026-11-24T01:02:00.000Z',
        wait_ms: 85_500_000,
        started_at: '2026-11-24T01:03:00.000Z',
        served_ms: 2 * MINUTE,
        counter_id: 'c3',
        clerk_id: 'three',
        why: CALLED.why,
        outcome: 'finished',
        ended_at: '2026-11-24T01:05:00.000Z',
      },
    ]);
  });

  test('[C18] what is undone counts as if it had never been: a miss, the end of a sitting, a withdrawal', () => {
    const serving = { ...CALLED, started_at: '2026-11-23T01:06:00.000Z' };
    changes('day_tickets', [
      [issued, NEW],
      [t.withdrawn('01:02'), { outcome: 'withdrawn', ended_at: '2026-11-23T01:02:00.000Z' }],
      [t.undone('01:02:05', 'ticket-withdrawn', '01:02'), { outcome: null, ended_at: null }],
      [t.called('01:05'), CALLED],
      [t.missed('01:05:30'), { misses: 1 }],
      [t.undone('01:05:35', 'ticket-missed', '01:05:30'), { misses: 0 }],
      [t.started('01:06', ['A-1', 'A-2']), serving],
      [t.concluded('01:07'), {}],
      [t.undone('01:07:05', 'matter-concluded', '01:07'), {}],
      [t.concluded('01:08'), {}],
      [t.concluded('01:09', 'A-2'), {}],
      [t.finished('01:10'), { served_ms: 4 * MINUTE, outcome: 'finished', ended_at: '2026-11-23T01:10:00.000Z' }],
      [t.undone('01:10:05', 'ticket-finished', '01:10'), { served_ms: 0, outcome: null, ended_at: null }],
      [t.finished('01:11'), { served_ms: 5 * MINUTE, outcome: 'finished', ended_at: '2026-11-23T01:11:00.000Z' }],
    ]);
  });
});
