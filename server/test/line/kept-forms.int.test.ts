import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CaseId } from '../../../schema/ids.ts';
import type { Kept } from '../../../schema/line/draft.ts';
import { newRequestId } from '../../../web/client.ts';
import { erasePeople } from '../../people/acts/residents.ts';
import { refusalCode } from '../harness.ts';
import { type OwnersHall, ownersHall } from '../owners/owner-fixture.ts';

const wish = () => ({ requestId: newRequestId() });
const WORDS = '申请人王小花住院，13985001234';
const FIELDS = JSON.stringify({ text: WORDS, days: 10 });
const KEPT: Kept = { ticked: ['A-1.1'], draft: null };

let h: OwnersHall;
beforeEach(async () => {
  h = await ownersHall();
});
afterEach(() => h.hall.stop());
const rows = () => h.hall.system.store.db.prepare<[], { sealed: Buffer }>('SELECT * FROM drafts').all();

it('[C16] what a clerk typed in the forms of a case is read back by its author, each form alone, and by nobody else', async () => {
  const caseId = await h.accepted();
  const { one, two, boss } = h.as;
  await one.tickets.keepForm({ caseId, form: 'pause', fields: FIELDS });
  await one.tickets.keepForm({ caseId, form: 'extend', fields: '{}' });
  await boss.tickets.keepForm({ caseId, form: 'pause', fields: '{"text":"主管"}' });
  const own = [
    { form: 'pause', fields: FIELDS },
    { form: 'extend', fields: '{}' },
  ];
  expect(await one.tickets.forms({ caseId })).toEqual(own);
  expect(await boss.tickets.forms({ caseId })).toEqual([{ form: 'pause', fields: '{"text":"主管"}' }]);
  expect(await two.tickets.forms({ caseId })).toEqual([]);
  // What was done, or given up, is gone; the last of a case takes its row along.
  await one.tickets.keepForm({ caseId, form: 'pause', fields: null });
  expect(await one.tickets.forms({ caseId })).toEqual(own.slice(1));
  await one.tickets.keepForm({ caseId, form: 'extend', fields: null });
  await boss.tickets.keepForm({ caseId, form: 'pause', fields: null });
  expect(rows()).toEqual([]);
});

it('[P1] what was typed in a form stands in no event and in no column in clear, and is gone after a night', async () => {
  const caseId = await h.accepted();
  const before = h.hall.system.store.ledger.load(`case:${caseId}`).length;
  await h.as.one.tickets.keepForm({ caseId, form: 'applicant', fields: FIELDS });
  expect(rows()).toHaveLength(1);
  expect(rows()[0]!.sealed.includes(WORDS)).toBe(false);
  expect(h.hall.system.store.ledger.load(`case:${caseId}`)).toHaveLength(before);
  h.hall.clock.nowMs += 24 * 3_600_000;
  const { system } = h.hall;
  const wished = { command: 'erase-people', requestId: null, actor: { kind: 'clock' } as const };
  await system.hall.commit(wished, (tx) => erasePeople(tx, { day: tx.day }));
  expect(rows()).toEqual([]);
});

it('[C16] what is ticked for a sitting and what is typed in a form of its case do not take each other away', async () => {
  const { ticketId, caseId } = await h.serving();
  const { one, boss } = h.as;
  await one.tickets.keepDraft({ caseId, kept: KEPT });
  await one.tickets.keepForm({ caseId, form: 'applicant', fields: FIELDS });
  await boss.tickets.keepForm({ caseId, form: 'let-pass', fields: '{}' });
  expect(await one.tickets.drafts({ ticketId })).toEqual([{ caseId, kept: KEPT }]);
  await one.tickets.keepDraft({ caseId, kept: { ticked: [], draft: null } });
  expect(await one.tickets.drafts({ ticketId })).toEqual([]);
  expect(await one.tickets.forms({ caseId })).toEqual([{ form: 'applicant', fields: FIELDS }]);
  // Held, and back at the counter: it is there again; with the conclusion it goes.
  await one.tickets.hold({ ...wish(), ticketId });
  expect(await one.tickets.forms({ caseId })).toHaveLength(1);
  await one.tickets.return({ ...wish(), ticketId });
  await one.tickets.callNext({ ...wish(), counterId: 'c1' as never });
  await one.tickets.start({ ...wish(), ticketId });
  await one.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'accepted', note: '' } });
  expect(rows()).toEqual([]);
  // What is typed of a case that goes on outlives its ticket.
  await one.tickets.keepForm({ caseId, form: 'pause', fields: FIELDS });
  await one.tickets.finish({ ...wish(), ticketId });
  expect(await one.tickets.forms({ caseId })).toHaveLength(1);
});

it('[A3] a form of a case that is not there, one that nobody knows, and one that is too long are refused', async () => {
  const { one } = h.as;
  const unknown = '01980000-0000-7000-8000-000000000000' as CaseId;
  expect(await refusalCode(one.tickets.keepForm({ caseId: unknown, form: 'pause', fields: '{}' }))).toBe(
    'case-unknown',
  );
  const caseId = await h.accepted();
  for (const wrong of [
    { form: 'diary' as never, fields: '{}' },
    { form: 'pause' as const, fields: '长'.repeat(20_001) },
  ])
    await expect(one.tickets.keepForm({ caseId, ...wrong })).rejects.toMatchObject({ status: 400 });
  expect(rows()).toEqual([]);
});
