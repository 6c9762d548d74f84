import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Day } from '../../../../schema/ids.ts';
import { addDays } from '../../../../schema/time.ts';
import { ALL, BOSS, DAY, notice, ONE, receive, take, watch } from '../../../test/case-wishes.ts';
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

describe('a second notice that the hall takes back', () => {
  const FIRST = '2026-11-23' as Day;
  const first = open.after(notice('A-1.1'));
  const second: CaseCommand = { type: 'give-notice-again', by: BOSS, missing: ['A-1.2'], note: '', override: '漏列' };
  const back: CaseCommand = { type: 'take-back-notice', by: ONE, reason: '可联网核验', isSupervisor: false };
  const gapsTo = (max: number) => fc.array(fc.integer({ min: 0, max }), { minLength: 1, maxLength: 3 });

  /** A second one some days after this, perhaps another, and none of them holds. */
  function takenBack(from: typeof open, gaps: number[]) {
    let now = from;
    gaps.forEach((gap, nth) => {
      const missing = nth === 0 ? ['A-1.2'] : [];
      now = now.later(gap * DAY).after({ ...second, missing } as CaseCommand);
    });
    return now.later(DAY).after(back).state!;
  }

  it('[C7] a property: a second notice that the hall takes back moves no day: the case is accepted as if the first had been taken back', () => {
    fc.assert(
      fc.property(gapsTo(4), (gaps) => {
        const { acceptedOn, dueOn } = first.later(DAY).after(back).state!;
        expect(acceptedOn).toBe(FIRST);
        expect(takenBack(first, gaps)).toMatchObject({ phase: 'accepted', acceptedOn, dueOn });
      }),
    );
  });

  it('[C7] [C8] a property: a second notice that the hall takes back after all was there moves no day: the case is accepted as the law would have', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9 }), gapsTo(1), (came, gaps) => {
        const whole = first.later(came * DAY).after(receive(['A-1.1'], false));
        const { acceptedOn, dueOn } = whole.later(20 * DAY).after(watch).state!;
        expect(acceptedOn).toBe(addDays(FIRST, came));
        expect(takenBack(whole, gaps)).toMatchObject({ phase: 'accepted', acceptedOn, dueOn });
      }),
    );
  });
});
