import { test } from 'vitest';
import { at, type Line, specify } from '../../test/given-ledger.ts';

const began: Line = [at('01:00'), 'opening:o1', { type: 'opening-began' }];
const ended: Line = [at('09:00'), 'opening:o1', { type: 'opening-ended' }];
const RUNNING = { opening_id: 'o1', phase: 'running', at: '2026-11-23T01:00:00.000Z', reason: null };

specify(['opening_states'], ({ changes, gives }) => {
  test('an opening runs from its begin to its end, and has the instant of the last step', () => {
    changes('opening_states', [
      [began, RUNNING],
      [ended, { phase: 'ended', at: '2026-11-23T09:00:00.000Z' }],
    ]);
  });

  test('an opening that is cancelled keeps why, and another opening is as it was', () => {
    const cancelled: Line = [at('00:30'), 'opening:o2', { type: 'opening-cancelled', reason: '停电' }];
    gives(
      'opening_states',
      [began, cancelled],
      [RUNNING, { opening_id: 'o2', phase: 'cancelled', at: '2026-11-23T00:30:00.000Z', reason: '停电' }],
    );
  });
});
