import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ClerkId, CounterId, MatterId } from '../../../schema/ids.ts';
import { plain } from '../../../schema/texts/unbroken.ts';
import { type Client, newRequestId } from '../../../web/client.ts';
import { eventually, refusalCode, startTestHall, type TestHall } from '../harness.ts';
import { openCases } from '../owners/owner-fixture.ts';

let hall: TestHall;
beforeEach(async () => {
  hall = await startTestHall();
});
afterEach(() => hall.stop());

const wish = () => ({ requestId: newRequestId() });
const DAY = 86_400_000;

/** One ticket served at counter 1 by `one`; its case is open. */
async function served() {
  const matterIds = ['A-1' as MatterId];
  const kiosk = await hall.kiosk();
  const one = await hall.clerk('one');
  const issued = await kiosk.tickets.issue({ ...wish(), matterIds, care: false, printing: false });
  await one.counters.open({ ...wish(), counterId: 'c1' as CounterId });
  await one.tickets.callNext({ ...wish(), counterId: 'c1' as CounterId });
  await one.tickets.start({ ...wish(), ticketId: issued.ticketId });
  const [open] = await one.cases.mine({});
  return { one, issued, caseId: open!.caseId };
}

async function anotherSupervisor() {
  const admin = await hall.clerk('admin');
  const known = (await admin.administration.clerks({})).find(({ account }) => account === 'two')!;
  await admin.administration.saveClerk({ ...wish(), clerk: { ...known, role: 'supervisor' }, newPassword: false });
  return { admin, known, chief: await hall.clerk('two') };
}

async function idOf(clerk: Client): Promise<ClerkId> {
  return (await clerk.session.me()).clerkId;
}

const page = async (path: string, cookie = '') =>
  (await fetch(hall.origin + path, { headers: { cookie, 'accept-language': 'zh-CN' } })).text().then(plain);

