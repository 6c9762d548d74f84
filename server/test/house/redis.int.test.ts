import { describe, expect, it } from 'vitest';
import { LATE_MS, redisFaults } from '../prove/redis-faults.ts';

const FAULTS = 20;

describe('Redis away', () => {
  it(`[H9] emptied, killed and frozen, ${FAULTS} times during timed transitions: each happens once, at most 10 s late`, async () => {
    const report = await redisFaults(FAULTS);
    expect(report).toMatchObject({ notOnce: 0, wrong: [] });
    expect(report.latestMs).toBeLessThan(LATE_MS);
    console.log(`${FAULTS} faults: ${JSON.stringify(report)}`);
  }, 400_000);
});
