import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaseId, CounterId, MatterId } from '../../../../schema/ids.ts';
import { plain } from '../../../../schema/texts/unbroken.ts';
import { newRequestId } from '../../../../web/client.ts';
import { eventually, refusalCode, startTestHall, type TestHall } from '../../harness.ts';

let dir: string;
let hall: TestHall;
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'shouwen-corrections-'));
  hall = await startTestHall({ dir });
});
afterEach(async () => {
  await hall.stop();
  rmSync(dir, { recursive: true, force: true });
});

const wish = () => ({ requestId: newRequestId() });
const DAY = 86_400_000;
const REASON = '复核发现该事项属于本大厅办理范围';
const AGAINST = { reason: REASON, basis: '办法第五条' };
const page = async (path: string) =>
  (await fetch(hall.origin + path, { headers: { 'accept-language': 'zh-CN' } })).text().then(plain);
const textOf = async (path: string) => (await page(path)).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

/** What `one` concluded at counter 1 as done, a day ago. */
async function done() {
  const { one, caseId, ticketId, link } = await atCounter();
  const conclusion = { kind: 'done' as const, note: '已办' };
  const { paper, paperNo } = await one.cases.conclude({ ...wish(), caseId, conclusion });
  await one.tickets.finish({ ...wish(), ticketId });
  await hall.clock.advance(DAY);
  const path = /\/c\/[\w-]+/.exec(await page(link))?.[0] ?? paper!.replace(/^\/paper\/\w+\/([\w-]+).*/, '/c/$1');
  return { caseId, path, closing: paper!.replace('?original', ''), no: paperNo! };
}

async function atCounter() {
  const kiosk = await hall.kiosk();
  const one = await hall.clerk('one');
  const counterId = 'c1' as CounterId;
  const asked = { ...wish(), matterIds: ['A-1' as MatterId], care: false, printing: false };
  const { ticketId, link } = await kiosk.tickets.issue(asked);
  await one.counters.open({ ...wish(), counterId });
  await one.tickets.callNext({ ...wish(), counterId });
  await one.tickets.start({ ...wish(), ticketId });
  const { caseId } = (await one.cases.mine({}))[0]!;
  return { one, caseId, ticketId, link };
}

async function anotherSupervisor() {
  const admin = await hall.clerk('admin');
  const known = (await admin.administration.clerks({})).find(({ account }) => account === 'two')!;
  await admin.administration.saveClerk({ ...wish(), clerk: { ...known, role: 'supervisor' }, newPassword: false });
  return hall.clerk('two');
}