describe('a refusal by two persons', () => {
  const REASON = '申请人不在本社区居住，不符合办法第五条的规定';
  const proposed = async () => {
    const visit = await served();
    const { one, caseId, issued } = visit;
    const { paper } = await one.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'accepted', note: '' } });
    await one.tickets.finish({ ...wish(), ticketId: issued.ticketId });
    expect(
      await refusalCode(
        one.cases.proposeRefusal({ ...wish(), caseId, reason: '不行。。。。。。。。。', basis: '办法第五条' }),
      ),
    ).toBe('reason-too-thin');
    await one.cases.proposeRefusal({ ...wish(), caseId, reason: REASON, basis: '办法第五条' });
    return { ...visit, paper: paper! };
  };

  it('[C6] [C12] a proposed refusal is no decision: the supervisor reads the reason, resident and paper say so', async () => {
    const bossUp = await hall.clerk('boss');
    const boss = hall.follow(bossUp, 'staff');
    const { one, caseId, paper, issued } = await proposed();
    const [shown] = await openCases(bossUp);
    expect(shown).toMatchObject({
      caseId,
      phase: 'proposed',
      outcome: null,
      proposal: { reason: REASON, mine: false },
    });
    await eventually(() => {
      const { offers, notes } = boss.snapshot().rows;
      expect(offers).toMatchObject([{ id: caseId, phase: 'proposed' }]);
      expect(notes).toMatchObject([{ kind: 'refusal-proposed', caseId, about: 'SL2026-000001', detail: REASON }]);
    });
    for (const path of [issued.link, (await one.cases.papers({ caseId }))[0]!.path!])
      expect(await page(path)).toContain('拟不予办理，尚未决定');
    expect(await page(paper, hall.cookieOf(one))).not.toContain('拟不予办理');
    expect(await refusalCode(one.cases.confirmRefusal({ ...wish(), caseId }))).toBe('not-allowed');
    await bossUp.cases.confirmRefusal({ ...wish(), caseId });
    expect(await page(issued.link)).toContain('不予办理');
    expect(await page(issued.link)).not.toContain('尚未决定');
    await eventually(() => expect(boss.snapshot().rows).toMatchObject({ offers: [], notes: [] }));
    const [decided] = await openCases(bossUp);
    const decision = decided!.papers.find(({ kind }) => kind === 'decision');
    expect(await page(decision!.path!)).toContain('行政复议');
    await one.cases.tell({ ...wish(), caseId, way: 'counter', reached: true, remark: '' });
    expect(await openCases(bossUp)).toEqual([]);
  });

  it('[C5] [C6] a matter refused at the counter ends its ticket, and its paper says that it is proposed and by when', async () => {
    const { one, caseId, issued } = await served();
    const conclusion = { kind: 'refused', reason: REASON, basis: '办法第五条第二款' } as const;
    const given = await one.cases.conclude({ ...wish(), caseId, conclusion });
    expect(given).toMatchObject({ phase: 'proposed', receiptNo: 'SL2026-000001' });
    await one.tickets.finish({ ...wish(), ticketId: issued.ticketId });
    const paper = await page(given.paper!);
    for (const said of [
      '拟不予办理告知书',
      'NB2026-000001',
      REASON,
      '办法第五条第二款',
      '2026年11月25日',
      '还不是决定',
    ])
      expect(paper).toContain(said);
    const boss = await hall.clerk('boss');
    expect((await openCases(boss))[0]).toMatchObject({
      proposal: { basis: '办法第五条第二款', reviewBy: '2026-11-25' },
    });
    expect(await boss.cases.history({ caseId })).toMatchObject([
      { kind: 'case-opened', byName: 'one 员', facts: { number: issued.number }, words: [] },
      { kind: 'case-accepted', facts: { no: 'SL2026-000001' } },
      {
        kind: 'refusal-proposed',
        byName: 'one 员',
        facts: { day: '2026-11-25' },
        words: [REASON, '办法第五条第二款'],
      },
    ]);
    await boss.cases.confirmRefusal({ ...wish(), caseId });
    const decision = (await one.cases.papers({ caseId })).find(({ kind }) => kind === 'decision')!;
    expect(await page(decision.path!)).toContain('办法第五条第二款');
    expect(await page(decision.path!)).not.toContain('截至');
    await one.cases.tell({ ...wish(), caseId, way: 'counter', reached: true, remark: '' });
    expect(await page(decision.path!)).toContain('申请行政复议截至 2027年1月22日');
    const link = decision.path!.split('/').at(-1)!.split('?')[0];
    expect(await page(`/c/${link}`)).toContain('向人民法院起诉截至 2027年5月24日');
  });

  it('[C5] [C6] a wrong decision is void on its paper, and another says so and is told', async () => {
    const { one, caseId } = await proposed();
    const boss = await hall.clerk('boss');
    await boss.cases.confirmRefusal({ ...wish(), caseId });
    await one.cases.tell({ ...wish(), caseId, way: 'counter', reached: true, remark: '' });
    const correction = {
      caseId,
      outcome: 'granted',
      reason: '复查查明申请人自三月起住在本社区',
      basis: '办法第四条',
    } as const;
    expect(await refusalCode(one.cases.correctOutcome({ ...wish(), ...correction }))).toBe('not-allowed');
    expect(await refusalCode(boss.cases.correctOutcome({ ...wish(), ...correction }))).toBe('own-decision');
    const { chief } = await anotherSupervisor();
    await chief.cases.correctOutcome({ ...wish(), ...correction });
    const [wrong, right] = (await one.cases.papers({ caseId })).filter(({ kind }) => kind === 'decision');
    expect(await page(wrong!.path!)).toContain(`本决定书已作废，以 ${right!.no} 为准`);
    expect(await page(wrong!.path!)).toContain('<b>不予办理</b>');
    const paper = await page(right!.path!);
    for (const text of [`${wrong!.no} 号决定书作废`, '<b>准予办理</b>', correction.reason, correction.basis])
      expect(paper).toContain(text);
    expect(paper).not.toContain('行政复议');
    expect(await chief.cases.mine({})).toMatchObject([
      { caseId, phase: 'decided', outcome: 'granted', mine: 'handler' },
    ]);
  });

  it('[C5] [C6] a grant that is corrected to a refusal stands until another supervisor confirms it, on page and paper', async () => {
    const { one, caseId, issued } = await served();
    await one.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'accepted', note: '' } });
    await one.tickets.finish({ ...wish(), ticketId: issued.ticketId });
    await one.cases.close({ ...wish(), caseId, outcome: 'granted', note: '准予' });
    await one.cases.tell({ ...wish(), caseId, way: 'counter', reached: true, remark: '' });
    const boss = await hall.clerk('boss');
    const { chief } = await anotherSupervisor();
    const correction = { caseId, outcome: 'refused', reason: REASON, basis: '办法第五条' } as const;
    await boss.cases.correctOutcome({ ...wish(), ...correction });
    const shown = await chief.cases.one({ caseId });
    expect(shown).toMatchObject({
      ...{ phase: 'closed', outcome: 'granted', correction: { reviewBy: '2026-11-25' }, isMyCorrection: false },
      proposal: { byName: '主任', reason: REASON, mine: false, corrects: 'JD2026-000001' },
    });
    expect(await openCases(chief)).toMatchObject([{ caseId }]);
    expect((await chief.boards.staff()).rows.notes).toMatchObject([{ kind: 'correction-proposed', detail: REASON }]);
    const paperOf = async (kind: string) =>
      (await one.cases.papers({ caseId })).filter((paper) => paper.kind === kind).at(-1)!;
    const proposal = await paperOf('proposal');
    for (const text of ['JD2026-000001 号决定书更正为不予办理', '原决定仍然有效', '准予办理', '2026年11月25日'])
      expect(await page(proposal.path!)).toContain(text);
    expect(await page((await paperOf('decision')).path!)).not.toContain('作废');
    const link = `/c/${proposal.path!.replace(/^.*\/|\?.*$/g, '')}`;
    expect(await page(link)).toMatch(/准予办理.*更正为不予办理.*原决定有效/s);
    expect(await refusalCode(boss.cases.confirmRefusal({ ...wish(), caseId }))).toBe('own-proposal');
    await chief.cases.sendBackRefusal({ ...wish(), caseId, remark: '请补充核查记录' });
    expect(await page(link)).not.toContain('更正为不予办理，最迟');
    expect(await boss.cases.mine({})).toMatchObject([
      { caseId, mine: 'corrector', proposal: null, sentBack: { remark: '请补充核查记录' }, isMyCorrection: true },
    ]);
    expect((await chief.boards.staff()).rows.notes).toEqual([]);
    await boss.cases.correctOutcome({ ...wish(), ...correction });
    await chief.cases.confirmRefusal({ ...wish(), caseId });
    const [wrong, right] = (await one.cases.papers({ caseId })).filter(({ kind }) => kind === 'decision');
    expect(await page(wrong!.path!)).toContain(`本决定书已作废，以 ${right!.no} 为准`);
    expect(await page(right!.path!)).toContain(`${wrong!.no} 号决定书作废`);
    expect(await boss.cases.mine({})).toMatchObject([
      { caseId, phase: 'decided', outcome: 'refused', mine: 'handler', correction: null },
    ]);
  });

  it('[C6] [C15] a correction whose author may not sign in any more is handled by whoever confirms it', async () => {
    const { one, caseId, issued } = await served();
    await one.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'accepted', note: '' } });
    await one.tickets.finish({ ...wish(), ticketId: issued.ticketId });
    await one.cases.close({ ...wish(), caseId, outcome: 'granted', note: '准予' });
    const boss = await hall.clerk('boss');
    const { chief, admin, known } = await anotherSupervisor();
    await chief.cases.correctOutcome({ ...wish(), caseId, outcome: 'refused', reason: REASON, basis: '办法第五条' });
    await admin.administration.block({ ...wish(), clerkId: known.id, reason: '账号疑似被盗用' });
    await boss.cases.confirmRefusal({ ...wish(), caseId });
    expect(await boss.cases.mine({})).toMatchObject([{ caseId, phase: 'decided', handler: '主任', mine: 'handler' }]);
  });

  it('[C6] a proposal that nobody has answered is on the supervisor’s board the day after tomorrow too', async () => {
    const { caseId } = await proposed();
    await hall.clock.advance(2 * DAY);
    const { notes } = (await (await hall.clerk('boss')).boards.staff()).rows;
    expect(notes).toMatchObject([{ kind: 'refusal-proposed', caseId }]);
  });

  it('[C6] a refusal that is sent back shows its handler by whom and why, on the board and in my cases', async () => {
    const { one, caseId } = await proposed();
    const screen = hall.follow(one, 'staff');
    const boss = await hall.clerk('boss');
    await boss.cases.sendBackRefusal({ ...wish(), caseId, remark: '缺少依据，请写明条款' });
    expect((await one.cases.mine({}))[0]).toMatchObject({
      phase: 'accepted',
      proposal: null,
      sentBack: { byName: '主任', remark: '缺少依据，请写明条款' },
    });
    await eventually(() => expect(screen.snapshot().rows.offers).toMatchObject([{ id: caseId, sentBack: true }]));
    await one.cases.close({ ...wish(), caseId, outcome: 'granted', note: '复核后准予' });
    await eventually(() => expect(screen.snapshot().rows.offers).toEqual([]));
  });

  it('[C6] a supervisor who proposed does not confirm: nobody decides alone', async () => {
    const { one, caseId } = await served();
    await one.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'accepted', note: '' } });
    const boss = await hall.clerk('boss');
    const { handoverId } = await boss.cases.offer({ ...wish(), caseId, to: await idOf(boss), note: '由我接办' });
    await boss.cases.accept({ ...wish(), caseId, handoverId });
    await boss.cases.proposeRefusal({ ...wish(), caseId, reason: REASON, basis: '办法第五条' });
    expect(await refusalCode(boss.cases.confirmRefusal({ ...wish(), caseId }))).toBe('own-proposal');
    expect(await refusalCode(boss.cases.sendBackRefusal({ ...wish(), caseId, remark: '再看看' }))).toBe('own-proposal');
    await boss.cases.takeBackRefusal({ ...wish(), caseId });
    expect((await openCases(boss))[0]).toMatchObject({ phase: 'accepted', proposal: null, sentBack: null });
  });
});

