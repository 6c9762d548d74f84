import { describe, expect, it } from 'vitest';
import { PASSWORD, startTestHall } from '../test/harness.ts';
import { enterBusyHall, FREE } from './busy-hall.ts';
import { createLuck } from './luck.ts';
import { sampleHall } from './sample/sample-hall.ts';

const STEP_MS = 30_000;
const STEPS = 140;

describe('the demonstration', () => {
  it.each([
    ['at night', '2026-11-23T03:20:00+08:00'],
    ['over noon', '2026-11-23T11:20:00+08:00'],
    ['past midnight', '2026-11-23T23:20:00+08:00'],
  ])(
    'the demonstration is alive %s: people wait, are served and leave, and the free counter is free',
    async (_, from) => {
      // The supervisor here looks, and touches nothing.
      const data = { ...sampleHall('2026-11-23'), settings: { idleLockMs: 12 * 3_600_000 } };
      const hall = await startTestHall({ data, nowMs: Date.parse(from) });
      try {
        const said: string[] = [];
        const busy = await enterBusyHall(hall.origin, PASSWORD, createLuck(11), (what) => said.push(what));
        let figures = { waiting: 0, atCounters: 0 };
        for (let step = 1; step <= STEPS; step++) {
          await hall.clock.advance(STEP_MS);
          figures = await busy.step(hall.clock.nowMs, 'quick', Math.min(1, (1.4 * step) / STEPS));
        }
        expect(figures.waiting).toBeGreaterThan(20);
        expect(figures.atCounters).toBeGreaterThanOrEqual(5);
        for (const what of [
          'taken at the kiosk',
          'called to',
          'accepted',
          'booked by phone',
          `offered to ${FREE.account}`,
        ])
          expect(said.join('\n')).toContain(what);

        const board = hall.system.boards.snapshot('staff').rows;
        const free = board.counters.find((counter) => counter.label === FREE.counter);
        expect(free?.clerkId).toBeNull();
        const forIt = board.queues.filter((queue) => free?.letters.includes(queue.id));
        expect(forIt.reduce((sum, queue) => sum + queue.waiting, 0)).toBeGreaterThan(0);
      } finally {
        await hall.stop();
      }
    },
  );
});
