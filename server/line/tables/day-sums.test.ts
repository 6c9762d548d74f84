import { test } from 'vitest';
import { at, type Line, specify } from '../../test/given-ledger.ts';
import { ticketLines } from '../../test/ticket-lines.ts';

const TOMORROW = '2026-11-24';
const t = ticketLines('t');
const u = ticketLines('u');
const MINUTE = 60_000;
const ended: Line = [at('09:00'), 'day:2026-11-23', { type: 'day-ended', carriedOver: 0, expired: 0 }];
const turnedAway: Line = [
  at('08:00'),
  'day:2026-11-23',
  { type: 'resident-turned-away', matterId: 'A-1', hour: 16, why: 'closed' },
];
const issued = t.issued('01:00', { matters: ['A-1', 'A-2'], letters: ['A', 'A'] });
/** Called after five minutes, and served for one. */
const served = [
  issued,
  t.called('01:05'),
  t.recalled('01:06'),
  t.started('01:07', ['A-1']),
  t.concluded('01:07'),
  t.finished('01:08'),
];
const SUM = {
  ...{ day: '2026-11-23', outcome: 'finished', carried_in: 0, wait_min: 5, tickets: 1 },
  ...{ calls: 1, recalls: 1, misses: 0, served_ms: MINUTE },
};
/** What else may happen to a ticket on its day. */
const ELSE: Line[] = [
  t.issued('01:00', { matters: ['A-1', 'A-2'], letters: ['A', 'A'] }),
  t.slipReported('01:01'),
  t.letPass('01:02', 2),
  t.steppedAway('01:03'),
  t.returned('01:04'),
  t.called('01:05'),
  t.missed('01:06'),
  t.rejoined('01:07'),
  t.called('01:08'),
  t.putBack('01:09'),
  t.called('01:10'),
  t.started('01:11', ['A-1']),
  t.concluded('01:12'),
  t.handedBack('01:13', ['A-2']),
  t.called('01:14'),
  t.started('01:15', ['A-2']),
  t.released('01:16'),
  t.called('01:17'),
  t.started('01:18', ['A-2']),
  t.added('01:19', 'B-1'),
  t.held('01:20'),
  t.returned('01:21'),
  t.called('01:22'),
  t.started('01:23', ['A-2']),
  t.passed('01:24'),
];

specify(['day_sums', 'clerk_sums'], ({ gives }) => {
  test('[H13] a day that has ended is added up: tickets that went alike, and what each clerk served', () => {
    const alike = [
      u.issued('01:30', { ordinal: 2, number: 'A002', issueNo: 2 }),
      u.called('01:35:30'),
      u.recalled('01:36'),
      u.started('01:37', ['A-1']),
      u.finished('01:38'),
    ];
    const v = ticketLines('v');
    const expired = [v.issued('02:00', { ordinal: 3, number: 'A003', issueNo: 3 }), v.expired('09:00')];
    const lines = [...served, ...alike, ...expired, turnedAway, ended];
    gives('day_sums', lines, [
      { ...SUM, outcome: 'expired', wait_min: -1, calls: 0, recalls: 0, served_ms: 0 },
      { ...SUM, tickets: 2, calls: 2, recalls: 2, served_ms: 2 * MINUTE },
    ]);
    gives('clerk_sums', lines, [{ day: '2026-11-23', clerk_id: 'one', sittings: 2, served_ms: 2 * MINUTE }]);
  });

  test('[H13] a day that has not ended is not added up, and one to which something happens is no more', () => {
    const withdrawn = [u.issued('02:00', { ordinal: 2, number: 'A002', issueNo: 2 }), u.withdrawn('02:01')];
    for (const table of ['day_sums', 'clerk_sums']) {
      gives(table, served, []);
      gives(table, [...served, ended, ...withdrawn], []);
      gives(table, [...served, ended, t.undone('09:00:05', 'ticket-finished', '01:08')], []);
      gives(table, ELSE, []);
    }
  });

  test('[T10] a ticket that was carried over belongs to both its days', () => {
    const next: Line = [at(`${TOMORROW}T09:00`), `day:${TOMORROW}`, { type: 'day-ended', carriedOver: 0, expired: 0 }];
    const lines = [issued, t.carriedOver('08:59', TOMORROW), ended, t.expired(`${TOMORROW}T09:00`), next];
    const none = { wait_min: -1, calls: 0, recalls: 0, served_ms: 0 };
    gives('day_sums', lines, [
      { ...SUM, ...none, outcome: 'carried-over' },
      { ...SUM, ...none, day: TOMORROW, outcome: 'expired', carried_in: 1 },
    ]);
    gives('clerk_sums', lines, []);
  });
});
