import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CounterId, MatterId, TicketId } from '../../../schema/ids.ts';
import { PRIVACY_NOTICE } from '../../../schema/people/person.ts';
import { type Client, newRequestId } from '../../../web/client.ts';
import { eventually, refusalCode, startTestHall, type TestHall } from '../harness.ts';

let hall: TestHall;
let kiosk: Client;
let one: Client;
let two: Client;
beforeEach(async () => {
  hall = await startTestHall();
  [kiosk, one, two] = await Promise.all([hall.kiosk(), hall.clerk('one'), hall.clerk('two')]);
  await one.counters.open({ ...wish(), counterId: 'c1' as CounterId });
  await two.counters.open({ ...wish(), counterId: 'c2' as CounterId });
});
afterEach(() => hall.stop());

const DAY = 86_400_000;
const wish = () => ({ requestId: newRequestId() });
const WHO = { kind: 'person', name: '王小花', telephone: '13985001234', document: null, language: 'zh-Hans' } as const;

/** A ticket at this clerk's counter, of the person where one is named. */
async function visit(clerk: Client, counterId: string, applicant: typeof WHO | null = WHO) {
  const asked = { ...wish(), matterIds: ['A-1' as MatterId], care: false, printing: false };
  const { ticketId } = await kiosk.tickets.issue(asked);
  await clerk.tickets.callNext({ ...wish(), counterId: counterId as CounterId });
  await clerk.tickets.start({ ...wish(), ticketId });
  const caseId = (await clerk.cases.mine({})).find(({ phase }) => phase === 'open')!.caseId;
  if (applicant)
    await clerk.people.enter({ ...wish(), of: { ticketId }, applicant, helper: null, notice: PRIVACY_NOTICE });
  return { ticketId, caseId };
}
async function end(clerk: Client, { ticketId, caseId }: Awaited<ReturnType<typeof visit>>, kind: 'done' | 'notice') {
  const conclusion = kind === 'done' ? { kind, note: '' } : ({ kind, missing: ['A-1.1', 'A-1.2'], note: '' } as const);
  await clerk.cases.conclude({ ...wish(), caseId, conclusion: conclusion as never });
  await clerk.tickets.finish({ ...wish(), ticketId });
}

