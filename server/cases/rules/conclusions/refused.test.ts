import { describe, expect, it, test } from 'vitest';
import type { Day } from '../../../../schema/ids.ts';
import { BOSS, ONE, REASON, TWO, take, tell } from '../../../test/case-wishes.ts';
import { CHINA, chinaWith, givenCase, type OwnDay } from '../../../test/given.ts';
import type { CaseCommand } from '../case-command.ts';
import { remediesOf } from './remedies.ts';

const open = givenCase().after(take);
const refuse = (reason = REASON): CaseCommand => ({
  type: 'conclude-case',
  by: ONE,
  conclusion: { kind: 'refused', reason, basis: '办法第五条' },
});
const proposed = open.after(refuse());

describe('a refusal at the counter', () => {
  it('[C5] [C6] a refusal at the counter accepts the application, and proposes with reason, basis, paper and a day of review', () => {
    expect(open.when(refuse()).events).toMatchObject([
      { type: 'case-accepted', receiptNo: 'SL20261123-0001', acceptedOn: '2026-11-23' },
      {
        ...{ type: 'refusal-proposed', by: ONE, reason: REASON, basis: '办法第五条' },
        ...{ reviewBy: '2026-11-25', proposalNo: 'NB20261123-0001', paper: { basis: '办法第五条', items: [] } },
      },
    ]);
    expect(proposed.state).toMatchObject({ phase: 'proposed', handler: ONE });
    expect(proposed.state?.outcome).toBeUndefined();
  });

  it('[C6] [C17] the last day of a remedy runs in calendar days: days off inside it move nothing, and one that is off itself becomes the next that is worked', () => {
    const told = proposed.after({ type: 'confirm-refusal', by: BOSS }).after(tell(true)).state!;
    const under = (...own: OwnDay[]) => remediesOf(told, chinaWith(...own));
    const remedies = { reviewUntil: '2027-01-22', courtUntil: '2027-05-24' };
    expect(under(['2026-12-10', 'off'], ['2027-01-21', 'off'], ['2027-05-21', 'off'])).toEqual(remedies);
    expect(under(['2027-01-22', 'off'])).toEqual({ ...remedies, reviewUntil: '2027-01-25' });
    expect(under(['2027-01-22', 'off'], ['2027-01-23', 'worked'])).toEqual({ ...remedies, reviewUntil: '2027-01-23' });
  });

  it('[C6] a refusal whose reason has no substance changes nothing', () => {
    expect(open.when(refuse('不行不行不行不行不行')).refused).toBe('reason-too-thin');
  });

  it('[C6] a refusal at the counter is a decision by a second person, and the decision names the basis that was proposed', () => {
    expect(proposed.when({ type: 'confirm-refusal', by: ONE }).refused).toBe('own-proposal');
    expect(proposed.when({ type: 'confirm-refusal', by: BOSS }).events).toMatchObject([
      { type: 'refusal-confirmed', by: BOSS },
      { type: 'case-decided', outcome: 'refused', by: ONE, note: REASON, paper: { basis: '办法第五条' } },
    ]);
  });

  it('[C6] a refusal at the counter counts the remedies from the day on which the resident was told, and not before', () => {
    const decided = proposed.after({ type: 'confirm-refusal', by: BOSS });
    const of = (found: typeof decided) => remediesOf(found.state!, CHINA);
    expect(of(decided)).toBeNull();
    expect(of(decided.after(tell(false)))).toBeNull();
    expect(of(decided.after(tell(true)))).toEqual({ reviewUntil: '2027-01-22', courtUntil: '2027-05-24' });
    expect(decided.after(tell(true)).state?.tellings).toMatchObject([{ by: TWO, on: '2026-11-23' }]);
  });

  test.each<[Day, Day, Day]>([
    // Both last days are worked.
    ['2026-01-05', '2026-03-06', '2026-07-06'],
    // 2026-08-31 and six months is 2027-02-28, a Sunday.
    ['2026-08-31', '2026-10-30', '2027-03-01'],
    // Sixty days after 2026-08-03 is 2026-10-02, within the National Day holiday.
    ['2026-08-03', '2026-10-08', '2027-02-03'],
  ])('[C6] the last day of a remedy is one that is worked: told on %s', (on, reviewUntil, courtUntil) => {
    const telling = { way: 'counter' as const, by: TWO, on, reached: true, remark: '' };
    const decision = { no: 'JD1', by: ONE, on, tellBy: on };
    expect(remediesOf({ outcome: 'refused', decision, tellings: [telling] }, CHINA)).toEqual({
      reviewUntil,
      courtUntil,
    });
    expect(remediesOf({ outcome: 'granted', decision, tellings: [telling] }, CHINA)).toBeNull();
  });
});
