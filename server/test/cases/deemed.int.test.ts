import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CounterId, MatterId } from '../../../schema/ids.ts';
import { addDays } from '../../../schema/time.ts';
import { newRequestId } from '../../../web/client.ts';
import { eventually, startTestHall, type TestHall } from '../harness.ts';

let hall: TestHall;
beforeEach(async () => {
  hall = await startTestHall();
});
afterEach(() => hall.stop());

const wish = () => ({ requestId: newRequestId() });
const DAY = 86_400_000;
const page = async (path: string, language: string) =>
  (await fetch(hall.origin + path, { headers: { 'accept-language': language } })).text();

/** A notice whose papers all came and were examined by nobody, so many days later. */
async function received(isExamined: boolean, days: number) {
  const kiosk = await hall.kiosk();
  const one = await hall.clerk('one');
  const counterId = 'c1' as CounterId;
  const asked = { ...wish(), matterIds: ['A-1' as MatterId], care: false, printing: false };
  const { ticketId } = await kiosk.tickets.issue(asked);
  await one.counters.open({ ...wish(), counterId });
  await one.tickets.callNext({ ...wish(), counterId });
  await one.tickets.start({ ...wish(), ticketId });
  const { caseId } = (await one.cases.mine({}))[0]!;
  await one.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'notice', missing: ['A-1.1'], note: '' } });
  await one.cases.receiveMaterials({ ...wish(), caseId, items: ['A-1.1'], isExamined });
  await hall.clock.advance(days * DAY);
  const later = await hall.clerk('one');
  await eventually(async () => expect((await later.cases.one({ caseId })).phase).toBe('accepted'));
  const { path } = (await later.cases.papers({ caseId })).find(({ kind }) => kind === 'receipt')!;
  return { later, caseId, receipt: path!, link: path!.replace(/^\/paper\/receipt\/([^?]+).*/, '/c/$1') };
}

it('[C8] [A4] materials that nobody answered say on receipt, page and screen that they are accepted by law from the day of receipt', async () => {
  const { later, caseId, receipt, link } = await received(false, 9);
  for (const [language, said] of [
    ['zh-CN', ['依法视为受理', '行政许可法', '2026年11月23日']],
    ['zh-TW', ['依法視為受理', '行政許可法', '2026年11月23日']],
    ['en', ['Accepted by law', 'Article 32', '23 November 2026']],
  ] as const)
    for (const path of [receipt, link])
      for (const text of said) expect(await page(path, language), path).toContain(text);
  expect(await page(receipt, 'zh-CN')).not.toContain('您申请的下列事项已受理');
  expect(await page(link, 'zh-CN')).toContain('依法视为受理（自收到材料之日起），编号 SL2026-');
  expect(await later.cases.one({ caseId })).toMatchObject({ deemed: true, acceptedOn: '2026-11-23' });
  expect((await later.cases.history({ caseId })).find(({ kind }) => kind === 'case-accepted')).toMatchObject({
    facts: { deemed: 'yes' },
  });
});

it('[C8] materials that were examined say nothing of it', async () => {
  const { receipt, link } = await received(true, 0);
  expect(await page(receipt, 'zh-CN')).toContain('您申请的下列事项已受理');
  for (const path of [receipt, link]) expect(await page(path, 'zh-CN')).not.toContain('视为受理');
});

it('[C7] [H9] a notice that nobody answered is over when the day begins, on every list, and can be taken up again at once', async () => {
  const kiosk = await hall.kiosk();
  const one = await hall.clerk('one');
  const counterId = 'c1' as CounterId;
  const { ticketId } = await kiosk.tickets.issue({
    ...wish(),
    ...{ matterIds: ['A-1' as MatterId], care: false, printing: false },
  });
  await one.counters.open({ ...wish(), counterId });
  await one.tickets.callNext({ ...wish(), counterId });
  await one.tickets.start({ ...wish(), ticketId });
  const { caseId } = (await one.cases.mine({}))[0]!;
  await one.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'notice', missing: ['A-1.1'], note: '' } });
  const { answerBy } = (await one.cases.one({ caseId })).notice!;
  const silentOn = addDays(answerBy!, 1);
  const at = (text: string) => hall.clock.advance(Date.parse(`${text}:00+08:00`) - hall.clock.nowMs);
  await at(`${answerBy}T22:00`);
  const evening = await hall.clerk('one');
  const kinds = async () => (await evening.cases.history({ caseId })).map(({ kind }) => kind);
  await eventually(async () => expect(await kinds()).toContain('notice-reminded'));
  await at(`${silentOn}T06:00`);
  const later = await hall.clerk('one');
  await eventually(async () =>
    expect(await later.cases.one({ caseId })).toMatchObject({ phase: 'closed', outcome: 'withdrawn' }),
  );
  expect((await later.cases.one({ caseId })).revivableUntil).not.toBeNull();
  const papers = later.cases.receiveMaterials({ ...wish(), caseId, items: ['A-1.1'], isExamined: true });
  await expect(papers).rejects.toMatchObject({ code: 'case-revivable' });
  await later.cases.revive({ ...wish(), caseId });
  expect((await later.cases.one({ caseId })).phase).toBe('noticed');
  const steps = (await later.cases.history({ caseId })).map(({ kind }) => kind);
  expect(steps).toEqual(expect.arrayContaining(['notice-unanswered', 'case-closed', 'case-revived']));
});
