import { afterEach, expect, it } from 'vitest';
import type { CounterId, MatterId } from '../../../schema/ids.ts';
import { newRequestId } from '../../../web/client.ts';
import { startTestHall, type TestHall } from '../harness.ts';
import { testHallData } from '../test-data.ts';

let hall: TestHall;
afterEach(() => hall.stop());

const wish = () => ({ requestId: newRequestId() });
const DAY = 86_400_000;

/** Of a matter for which the law grants 20 working days, and the hall promises so many. */
async function accepted(promisedDays: number) {
  const data = testHallData();
  const matters = data.matters.map((matter) => ({ ...matter, promisedDays }));
  hall = await startTestHall({ data: { ...data, matters } });
  const kiosk = await hall.kiosk();
  const one = await hall.clerk('one');
  const counterId = 'c1' as CounterId;
  const asked = { ...wish(), matterIds: ['A-1' as MatterId], care: false, printing: false };
  const { ticketId } = await kiosk.tickets.issue(asked);
  await one.counters.open({ ...wish(), counterId });
  await one.tickets.callNext({ ...wish(), counterId });
  await one.tickets.start({ ...wish(), ticketId });
  const { caseId } = (await one.cases.mine())[0]!;
  const { paper } = await one.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'accepted', note: '' } });
  return { one, caseId, path: `/c/${paper!.replace(/^.*\/|\?.*$/g, '')}` };
}

it('[C9] [C10] a case runs by the promised limit, shows the law’s beside it, and each is late on its own day', async () => {
  const { one, caseId, path } = await accepted(10);
  const now = () => one.cases.one({ caseId });
  // A session has an end: weeks later somebody signs in again.
  const late = async () => (await (await hall.clerk('one')).cases.one({ caseId })).late;
  expect(await now()).toMatchObject({ dueOn: '2026-12-07', legalDueOn: '2026-12-21', daysLeft: 10 });
  const page = await (await fetch(hall.origin + path, { headers: { 'accept-language': 'zh-CN' } })).text();
  expect(page).toMatch(/最迟 2026年12月7日.*法定期限是 2026年12月21日/s);
  await one.cases.pause({ ...wish(), caseId, kind: 'hearing', basis: '第四十五条', days: 5 });
  expect(await now()).toMatchObject({ dueOn: '2026-12-14', legalDueOn: '2026-12-28' });
  await hall.clock.advance(22 * DAY);
  expect(await late()).toEqual(['due']);
  await hall.clock.advance(14 * DAY);
  expect(await late()).toEqual(['due', 'legal-due']);
});

it('[C9] a promise that is no shorter than the law’s limit changes nothing', async () => {
  const { one, caseId } = await accepted(20);
  expect(await one.cases.one({ caseId })).toMatchObject({ dueOn: '2026-12-21', legalDueOn: null });
});
