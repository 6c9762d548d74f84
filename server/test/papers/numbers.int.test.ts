import { afterEach, expect, it } from 'vitest';
import type { CounterId, Day, MatterId } from '../../../schema/ids.ts';
import { type Client, newRequestId } from '../../../web/client.ts';
import { startTestHall, type TestHall } from '../harness.ts';
import { faultsOfPaperNumbers } from '../paper-numbers.ts';
import { testHallData } from '../test-data.ts';

const DAY_MS = 24 * 3_600_000;
const wish = () => ({ requestId: newRequestId() });

let hall: TestHall | null = null;
afterEach(async () => {
  await hall?.stop();
  hall = null;
});

async function hallOn(day: Day): Promise<TestHall> {
  const { matters, ...data } = testHallData();
  const limited = matters.map((one) => ({ ...one, limitDays: 5 }));
  hall = await startTestHall({ nowMs: Date.parse(`${day}T01:01:00.000Z`), data: { ...data, matters: limited } });
  return hall;
}

/** Somebody telephones, and it is accepted, or accepted with the question whose it is. */
async function takenIn(one: Client, receivedOn: Day, kind: 'accepted' | 'escalated' = 'accepted') {
  const matterId = 'A-1' as MatterId;
  const { caseId } = await one.cases.take({ ...wish(), matterId, by: 'telephone', number: '', receivedOn });
  const conclusion = kind === 'accepted' ? { kind, note: '' } : { kind, note: '不清楚由谁办' };
  const { receiptNo } = await one.cases.conclude({ ...wish(), caseId, conclusion });
  return { caseId, receiptNo };
}

it('[C7] [T2] a series begins at 1 with the year of its date, and number and date are of one day', async () => {
  const { clock, ...of } = await hallOn('2026-12-30');
  const one = await of.clerk('one');
  expect((await takenIn(one, '2026-12-30')).receiptNo).toBe('SL2026-000001');
  expect((await takenIn(one, '2026-12-30')).receiptNo).toBe('SL2026-000002');
  await clock.advance(5 * DAY_MS);
  const again = await of.clerk('one');
  const { caseId, receiptNo } = await takenIn(again, '2027-01-04');
  expect(receiptNo).toBe('SL2027-000001');
  expect(await again.cases.papers({ caseId })).toMatchObject([{ no: 'SL2027-000001', day: '2027-01-04' }]);
});

it('[C7] [C17] two papers of one kind that one command gives have two numbers', async () => {
  const of = await hallOn('2026-11-23');
  const one = await of.clerk('one');
  const { caseId } = await takenIn(one, '2026-11-23', 'escalated');
  const admin = await of.clerk('admin');
  const hallDay = { day: '2026-11-24', kind: 'off', reason: '停电' } as const;
  const { moved } = await admin.calendar.change({ ...wish(), change: { hallDay } });
  expect(moved.map(({ noticeNo }) => noticeNo).sort()).toEqual(['QX2026-000001', 'QX2026-000002']);
  expect((await one.cases.papers({ caseId })).map(({ no }) => no)).toEqual([
    'SL2026-000001',
    'QX2026-000001',
    'QX2026-000002',
  ]);
});

it('[C7] [C18] [S3] each number is one given paper, or an event names it: undone, in place of another, or skipped', async () => {
  const of = await hallOn('2026-11-23');
  const one = await of.clerk('one');
  const kiosk = await of.kiosk();
  const counterId = 'c1' as CounterId;
  await one.counters.open({ ...wish(), counterId });
  await kiosk.tickets.issue({ ...wish(), matterIds: ['A-1' as MatterId], care: false, printing: false });
  const { ticketId } = await one.tickets.callNext({ ...wish(), counterId });
  await one.tickets.start({ ...wish(), ticketId });
  const { caseId } = (await one.cases.mine({}))[0]!;
  const conclusion = { kind: 'accepted', note: '' } as const;
  expect((await one.cases.conclude({ ...wish(), caseId, conclusion })).receiptNo).toBe('SL2026-000001');
  await one.tickets.undo({ ...wish(), ticketId });
  expect((await one.cases.conclude({ ...wish(), caseId, conclusion })).receiptNo).toBe('SL2026-000002');
  const { ledger } = of.system.store;
  const types = [...ledger.after(0)].map(({ event }) => event as { type: string });
  expect(types.filter(({ type }) => type === 'paper-voided')).toEqual([
    { type: 'paper-voided', no: 'SL2026-000001', why: 'undone' },
  ]);
  expect(faultsOfPaperNumbers(ledger)).toEqual([]);
  expect((await one.cases.history({ caseId })).map(({ kind }) => kind)).toContain('paper-voided');
});

const accepted = (n: number) => ({ type: 'case-accepted', receiptNo: `SL2026-${String(n).padStart(6, '0')}` });
const skipped = (after: number, upTo: number) => ({
  ...{ type: 'hall-restored', skipped: [{ kind: 'receipt', day: '2026', letter: '', after, upTo }] },
});
const undone = { type: 'conclusion-undone', papers: ['SL2026-000001'] };

it.each<[string[], { type: string }[]]>([
  [[], [accepted(1), skipped(1, 1001), accepted(1002)]],
  [['SL2026 2 is lost'], [accepted(1), accepted(3)]],
  [['SL2026-000001 is given twice'], [accepted(1), accepted(1)]],
  [['SL2026 2 is skipped and given'], [accepted(1), skipped(1, 5), accepted(2)]],
  [['nothing says that SL2026-000001 is void'], [accepted(1), undone]],
])('[C7] a ledger’s paper numbers are read for what is lost, double or unnamed: %j', (faults, events) => {
  const entries = events.map((event) => ({ event })) as never;
  expect(faultsOfPaperNumbers({ after: () => entries })).toEqual(faults);
});
