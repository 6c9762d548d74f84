import { afterEach, describe, expect, it } from 'vitest';
import type { CounterId, MatterId } from '../../../schema/ids.ts';
import { newRequestId } from '../../../web/client.ts';
import type { OutgoingMessage } from '../../gateways/message-file.ts';
import { eventually, startTestHall, type TestHall } from '../harness.ts';

let hall: TestHall;
afterEach(() => hall.stop());

const wish = () => ({ requestId: newRequestId() });
const A1 = 'A-1' as MatterId;
const TELEPHONE = '13985001234';
/** C18: a conclusion is told when it can be undone no more. */
const TOLD_AFTER = 10_000;

/** The open case of somebody who booked with a telephone, at counter 1, and what the gateway was given of cases. */
async function served(ofCases: 'sent' | 'refused' = 'sent') {
  const sent: OutgoingMessage[] = [];
  hall = await startTestHall({
    gateway: async (message) => {
      // A gateway takes an id once.
      if (!sent.some(({ id }) => id === message.id)) sent.push(message);
      return message.text.includes('/c/') ? ofCases : 'sent';
    },
  });
  const phone = hall.anybody();
  const kiosk = await hall.kiosk();
  const [slot] = await phone.appointments.slots({ matterId: A1 });
  const { link } = await phone.appointments.hold({ ...wish(), slotId: slot!.id, matterId: A1 });
  const person = { name: '王某', telephone: TELEPHONE, language: 'zh-Hans' as const };
  const { code } = await phone.appointments.confirm({ ...wish(), link, ...person });
  const { ticketId } = await kiosk.appointments.checkIn({ ...wish(), code, printing: false });
  const one = await hall.clerk('one');
  const counterId = 'c1' as CounterId;
  await one.counters.open({ ...wish(), counterId });
  await one.tickets.callNext({ ...wish(), counterId });
  await one.tickets.start({ ...wish(), ticketId });
  const caseId = (await one.cases.mine({}))[0]!.caseId;
  const texts = () => sent.filter(({ text }) => text.includes('/c/')).map(({ text }) => text);
  return { one, caseId, ticketId, sent, texts };
}

/** The same, accepted for somebody who wishes for messages, when it can be undone no more. */
async function accepted(ofCases: 'sent' | 'refused' = 'sent') {
  const begun = await served(ofCases);
  const { one, caseId } = begun;
  await one.cases.agreeMessages({ ...wish(), caseId, agreed: true });
  await one.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'accepted', note: '' } });
  await hall.clock.advance(TOLD_AFTER);
  return begun;
}

