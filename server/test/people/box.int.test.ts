import { afterEach, beforeEach, expect, it } from 'vitest';
import { refusalCode, startTestHall, type TestHall } from '../harness.ts';
import { FLOWER, keepsOf, NOTICE, serving, wish } from './person-fixture.ts';

let hall: TestHall;
beforeEach(async () => {
  hall = await startTestHall();
});
afterEach(() => hall.stop());

const looks = () =>
  hall.system.store.db
    .prepare<[], string>("SELECT data FROM ledger WHERE type = 'person-looked-up' ORDER BY seq")
    .pluck()
    .all()
    .map((data) => JSON.parse(data).key);

/** A resident who is known whole, with an accepted case of ticket A001. */
async function accepted() {
  await keepsOf(hall, 'kept');
  const found = await serving(hall);
  const { clerk, caseId, ticketId } = found;
  await clerk.people.enter({ ...wish(), of: { caseId }, applicant: FLOWER, helper: null, ...NOTICE });
  const { receiptNo } = await clerk.cases.conclude({
    ...wish(),
    caseId,
    conclusion: { kind: 'accepted', note: '', remark: '' },
  } as Parameters<typeof clerk.cases.conclude>[0]);
  await clerk.tickets.finish({ ...wish(), ticketId });
  return { ...found, receiptNo: receiptNo! };
}

it('[C12] [P2] one box finds a ticket, its paper, and its person masked with the case, however each is typed', async () => {
  const { caseId, ticketId, receiptNo } = await accepted();
  const two = await hall.clerk('two');
  const box = (typed: string) => two.tickets.box({ typed });
  const { day } = (await box('A001')).ticket!;
  for (const typed of ['a001', 'Ａ ００１号', `A001 ${day}`, `ａ００１　${day.replaceAll('-', '／')}`]) {
    const { ticket, cases, people } = await box(typed);
    expect([typed, ticket?.ticketId, ticket?.cases.map((one) => one.caseId), cases, people]).toEqual([
      typed,
      ticketId,
      [caseId],
      [],
      [],
    ]);
  }
  for (const typed of [receiptNo, receiptNo.toLowerCase().replace('-', ' ')])
    expect((await box(typed)).cases.map((one) => one.caseId)).toEqual([caseId]);
  expect(looks()).toEqual([]);
  for (const typed of ['1234', '１３９ ８５００ １２３４', ' 王 小花 ', '110105 491231 002', '11010519491231002x']) {
    const { people } = await box(typed);
    expect([typed, people]).toMatchObject([
      typed,
      [
        {
          person: { name: '王*花', telephone: '*********1234' },
          cases: [{ caseId, number: 'A001', receiptNo, phase: 'accepted', part: 'applicant' }],
        },
      ],
    ]);
  }
  expect(looks()).toEqual(['last-four', 'telephone', 'name', 'document', 'document']);
});

it('[A3] [S4] the box says what it takes when it cannot read what was typed, and nothing found is recorded as a look', async () => {
  const { clerk } = await serving(hall);
  for (const typed of ['', '12', 'A001 2026-02-30', '110105194912310021', '字'.repeat(65)])
    expect(await refusalCode(clerk.tickets.box({ typed }))).toBe('input-invalid');
  const nothing = { ticket: null, cases: [], people: [], isCut: false };
  for (const typed of ['B999', 'A001 2026-01-05', 'SL20260105-0001', '诸葛无名'])
    expect(await clerk.tickets.box({ typed })).toEqual(nothing);
  expect(looks()).toEqual(['name']);
});
