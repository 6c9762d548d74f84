import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { ClerkId } from '../../../../schema/ids.ts';
import { byEveryWay } from '../../../test/every-way.ts';
import { deputyOf, type Positions } from './deputy.ts';

const ALL = ['a', 'b', 'c', 'd', 'e', 'f'] as ClerkId[] as [ClerkId, ClerkId, ClerkId, ClerkId, ClerkId, ClerkId];
const [A, B, C, D, E] = ALL;

/** Who is away and whom each named; everybody else is there. */
function resolve(absent: ClerkId, positions: Positions, away: Partial<Record<string, ClerkId | null>>) {
  return deputyOf(absent, positions, {
    isThere: (id) => !(id in away),
    namedBy: (id) => away[id] ?? null,
  });
}

describe('a deputy', () => {
  const AB = { clerkA: A, clerkB: B };

  test.each<[string, ClerkId, Positions, Record<string, ClerkId | null>, ClerkId | null]>([
    ['A is away: B', A, AB, { a: null }, B],
    ['B is away: A, whomever B named', B, AB, { b: C }, A],
    ['both are away: whom A named', A, AB, { a: C, b: null }, C],
    ['a handler of neither position: A first', C, AB, { c: D }, A],
    ['… then whom the handler named, before B', C, AB, { a: null, c: D }, D],
    ['… then B', C, AB, { a: null, c: D, d: null }, B],
    ['… then whom those named who are away', C, AB, { a: E, b: null, c: D, d: null }, E],
    ['a matter without positions: the named one', A, {}, { a: C }, C],
    ['… and that one’s named one', A, {}, { a: C, c: D }, D],
    ['two who named each other are a loop: the supervisors', A, {}, { a: C, c: A }, null],
    ['nobody was named: the supervisors', A, {}, { a: null }, null],
  ])('[C11] a deputy of a case is found along the chain: %s', (_, absent, positions, away, expected) => {
    expect(resolve(absent, positions, away)).toBe(expected);
  });

  it('[C11] a property: whoever is found is there, and is the first of all ways of asking, the shortest first', () => {
    const some = fc.option(fc.constantFrom(...ALL), { nil: null });
    fc.assert(
      fc.property(
        fc.constantFrom(...ALL),
        fc.record({ clerkA: some, clerkB: some }),
        fc.record(Object.fromEntries(ALL.map((id) => [id, fc.record({ away: fc.boolean(), named: some })]))),
        (absent, positions, staff) => {
          const away = Object.fromEntries(
            ALL.filter((id) => id === absent || staff[id]!.away).map((id) => [id, staff[id]!.named]),
          );
          expect(resolve(absent, positions, away)).toBe(byEveryWay(absent, positions, away));
        },
      ),
      { numRuns: 3000 },
    );
  });
});
