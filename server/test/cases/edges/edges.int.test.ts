import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Conclusion } from '../../../../schema/cases/conclusion.ts';
import type { CaseId, MatterId } from '../../../../schema/ids.ts';
import { type Client, newRequestId } from '../../../../web/client.ts';
import { eventually, startTestHall, type TestHall } from '../../harness.ts';

let hall: TestHall;
let one: Client;
beforeEach(async () => {
  hall = await startTestHall();
  one = await hall.clerk('one');
});
afterEach(() => hall.stop());

const MINUTE = 60_000;
const DAY = 86_400_000;
const A1 = 'A-1' as MatterId;
const wish = () => ({ requestId: newRequestId() });
const ACCEPTED: Conclusion = { kind: 'accepted', note: '结果以电话告知' };
const NOTICE: Conclusion = { kind: 'notice', missing: ['A-1.1', 'A-1.2'], note: '' };

/** What came by telephone, and was concluded so; its resident's page. */
async function concluded(conclusion: Conclusion, by: Client = one) {
  const come = { matterId: A1, by: 'telephone', number: '', receivedOn: today() } as const;
  const { caseId } = await by.cases.take({ ...wish(), ...come });
  const { paper } = await by.cases.conclude({ ...wish(), caseId, conclusion });
  return { caseId, path: `/c/${paper!.replace(/^.*\/|\?.*$/g, '')}` };
}
const today = () => new Date(hall.clock.nowMs + 8 * 60 * MINUTE).toISOString().slice(0, 10);
/** A session has an end: weeks later somebody signs in again. */
const now = async (caseId: CaseId) => (await hall.clerk('boss')).cases.one({ caseId });
const page = async (path: string) =>
  (await fetch(hall.origin + path, { headers: { 'accept-language': 'zh-CN' } })).text();

it('[C9] [L1] a case keeps its limit and what it was paused when its matter gets another limit, which holds for the next case', async () => {
  const admin = await hall.clerk('admin');
  const promise = (promisedDays: number) =>
    admin.administration.termsOfMatter({ ...wish(), matterId: A1, promisedDays, mayFollow: [] });
  await promise(10);
  const { caseId } = await concluded(ACCEPTED);
  await one.cases.pause({ ...wish(), caseId, kind: 'hearing', basis: '第四十五条', days: 5 });
  expect(await now(caseId)).toMatchObject({ dueOn: '2026-12-14' });
  await promise(5);
  expect(await now(caseId)).toMatchObject({ dueOn: '2026-12-14' });
  const next = await concluded(ACCEPTED);
  expect(await now(next.caseId)).toMatchObject({ dueOn: '2026-11-30' });
  await (await hall.clerk('boss')).cases.extend({ ...wish(), caseId, days: 4, reason: '需到外地核查材料' });
  expect(await now(caseId)).toMatchObject({ dueOn: '2026-12-18' });
});

it('[C7] what decides by itself keeps the day that was told: a notice waits as long as it says, whatever the hall sets since', async () => {
  const first = await concluded(NOTICE);
  const told = (await now(first.caseId)).notice?.answerBy;
  expect(told).toBe('2026-12-23');
  const admin = await hall.clerk('admin');
  await admin.settings.change({ ...wish(), settings: { noticeDays: 10 } });
  const second = await concluded(NOTICE);
  expect((await now(second.caseId)).notice?.answerBy).toBe('2026-12-03');
  await hall.clock.advance(11 * DAY);
  await eventually(async () => expect((await now(second.caseId)).phase).toBe('closed'));
  expect(await now(first.caseId)).toMatchObject({ phase: 'noticed', notice: { answerBy: told } });
  await hall.clock.advance(20 * DAY);
  await eventually(async () => expect((await now(first.caseId)).phase).toBe('closed'));
});

it('[T2] [C5] a case that is closed after local midnight is closed on that day in paper, history, report and page, and not the day before', async () => {
  await hall.clock.advance(15 * 60 * MINUTE + 20 * MINUTE); // 00:21 on Tuesday, still Monday in UTC
  const clerk = await hall.clerk('one');
  const { caseId, path } = await concluded({ kind: 'answered', note: '已答复办理条件', told: 'telephone' }, clerk);
  const [closing] = await clerk.cases.papers({ caseId });
  expect(closing).toMatchObject({ kind: 'closing', day: '2026-11-24' });
  expect(await page(path)).toContain('2026年11月24日');
  expect(await page(path)).not.toContain('2026年11月23日');
  const boss = await hall.clerk('boss');
  const closedOn = async (day: string) => (await boss.report({ from: day, to: day })).papers.closing ?? 0;
  expect([await closedOn('2026-11-23'), await closedOn('2026-11-24')]).toEqual([0, 1]);
});

it('[C7] [C12] what is handed in at another counter on the last day counts at every door, and the clock does not close the case', async () => {
  const { caseId, path } = await concluded(NOTICE);
  await hall.clock.advance(30 * DAY);
  const two = await hall.clerk('two');
  const handIn = (items: string[]) => two.cases.receiveMaterials({ ...wish(), caseId, items, isExamined: true });
  await handIn(['A-1.1']);
  expect(await page(path)).toContain('还缺');
  await handIn(['A-1.2']);
  await hall.clock.advance(2 * DAY);
  const found = await now(caseId);
  expect(found).toMatchObject({ phase: 'accepted', outcome: null });
  const link = path.slice('/c/'.length);
  expect(await (await hall.kiosk()).cases.ofLink({ link })).toMatchObject({ phase: 'accepted' });
  expect(await page(path)).toContain(found.receiptNo!);
});

it('[C10] [C11] a case whose handler is away, with nobody in that place, is warned of before the supervisor', async () => {
  const { caseId } = await concluded(ACCEPTED);
  const { clerkId } = await one.session.me();
  const day = (of: string) => ({ day: of, time: '00:00' });
  await (await hall.clerk('boss')).absences.enter({
    ...{ ...wish(), clerkId, from: day('2026-11-24'), backOn: null, deputy: null },
    ...{ note: '住院', override: null },
  });
  await hall.clock.advance(14 * DAY);
  const { rows } = await (await hall.clerk('boss')).boards.staff({});
  expect(rows.notes.filter((note) => note.caseId === caseId).map(({ kind }) => kind)).toContain('deadline-warned');
});
