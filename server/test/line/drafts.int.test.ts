import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaseId, CounterId, MatterId, TicketId } from '../../../schema/ids.ts';
import type { Kept } from '../../../schema/line/draft.ts';
import { type Client, newRequestId } from '../../../web/client.ts';
import { cases } from '../../cases/tables/cases.ts';
import { drafts } from '../../line/tables/drafts.ts';
import { erasePeople } from '../../people/acts/residents.ts';
import { refusalCode, startTestHall, type TestHall } from '../harness.ts';

const wish = () => ({ requestId: newRequestId() });
const [C1, C2] = ['c1', 'c2'] as CounterId[] as [CounterId, CounterId];
const WORDS = '申请人说户口簿落在家里';
const kept: Kept = {
  ticked: ['m-1'],
  draft: {
    ...{ note: WORDS, place: '', address: '', telephone: '', hours: '', reason: '', basis: '', followBy: '' },
    missing: ['m-2'],
    told: '' as const,
    unreachable: false,
  },
};

let hall: TestHall;
let one: Client;
let two: Client;
beforeEach(async () => {
  hall = await startTestHall();
  [one, two] = await Promise.all([hall.clerk('one'), hall.clerk('two')]);
  await one.counters.open({ ...wish(), counterId: C1 });
  await two.counters.open({ ...wish(), counterId: C2 });
});
afterEach(() => hall.stop());

async function drafted(): Promise<{ ticketId: TicketId; caseId: CaseId }> {
  const kiosk = await hall.kiosk();
  const { ticketId } = await kiosk.tickets.issue({
    ...{ ...wish(), matterIds: ['A-1' as MatterId], care: false, printing: false },
  });
  await one.tickets.callNext({ ...wish(), counterId: C1 });
  await one.tickets.start({ ...wish(), ticketId });
  const caseId = hall.system.hall.read(cases).ofTicket(ticketId)[0]!.id;
  await one.tickets.keepDraft({ caseId, kept });
  return { ticketId, caseId };
}
const keptNow = (ticketId: TicketId) => hall.system.hall.read(drafts).ofTicket(ticketId);

describe('a draft of a sitting', () => {
  it('[C16] [P1] a draft of a sitting is read back by whoever serves the ticket, and by nobody else', async () => {
    const { ticketId, caseId } = await drafted();
    expect(await one.tickets.drafts({ ticketId })).toEqual([{ caseId, kept }]);
    const boss = await hall.clerk('boss');
    for (const other of [two, boss]) {
      expect(await refusalCode(other.tickets.drafts({ ticketId }))).toBe('not-allowed');
      expect(await refusalCode(other.tickets.keepDraft({ caseId, kept }))).toBe('not-allowed');
    }
  });

  it('[C16] a draft of a sitting goes with the ticket to another counter, and is no longer its first clerk’s', async () => {
    const { ticketId, caseId } = await drafted();
    await one.tickets.pass({ ...wish(), ticketId, to: { counterId: C2 } });
    expect(await refusalCode(one.tickets.drafts({ ticketId }))).toBe('not-allowed');
    await two.tickets.callNext({ ...wish(), counterId: C2 });
    await two.tickets.start({ ...wish(), ticketId });
    expect(await two.tickets.drafts({ ticketId })).toEqual([{ caseId, kept }]);
  });

  it('[P1] a draft of a sitting stands in no event and in no column in clear', async () => {
    const { caseId } = await drafted();
    const { db, ledger } = hall.system.store;
    const row = db.prepare<[string], { sealed: Buffer }>('SELECT sealed FROM drafts WHERE case_id = ?').get(caseId)!;
    expect(row.sealed.includes(WORDS)).toBe(false);
    expect(JSON.stringify(ledger.load(`case:${caseId}`))).not.toContain(WORDS);
    expect(ledger.load(`case:${caseId}`).map(({ event }) => event.type)).toEqual(['case-opened']);
  });

  it('[C16] a draft of a sitting is gone with the conclusion of its case, and so is one that comes behind it', async () => {
    const { ticketId, caseId } = await drafted();
    await one.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'done', note: '' } });
    expect(keptNow(ticketId)).toEqual([]);
    await one.tickets.keepDraft({ caseId, kept });
    expect(keptNow(ticketId)).toEqual([]);
  });

  it('[C16] a draft of a sitting is gone when nothing of it is ticked or typed any more', async () => {
    const { ticketId, caseId } = await drafted();
    await one.tickets.keepDraft({ caseId, kept: { ticked: [], draft: null } });
    expect(keptNow(ticketId)).toEqual([]);
  });

  it('[C16] [T10] a draft of a sitting stays while the place is held, and is gone when the ticket is carried over to another day', async () => {
    const { ticketId } = await drafted();
    await one.tickets.hold({ ...wish(), ticketId });
    expect(keptNow(ticketId)).toHaveLength(1);
    await hall.clock.advance(12 * 3_600_000);
    expect(keptNow(ticketId)).toEqual([]);
  });

  it('[C16] [P1] a draft of a sitting is gone after a night, also of somebody who was forgotten at the counter', async () => {
    const { ticketId } = await drafted();
    hall.clock.nowMs += 24 * 3_600_000;
    expect(keptNow(ticketId)).toHaveLength(1);
    const { system } = hall;
    const wished = { command: 'erase-people', requestId: null, actor: { kind: 'clock' } as const };
    await system.hall.commit(wished, (tx) => erasePeople(tx, { day: tx.day }));
    expect(keptNow(ticketId)).toEqual([]);
  });
});
