import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CounterId, MatterId } from '../../../schema/ids.ts';
import { plain } from '../../../schema/texts/unbroken.ts';
import { newRequestId } from '../../../web/client.ts';
import { eventually, refusalCode, startTestHall, type TestHall } from '../harness.ts';
import { testHallData } from '../test-data.ts';

let hall: TestHall;
beforeEach(async () => {
  hall = await startTestHall({ data: { ...testHallData(), settings: { personDays: 30 } } });
});
afterEach(() => hall.stop());

const wish = () => ({ requestId: newRequestId() });
const DAY = 86_400_000;
const REASON = '没有解决，屋顶还在漏水';
const page = async (path: string) =>
  (await fetch(hall.origin + path, { headers: { 'accept-language': 'zh-CN' } })).text().then(plain);

/** A matter that `one` took first and answered at counter 1. */
async function answered() {
  const kiosk = await hall.kiosk();
  const one = await hall.clerk('one');
  const counterId = 'c1' as CounterId;
  const asked = { ...wish(), matterIds: ['A-1' as MatterId], care: false, printing: false };
  const { ticketId, link } = await kiosk.tickets.issue(asked);
  await one.counters.open({ ...wish(), counterId });
  await one.tickets.callNext({ ...wish(), counterId });
  await one.tickets.start({ ...wish(), ticketId });
  const { caseId } = (await one.cases.mine({}))[0]!;
  expect(await refusalCode(one.cases.openLinked({ ...wish(), caseId, reason: REASON }))).toBe('case-not-over');
  await one.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'answered', note: '已报修' } });
  return { one, caseId, path: /\/c\/[\w-]+/.exec(await page(link))![0] };
}

it('[C1] [C9] what was not solved goes on in a linked case, with the same first contact and its own limit', async () => {
  const { caseId, path } = await answered();
  await hall.clock.advance(DAY);
  const one = await hall.clerk('one');
  const two = await hall.clerk('two');
  const opened = await two.cases.openLinked({ ...wish(), caseId, reason: REASON });
  expect(opened.receiptNo).toBe('SL2026-000001');
  const linked = await two.cases.one({ caseId: opened.caseId });
  expect(linked).toMatchObject({
    ...{ phase: 'accepted', firstContact: 'one 员', handler: 'two 员', acceptedOn: '2026-11-24', dueOn: '2026-12-22' },
    links: [{ is: 'from', caseId, phase: 'closed', outcome: 'answered' }],
  });
  expect((await one.cases.one({ caseId })).links).toMatchObject([
    { is: 'to', caseId: opened.caseId, number: opened.receiptNo, phase: 'accepted' },
  ]);
  expect(await page(opened.paper)).toContain(REASON);
  // On the resident's page each of the two names the other, and opens none but itself (P3).
  const pathAfter = opened.paper.replace(/^.*\/([\w-]+)\?.*$/, '/c/$1');
  const [before, after] = [await page(path), await page(pathAfter)];
  expect(before).toContain('本件有新的后续办件，编号 SL2026-000001：已受理。');
  expect(after).toMatch(/本件接着办理 \S+ 号事项未解决的部分。/);
  expect(before).not.toContain(pathAfter);
  expect(after).not.toContain(path);
  expect(await refusalCode(one.cases.openLinked({ ...wish(), caseId, reason: REASON }))).toBe('linked-already');
  await two.cases.close({ ...wish(), caseId: opened.caseId, outcome: 'withdrawn', note: '已修好' });
  await one.cases.openLinked({ ...wish(), caseId, reason: REASON });
  expect((await one.cases.one({ caseId })).links).toHaveLength(2);
});

it('[P1] words of a case stay while a linked one goes on, and end after it', async () => {
  const { one, caseId } = await answered();
  const opened = await one.cases.openLinked({ ...wish(), caseId, reason: REASON });
  await hall.clock.advance(40 * DAY);
  await eventually(async () =>
    expect((await (await hall.clerk('one')).cases.history({ caseId })).length).toBeGreaterThan(1),
  );
  const words = async () =>
    (await (await hall.clerk('one')).cases.history({ caseId })).flatMap(({ words: said }) => said).join();
  expect(await words()).toContain('已报修');
  const later = await hall.clerk('one');
  await later.cases.close({ ...wish(), caseId: opened.caseId, outcome: 'withdrawn', note: '已修好' });
  await hall.clock.advance(32 * DAY);
  await eventually(async () => expect(await words()).not.toContain('已报修'));
});
