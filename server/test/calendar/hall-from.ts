/** What the tests of the calendar begin with. */
import type { CalendarChange } from '../../../schema/hall/calendar.ts';
import type { Day } from '../../../schema/ids.ts';
import { startTestHall, type TestHall } from '../harness.ts';
import { testHallData } from '../test-data.ts';

/** The hall is closed on a day of its own. */
export const off = (day: Day, reason = '停电'): CalendarChange => ({ hallDay: { day, kind: 'off', reason } });

/** A hall that opens every day of its year, its matters of these limits, and what its gateway was given. */
export async function hallFrom(today: Day, limits: object): Promise<{ hall: TestHall; sent: string[] }> {
  const { matters, series, ...data } = testHallData();
  const sent: string[] = [];
  const hall = await startTestHall({
    nowMs: Date.parse(`${today}T01:01:00.000Z`),
    data: {
      ...data,
      series: series.map((one) => ({ ...one, firstDay: '2026-01-01' })),
      matters: matters.map((one) => ({ ...one, ...limits })),
    },
    gateway: async ({ text }) => {
      sent.push(text);
      return 'sent';
    },
  });
  return { hall, sent };
}
