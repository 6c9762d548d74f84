import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaseId, ClerkId, CounterId, Letter, MatterId } from '../../../schema/ids.ts';
import { CLOCK } from '../../../schema/who.ts';
import { type Client, newRequestId } from '../../../web/client.ts';
import { addMatter } from '../../catalogue/acts/change-matter.ts';
import { matters } from '../../catalogue/tables/matters.ts';
import { eventually, refusalCode, startTestHall, type TestHall } from '../harness.ts';

let hall: TestHall;
beforeEach(async () => {
  hall = await startTestHall();
});
afterEach(() => hall.stop());

const wish = () => ({ requestId: newRequestId() });
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** One ticket served at counter 1 by `one`; its case is open. */
async function served(matterIds: MatterId[] = ['A-1' as MatterId]) {
  const kiosk = await hall.kiosk();
  const one = await hall.clerk('one');
  const issued = await kiosk.tickets.issue({ ...wish(), matterIds, care: false, printing: false });
  await one.counters.open({ ...wish(), counterId: 'c1' as CounterId });
  await one.tickets.callNext({ ...wish(), counterId: 'c1' as CounterId });
  await one.tickets.start({ ...wish(), ticketId: issued.ticketId });
  const [open] = await one.cases.mine({});
  return { kiosk, one, issued, caseId: open!.caseId };
}

async function idOf(clerk: Client): Promise<ClerkId> {
  return (await clerk.session.me()).clerkId;
}

const page = async (path: string, cookie = '') =>
  (await fetch(hall.origin + path, { headers: { cookie, 'accept-language': 'zh-CN' } })).text();

