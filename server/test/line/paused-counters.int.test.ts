import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CounterId } from '../../../schema/ids.ts';
import { newRequestId } from '../../../web/client.ts';
import { refusalCode, startTestHall, type TestHall } from '../harness.ts';

let hall: TestHall;
beforeEach(async () => {
  hall = await startTestHall();
});
afterEach(() => hall.stop());

const wish = () => ({ requestId: newRequestId() });
const [c1, c2] = ['c1', 'c2'] as CounterId[];

it('[P1] a supervisor reads why a counter pauses, while it does; the ledger holds no word of it', async () => {
  const [one, two, boss] = [await hall.clerk('one'), await hall.clerk('two'), await hall.clerk('boss')];
  const paused = () => boss.counters.paused({});
  await one.counters.open({ ...wish(), counterId: c1! });
  await two.counters.open({ ...wish(), counterId: c2! });
  expect(await paused()).toEqual([]);
  await one.counters.pause({ ...wish(), counterId: c1!, reason: '去三楼取档案' });
  await hall.clock.advance(60_000);
  await two.counters.pause({ ...wish(), counterId: c2!, reason: '系统故障' });
  expect(await paused()).toEqual([
    { counterId: c1, reason: '去三楼取档案' },
    { counterId: c2, reason: '系统故障' },
  ]);
  expect(JSON.stringify([...hall.system.hall.ledger.after(0)])).not.toContain('取档案');
  await one.counters.open({ ...wish(), counterId: c1! });
  expect(await paused()).toEqual([{ counterId: c2, reason: '系统故障' }]);
  await one.counters.pause({ ...wish(), counterId: c1!, reason: '茶歇' });
  expect(await paused()).toContainEqual({ counterId: c1, reason: '茶歇' });
  expect(await refusalCode(one.counters.paused({}))).toBe('not-allowed');
});
