import { expect, test } from 'vitest';
import type { CounterRow, TicketRow } from '../../schema/line/rows.ts';
import { inSeveralQueues, occupiedAfterClosing, regularCalls, waitedThrough } from './hall-figures.ts';

test('[T7] [T6] the longest wait is of a ticket that waited all along; the others carry the word why not', () => {
  const ticket = (id: string, part: Partial<TicketRow> = {}) =>
    ({ id, phase: 'waiting', queues: ['A'], passes: 0, misses: 0, carriedIn: false, ...part }) as TicketRow;
  const tickets = [ticket('pass', { passes: 2 }), ticket('missed', { misses: 1 }), ticket('in', { carriedIn: true })];
  expect(tickets.filter(waitedThrough)).toEqual([]);
  expect([...tickets, ticket('all')].find(waitedThrough)?.id).toBe('all');
});

test('[T8] a ticket that stands in two queues is counted apart, so that queues may add to more than the hall has', () => {
  const ticket = (queues: string[], phase = 'waiting') => ({ queues, phase }) as unknown as TicketRow;
  expect(inSeveralQueues([ticket(['A']), ticket(['A', 'B']), ticket(['A', 'B'], 'called')])).toBe(1);
});

test('[T12] counters still occupied after closing are listed: the longest first, none that is free or in its opening', () => {
  const counter = (id: string, ticketId: string | null, closingSince: string | null) =>
    ({ id, ticketId, closingSince }) as CounterRow;
  const rows = [counter('1', 'a', '2026-11-23T09:05:00.000Z'), counter('2', 'b', '2026-11-23T09:00:00.000Z')];
  expect(occupiedAfterClosing([...rows, counter('3', null, null), counter('4', 'c', null)])).toEqual([
    rows[1],
    rows[0],
  ]);
});

test('[Q3] [Q4] a regular call that passed somebody over is folded, one out of order is not: it is a note', () => {
  const ticket = (id: string, rule: string | null, passedOver = 0) =>
    ({ id, why: rule && { rule, passedOver } }) as unknown as TicketRow;
  const rows = [
    ticket('waits', null),
    ticket('first', 'smallest-rank'),
    ticket('before-booked', 'smallest-rank', 1),
    ticket('early', 'nobody-else-waits'),
    ticket('chosen', 'out-of-order', 4),
  ];
  expect(regularCalls(rows).map(({ id }) => id)).toEqual(['before-booked']);
});
