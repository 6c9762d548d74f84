import { test } from 'vitest';
import { type Line, specify } from '../../test/given-ledger.ts';
import { ticketLines } from '../../test/ticket-lines.ts';

const TODAY = '2026-11-23';
const TOMORROW = '2026-11-24';
const t = ticketLines('t');
const u = ticketLines('u');
const line = (letter: string, waiting: number, away: number, day = TODAY) => ({ day, letter, waiting, away });
const oneQueue = t.issued('01:00');
const twoQueues = t.issued('01:00', { matters: ['A-1', 'B-1'], letters: ['A', 'B'] });
const atCounter = [t.issued('01:00'), t.called('01:01'), t.started('01:02')];

specify(['lines'], ({ gives }) => {
  test('a ticket counts in each queue of its matters once, and beside those that wait there', () => {
    const twoOfOneQueue = t.issued('01:00', { matters: ['A-1', 'A-2', 'B-1'], letters: ['A', 'A', 'B'] });
    const another = u.issued('01:01', { ordinal: 2, number: 'A002', issueNo: 2 });
    gives('lines', [twoOfOneQueue], [line('A', 1, 0), line('B', 1, 0)]);
    gives('lines', [twoOfOneQueue, another], [line('A', 2, 0), line('B', 1, 0)]);
  });

  test('a ticket that is away counts as away, and waits again when it comes back', () => {
    const away = [twoQueues, t.steppedAway('01:01')];
    gives('lines', away, [line('A', 0, 1), line('B', 0, 1)]);
    gives('lines', [...away, t.returned('01:02')], [line('A', 1, 0), line('B', 1, 0)]);
  });

  test('what leaves a ticket waiting changes no line', () => {
    gives('lines', [oneQueue, t.slipReported('01:01'), t.letPass('01:02', 2)], [line('A', 1, 0)]);
  });

  test('a ticket at a counter is in no line, whatever happens there', () => {
    const none = [line('A', 0, 0), line('B', 0, 0)];
    const there: Line[] = [twoQueues, t.called('01:01')];
    gives('lines', there, none);
    gives('lines', [...there, t.recalled('01:02')], none);
    gives('lines', [...there, t.started('01:02', ['A-1'])], none);
    gives('lines', [...there, t.started('01:02', ['A-1']), t.concluded('01:03')], none);
  });

  test.each<[string, Line[]]>([
    ['put back', [t.issued('01:00'), t.called('01:01'), t.putBack('01:02')]],
    ['missed and come again', [t.issued('01:00'), t.called('01:01'), t.missed('01:02'), t.rejoined('01:03')]],
    ['handed back', [...atCounter, t.handedBack('01:03')]],
    ['released', [...atCounter, t.released('01:03')]],
    ['passed on', [...atCounter, t.passed('01:03')]],
  ])('a ticket waits in its line again after it was %s', (_, lines) => {
    gives('lines', lines, [line('A', 1, 0)]);
  });

  test('[T8] a ticket that is handed back waits only in the queues of what is not concluded', () => {
    const rest = [t.started('01:02', ['A-1']), t.concluded('01:03', 'A-1'), t.handedBack('01:04', ['B-1'])];
    gives('lines', [twoQueues, t.called('01:01'), ...rest], [line('A', 0, 0), line('B', 1, 0)]);
  });

  test('[T8] a ticket stands in one more queue from the instant at which a matter of it was added', () => {
    gives('lines', [oneQueue, t.added('01:01')], [line('A', 1, 0), line('B', 1, 0)]);
    gives('lines', [oneQueue, t.steppedAway('01:01'), t.added('01:02')], [line('A', 0, 1), line('B', 0, 1)]);
    gives('lines', [...atCounter, t.added('01:03')], [line('A', 0, 0)]);
  });

  test('[T7] a ticket that is held at its counter keeps a place in its line', () => {
    gives('lines', [...atCounter, t.held('01:03')], [line('A', 0, 1)]);
  });

  test.each<[string, Line[]]>([
    ['missed', [t.issued('01:00'), t.called('01:01'), t.missed('01:02')]],
    ['finished', [...atCounter, t.concluded('01:03'), t.finished('01:04')]],
    ['withdrawn', [oneQueue, t.withdrawn('01:01')]],
    ['expired', [oneQueue, t.expired('09:00')]],
    ['expired while away', [oneQueue, t.steppedAway('01:01'), t.expired('09:00')]],
    ['expired at a counter', [...atCounter, t.expired('09:00')]],
  ])('a ticket is in no line once it is %s', (_, lines) => {
    gives('lines', lines, [line('A', 0, 0)]);
  });

  test('[T10] a ticket that is carried over leaves the line of its day and waits in that of the other', () => {
    const away = [oneQueue, t.steppedAway('01:01')];
    const other = [line('A', 0, 0), line('A', 1, 0, TOMORROW)];
    gives('lines', [oneQueue, t.carriedOver('09:00', TOMORROW)], other);
    gives('lines', [...away, t.carriedOver('09:00', TOMORROW)], other);
    gives('lines', [...atCounter, t.carriedOver('09:00', TOMORROW)], other);
  });

  test('[C18] a ticket waits again in its lines when its withdrawal is undone, and in none when a miss is', () => {
    const withdrawn = [twoQueues, t.withdrawn('01:01')];
    gives(
      'lines',
      [...withdrawn, t.undone('01:01:05', 'ticket-withdrawn', '01:01')],
      [line('A', 1, 0), line('B', 1, 0)],
    );
    const missed = [oneQueue, t.called('01:01'), t.missed('01:02')];
    gives('lines', [...missed, t.undone('01:02:05', 'ticket-missed', '01:02')], [line('A', 0, 0)]);
  });
});
