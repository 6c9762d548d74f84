import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CounterId } from '../../../schema/ids.ts';
import { roomIn } from './slot-room.ts';

const ids = (...names: string[]) => names as CounterId[];
const THREE = ids('1', '2', '3');

describe('the part of a slot that falls to some counters', () => {
  it('[L3] [H5] a matter of one counter of three has a third of the slot, and none where its counter is not', () => {
    expect(roomIn(6, THREE, ids('1'), [])).toBe(2);
    expect(roomIn(6, THREE, ids('1'), [ids('1'), ids('2'), []])).toBe(1);
    expect(roomIn(1, THREE, ids('1'), [])).toBe(1);
    expect(roomIn(6, THREE, ids('9'), [])).toBe(0);
  });

  it('[L3] [H5] places of one counter count for a matter of two, and the other way round', () => {
    expect(roomIn(6, THREE, ids('1', '2'), [ids('1'), ids('1')])).toBe(2);
    const four = [ids('1', '2'), ids('1', '2'), ids('1', '2'), ids('1', '2')];
    expect(roomIn(6, THREE, ids('1'), four)).toBe(0);
  });

  it('[L3] [H5] a property: no set of counters that a matter names gets more than its part of the slot', () => {
    const set = fc.subarray(THREE, { minLength: 1 });
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 12 }), fc.array(set, { maxLength: 30 }), (capacity, wanted) => {
        const taken: CounterId[][] = [];
        for (const named of wanted)
          if (taken.length < capacity && roomIn(capacity, THREE, named, taken) > 0) taken.push(named);
        for (const named of wanted) {
          const within = taken.filter((one) => one.every((id) => named.includes(id)));
          expect(within.length).toBeLessThanOrEqual((capacity * named.length) / 3);
        }
      }),
    );
  });
});
