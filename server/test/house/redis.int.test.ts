import { describe, expect, it } from 'vitest';
import { LATE_MS, redisFaults } from '../prove/redis-faults.ts';

const FAULTS = 20;

describe('Redis away', () => {
  it(`[H9] each timed transition happens once, at most 10 s late, while Redis is emptied, killed and frozen ${FAULTS} times`, async () => {
    const report = await redisFaults(FAULTS);
    expect(report).toMatchObject({ notOnce: 0, wrong: [] });
    expect(report.latestMs).toBeLessThan(LATE_MS);
    console.log(`${FAULTS} faults: ${JSON.stringify(report)}`);
  }, 400_000);
});
