import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MatterId } from '../../../schema/ids.ts';
import { newRequestId } from '../../../web/client.ts';
import { MONDAY_9, startTestHall, type TestHall } from '../harness.ts';

let hall: TestHall;
beforeEach(async () => {
  hall = await startTestHall({ nowMs: MONDAY_9 - 60 * 60_000 });
});
afterEach(() => hall.stop());

const get = async (path: string) => {
  const response = await fetch(`${hall.origin}/api${path}`);
  return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
};
const A1 = 'A-1' as MatterId;

describe('an answer that everybody gets', () => {
  it('[S2] [A3] an answer that everybody gets is the same the second time, in each of its kinds, and another matter or day has its own', async () => {
    const paths = [
      '/catalogue',
      '/openings',
      '/slots?matterId=A-1',
      '/slots?matterId=B-1',
      '/openings?fromDay=2026-11-24',
    ];
    const first = await Promise.all(paths.map(get));
    expect(await Promise.all(paths.map(get))).toEqual(first);
    expect(await Promise.all(paths.map((path) => get(`${path}${path.includes('?') ? '&' : '?'}more=1`)))).toEqual(
      first,
    );
    expect(new Set(first.map(({ text }) => text)).size).toBe(paths.length);
    for (const { status, type } of first) expect([status, type]).toEqual([200, expect.stringContaining('json')]);
  });

  it('[S2] [H5] an answer that everybody gets shows at once what was held, and what a minute has made past', async () => {
    const anybody = hall.anybody();
    const slots = () => anybody.appointments.slots({ matterId: A1 });
    const [first] = await slots();
    await anybody.appointments.hold({ requestId: newRequestId(), slotId: first!.id, matterId: A1 });
    const [then] = await slots();
    expect([then!.id, then!.free]).toEqual([first!.id, first!.free - 1]);
    await hall.clock.advance(Date.parse(first!.startsAt) + 60_000 - hall.clock.nowMs);
    expect((await slots()).map(({ id }) => id)).not.toContain(first!.id);
  });

  it('[A3] an answer that everybody gets is kept for no wrong question', async () => {
    const wrong = ['/slots', '/slots?matterId=none', '/slots?matterId=A-1&matterId=B-1', '/openings?fromDay=never'];
    for (const path of [...wrong, ...wrong]) expect((await get(path)).status, path).toBeGreaterThanOrEqual(400);
    expect((await get('/slots?matterId=A-1')).status).toBe(200);
  });
});