describe('first-contact responsibility', () => {
  it('[C1] [C2] [C3] [C12] an accepted case is offered, accepted, and the resident’s link shows who has it now', async () => {
    const { one, issued, caseId } = await served();
    const two = await hall.clerk('two');
    await one.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'accepted', note: '' } });
    await one.tickets.finish({ ...wish(), ticketId: issued.ticketId });
    const offer = await one.cases.offer({ ...wish(), caseId, to: await idOf(two), note: '请接办' });
    expect((await two.cases.mine({}))[0]).toMatchObject({ mine: 'receiver', offer: { toMe: true } });
    expect(await refusalCode(one.cases.accept({ ...wish(), caseId, handoverId: offer.handoverId }))).toBe(
      'not-receiver',
    );
    expect(await page(issued.link)).toContain('one 员');
    await two.cases.accept({ ...wish(), caseId, handoverId: offer.handoverId });
    expect((await two.cases.mine({}))[0]).toMatchObject({ mine: 'handler', firstContact: 'one 员', handler: 'two 员' });
    const text = await page(issued.link);
    expect(text).toContain('one 员');
    expect(text).toContain('two 员');
    expect(await refusalCode(one.cases.close({ ...wish(), caseId, outcome: 'granted', note: '已批准' }))).toBe(
      'not-handler',
    );
    await two.cases.close({ ...wish(), caseId, outcome: 'granted', note: '已批准' });
    expect((await two.cases.mine({}))[0]).toMatchObject({ phase: 'decided', outcome: 'granted', tellBy: '2026-12-07' });
    await one.cases.tell({ ...wish(), caseId, way: 'telephone', reached: true, remark: '' });
    expect(await two.cases.mine({})).toEqual([]);
  });

  it('[C3] an offer that nobody answers goes back after 30 min of open time, and the supervisor is told', async () => {
    const { one, caseId } = await served();
    const two = await hall.clerk('two');
    const boss = hall.follow(await hall.clerk('boss'), 'staff');
    await one.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'accepted', note: '' } });
    await one.cases.offer({ ...wish(), caseId, to: await idOf(two), note: '请接办' });
    await hall.clock.advance(29 * MINUTE);
    expect((await two.cases.mine({})).length).toBe(1);
    await hall.clock.advance(2 * MINUTE);
    expect(await two.cases.mine({})).toEqual([]);
    expect((await one.cases.mine({}))[0]).toMatchObject({ mine: 'handler', offer: null });
    await eventually(() => expect(boss.snapshot().rows.notes.map((note) => note.kind)).toContain('handover-lapsed'));
  });

  it('[C3] the clock of an offer counts open time only: offered ten minutes before closing, it lapses the next morning', async () => {
    const { one, caseId } = await served();
    const two = await hall.clerk('two');
    await one.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'accepted', note: '' } });
    await hall.clock.advance((8 * 60 - 11) * MINUTE); // 16:50
    const offer = await one.cases.offer({ ...wish(), caseId, to: await idOf(two), note: '请接办' });
    expect(offer.lapsesAt).toBe('2026-11-24T01:20:00.000Z'); // 09:20 in Shanghai
  });

  it('[C3] [T2] an offer of a case that is days old lapses on the supervisor’s board of that day', async () => {
    const { one, caseId, issued } = await served();
    const two = await idOf(await hall.clerk('two'));
    await one.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'accepted', note: '' } });
    await one.tickets.finish({ ...wish(), ticketId: issued.ticketId });
    await hall.clock.advance(3 * DAY);
    const boss = hall.follow(await hall.clerk('boss'), 'staff');
    const late = await hall.clerk('one');
    await late.cases.offer({ ...wish(), caseId, to: two, note: '请接办' });
    await hall.clock.advance(31 * MINUTE);
    await eventually(() =>
      expect(boss.snapshot().rows.notes).toMatchObject([{ kind: 'handover-lapsed', caseId, number: 'A001' }]),
    );
  });

  it('[C3] an offer that lapses with the end of the day is on the supervisor’s board of the next one', async () => {
    const { one, caseId, issued } = await served();
    const two = await idOf(await hall.clerk('two'));
    await one.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'accepted', note: '' } });
    await one.tickets.finish({ ...wish(), ticketId: issued.ticketId });
    await hall.clock.advance((8 * 60 - 31) * MINUTE); // 16:30
    const offer = await one.cases.offer({ ...wish(), caseId, to: two, note: '请接办' });
    expect(offer.lapsesAt).toBe('2026-11-23T09:00:00.000Z'); // 17:00 in Shanghai, as the hall closes
    await hall.clock.advance(30 * MINUTE);
    await hall.clock.advance(16 * 60 * MINUTE); // 09:00 on Tuesday
    const boss = hall.follow(await hall.clerk('boss'), 'staff');
    await eventually(() => expect(boss.snapshot().rows.notes.map((note) => note.kind)).toEqual(['handover-lapsed']));
    await hall.clock.advance(DAY);
    const later = hall.follow(await hall.clerk('boss'), 'staff');
    await eventually(() => expect(later.snapshot().rows.notes).toEqual([]));
  });

  it('[C5] [C7] a notice names materials of the catalogue, all at once, and has a paper with its number', async () => {
    const { one, caseId, issued } = await served();
    const conclude = (missing: string[]) =>
      one.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'notice', missing, note: '' } });
    expect(await refusalCode(conclude(['A-1.1', 'A-1.8']))).toBe('material-not-in-catalogue');
    const notice = await conclude(['A-1.1', 'A-1.3']);
    expect(notice.noticeNo).toBe('GZ2026-000001');
    // C12: any clerk finds it by the number of the paper.
    const found = await (await hall.clerk('two')).tickets.lookUp({ number: 'gz2026 000001' });
    expect(found).toMatchObject({ number: 'A001', cases: [{ phase: 'noticed', firstContact: 'one 员' }] });
    const paper = await page(notice.paper!);
    expect(paper).toContain('材料 0');
    expect(paper).toContain('材料 2');
    expect(paper).not.toContain('材料 1');
    expect((await one.tickets.finish({ ...wish(), ticketId: issued.ticketId })).phase).toBe('finished');
  });

  it('[C7] a paper says for ever what was given that day, whatever became of case and catalogue', async () => {
    const { one, caseId, issued } = await served();
    const conclusion = { kind: 'notice' as const, missing: ['A-1.1', 'A-1.3'], note: '请带原件' };
    const given = await one.cases.conclude({ ...wish(), caseId, conclusion });
    await one.tickets.finish({ ...wish(), ticketId: issued.ticketId });
    const original = await page(given.paper!, hall.cookieOf(one));
    expect(original).not.toContain('补打件');
    const reprint = /<p class="again">.*<\/p>/;
    await one.cases.close({ ...wish(), caseId, outcome: 'withdrawn', note: '居民不再办理' });
    const materials = [0, 1, 2].map((i) => ({ 'zh-Hans': `新材料 ${i}`, 'zh-Hant': `新材料 ${i}` }));
    await hall.system.hall.commit({ command: 'save-matter', requestId: null, actor: CLOCK }, (tx) => {
      const all = tx.read(matters).all();
      addMatter(tx, { ...all.get('A-1' as MatterId)!, basis: '新依据', materials, source: '' });
      return {};
    });
    expect((await page(given.paper!)).replace(reprint, '')).toBe(original);

    await hall.clock.advance(DAY);
    const two = await hall.clerk('two');
    const [paper] = await two.cases.papers({ caseId });
    expect(paper).toMatchObject({ no: given.noticeNo, kind: 'notice', day: '2026-11-23' });
    const again = await page(paper!.path!);
    for (const text of ['补打件', '2026年11月24日', '已撤回', '材料 0', '材料 2', '请带原件', '2026年11月23日'])
      expect(again).toContain(text);
    for (const text of ['新材料', '新依据', '居民不再办理']) expect(again).not.toContain(text);
  });

  it('[C7] [T2] past midnight paper and acceptance are of the date on the wall, whichever day files the ticket', async () => {
    const boss = await hall.clerk('boss');
    const plan = {
      kind: 'extended' as const,
      day: '2026-11-23',
      from: '22:00',
      to: '02:00',
      letters: ['A' as Letter],
      counterIds: ['c1' as CounterId],
      bookableShare: 0,
    };
    await boss.openings.create({ ...wish(), plan });
    await hall.clock.advance(15.5 * 60 * MINUTE); // 00:31 on Tuesday
    const { one, caseId, issued } = await served();
    const { receiptNo } = await one.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'accepted', note: '' } });
    expect(receiptNo).toBe('SL2026-000001');
    expect((await one.cases.mine({}))[0]).toMatchObject({ acceptedOn: '2026-11-24', papers: [{ day: '2026-11-24' }] });
    expect(issued.day).toBe('2026-11-23');
  });

  it('[C7] papers are numbered by kind and year, and found by any clerk by their numbers', async () => {
    const { one, caseId, issued } = await served(['A-1', 'A-2'] as MatterId[]);
    const second = (await one.cases.mine({})).find((found) => found.caseId !== caseId)!.caseId;
    const first = await one.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'accepted', note: '' } });
    const other = await one.cases.conclude({ ...wish(), caseId: second, conclusion: { kind: 'accepted', note: '' } });
    expect([first.receiptNo, other.receiptNo]).toEqual(['SL2026-000001', 'SL2026-000002']);
    const found = await (await hall.clerk('two')).tickets.lookUp({ number: other.receiptNo! });
    expect(found.ticketId).toBe(issued.ticketId);
    expect(await refusalCode(one.cases.papers({ caseId: 'nothing' as CaseId }))).toBe('case-unknown');
  });

  it('[C5] a matter has one conclusion, given by its handler', async () => {
    const { one, caseId } = await served();
    const two = await hall.clerk('two');
    const answered = { kind: 'answered' as const, note: '已答复' };
    expect(await refusalCode(two.cases.conclude({ ...wish(), caseId, conclusion: answered }))).toBe('ticket-elsewhere');
    await one.cases.conclude({ ...wish(), caseId, conclusion: answered });
    expect(await refusalCode(one.cases.conclude({ ...wish(), caseId, conclusion: answered }))).toBe('case-over');
    expect(await refusalCode(one.cases.offer({ ...wish(), caseId, to: await idOf(two), note: '请接办' }))).toBe(
      'case-over',
    );
    expect(
      await refusalCode(one.cases.close({ ...wish(), caseId: 'nothing' as CaseId, outcome: 'granted', note: '好的' })),
    ).toBe('case-unknown');
  });

  it('[P3] a link shows one thing; a changed one shows nothing', async () => {
    const { one, issued, caseId } = await served();
    const { paper } = await one.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'accepted', note: '' } });
    const status = async (path: string) => (await fetch(hall.origin + path)).status;
    const link = issued.link.slice('/t/'.length);
    expect(await status(`/t/${link}`)).toBe(200);
    expect(await status(paper!)).toBe(200);
    for (let i = link.length - 22; i < link.length; i++) {
      const changed = link.slice(0, i) + (link[i] === 'x' ? 'y' : 'x') + link.slice(i + 1);
      expect(await status(`/t/${changed}`), changed).toBe(404);
    }
    expect(await status(`/t/${link.slice(0, -22)}`)).toBe(404);
    expect(await status(`/c/${link}`)).toBe(404);
    await hall.clock.advance(40 * 3_600_000);
    expect(await status(`/t/${link}`)).toBe(404);
  });
});
