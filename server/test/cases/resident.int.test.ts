import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CounterId, MatterId } from '../../../schema/ids.ts';
import { PRIVACY_NOTICE } from '../../../schema/people/person.ts';
import { plain } from '../../../schema/texts/unbroken.ts';
import { newRequestId } from '../../../web/client.ts';
import { eventually, refusalCode, startTestHall, type TestHall } from '../harness.ts';

let hall: TestHall;
beforeEach(async () => {
  hall = await startTestHall();
});
afterEach(() => hall.stop());

const wish = () => ({ requestId: newRequestId() });

/** One at a counter, whose case is open. */
async function served() {
  const kiosk = await hall.kiosk();
  const one = await hall.clerk('one');
  const matterIds = ['A-1' as MatterId];
  const { ticketId } = await kiosk.tickets.issue({ ...wish(), matterIds, care: false, printing: false });
  await one.counters.open({ ...wish(), counterId: 'c1' as CounterId });
  await one.tickets.callNext({ ...wish(), counterId: 'c1' as CounterId });
  await one.tickets.start({ ...wish(), ticketId });
  const [{ caseId } = { caseId: null }] = await one.cases.mine({});
  if (!caseId) throw new Error('no case was opened');
  return { one, caseId, ticketId };
}

/** An accepted case, and the path of its page. */
async function accepted() {
  const { one, caseId } = await served();
  const { paper } = await one.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'accepted', note: '' } });
  const path = `/c/${paper!.replace(/^.*\/|\?.*$/g, '')}`;
  return { one, caseId, path };
}

const ask = (path: string, init: RequestInit = {}) =>
  fetch(hall.origin + path, { ...init, redirect: 'manual', headers: { 'accept-language': 'zh-CN' } });
const page = async (path: string) => (await ask(path)).text().then(plain);
/** As the form of the page sends it. */
const send = (path: string, fields: Record<string, string>) =>
  ask(path, { method: 'POST', body: new URLSearchParams({ ...wish(), ...fields }) });

