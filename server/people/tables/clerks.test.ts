import { test } from 'vitest';
import { at, type Line, specify } from '../../test/given-ledger.ts';

const SAVED = {
  type: 'clerk-saved',
  account: 'wang',
  name: '王芳',
  role: 'clerk',
  mayPick: false,
  active: true,
} as const;
const ROW = { id: 'one', account: 'wang', name: '王芳', role: 'clerk', may_pick: 0, active: 1, blocked: 0 };
const saved: Line = [at('00:00'), 'clerk:one', SAVED];
const password: Line = [at('00:01'), 'clerk:one', { type: 'password-set', mustChange: true }];

specify(['clerks'], ({ changes, gives }) => {
  test('[S4] an account is as it was saved last; a password that is set changes nothing of it', () => {
    changes('clerks', [
      [saved, ROW],
      [password, {}],
      [
        [at('00:02'), 'clerk:one', { ...SAVED, role: 'supervisor', mayPick: true }],
        { role: 'supervisor', may_pick: 1 },
      ],
      [
        [at('00:03'), 'clerk:one', { ...SAVED, account: 'wangf', name: '王方', role: 'supervisor', active: false }],
        { account: 'wangf', name: '王方', may_pick: 0, active: 0 },
      ],
    ]);
  });

  test('[S4] an account is blocked until it is allowed to sign in again, however it is saved meanwhile', () => {
    changes('clerks', [
      [saved, ROW],
      [[at('00:01'), 'clerk:one', { type: 'sign-in-blocked', reason: '账号外泄' }], { blocked: 1 }],
      [[at('00:02'), 'clerk:one', { type: 'sessions-ended', count: 2 }], {}],
      [[at('00:02'), 'clerk:one', { type: 'contact-saved', declined: ['steps'] }], {}],
      [[at('00:02'), 'clerk:one', { type: 'contact-cleared' }], {}],
      [[at('00:03'), 'clerk:one', { ...SAVED, mayPick: true }], { may_pick: 1 }],
      [[at('00:04'), 'clerk:one', { type: 'sign-in-allowed' }], { blocked: 0 }],
    ]);
  });

  test('an account that is closed keeps its row, and another account is as it was', () => {
    const other: Line = [at('00:01'), 'clerk:two', { ...SAVED, account: 'li', name: '李强' }];
    gives(
      'clerks',
      [saved, other, [at('00:02'), 'clerk:one', { ...SAVED, active: false }]],
      [
        { ...ROW, active: 0 },
        { ...ROW, id: 'two', account: 'li', name: '李强' },
      ],
    );
  });
});
