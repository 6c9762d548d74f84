import { describe, expect, it, test } from 'vitest';
import type { TellingWay } from '../../../../schema/cases/conclusion.ts';
import { accept, grant, TWO, take } from '../../../test/case-wishes.ts';
import { givenCase } from '../../../test/given.ts';
import type { CaseCommand } from '../case-command.ts';

const decided = givenCase().after(take).after(accept).after(grant);
const signed = { signedBy: '王小花', lastFour: '002X', onPaper: true } as const;
const tell = (way: TellingWay, reached: boolean, isSigned: boolean): CaseCommand => ({
  ...{ type: 'tell-resident', by: TWO, way, reached, remark: '' },
  ...(isSigned ? { signed } : {}),
});

describe('a result', () => {
  it('[C5] a result is collected only by somebody who signs for it, and the case keeps who did', () => {
    expect(decided.when(tell('collected', true, false)).refused).toBe('signature-missing');
    const closed = decided.after(tell('collected', true, true));
    expect(closed.state?.phase).toBe('closed');
    expect(closed.state?.tellings[0]?.signed).toEqual({ signedBy: '王小花', lastFour: '002X', helper: false });
  });

  test.each<[TellingWay, boolean]>([
    ['telephone', true],
    ['post', true],
    ['collected', false],
  ])('[C5] a result is signed for by nobody who does not stand there: %s', (way, reached) => {
    expect(decided.when(tell(way, reached, true)).refused).toBe('signature-of-nobody');
  });

  it('[C5] a result may be told at the counter with or without a signature', () => {
    for (const isSigned of [true, false]) expect(decided.when(tell('counter', true, isSigned)).refused).toBeNull();
  });

  it('[C5] a result that is handed over has a numbered slip: which decision, how, to whom and when', () => {
    const { events } = decided.when(tell('collected', true, true));
    expect(events[0]).toMatchObject({
      ...{ type: 'resident-told', deliveryNo: 'SD20261123-0001', day: '2026-11-23' },
      paper: { items: [], delivery: { of: 'JD20261123-0001', way: 'collected', to: 'applicant' } },
    });
    expect(decided.when(tell('delivered', true, false)).events[0]).toHaveProperty('deliveryNo');
  });

  test.each<[TellingWay, boolean, boolean]>([
    ['telephone', true, false],
    ['post', true, false],
    ['counter', true, false],
    ['delivered', false, false],
  ])('[C5] a result that is not handed over has no slip: %s', (way, reached, isSigned) => {
    expect(decided.when(tell(way, reached, isSigned)).events[0]).not.toHaveProperty('deliveryNo');
  });
});
