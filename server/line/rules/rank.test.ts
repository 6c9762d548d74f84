import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareRank, type Rank } from '../../../schema/line/ticket.ts';
import { HOUR, NINE, SETTINGS } from '../../test/given.ts';
import { rankOf } from './queue.ts';

describe('two of one instant', () => {
  it('[Q1] a property: of one slot the first that arrived is first, then the smaller issue number, however many were issued', () => {
    const came = fc.record({
      after: fc.integer({ min: -2_000, max: 0 }),
      issueNo: fc.integer({ min: 1, max: 2 ** 40 }),
    });
    const slotStartMs = NINE + HOUR;
    fc.assert(
      fc.property(came, came, (a, b) => {
        const rank = ({ after, issueNo }: typeof a) =>
          rankOf('appointment', { arrivedMs: slotStartMs + after, slotStartMs, issueNo }, SETTINGS);
        expect(rank(a).at).toBe(rank(b).at);
        expect(Math.sign(compareRank(rank(a), rank(b)))).toBe(
          Math.sign(a.after - b.after) || Math.sign(a.issueNo - b.issueNo),
        );
      }),
    );
  });

  it('[Q1] a property: the order is that of the figure in which older ledgers hold arrival and issue number', () => {
    const place = fc.record({ at: fc.nat(2), tie: fc.nat(5_000), no: fc.integer({ min: 1, max: 4_095 }) });
    const packed = ({ at, tie, no }: Required<Rank>) => ({ at, tie: tie + no / 4_096 });
    fc.assert(
      fc.property(place, place, (a, b) => {
        expect(Math.sign(compareRank(a, b))).toBe(Math.sign(compareRank(packed(a), packed(b))));
      }),
    );
  });
});
