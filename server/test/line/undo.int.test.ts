import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CounterId, MatterId, TicketId } from '../../../schema/ids.ts';
import { plain } from '../../../schema/texts/unbroken.ts';
import { type Client, newRequestId } from '../../../web/client.ts';
import { cases } from '../../cases/tables/cases.ts';
import type { OutgoingMessage } from '../../gateways/message-file.ts';
import { tickets } from '../../line/tables/tickets.ts';
import { eventually, refusalCode, startTestHall, type TestHall } from '../harness.ts';

const wish = () => ({ requestId: newRequestId() });
const counterId = 'c1' as CounterId;
const A1 = 'A-1' as MatterId;

let hall: TestHall;
let one: Client;
let sent: OutgoingMessage[];
beforeEach(async () => {
  sent = [];
  hall = await startTestHall({
    gateway: async (message) => {
      // A gateway takes an id once.
      if (!sent.some(({ id }) => id === message.id)) sent.push(message);
      return 'sent';
    },
  });
  one = await hall.clerk('one');
  await one.counters.open({ ...wish(), counterId });
});
afterEach(() => hall.stop());

const print = (path: string) => fetch(hall.origin + path, { headers: { cookie: hall.cookieOf(one) } });
const ticketNow = (id: TicketId) => hall.system.hall.read(tickets).byId(id)!;
const casesNow = (id: TicketId) => hall.system.hall.read(cases).ofTicket(id);
const texts = () => sent.map(({ text }) => text).filter((text) => text.includes('/c/'));
const accepted = { kind: 'accepted', note: '' } as const;
const notOurs = {
  kind: 'not-ours',
  place: '区民政局',
  address: '中山路 1 号',
  telephone: '0851-88880000',
  note: '按分工属区民政局的权限',
  unreachable: true,
} as const;

async function waiting(): Promise<{ ticketId: TicketId; link: string }> {
  const kiosk = await hall.kiosk();
  return kiosk.tickets.issue({ ...wish(), matterIds: [A1], care: false, printing: false });
}

async function called() {
  const issued = await waiting();
  await one.tickets.callNext({ ...wish(), counterId });
  return issued;
}

/** Its resident has a telephone and wishes for messages. */
async function serving() {
  const issued = await called();
  await one.tickets.start({ ...wish(), ticketId: issued.ticketId });
  const caseId = casesNow(issued.ticketId)[0]!.id;
  return { ...issued, caseId };
}

