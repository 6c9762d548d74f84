import { afterAll, describe, expect, it } from 'vitest';
import { MONDAY_9, PASSWORD } from '../harness.ts';
import { crashRounds } from '../prove/crashes.ts';
import { testHallData } from '../test-data.ts';
import { childHall } from './child-hall.ts';

const KILLS = 40;
const hall = childHall({ data: testHallData(), password: PASSWORD, nowMs: MONDAY_9 + 60_000, runs: true });
afterAll(() => hall.clean());

describe('kill -9', () => {
  it(`[A2] [T3] nothing acknowledged is lost, doubled or renumbered by ${KILLS} kills within a burst of issues and calls`, async () => {
    const report = await crashRounds(hall, KILLS);
    expect(report).toMatchObject({ lost: 0, doubled: 0, wrong: [] });
    expect(report.acknowledged).toBeGreaterThan(KILLS);
    console.log(`${KILLS} kills: ${JSON.stringify(report)}`);
  }, 600_000);
});
