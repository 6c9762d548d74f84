import { describe, expect, it } from 'vitest';
import { accept, BOSS, DAY, grant, ONE, REASON, take, tell, watch } from '../../../test/case-wishes.ts';
import { givenCase } from '../../../test/given.ts';
import type { CaseCommand } from '../case-command.ts';

const decided = givenCase().after(take).after(accept).after(grant);
const closed = decided.after(tell(true)).later(DAY);
const correct = (by = BOSS, reason = REASON): CaseCommand => ({
  ...{ type: 'correct-outcome', by, reason, basis: '办法第五条' },
  outcome: 'refused',
});

describe('a decision that was wrong', () => {
  it('[C5] is corrected by a second person with reason and basis, and the paper names the void one', () => {
    expect(closed.when(correct(ONE)).refused).toBe('own-decision');
    expect(closed.when(correct(BOSS, '错了')).refused).toBe('reason-too-thin');
    expect(closed.when(correct()).events).toMatchObject([
      {
        ...{ type: 'outcome-corrected', outcome: 'refused', by: BOSS, voids: 'JD20261123-0001' },
        ...{ on: '2026-11-24', decisionNo: 'JD20261124-0001', tellBy: '2026-12-08' },
        paper: { outcome: 'refused', voids: 'JD20261123-0001', basis: '办法第五条', items: [] },
      },
    ]);
  });

  it('[C2] [C5] is the corrector’s to tell again, and the case closes only then', () => {
    const corrected = closed.after(correct());
    expect(corrected.state).toMatchObject({ phase: 'decided', outcome: 'refused', handler: BOSS, firstContact: ONE });
    expect(corrected.state?.tellings).toEqual([]);
    expect(corrected.later(15 * DAY).when(watch).events).toMatchObject([{ type: 'duty-late', duty: 'telling' }]);
    expect(corrected.after(tell(true)).state).toMatchObject({ phase: 'closed', outcome: 'refused' });
  });

  it('[C5] is nothing that a case without a decision has', () => {
    const withdrawn = givenCase().after(take).after({ type: 'leave-case' });
    expect(withdrawn.when(correct()).refused).toBe('case-not-decided');
    expect(decided.when(correct()).events).toHaveLength(1);
  });
});
