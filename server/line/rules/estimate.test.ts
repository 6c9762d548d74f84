import { describe, expect, it } from 'vitest';
import { estimateWait, measure, type Work } from './estimate.ts';

const work = (queues: string, count: number, mean = 10, variance = 64): Work => ({
  queues: [...queues],
  count,
  mean,
  variance,
});
const open = (...counters: string[]) => counters.map((queues) => ({ queues: [...queues], inMinutes: 0 }));
const sitting = (queues: string) => work(queues, 1);

describe('the wait range', () => {
  it('[Q6] no range is given where no counter serves the queue', () => {
    expect(estimateWait({ queues: ['B'], ahead: [], atCounter: [], counters: open('A') })).toBeNull();
  });

  it('[Q6] the range is zero while a counter is free and nobody is ahead', () => {
    const input = { queues: ['A'], ahead: [], atCounter: [sitting('A')], counters: open('A', 'A') };
    expect(estimateWait(input)).toEqual({ halfMin: 0, mostMin: 0 });
  });

  it('[Q6] the range is shorter for half than for eight in ten, and longer the more people are ahead', () => {
    const ranges = [0, 1, 5, 20].map(
      (n) =>
        estimateWait({
          queues: ['A'],
          ahead: n > 0 ? [work('A', n)] : [],
          atCounter: [sitting('A')],
          counters: open('A'),
        })!,
    );
    for (const { halfMin, mostMin } of ranges) expect(halfMin).toBeLessThan(mostMin);
    const halves = ranges.map((range) => range.halfMin);
    expect(halves).toEqual([...halves].sort((a, b) => a - b));
    expect(new Set(halves).size).toBe(4);
  });

  it('[Q6] the range counts only the work of counters that could serve the ticket', () => {
    const input = { queues: ['A'], atCounter: [sitting('A'), sitting('B')], counters: open('A', 'B') };
    const alone = estimateWait({ ...input, ahead: [work('A', 3)] });
    expect(estimateWait({ ...input, ahead: [work('A', 3), work('B', 30)] })).toEqual(alone);
  });

  it('[Q6] the range counts people of another queue who are ahead at a shared counter', () => {
    const input = { queues: ['B'], atCounter: [sitting('AB')], counters: open('AB') };
    const quiet = estimateWait({ ...input, ahead: [] })!;
    const busy = estimateWait({ ...input, ahead: [work('A', 6)] })!;
    expect(busy.halfMin).toBeGreaterThan(quiet.halfMin + 30);
  });

  it('[Q6] a counter of the queue’s own makes up for a shared one that is busy with others', () => {
    const input = { queues: ['A'], atCounter: [], counters: open('A', 'AB') };
    const shared = estimateWait({ ...input, ahead: [work('A', 6), work('B', 100)] })!;
    const own = estimateWait({ ...input, counters: open('A'), ahead: [work('A', 6)] })!;
    expect(shared.halfMin).toBeLessThanOrEqual(own.halfMin);
    expect(shared.halfMin).toBeGreaterThan(own.halfMin * 0.8);
  });

  it('[Q6] the duration begins with the catalogue and follows what is measured; one forgotten sitting does not spoil it', () => {
    expect(measure([], 15).mean).toBe(15);
    const minutes = Array.from({ length: 36 }, () => 5 * 60_000);
    expect(measure(minutes, 15).mean).toBeCloseTo(6, 5);
    expect(measure([...minutes, 8 * 3_600_000], 15).mean).toBeLessThan(7);
  });
});