describe('a notice that nobody answers', () => {
  it('[C7] [H9] a notice that nobody answers closes by the clock, and is taken up again under its number by whoever serves the resident', async () => {
    const { one, issued, caseId } = await served();
    const [{ materials } = { materials: [] }] = (await one.catalogue({})).matters.filter(({ id }) => id === 'A-1');
    const missing = [materials[0]!.id];
    const given = await one.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'notice', missing, note: '' } });
    await one.tickets.finish({ ...wish(), ticketId: issued.ticketId });
    for (const path of [given.paper!, given.paper!.replace(/^\/paper\/notice\/([^?]+).*/, '/c/$1')])
      expect(await page(path)).toContain('此后 30 天内（到 2027年1月23日 止）');
    expect(await refusalCode(one.cases.revive({ ...wish(), caseId }))).toBe('case-not-over');
    await hall.clock.advance(31 * DAY);
    const two = await hall.clerk('two');
    await eventually(async () =>
      expect(await refusalCode(two.cases.takeBackNotice({ ...wish(), caseId, reason: '可核验' }))).toBe(
        'case-revivable',
      ),
    );
    const link = `/c/${given.paper!.replace(/^.*\/|\?.*$/g, '')}`;
    expect(await page(link)).toContain('2027年1月23日 前（含当天）带齐材料到任一窗口');
    await two.cases.revive({ ...wish(), caseId });
    expect((await two.cases.mine({}))[0]).toMatchObject({
      mine: 'handler',
      phase: 'noticed',
      notice: { no: given.noticeNo },
    });
    await two.cases.receiveMaterials({ ...wish(), caseId, items: missing, isExamined: true });
    expect((await two.cases.mine({}))[0]).toMatchObject({ phase: 'accepted', acceptedOn: '2026-12-24', notice: null });
  });
});

describe('a case that is decided before its due day', () => {
  it('[C5] [C9] a case that is decided before its due day is told of and closes after that day', async () => {
    const { one, issued, caseId } = await served();
    await one.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'accepted', note: '' } });
    await one.tickets.finish({ ...wish(), ticketId: issued.ticketId });
    await hall.clock.advance(27 * DAY);
    const again = await hall.clerk('one');
    await again.cases.close({ ...wish(), caseId, outcome: 'granted', note: '准予' });
    await hall.clock.advance(5 * DAY);
    const later = await hall.clerk('one');
    await later.cases.tell({ ...wish(), caseId, way: 'telephone', reached: true, remark: '' });
    expect(await later.cases.mine({})).toEqual([]);
  });
});