describe('messages about a case', () => {
  it('[C12] [H9] a message on a case that did not arrive leads the supervisor to its case', async () => {
    const { caseId } = await accepted('refused');
    const boss = hall.follow(await hall.clerk('boss'), 'staff');
    const failed = () => boss.snapshot().rows.notes.filter(({ kind }) => kind === 'message-failed');
    await eventually(() => expect(failed()).toMatchObject([{ caseId, about: 'SL2026-000001' }]));
  });

  it('[C12] [C17] messages about a case come at each step to who wished for them, with number, day and page, and to nobody else', async () => {
    const { one, caseId, sent, texts } = await accepted();
    await eventually(() => expect(texts()).toHaveLength(1));
    expect(texts()[0]).toMatch(/已受理，编号 SL2026-000001，最迟 2026年12月\d+日 办结，经办人 one 员.*\/c\//);
    await one.cases.pause({ ...wish(), caseId, kind: 'inspection', basis: '第四十五条', days: 5 });
    await eventually(() => expect(texts()[1]).toMatch(/办结期限改为 2026年12月\d+日/));
    await one.cases.close({ ...wish(), caseId, outcome: 'granted', note: '准予' });
    await eventually(() => expect(texts()[2]).toMatch(/已有决定，最迟 2026年12月\d+日 送达/));
    const page = await fetch(`${hall.origin}/c/${/\/c\/(\S+)/.exec(texts()[0]!)![1]}`);
    expect(page.status).toBe(200);
    expect(texts()).toHaveLength(3);
    expect(new Set(sent.map(({ telephone }) => telephone))).toEqual(new Set([TELEPHONE]));
    expect(texts().join()).not.toContain('王某');
  });

  it('[C5] [C12] say that an outcome was wrong, and the case that goes on tells its own acceptance', async () => {
    const { one, caseId, texts } = await served();
    await one.cases.agreeMessages({ ...wish(), caseId, agreed: true });
    await one.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'done', note: '' } });
    await hall.clock.advance(TOLD_AFTER);
    const boss = await hall.clerk('boss');
    const wrong = { outcome: 'corrected' as const, reason: '复核发现材料并未办理完毕', basis: '办法第五条' };
    await boss.cases.correctOutcome({ ...wish(), caseId, ...wrong });
    await eventually(() => expect(texts().join()).toContain('此前的结果有误，已更正'));
    await hall.clock.advance(TOLD_AFTER);
    await eventually(() => expect(texts().join()).toMatch(/已受理，编号 SL2026-000001/));
  });

  it('[C12] [P1] nobody is told who did not wish for it, or wished no longer', async () => {
    const { one, caseId, texts } = await served();
    await one.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'notice', missing: ['A-1.1'], note: '' } });
    await one.cases.agreeMessages({ ...wish(), caseId, agreed: true });
    await one.cases.receiveMaterials({ ...wish(), caseId, items: ['A-1.1'], isExamined: true });
    await eventually(() => expect(texts()).toHaveLength(1));
    await one.cases.agreeMessages({ ...wish(), caseId, agreed: false });
    await one.cases.close({ ...wish(), caseId, outcome: 'granted', note: '准予' });
    await hall.system.sweep();
    const rows = hall.system.store.db.prepare("SELECT kind FROM messages WHERE kind LIKE 'case-%'").pluck().all();
    expect(rows).toEqual(['case-accepted']);
  });

  it('[C7] [C12] a notice that nobody answers is reminded of before its day, its end is told, and its revival with the new day, each once', async () => {
    const { one, caseId, texts } = await served();
    await one.cases.agreeMessages({ ...wish(), caseId, agreed: true });
    await one.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'notice', missing: ['A-1.1'], note: '' } });
    await hall.clock.advance(TOLD_AFTER);
    await eventually(() => expect(texts()).toHaveLength(1));
    for (let day = 0; day < 34; day++) await hall.clock.advance(24 * 3_600_000);
    await eventually(() => expect(texts()).toHaveLength(3));
    expect(texts()[0]).toMatch(/还缺材料，告知书编号 GZ2026-000001，请在 2026年12月23日 前交齐/);
    expect(texts()[1]).toMatch(/还缺材料（GZ2026-000001），2026年12月23日 前不交将按撤回处理/);
    expect(texts()[2]).toMatch(/（GZ2026-000001）逾期未补材料，已结束；2027年1月23日 前可到任一窗口恢复办理/);
    await (await hall.clerk('one')).cases.revive({ ...wish(), caseId });
    await eventually(() => expect(texts()).toHaveLength(4));
    expect(texts()[3]).toMatch(/已恢复办理，还缺的材料（GZ2026-000001）请在 2027年1月26日 前交到任一窗口/);
  });

  it('[C6] [C12] a refusal that is proposed is told as no decision yet, with the day of its review, and so is a correction', async () => {
    const { one, caseId, texts } = await accepted();
    const reason = '申请人不在本社区居住，不符合办法第五条的规定';
    await one.cases.proposeRefusal({ ...wish(), caseId, reason, basis: '第五条' });
    await eventually(() => expect(texts()).toHaveLength(2));
    expect(texts()[1]).toMatch(/初步认为不能办理，还不是决定，另一位工作人员将在 2026年11月25日 前复核.*\/c\//);
    const boss = await hall.clerk('boss');
    await boss.cases.sendBackRefusal({ ...wish(), caseId, remark: '请再核实居住情况' });
    await eventually(() => expect(texts()).toHaveLength(3));
    expect(texts()[2]).toMatch(/不再成立，继续办理，经办人 one 员，最迟 2026年12月21日 办结.*\/c\//);
    await one.cases.close({ ...wish(), caseId, outcome: 'granted', note: '准予' });
    await eventually(() => expect(texts()).toHaveLength(4));
    const correction = { caseId, outcome: 'refused' as const, reason, basis: '第五条' };
    await boss.cases.correctOutcome({ ...wish(), ...correction });
    await eventually(() => expect(texts()).toHaveLength(5));
    expect(texts()[4]).toMatch(/的决定可能要更正.*另一位工作人员将在 2026年11月25日 前复核；在此之前原决定有效.*\/c\//);
    expect(texts().join()).not.toContain('社区居住');
  });

  it.each([true, false])(
    '[C2] [C5] a begun matter whose ticket expires is told by message, or somebody has to ring: agreed %s',
    async (agreed) => {
      const { one, caseId, ticketId, texts } = await served();
      if (agreed) await one.cases.agreeMessages({ ...wish(), caseId, agreed });
      await one.tickets.hold({ ...wish(), ticketId });
      await one.tickets.return({ ...wish(), ticketId });
      const call = { ...wish(), ticketId, counterId: 'c1' as CounterId, reason: '行动不便' };
      await one.tickets.callThis(call);
      await hall.clock.advance(180_000);
      for (let hour = 0; hour < 12; hour++) await hall.clock.advance(3_600_000);
      const two = await hall.clerk('two');
      await eventually(async () => expect((await two.cases.one({ caseId })).phase).toBe('closed'));
      const seen = await two.cases.one({ caseId });
      expect(seen.ringTask?.why ?? null).toBe(agreed ? null : 'left');
      if (agreed) await eventually(() => expect(texts()).toHaveLength(1));
      expect(texts().join()).toMatch(agreed ? /没有办成：号票已失效，本件已结束。还要办请重新取号或预约/ : /^$/);
    },
  );

  it('[C12] a proposed refusal or correction that was told is told to be over, whoever takes or sends it back', async () => {
    const { one, caseId, texts } = await accepted();
    const reason = '申请人不在本社区居住，不符合办法第五条的规定';
    await one.cases.proposeRefusal({ ...wish(), caseId, reason, basis: '第五条' });
    await eventually(() => expect(texts()).toHaveLength(2));
    await one.cases.takeBackRefusal({ ...wish(), caseId });
    await eventually(() => expect(texts()[2]).toMatch(/此前说的“初步认为不能办理”不再成立，继续办理/));
    await one.cases.close({ ...wish(), caseId, outcome: 'granted', note: '准予' });
    await eventually(() => expect(texts()).toHaveLength(4));
    const boss = await hall.clerk('boss');
    await boss.cases.correctOutcome({ ...wish(), caseId, outcome: 'refused', reason, basis: '第五条' });
    await eventually(() => expect(texts()[4]).toContain('的决定可能要更正'));
    const admin = await hall.clerk('admin');
    const two = (await admin.administration.clerks({})).find(({ account }) => account === 'two')!;
    await admin.administration.saveClerk({ ...wish(), clerk: { ...two, role: 'supervisor' }, newPassword: false });
    const chief = await hall.clerk('two');
    await chief.cases.sendBackRefusal({ ...wish(), caseId, remark: '请再核实居住情况' });
    await eventually(() => expect(texts()[5]).toMatch(/更正决定的意见已退回重新核实，原决定仍然有效.*\/c\//));
    await boss.cases.takeBackRefusal({ ...wish(), caseId });
    await eventually(() => expect(texts()[6]).toMatch(/的决定不作更正，原决定有效.*\/c\//));
  });

  it('[C9] [C12] a case that becomes late is told so once, and its reason when it is explained', async () => {
    const { one, caseId, texts } = await served();
    await one.cases.agreeMessages({ ...wish(), caseId, agreed: true });
    await one.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'accepted', note: '' } });
    for (let day = 0; day < 31; day++) await hall.clock.advance(24 * 3_600_000);
    await eventually(() => expect(texts()).toHaveLength(2));
    expect(texts()[1]).toMatch(/没有在 2026年12月21日 前办结，抱歉；原因会另行说明，办理继续.*\/c\//);
    await (await hall.clerk('one')).cases.explainOverdue({ ...wish(), caseId, text: '现场核查因暴雨推迟了三天' });
    await eventually(() => expect(texts()).toHaveLength(3));
    expect(texts()[2]).toContain('未能按期办结，说明见');
  });
});
