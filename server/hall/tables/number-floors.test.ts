import { test } from 'vitest';
import { at, type Line, specify } from '../../test/given-ledger.ts';

const skip = (kind: 'ticket' | 'receipt', letter: string, after: number, upTo: number) => ({
  kind,
  day: kind === 'ticket' ? '2026-11-23' : '2026',
  letter,
  after,
  upTo,
});
const restored = (time: string, ...skipped: ReturnType<typeof skip>[]): Line => [
  at(time),
  'operation:2026-11-23',
  { type: 'hall-restored', events: 7, source: 'margin', skipped },
];
const accepted = (time: string, ...skipped: ReturnType<typeof skip>[]): Line => [
  at(time),
  'operation:2026-11-23',
  { type: 'loss-accepted', events: 7, had: 9, skipped },
];

specify(['number_floors'], ({ gives }) => {
  test('[S3] a restored hall skips the tickets of each letter and the papers that may have been given', () => {
    gives(
      'number_floors',
      [restored('01:00', skip('ticket', 'A', 3, 203), skip('ticket', 'B', 0, 200), skip('receipt', '', 1, 1001))],
      [
        { kind: 'receipt', day: '2026', letter: '', number: 1001 },
        { kind: 'ticket', day: '2026-11-23', letter: 'A', number: 203 },
        { kind: 'ticket', day: '2026-11-23', letter: 'B', number: 200 },
      ],
    );
  });

  test('[Q8] a jump of the clock, and who confirms it, skip no number', () => {
    const jumped: Line = [
      at('01:00'),
      'operation:2026-11-23',
      { type: 'clock-stepped', byMs: 7_200_000, from: '2026-11-23T01:00:00.000Z', held: true },
    ];
    const confirmed: Line = [at('01:01'), 'operation:2026-11-23', { type: 'clock-confirmed', byMs: 7_200_000 }];
    gives('number_floors', [jumped, confirmed], []);
  });

  test('[S3] the highest number of several gaps counts, whether a backup was restored or a loss accepted', () => {
    const lines = [
      restored('01:00', skip('ticket', 'A', 3, 203)),
      accepted('01:30', skip('ticket', 'A', 210, 410)),
      restored('02:00', skip('ticket', 'A', 3, 203)),
    ];
    gives('number_floors', lines, [{ kind: 'ticket', day: '2026-11-23', letter: 'A', number: 410 }]);
  });
});
