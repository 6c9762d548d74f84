import { describe, expect, it } from 'vitest';
import type { Matter } from '../../../schema/catalogue/catalogue.ts';
import { inFavour } from './in-favour.ts';

const material = (id: string, more: object = {}) => ({ id, 'zh-Hans': id, 'zh-Hant': id, ...more });
const then = {
  ...{ limitDays: 20, limitUnit: 'working', promisedDays: null, extensionDays: 10, pauses: null },
  materials: [material('m1'), material('m2')],
} as unknown as Matter;
const later = (more: Partial<Matter>) => inFavour(then, { ...then, ...more });

describe('a case whose matter is changed while it is open', () => {
  it('[L1] [C7] a case whose matter is changed while it is open is asked for nothing more, and for nothing that is not asked for any more', () => {
    const materials = [material('m2', { 'zh-Hans': '另一种' }), material('m3')];
    expect(later({ materials }).materials).toEqual([material('m2')]);
  });

  it('[L1] [C13] a case whose matter is changed while it is open may let follow what is allowed to follow since', () => {
    const follows = material('m1', { mayFollow: true });
    expect(later({ materials: [follows, material('m2')] }).materials).toEqual([follows, material('m2')]);
  });

  it('[L1] [C9] a case whose matter is changed while it is open has the shorter of two limits of one unit, and keeps its own of two units', () => {
    expect(later({ limitDays: 15 })).toMatchObject({ limitDays: 15 });
    expect(later({ promisedDays: 5 })).toMatchObject({ limitDays: 20, promisedDays: 5 });
    expect(later({ limitDays: 30 })).toMatchObject({ limitDays: 20 });
    expect(later({ limitDays: null })).toMatchObject({ limitDays: 20 });
    expect(later({ limitDays: 15, limitUnit: 'calendar' })).toMatchObject({ limitDays: 20, limitUnit: 'working' });
  });

  it('[L1] [C9] a case whose matter is changed while it is open keeps the pauses and the extension of its own version', () => {
    const pauses = [{ kind: 'hearing' as const, basis: '办法第八条', counts: false }];
    expect(later({ pauses, extensionDays: 30 })).toMatchObject({ pauses: null, extensionDays: 10 });
  });
});
