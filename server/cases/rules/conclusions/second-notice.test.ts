import { describe, expect, it } from 'vitest';
import { ALL, BOSS, ONE, take } from '../../../test/case-wishes.ts';
import { givenCase } from '../../../test/given.ts';
import type { CaseCommand, EarlierNotice } from '../case-command.ts';

const open = givenCase().after(take);
const before: EarlierNotice = { no: 'GZ20261120-0001', asked: ['A-1.1'], listed: ['A-1.1', 'A-1.2'] };
const ask = (...missing: string[]): CaseCommand => ({
  ...{ type: 'conclude-case', by: ONE, earlier: before },
  conclusion: { kind: 'notice', missing, note: '' },
});
const pass: CaseCommand = { type: 'let-notice-pass', by: BOSS, reason: '为另一名子女申办' };

describe('a notice to somebody who has one of the same matter', () => {
  it('[C7] a notice to somebody who has one of the same matter is refused where it asks for what could have been asked, and the refusal names the first', () => {
    expect(open.when(ask('A-1.1', 'A-1.2'))).toMatchObject({
      ...{ refused: 'notice-of-same-person', facts: { number: 'GZ20261120-0001' } },
    });
  });

  it('[C7] a notice to somebody who has one of the same matter is given for what was asked already, and for what the catalogue did not list then', () => {
    expect(open.when(ask('A-1.1', 'A-1.3')).events).toMatchObject([{ type: 'notice-given' }]);
    expect(open.when(ask('A-1.1', 'A-1.3')).events[0]).not.toHaveProperty('override');
  });

  it('[C7] a notice to somebody who has one of the same matter is given when a supervisor let it pass, holds who and why, and names the first', () => {
    expect(open.after(pass).when(ask(...ALL)).events).toMatchObject([
      { type: 'notice-given', override: { by: BOSS, reason: '为另一名子女申办' }, paper: { again: before.no } },
    ]);
  });
});