describe('what ended wrongly without a decision', () => {
  it('[C1] [C5] [C9] what ended wrongly without a decision goes on in a linked case: same first contact, own limit, and a receipt that names the void paper', async () => {
    const { caseId, path, closing, no } = await done();
    const [one, boss] = [await hall.clerk('one'), await hall.clerk('boss')];
    const asked = { caseId, outcome: 'corrected' as const, ...AGAINST };
    expect(await refusalCode(one.cases.correctOutcome({ ...wish(), ...asked }))).toBe('not-allowed');
    const given = await boss.cases.correctOutcome({ ...wish(), ...asked });
    expect(given).toMatchObject({ no: 'SL2026-000001' });
    expect(await boss.cases.one({ caseId: given.linked! })).toMatchObject({
      ...{ phase: 'accepted', firstContact: 'one 员', handler: '主任', acceptedOn: '2026-11-24', dueOn: '2026-12-22' },
      links: [{ is: 'from', caseId, phase: 'closed', outcome: 'corrected' }],
    });
    expect(await one.cases.one({ caseId })).toMatchObject({
      ...{ phase: 'closed', outcome: 'corrected', ending: null },
      corrected: { was: 'done', on: '2026-11-24', voids: [no], linkedNo: 'SL2026-000001' },
    });
    expect(await one.cases.papers({ caseId })).toMatchObject([{ no, voidedBy: 'SL2026-000001' }]);
    const receipt = await textOf(given.paper!);
    for (const said of [`${no} 号文书作废`, '当场办结', REASON, '更正的依据 办法第五条'])
      expect(receipt).toContain(said);
    expect(await textOf(closing)).toContain('本文书已作废，以 SL2026-000001 为准');
    const seen = await textOf(path);
    for (const said of ['已更正，另件续办', `${no} 号文书作废`, '由 SL2026-000001 接着办', '不用重新申请'])
      expect(seen).toContain(said);
    expect(await refusalCode(boss.cases.correctOutcome({ ...wish(), ...asked }))).toBe('corrected-already');
  });

  it('[C5] what ended wrongly without a decision takes the linked case that an objection has opened, and gives a paper that names it and the void one', async () => {
    const { caseId, path, closing, no } = await done();
    const [one, boss] = [await hall.clerk('one'), await hall.clerk('boss')];
    const opened = await one.cases.openLinked({ ...wish(), caseId, reason: '居民说事情没有办成' });
    expect(await boss.cases.one({ caseId })).toMatchObject({ goesOnAs: opened.receiptNo });
    const given = await boss.cases.correctOutcome({ ...wish(), caseId, outcome: 'corrected', ...AGAINST });
    expect(given).toMatchObject({ no: 'BJ2026-000002', linked: opened.caseId });
    const paper = await textOf(given.paper!);
    for (const said of [`由 ${opened.receiptNo} 号办件接着办`, `${no} 号文书作废`, REASON, '办法第五条'])
      expect(paper).toContain(said);
    expect(await textOf(`${closing}?no=${no}`)).toContain('本文书已作废，以 BJ2026-000002 为准');
    expect(await textOf(path)).toContain(`由 ${opened.receiptNo} 号办件接着办`);
    expect(await one.cases.one({ caseId: opened.caseId })).toMatchObject({ phase: 'accepted', handler: 'one 员' });
    const { links, handler } = await boss.cases.one({ caseId });
    expect(handler).toBe('one 员');
    expect(links.map((link) => link.caseId)).toEqual([opened.caseId]);
  });

  it('[C5] in other words alone says what they are, and is nothing when none is other', async () => {
    const { caseId, path, no } = await done();
    const boss = await hall.clerk('boss');
    const first = await boss.cases.correctOutcome({ ...wish(), caseId, outcome: 'done', ...AGAINST });
    for (const said of ['本文书更正理由、依据，结果不变', `${no} 号文书作废`])
      expect(await textOf(first.paper!)).toContain(said);
    expect(await textOf(path)).toContain('更正了文书的理由、依据，结果不变');
    const chief = await anotherSupervisor();
    const same = { caseId, outcome: 'done' as const, ...AGAINST };
    expect(await refusalCode(chief.cases.correctOutcome({ ...wish(), ...same }))).toBe('correction-changes-nothing');
    const next = await chief.cases.correctOutcome({ ...wish(), ...same, basis: '办法第六条' });
    expect(await textOf(next.paper!)).toContain('本文书更正依据，结果不变');
    expect(await chief.cases.one({ caseId })).toMatchObject({
      ...{ corrected: { changed: ['basis'] }, ending: { mine: true } },
      ringTask: { why: 'reworded', unreachable: true },
    });
  });

  it('[C5] [C6] what ended wrongly without a decision is corrected to a place of the directory alone, and its slip names the void paper', async () => {
    const { caseId, closing, no } = await done();
    const [admin, boss] = [await hall.clerk('admin'), await hall.clerk('boss')];
    const to = { caseId, outcome: 'not-ours' as const, ...AGAINST };
    expect(await refusalCode(boss.cases.correctOutcome({ ...wish(), ...to }))).toBe('agency-unknown');
    const agency = {
      name: '区公证处',
      address: '和平路 8 号',
      telephone: '0851-85551234',
      hours: '',
      aliases: [],
      inUse: true,
    };
    await admin.administration.saveAgency({ ...wish(), agency });
    const agencyId = (await boss.administration.agencies({})).find(({ name }) => name === agency.name)!.id;
    const given = await boss.cases.correctOutcome({ ...wish(), ...to, agencyId });
    expect(given).toMatchObject({ no: 'ZY2026-000001', linked: null });
    for (const said of ['区公证处', '原为：当场办结', `${no} 号文书作废`, REASON])
      expect(await textOf(given.paper!)).toContain(said);
    expect(await textOf(closing)).toContain('以 ZY2026-000001 为准');
    await hall.clock.advance(DAY);
    const wording = { caseId, outcome: 'not-ours' as const, agencyId, ...AGAINST };
    expect(await refusalCode((await hall.clerk('boss')).cases.correctOutcome({ ...wish(), ...wording }))).toBe(
      'own-decision',
    );
  });
});

describe('a decision that was corrected to a refusal', () => {
  async function sentBack() {
    const { one, caseId, ticketId } = await atCounter();
    await one.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'accepted', note: '' } });
    await one.tickets.finish({ ...wish(), ticketId });
    await one.cases.close({ ...wish(), caseId, outcome: 'granted', note: '准予' });
    await one.cases.tell({ ...wish(), caseId, way: 'counter', reached: true, remark: '' });
    const boss = await hall.clerk('boss');
    const chief = await anotherSupervisor();
    const reason = '申请人不在本社区居住，不符合第五条';
    await chief.cases.correctOutcome({ ...wish(), caseId, outcome: 'refused', reason, basis: '办法第五条' });
    await boss.cases.sendBackRefusal({ ...wish(), caseId, remark: '请补充核查记录' });
    return caseId;
  }
  async function isLateOnBoard(caseId: CaseId) {
    const boss = await hall.clerk('boss');
    await eventually(async () =>
      expect((await boss.boards.staff()).rows.notes).toMatchObject([{ kind: 'duty-late', detail: 'sent-back' }]),
    );
    expect((await boss.cases.one({ caseId })).overdue).toEqual([{ duty: 'sent-back', by: '2026-11-25' }]);
  }

  it('[C6] [C10] a correction that was sent back, and that its author leaves, is late on the supervisors’ board the day after its day', async () => {
    const caseId = await sentBack();
    await hall.clock.advance(3 * DAY);
    await isLateOnBoard(caseId);
  });

  it.each([
    ['the start is before that day', 0, 3 * DAY],
    ['the start is after that day', 3 * DAY, 0],
  ])(
    '[C6] [C10] [H9] sent back by a program that planned no look is late on the board after a start: %s',
    async (_, before, after) => {
      const caseId = await sentBack();
      const { nowMs } = hall.clock;
      hall.system.store.db.exec("DELETE FROM outbox WHERE kind IN ('watch-case', 'fold-case')");
      await hall.stop('goesOn');
      hall = await startTestHall({ dir, nowMs: nowMs + before });
      await hall.clock.advance(after);
      await isLateOnBoard(caseId);
    },
  );
});