describe('a visit', () => {
  it('[C16] a visit shows at another counter what is open of the same person, notices first, and who was first and where', async () => {
    const first = await visit(one, 'c1');
    await end(one, first, 'notice');
    const { ticketId } = await visit(two, 'c2');
    const shown = await two.tickets.visit({ ticketId });
    expect(shown.applicant).toMatchObject({ name: '王*花', telephone: '*********1234' });
    expect(shown.open).toMatchObject([
      {
        caseId: first.caseId,
        phase: 'noticed',
        firstContact: 'one 员',
        firstContactAt: 'c1',
        notice: { items: [{}, {}] },
      },
    ]);
    expect(shown.told.map(({ kind }) => kind)).toEqual(['paper', 'issued']);
    expect(shown.earlier).toEqual([]);
    expect(JSON.stringify(shown)).not.toContain(WHO.name);
  });

  it('[C16] a visit shows what is over as earlier visits, and nothing of anybody else', async () => {
    const first = await visit(one, 'c1');
    await end(one, first, 'done');
    const other = await visit(two, 'c2', { ...WHO, name: '李四' } as never);
    expect((await two.tickets.visit({ ticketId: other.ticketId })).earlier).toEqual([]);
    await end(two, other, 'done');
    const again = await visit(two, 'c2');
    expect((await two.tickets.visit({ ticketId: again.ticketId })).earlier).toMatchObject([
      { caseId: first.caseId, outcome: 'done', byName: 'one 员', number: 'A001', isRevivable: false },
    ]);
  });

  it('[C16] [C7] a visit says of what ended by silence whether it may be taken up again, and after its days that papers are late', async () => {
    const first = await visit(one, 'c1');
    await end(one, first, 'notice');
    const seen = async () => {
      const boss = await hall.clerk('boss');
      return boss.cases.one({ caseId: first.caseId });
    };
    await hall.clock.advance(35 * DAY);
    await eventually(async () => expect((await seen()).phase).toBe('closed'));
    expect((await seen()).revivableUntil).not.toBeNull();
    const again = await hall.clerk('two');
    const { ticketId } = await visit(again, 'c2');
    const earlier = async () => (await again.tickets.visit({ ticketId })).earlier;
    expect(await earlier()).toMatchObject([{ caseId: first.caseId, isRevivable: true }]);
    await hall.clock.advance(40 * DAY);
    expect((await seen()).revivableUntil).toBeNull();
  });

  it('[T8] [C16] a visit says of what another counter concluded of its ticket what it is, where, when and by whom', async () => {
    const matterIds = ['A-1', 'B-1'] as MatterId[];
    const { ticketId } = await kiosk.tickets.issue({ ...wish(), matterIds, care: false, printing: false });
    const three = await hall.clerk('three');
    await three.counters.open({ ...wish(), counterId: 'c3' as CounterId });
    await one.tickets.callNext({ ...wish(), counterId: 'c1' as CounterId });
    await one.tickets.start({ ...wish(), ticketId });
    const { caseId } = (await one.cases.mine({})).find(({ phase }) => phase === 'open')!;
    await one.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'done', note: '' } });
    await one.tickets.undo({ ...wish(), ticketId });
    expect((await one.tickets.visit({ ticketId })).concluded).toEqual([]);
    await hall.clock.advance(60_000);
    const missing = ['A-1.1', 'A-1.2'];
    await one.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'notice', missing, note: '' } });
    const at = new Date(hall.clock.nowMs).toISOString();
    await one.tickets.handBack({ ...wish(), ticketId });
    await hall.clock.advance(60_000);
    await three.tickets.callNext({ ...wish(), counterId: 'c3' as CounterId });
    const told = { caseId, matterId: 'A-1', at, counterLabel: '1', byName: 'one 员' };
    const now = { phase: 'noticed', outcome: null };
    expect((await three.tickets.visit({ ticketId })).concluded).toMatchObject([{ ...told, ...now }]);
    await three.tickets.start({ ...wish(), ticketId });
    expect((await three.tickets.visit({ ticketId })).concluded).toMatchObject([told]);
  });

  it('[T6] a ticket that rejoined says how often it was called on its whole visit, and may be called as often as before', async () => {
    const asked = { ...wish(), matterIds: ['A-1' as MatterId], care: false, printing: false };
    const { ticketId } = await kiosk.tickets.issue(asked);
    const shown = async () => (await one.boards.staff()).rows.tickets.find(({ id }) => id === ticketId);
    const call = () => one.tickets.callNext({ ...wish(), counterId: 'c1' as CounterId });
    await call();
    await hall.clock.advance(20_000);
    await one.tickets.recall({ ...wish(), ticketId });
    await one.tickets.miss({ ...wish(), ticketId });
    await one.tickets.rejoin({ ...wish(), ticketId });
    expect(await shown()).toMatchObject({ phase: 'waiting', calls: 0 });
    await call();
    expect(await shown()).toMatchObject({ phase: 'called', calls: 3, callNo: 1 });
    await hall.clock.advance(20_000);
    await one.tickets.recall({ ...wish(), ticketId });
    expect(await shown()).toMatchObject({ calls: 4, callNo: 2 });
  });

  it('[P2] a visit is read by the clerk who has the person there and by a supervisor, and by nobody else', async () => {
    const { ticketId } = await visit(one, 'c1');
    expect(await refusalCode(two.tickets.visit({ ticketId }))).toBe('not-allowed');
    expect((await (await hall.clerk('boss')).tickets.visit({ ticketId })).applicant).not.toBeNull();
  });

  it('[C16] [P2] a visit of somebody who was not entered shows no person, and of no ticket nothing', async () => {
    const { ticketId } = await visit(one, 'c1', null);
    expect(await one.tickets.visit({ ticketId })).toMatchObject({ applicant: null, open: [], earlier: [] });
    expect(await refusalCode(one.tickets.visit({ ticketId: 'none' as TicketId }))).toBe('ticket-unknown');
    expect(await refusalCode(kiosk.tickets.visit({ ticketId }))).toBe('not-signed-in');
  });
});
