import { describe, expect, it } from 'vitest';
import type { KeptMatter } from '../../../schema/catalogue/catalogue.ts';
import type { CounterPlan } from '../../../schema/hall/plan.ts';
import type { Opening } from '../../../schema/hours/opening.ts';
import type { CounterId, Letter, OpeningId } from '../../../schema/ids.ts';
import { coverOf, lostBy, namedLostBy } from './cover.ts';

const counter = (id: string, letters: string, inUse = true): CounterPlan => ({
  id: id as CounterId,
  label: id,
  letters: [...letters] as Letter[],
  inUse,
});
const of = (...plans: CounterPlan[]) => new Map(plans.map((one) => [one.id, one]));
const plan = (letters: string, ...ids: string[]) => ({
  letters: [...letters] as Letter[],
  counterIds: ids as CounterId[],
});
const opening = (id: string, letters: string, ...ids: string[]) =>
  ({ id: id as OpeningId, ...plan(letters, ...ids) }) as Opening;

describe('the cover of an opening', () => {
  it('[H3] an opening covers a group by counters in use that serve it', () => {
    const counters = of(counter('1', 'A'), counter('2', 'B', false));
    expect(coverOf(plan('A', '1'), counters)).toMatchObject({ outOfUse: null, unserved: null });
    expect(coverOf(plan('AB', '1', '2'), counters)).toEqual({
      ...plan('A', '1'),
      outOfUse: counters.get('2' as CounterId),
      unserved: 'B',
    });
    expect(coverOf(plan('C', '1'), counters)).toMatchObject({ letters: [], unserved: 'C' });
  });

  it('[H11] a change of a counter names the groups that it alone served: out of use, or a group taken away', () => {
    const counters = of(counter('1', 'AB'), counter('2', 'A'));
    const openings = [opening('both', 'AB', '1', '2'), opening('one', 'AB', '1')];
    const lost = (changed: CounterPlan) =>
      lostBy(changed, openings, counters).map((one) => one.opening.id + one.letter);
    expect(lost(counter('1', 'AB', false))).toEqual(['bothB', 'oneA', 'oneB']);
    expect(lost(counter('1', 'A'))).toEqual(['bothB', 'oneB']);
    expect(lost(counter('1', 'ABC'))).toEqual([]);
    expect(lost(counter('2', 'B'))).toEqual([]);
    expect(lost(counter('3', 'A', false))).toEqual([]);
  });

  it('[H11] a group that nobody served before is not named as lost', () => {
    expect(lostBy(counter('1', 'A', false), [opening('x', 'C', '1')], of(counter('1', 'A')))).toEqual([]);
  });

  it('[L3] [H11] a change of a counter names the openings where it alone does a matter that names its counters', () => {
    const counters = of(counter('1', 'A'), counter('2', 'A'), counter('3', 'A'));
    const openings = [opening('both', 'A', '1', '2', '3'), opening('one', 'A', '1', '3'), opening('none', 'A', '3')];
    const matter = { id: 'A-1', letter: 'A', counters: ['1', '2'] } as KeptMatter;
    const lost = (changed: CounterPlan) =>
      namedLostBy(changed, openings, counters, [matter]).map((one) => one.opening.id);
    expect(lost(counter('1', 'A', false))).toEqual(['one']);
    expect(lost(counter('1', 'B'))).toEqual(['one']);
    expect(lost(counter('3', 'A', false))).toEqual([]);
  });
});
