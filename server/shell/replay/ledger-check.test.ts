import { describe, expect, it } from 'vitest';
import type { Entry } from '../../ledger/ledger.ts';
import { checkLedger } from './ledger-check.ts';
import { reasonsToFail } from './replay-report.ts';

const NINE = Date.parse('2026-11-23T01:00:00.000Z');
const SERVES = new Map([
  ['c1', ['A']],
  ['c2', ['A']],
  ['c3', ['B']],
]);

/** Entries in order; each a minute after the one before. */
function ledger(...events: [ticket: string, event: { type: string; [fact: string]: unknown }][]): Entry[] {
  return events.map(([ticket, event], i) => {
    const at = new Date(NINE + i * 60_000).toISOString();
    const issued = event.type === 'ticket-issued' ? { arrivedAt: at, rank: { at: Date.parse(at), tie: i } } : {};
    return {
      seq: i + 1,
      at,
      stream: `ticket:${ticket}`,
      version: 1,
      actor: 'test',
      v: null,
      request: null,
      event: { ...issued, ...event },
    };
  });
}

const issued = (letter: string, ordinal: number, facts: object = {}) => ({
  type: 'ticket-issued',
  day: '2026-11-23',
  letter,
  ordinal,
  number: `${letter}00${ordinal}`,
  matters: [`${letter}-1`],
  letters: [letter],
  klass: 'walk-in',
  ...facts,
});
const called = (counterId: string, rule = 'smallest-rank', reason?: string) => ({
  type: 'ticket-called',
  counterId,
  clerkId: 'one',
  callNo: 1,
  why: { rule, reason },
});
const started = { type: 'serving-started', counterId: 'c1' };
const concluded = { type: 'matter-concluded', matterId: 'A-1' };
const finished = { type: 'ticket-finished', counterId: 'c1' };
const faults = (...events: Parameters<typeof ledger>) => checkLedger(ledger(...events), SERVES).faults;

describe('the check of a ledger', () => {
  it('the check of a ledger finds nothing in a day in order', () => {
    expect(
      faults(
        ['x', issued('A', 1)],
        ['y', issued('A', 2)],
        ['z', issued('B', 1)],
        ['x', called('c1')],
        ['z', called('c3')],
        ['y', called('c2')],
        ['x', started],
        ['x', concluded],
        ['x', finished],
      ),
    ).toEqual([]);
  });

  it('[T1] the check finds a number given out twice and a ticket issued twice', () => {
    expect(faults(['x', issued('A', 1)], ['y', issued('A', 1)])[0]).toContain('which was given out already');
    expect(faults(['x', issued('A', 1)], ['x', issued('A', 2)])[0]).toContain('was issued twice');
    expect(faults(['x', issued('A', 1, { number: 'A007' })])[0]).toContain('not A and its ordinal');
  });

  it('[T4] [T5] the check finds a call of somebody who does not wait, or to a counter that is taken', () => {
    expect(faults(['x', issued('A', 1)], ['x', called('c1')], ['x', called('c2')])[0]).toContain('called while called');
    const two = [
      ['x', issued('A', 1)],
      ['y', issued('A', 2)],
    ] as const;
    expect(
      faults(...two.map((one) => [...one] as [string, { type: string }]), ['x', called('c1')], ['y', called('c1')]),
    ).toEqual(['seq 4: A002 was called to a counter that has A001']);
  });

  it('[Q1] the check finds a call before the smallest rank, or to a counter of other queues', () => {
    expect(faults(['x', issued('A', 1)], ['y', issued('A', 2)], ['y', called('c1')])).toEqual([
      'seq 3: A002 was called before A001, whose turn it was',
    ]);
    expect(faults(['x', issued('A', 1)], ['x', called('c3')])[0]).toContain('cannot serve it');
    const late = { rank: { at: NINE, tie: 0 } };
    expect(faults(['x', issued('B', 1)], ['y', issued('A', 1, late)])[0]).toContain('does not rank by its arrival');
  });

  it('[Q2] the check finds a call before its time while somebody else waits', () => {
    const early = { klass: 'appointment', rank: { at: NINE - 60_000, tie: 0 }, notBefore: '2026-11-23T03:00:00.000Z' };
    expect(faults(['x', issued('A', 1)], ['y', issued('A', 2, early)], ['x', called('c1')])).toEqual([]);
    expect(faults(['x', issued('A', 1)], ['y', issued('A', 2, early)], ['y', called('c1')])).toHaveLength(1);
    expect(faults(['y', issued('A', 1, early)], ['y', called('c1', 'nobody-else-waits')])).toEqual([]);
  });

  it('[Q4] the check finds a call out of order without a reason', () => {
    const two: Parameters<typeof ledger> = [
      ['x', issued('A', 1)],
      ['y', issued('A', 2)],
    ];
    expect(faults(...two, ['y', called('c1', 'out-of-order', 'with a small child')])).toEqual([]);
    expect(faults(...two, ['y', called('c1', 'out-of-order')])[0]).toContain('without a reason');
  });

  it('[C5] the check finds a finish with a matter left', () => {
    expect(faults(['x', issued('A', 1)], ['x', called('c1')], ['x', started], ['x', finished])[0]).toContain(
      'matter left',
    );
  });

  it('[T10] [D1] a replay fails for a lost ticket, one nobody was given, and a call not shown exactly once', () => {
    const found = checkLedger(
      ledger(
        ['x', issued('A', 1)],
        ['y', issued('A', 2)],
        ['x', called('c1')],
        ['x', started],
        ['x', concluded],
        ['x', finished],
      ),
      SERVES,
    );
    const recorded = {
      queueId: 'A',
      date: '2026-11-23',
      arrivalMin: 540,
      calledMin: null,
      openCounters: 1,
      vendorMinutes: null,
    };
    const given = (ids: string[]) => ({
      tickets: ids.map((ticketId) => ({ ticketId: ticketId as never, recorded, range: null })),
      refused: [],
    });
    const reasons = (ids: string[], heard: number[]) =>
      reasonsToFail({ replayed: given(ids), ledger: found, heard, broken: [] });
    expect(reasons(['x', 'y'], [3])).toEqual(['A002 was lost: it ended the day waiting']);
    expect(reasons(['x'], [3])).toContain('A002 is in the ledger and was given to nobody');
    expect(reasons(['x', 'y', 'z'], [3])).toContain('ticket z was given out and is not in the ledger');
    expect(reasons(['x', 'y'], [])).toContain('the display took in the call of seq 3 0 times');
    expect(reasons(['x', 'y'], [3, 3])).toContain('the display took in the call of seq 3 2 times');
    expect(reasons(['x', 'y'], [3, 9])).toContain(
      'the display took in a call of seq 9, which the ledger does not have',
    );
  });
});