describe('a case’s page', () => {
  it('[C12] a case’s page takes a question, says that it was received and read, and shows the answer', async () => {
    const { one, caseId, path } = await accepted();
    expect(await page(path)).toContain('对这件事有什么要问？');
    const asked = '请问什么时候能办好？';
    expect((await send(`${path}/inquiry`, { text: asked })).headers.get('location')).toBe(path);
    expect(await page(path)).toMatch(/请问什么时候能办好？.*大厅已收到.*最迟11月25日/s);
    const { inquiries } = await one.cases.one({ caseId });
    expect(inquiries).toMatchObject([{ text: asked, readOn: null, answer: null }]);
    const inquiryId = inquiries[0]!.id;
    await one.cases.readInquiry({ ...wish(), caseId, inquiryId });
    expect(await page(path)).toContain('工作人员在11月23日 周一看过');
    await one.cases.answerInquiry({ ...wish(), caseId, inquiryId, text: '材料齐全，下周五前办结' });
    expect(await page(path)).toMatch(/答复：.*材料齐全，下周五前办结/s);
    const ledger = JSON.stringify(hall.system.store.db.prepare('SELECT data FROM ledger').all());
    for (const words of [asked, '材料齐全']) expect(ledger).not.toContain(words);
  });

  it('[C12] [A3] a question that is too short or one too many is shown again with its sentence, and changes nothing', async () => {
    const { one, caseId, path } = await accepted();
    const short = await send(`${path}/inquiry`, { text: '？' });
    expect(short.status).toBe(400);
    expect(await short.text()).toMatch(/<textarea[^>]*aria-invalid[^>]*>？<\/textarea>/);
    for (const n of [1, 2, 3]) await send(`${path}/inquiry`, { text: `第 ${n} 个问题` });
    const more = await send(`${path}/inquiry`, { text: '第四个问题' });
    expect(plain(await more.text())).toMatch(/第四个问题<\/textarea>.*已有 3 个问题等待答复/s);
    expect((await one.cases.one({ caseId })).inquiries).toHaveLength(3);
  });

  it('[C12] [C5] a case’s page takes the matter back after asking once more, and the handler has it no longer', async () => {
    const { one, caseId, path } = await accepted();
    expect(await page(`${path}/withdraw`)).toContain('确定撤回申请吗？');
    await send(`${path}/withdraw`, {});
    expect(await page(path)).toContain('已撤回');
    expect(await one.cases.mine({})).toEqual([]);
    expect((await one.cases.one({ caseId })).outcome).toBe('withdrawn');
    const again = await send(`${path}/withdraw`, {});
    expect(again.status).toBe(409);
  });

  it('[C12] a case’s page says who has it now and at which counter, and how its day was counted', async () => {
    const { path } = await accepted();
    expect(await page(path)).toMatch(/1 号窗口.*期限怎样计算.*自受理次日起 \d+ 个工作日/s);
  });

  it('[C12] a case’s page tells what happened in plain words, step by step, and nothing that is the hall’s own', async () => {
    const { one, caseId, path } = await accepted();
    await one.cases.pause({ ...wish(), caseId, kind: 'hearing', basis: '内部意见：先放一放', days: 3 });
    await one.cases.offer({
      ...wish(),
      caseId,
      to: (await (await hall.clerk('two')).session.me()).clerkId,
      note: '麻烦的申请人',
    });
    const shown = await page(path);
    expect(shown).toMatch(/办理经过.*窗口开始办理.*受理，编号 SL2026-000001.*期限暂停至 2026年11月26日.*办结期限由/s);
    expect(shown).not.toMatch(/麻烦的申请人|转办给|居民同意接收/);
  });

  it('[C12] [P3] nothing is done with a link that shows nothing, nor with a case that has no conclusion yet', async () => {
    const { path } = await accepted();
    expect((await send(`${path}x/inquiry`, { text: '有人吗？' })).status).toBe(404);
    expect((await send(`${path}/messages`, { agreed: 'perhaps' })).status).toBe(400);
  });

  it('[C12] [A1] messages are wished for by the link, and stopped at the counter', async () => {
    const { one, caseId, path } = await accepted();
    await send(`${path}/messages`, { agreed: 'yes' });
    expect((await one.cases.one({ caseId })).messages).toBe(true);
    await one.cases.agreeMessages({ ...wish(), caseId, agreed: false });
    expect(await page(path)).toContain('现在不发短信');
    expect(await refusalCode(one.cases.readInquiry({ ...wish(), caseId, inquiryId: 'none' as never }))).toBe(
      'inquiry-unknown',
    );
  });
});

it('[C12] a refusal that was proposed at the counter and is over is a call to make, and no more once it is proposed anew', async () => {
  const boss = await hall.clerk('boss');
  const { one, caseId, ticketId } = await served();
  const applicant = { kind: 'person', name: '王小花', telephone: '13985001234', document: null } as const;
  await one.people.enter({
    ...{ ...wish(), of: { caseId }, helper: null, notice: PRIVACY_NOTICE },
    applicant: { ...applicant, language: 'zh-Hans' },
  });
  const against = { reason: '申请人不在本社区居住，不符合办法第五条的规定', basis: '办法第五条' };
  await one.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'refused', ...against } });
  await one.tickets.finish({ ...wish(), ticketId: ticketId });
  const board = hall.follow(boss, 'staff');
  const owed = () => board.snapshot().rows.notes.filter(({ kind }) => kind === 'ring-owed');
  await boss.cases.sendBackRefusal({ ...wish(), caseId, remark: '请再核对住址' });
  expect(await one.cases.one({ caseId })).toMatchObject({ phase: 'accepted', ringTask: { why: 'over' } });
  await eventually(() => expect(owed()).toHaveLength(1));
  await one.cases.proposeRefusal({ ...wish(), caseId, ...against });
  expect((await one.cases.one({ caseId })).ringTask).toBeNull();
  await eventually(() => expect(owed()).toEqual([]));
});