describe('an undo at the counter', () => {
  it('[C18] [C12] a conclusion that is undone tells nobody, and the one that follows is told once', async () => {
    const { ticketId, caseId } = await serving();
    const person = { kind: 'person', name: '王某', telephone: '13985001234', document: null } as const;
    const applicant = { ...person, language: 'zh-Hans' } as const;
    await one.people.enter({ ...wish(), of: { caseId }, applicant, helper: null, notice: '2026-11' });
    await one.cases.agreeMessages({ ...wish(), caseId, agreed: true });
    const first = await one.cases.conclude({ ...wish(), caseId, conclusion: accepted });
    await hall.clock.advance(5_000);
    expect(await one.tickets.undo({ ...wish(), ticketId })).toMatchObject({ phase: 'serving' });
    expect(casesNow(ticketId)).toMatchObject([{ phase: 'open', receiptNo: undefined, dueOn: undefined }]);
    expect(await one.cases.papers({ caseId })).toEqual([]);
    const second = await one.cases.conclude({ ...wish(), caseId, conclusion: accepted });
    expect([first.receiptNo, second.receiptNo]).toEqual(['SL2026-000001', 'SL2026-000002']);
    await hall.clock.advance(9_000);
    expect(texts()).toEqual([]);
    await hall.clock.advance(1_000);
    await eventually(() => expect(texts()).toEqual([expect.stringContaining('SL2026-000002')]));
    await hall.clock.advance(60_000);
    await hall.system.sweep();
    expect(texts()).toHaveLength(1);
    expect((await one.cases.papers({ caseId })).map(({ no }) => no)).toEqual(['SL2026-000002']);
  });

  it('[C18] [C2] [C4] the staff is told of no conclusion that is undone, and of the one that follows once', async () => {
    const telephones = { one: '13985000001', boss: '13985000009' };
    const contact = (clerk: Client, telephone: string) =>
      clerk.session.saveContact({ ...wish(), contact: { declined: [], language: 'zh-Hans', telephone } });
    await contact(one, telephones.one);
    await contact(await hall.clerk('boss'), telephones.boss);
    const { ticketId, caseId } = await serving();
    const person = { kind: 'person', name: '王某', telephone: null, document: null } as const;
    const applicant = { ...person, language: 'zh-Hans' } as const;
    await one.people.enter({ ...wish(), of: { caseId }, applicant, helper: null, notice: '2026-11' });
    // Its first contact has gone when somebody else goes on with it.
    await one.tickets.hold({ ...wish(), ticketId });
    await one.counters.close({ ...wish(), counterId });
    const two = await hall.clerk('two');
    await two.counters.open({ ...wish(), counterId });
    await hall.clock.advance(20 * 60_000);
    await two.tickets.callNext({ ...wish(), counterId });
    await two.tickets.start({ ...wish(), ticketId });
    await hall.system.sweep();
    await eventually(() => expect(sent).toHaveLength(1));
    const told = (telephone: string) => sent.slice(1).filter((one) => one.telephone === telephone);
    const escalated = { kind: 'escalated', note: '归属不清，请协调' } as const;
    await two.cases.conclude({ ...wish(), caseId, conclusion: escalated });
    await hall.clock.advance(4_000);
    await two.tickets.undo({ ...wish(), ticketId });
    await two.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'answered', note: '已当场说明办理办法' } });
    await hall.clock.advance(1_000);
    await two.tickets.undo({ ...wish(), ticketId });
    await two.cases.conclude({ ...wish(), caseId, conclusion: escalated });
    await hall.clock.advance(9_000);
    expect(sent).toHaveLength(1);
    await hall.clock.advance(1_000);
    await eventually(() => expect(told(telephones.boss)).toHaveLength(1));
    await hall.clock.advance(60_000);
    await hall.system.sweep();
    expect(told(telephones.boss)).toHaveLength(1);
    expect(told(telephones.one).map(({ text }) => text)).toEqual([expect.stringContaining('归属不清')]);
  });

  it('[C18] an undo at the counter comes for as long as was set when the step was made: never after the message, whatever is set since', async () => {
    const { ticketId, caseId } = await serving();
    const person = { kind: 'person', name: '王某', telephone: '13985001234', document: null } as const;
    const applicant = { ...person, language: 'zh-Hans' } as const;
    await one.people.enter({ ...wish(), of: { caseId }, applicant, helper: null, notice: '2026-11' });
    await one.cases.agreeMessages({ ...wish(), caseId, agreed: true });
    await one.cases.conclude({ ...wish(), caseId, conclusion: accepted });
    const admin = await hall.clerk('admin');
    await admin.settings.change({ ...wish(), settings: { undoMs: 60_000 } });
    await hall.clock.advance(10_000);
    await eventually(() => expect(texts()).toHaveLength(1));
    expect(await refusalCode(one.tickets.undo({ ...wish(), ticketId }))).toBe('undo-too-late');
    await one.tickets.finish({ ...wish(), ticketId });
    await admin.settings.change({ ...wish(), settings: { undoMs: 0 } });
    await hall.clock.advance(59_000);
    expect(await one.tickets.undo({ ...wish(), ticketId })).toMatchObject({ phase: 'serving' });
  });

  it('[C18] [C12] what a resident reads of a step that may be undone says from when it counts, and gives no paper till then', async () => {
    const { ticketId, caseId, link } = await serving();
    const { paper } = await one.cases.conclude({ ...wish(), caseId, conclusion: accepted });
    const caseLink = paper!.replace(/^.*\/|\?.*$/g, '');
    const read = async (path: string) =>
      (await fetch(hall.origin + path, { headers: { 'accept-language': 'zh-CN' } })).text().then(plain);
    const counts = /09:01:10 起算数/;
    expect(await read(`/c/${caseLink}`)).toMatch(counts);
    expect(await read(`/c/${caseLink}`)).not.toContain('/paper/');
    expect(await read(link)).toMatch(counts);
    const kiosk = await hall.kiosk();
    expect(await kiosk.cases.ofLink({ link: caseLink })).toMatchObject({ standsFrom: '2026-11-23T01:01:10.000Z' });
    await hall.clock.advance(10_000);
    for (const path of [`/c/${caseLink}`, link]) expect(await read(path)).not.toContain('起算数');
    expect(await read(`/c/${caseLink}`)).toContain('/paper/receipt/');
    await one.tickets.finish({ ...wish(), ticketId });
    expect(await read(link)).toMatch(/09:01:20 起算数/);
    const other = await serving();
    const printed = await one.cases.conclude({ ...wish(), caseId: other.caseId, conclusion: accepted });
    await print(printed.paper!);
    expect(await kiosk.cases.ofLink({ link: printed.paper!.replace(/^.*\/|\?.*$/g, '') })).toMatchObject({
      standsFrom: null,
    });
  });

  it('[C18] a paper that was cancelled is not the one that was printed', async () => {
    const { ticketId, caseId } = await serving();
    const first = await one.cases.conclude({ ...wish(), caseId, conclusion: notOurs });
    await one.tickets.undo({ ...wish(), ticketId });
    await one.cases.conclude({ ...wish(), caseId, conclusion: notOurs });
    expect((await print(first.paper!)).status).toBe(404);
    expect(await one.tickets.undo({ ...wish(), ticketId })).toMatchObject({ phase: 'serving' });
  });

  it('[C18] [C10] what the clock was to look at of an undone conclusion finds nothing, and troubles nobody', async () => {
    const { ticketId, caseId } = await serving();
    await one.cases.conclude({ ...wish(), caseId, conclusion: accepted });
    await one.tickets.undo({ ...wish(), ticketId });
    const open = hall.system.store.db
      .prepare("SELECT count(*) FROM outbox WHERE kind = 'watch-case' AND done_at IS NULL")
      .pluck();
    expect(open.get()).toBe(1);
    for (let day = 0; day < 40; day++) await hall.clock.advance(86_400_000);
    await eventually(() => expect(open.get()).toBe(0));
    const [left] = casesNow(ticketId);
    expect([left!.late, left!.warned, left!.acceptedOn]).toEqual([[], undefined, undefined]);
  });

  it('[C18] an undo at the counter stands once the paper was printed, the counter called again, or the time is over, and changes nothing then', async () => {
    const { ticketId, caseId } = await serving();
    const undo = () => refusalCode(one.tickets.undo({ ...wish(), ticketId }));
    expect(await undo()).toBe('nothing-to-undo');
    const { paper } = await one.cases.conclude({ ...wish(), caseId, conclusion: accepted });
    await print(paper!);
    expect(await undo()).toBe('undo-told');
    expect(ticketNow(ticketId)).toMatchObject({ phase: 'serving', remaining: [] });
    await one.tickets.finish({ ...wish(), ticketId });
    await called();
    expect(await undo()).toBe('undo-told');
    const [other] = [...hall.system.hall.read(tickets).atCounters().values()];
    await one.tickets.miss({ ...wish(), ticketId: other!.id });
    // The counter is free again, but somebody saw another number on the wall.
    expect(await undo()).toBe('undo-told');
    await hall.clock.advance(10_000);
    expect(await refusalCode(one.tickets.undo({ ...wish(), ticketId: other!.id }))).toBe('undo-too-late');
    expect(ticketNow(ticketId).phase).toBe('finished');
  });

  it('[C18] [T6] a miss comes back to its counter, where nobody else may take it back', async () => {
    const { ticketId } = await called();
    await one.tickets.miss({ ...wish(), ticketId });
    const two = await hall.clerk('two');
    await two.counters.open({ ...wish(), counterId: 'c2' as CounterId });
    expect(await refusalCode(two.tickets.undo({ ...wish(), ticketId }))).toBe('undo-not-yours');
    await one.tickets.undo({ ...wish(), ticketId });
    expect(ticketNow(ticketId)).toMatchObject({ phase: 'called', counterId, misses: 0 });
    await one.tickets.start({ ...wish(), ticketId });
    expect(ticketNow(ticketId).phase).toBe('serving');
  });

  it('[C18] [T6] a miss that is undone is missed by the clock again when still nobody comes', async () => {
    const { ticketId } = await called();
    await hall.clock.advance(119_000);
    await one.tickets.miss({ ...wish(), ticketId });
    // The clock's own turn comes meanwhile, and finds it missed.
    await hall.clock.advance(2_000);
    await hall.system.sweep();
    await one.tickets.undo({ ...wish(), ticketId });
    await hall.clock.advance(119_000);
    await hall.system.sweep();
    expect(ticketNow(ticketId).phase).toBe('called');
    await hall.clock.advance(1_000);
    await eventually(() => expect(ticketNow(ticketId).phase).toBe('missed'));
  });

  it('[C18] [C2] a withdrawal by a clerk comes back with what it ended, and its note is over', async () => {
    const { ticketId, caseId } = await serving();
    await one.cases.conclude({ ...wish(), caseId, conclusion: accepted });
    await one.tickets.finish({ ...wish(), ticketId });
    const other = await waiting();
    const { rank } = ticketNow(other.ticketId);
    await one.tickets.withdraw({ ...wish(), ticketId: other.ticketId, reason: '居民已离开' });
    expect(ticketNow(other.ticketId).phase).toBe('withdrawn');
    await one.tickets.undo({ ...wish(), ticketId: other.ticketId });
    expect(ticketNow(other.ticketId)).toMatchObject({ phase: 'waiting', rank });
    const note = hall.system.store.db.prepare("SELECT over FROM notes WHERE kind = 'ticket-withdrawn'").pluck().all();
    expect(note).toEqual([1]);
  });

  it('[C18] [C2] a case that was begun and ended with its withdrawn ticket is open again', async () => {
    const { ticketId, caseId } = await serving();
    await one.tickets.hold({ ...wish(), ticketId });
    await one.tickets.withdraw({ ...wish(), ticketId, reason: '居民已离开' });
    expect(casesNow(ticketId)).toMatchObject([{ id: caseId, phase: 'closed', outcome: 'withdrawn' }]);
    await one.tickets.undo({ ...wish(), ticketId });
    expect(casesNow(ticketId)).toMatchObject([{ id: caseId, phase: 'open', outcome: undefined }]);
    expect(ticketNow(ticketId).phase).toBe('away');
  });
});

