import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type EstimateInput, estimateWait, type Work } from './estimate.ts';

/** What any honest estimate keeps, whatever model it uses; how well it is kept is measured by replays. */
const queues = fc.subarray(['A', 'B', 'C'], { minLength: 1 });
/** Matters of municipal halls spread by a fifth to one and a half of their mean. */
const work = fc
  .record({
    count: fc.integer({ min: 1, max: 12 }),
    mean: fc.integer({ min: 2, max: 40 }),
    spread: fc.double({ min: 0.2, max: 1.5, noNaN: true }),
    queues,
  })
  .map(({ spread, ...one }): Work => ({ ...one, variance: (spread * one.mean) ** 2 }));
const counters = fc.array(fc.record({ queues, inMinutes: fc.constantFrom(0, 0, 0, 15, 60) }), {
  minLength: 1,
  maxLength: 6,
});
const inputs: fc.Arbitrary<EstimateInput> = fc
  .record({ queues, ahead: fc.array(work, { maxLength: 5 }), counters, busy: fc.nat(6) })
  .map(({ busy, ...input }) => ({
    ...input,
    // Nobody sits at a counter that does not take people, nor two at one.
    atCounter: input.counters
      .filter((counter) => counter.inMinutes === 0)
      .slice(0, busy)
      .map((counter) => ({ count: 1, mean: 12, variance: 60, queues: counter.queues })),
  }));
/** All in one queue, where more people or fewer counters can only mean more waiting. */
const oneQueue = inputs.map((input): EstimateInput => {
  const A = ['A'];
  const of = <T extends { queues: readonly string[] }>(list: readonly T[]) =>
    list.map((one) => ({ ...one, queues: A }));
  return { ...input, queues: A, ahead: of(input.ahead), atCounter: of(input.atCounter), counters: of(input.counters) };
});
const more = (input: EstimateInput, ...ahead: Work[]) => ({ ...input, ahead: [...input.ahead, ...ahead] });

describe('any honest wait range', () => {
  it('[Q6] a property: no range is given where no counter serves the queue', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const counters = input.counters.filter((one) => !one.queues.some((letter) => input.queues.includes(letter)));
        expect(estimateWait({ ...input, counters, atCounter: [] })).toBeNull();
      }),
    );
  });

  it('[Q6] a property: the range is zero where nobody is ahead and a counter is free', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const free = { queues: input.queues, inMinutes: 0 };
        const wait = estimateWait({ ...input, ahead: [], atCounter: [], counters: [...input.counters, free] });
        expect(wait).toEqual({ halfMin: 0, mostMin: 0 });
      }),
    );
  });

  it('[Q6] a property: the range for half is not above the range for eight in ten, and neither is negative', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const wait = estimateWait(input);
        if (!wait) return;
        expect(wait.halfMin).toBeGreaterThanOrEqual(0);
        expect(wait.mostMin).toBeGreaterThanOrEqual(wait.halfMin);
        expect(Number.isInteger(wait.halfMin) && Number.isInteger(wait.mostMin)).toBe(true);
      }),
    );
  });

  it('[Q6] a property: the range is never shorter with more people ahead', () => {
    fc.assert(
      fc.property(oneQueue, work, (input, another) => {
        const [fewer, after] = [estimateWait(input)!, estimateWait(more(input, { ...another, queues: ['A'] }))!];
        expect(after.halfMin).toBeGreaterThanOrEqual(fewer.halfMin);
        expect(after.mostMin).toBeGreaterThanOrEqual(fewer.mostMin);
      }),
    );
  });

  it('[Q6] a property: the range is never longer with one more counter that takes people now', () => {
    fc.assert(
      fc.property(oneQueue, (input) => {
        const counters = [...input.counters, { queues: ['A'], inMinutes: 0 }];
        const [fewer, after] = [estimateWait(input)!, estimateWait({ ...input, counters })!];
        expect(after.halfMin).toBeLessThanOrEqual(fewer.halfMin);
        expect(after.mostMin).toBeLessThanOrEqual(fewer.mostMin);
      }),
    );
  });
});
