import { describe, expect, it } from 'vitest';
import { LATE_MS, redisFaults } from '../prove/redis-faults.ts';

/** Two rounds of each kind. */
const FAULTS = 16;

describe('Redis away', () => {
  it(`[H9] each timed transition happens once, at most 10 s late, while Redis is emptied, killed, frozen, paused, full, read-only and wrong-typed ${FAULTS} times`, async () => {
    const report = await redisFaults(FAULTS);
    expect(report).toMatchObject({ notOnce: 0, wrong: [] });
    expect(Object.keys(report.alarms)).toHaveLength(6);
    expect(report.latestMs).toBeLessThan(LATE_MS);
    console.log(`${FAULTS} faults: ${JSON.stringify(report)}`);
  }, 400_000);
});