describe('an undo by the resident', () => {
  it('[C18] [T7] a resident takes the own withdrawal back by the link, for ten seconds, on the page as at the kiosk', async () => {
    const { ticketId, link } = await waiting();
    const page = `${hall.origin}${link}`;
    const post = (kind: string) =>
      fetch(`${page}/${kind}`, { method: 'POST', body: new URLSearchParams(wish()), redirect: 'manual' });
    const shown = async () => (await fetch(page)).text().then(plain);
    await post('withdraw');
    expect(ticketNow(ticketId).phase).toBe('withdrawn');
    expect(await shown()).toContain(`${link}/undo`);
    await post('undo');
    expect(ticketNow(ticketId).phase).toBe('waiting');
    expect(await shown()).not.toContain(`${link}/undo`);
    await post('withdraw');
    await hall.clock.advance(10_000);
    expect(await shown()).not.toContain(`${link}/undo`);
    expect((await post('undo')).status).toBe(409);
    expect(ticketNow(ticketId).phase).toBe('withdrawn');
  });

  it('[C18] [T7] a resident who was away is away again after the undo, and comes back into line when the time is over', async () => {
    const { ticketId, link } = await waiting();
    const post = (kind: string) =>
      fetch(`${hall.origin}${link}/${kind}`, { method: 'POST', body: new URLSearchParams(wish()), redirect: 'manual' });
    await post('step-away');
    const { awayUntil } = ticketNow(ticketId);
    await hall.clock.advance(20 * 60_000 - 3_000);
    await post('withdraw');
    // The clock's own turn comes meanwhile, and finds it withdrawn.
    await hall.clock.advance(4_000);
    await post('undo');
    expect(ticketNow(ticketId)).toMatchObject({ phase: 'away', awayUntil });
    await hall.system.sweep();
    await eventually(() => expect(ticketNow(ticketId).phase).toBe('waiting'));
  });
});
