import { test } from 'vitest';
import { at, type Line, specify } from '../../test/given-ledger.ts';

const ENTERED = {
  type: 'absence-entered',
  clerkId: 'one',
  from: '2026-11-24T16:00:00.000Z',
  until: '2026-11-30T16:00:00.000Z',
  deputy: 'two',
  note: '~培训',
} as const;
const ROW = {
  id: 'a',
  clerk_id: 'one',
  from_at: '2026-11-24T16:00:00.000Z',
  until_at: '2026-11-30T16:00:00.000Z',
  deputy: 'two',
  note: '~培训',
  override: null,
  overridden_at: null,
  overridden_by: null,
  has_begun: 0,
  ended_at: null,
};
const entered: Line = [at('01:00'), 'absence:a', ENTERED];

specify(['absences'], ({ changes, gives }) => {
  test('[C11] an absence begins and ends as it was entered, or as somebody ended it', () => {
    changes('absences', [
      [entered, ROW],
      [[at('2026-11-24T16:00'), 'absence:a', { type: 'absence-began' }], { has_begun: 1 }],
      [
        [at('2026-11-27T02:00'), 'absence:a', { type: 'absence-ended', early: true }],
        { ended_at: '2026-11-27T02:00:00.000Z' },
      ],
    ]);
  });

  test('[C11] an absence without an end and without a deputy keeps the reason for which both positions are away', () => {
    const open = { ...ENTERED, until: null, deputy: null, override: '~防汛' };
    const row = { ...ROW, until_at: null, deputy: null, override: '~防汛', overridden_at: at('01:00') };
    gives('absences', [[at('01:00'), 'absence:a', open, 'clerk:boss']], [{ ...row, overridden_by: 'boss' }]);
    gives('absences', [[at('01:00'), 'absence:a', open, 'clock']], [row]);
    const began: Line = [at('2026-11-24T16:00'), 'absence:a', { type: 'absence-began' }, 'clock'];
    const lines: Line[] = [[at('01:00'), 'absence:a', open, 'clerk:boss'], began];
    gives('absences', lines, [{ ...row, overridden_by: 'boss', has_begun: 1 }]);
  });
});
