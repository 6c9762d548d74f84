import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Conclusion, EndWay, ToldBy } from '../../../schema/cases/conclusion.ts';
import type { TakenBy } from '../../../schema/cases/events.ts';
import type { CaseId, Day, MatterId } from '../../../schema/ids.ts';
import { PRIVACY_NOTICE } from '../../../schema/people/person.ts';
import type { Client } from '../../../web/client.ts';
import { eventually, refusalCode } from '../harness.ts';
import { type OwnersHall, ownersHall, wish } from './owner-fixture.ts';

const TELEPHONE = '13885551234';
let h: OwnersHall;
beforeEach(async () => {
  h = await ownersHall({ one: '13900000001' });
});
afterEach(() => h.hall.stop());

const letter = (more: Partial<{ by: TakenBy; number: string; receivedOn: string; matterId: string }> = {}) => ({
  ...wish(),
  by: more.by ?? ('letter' as const),
  number: more.number ?? '来信 2026-118',
  receivedOn: (more.receivedOn ?? '2026-11-23') as Day,
  matterId: (more.matterId ?? 'A-1') as MatterId,
});
const accepted = { kind: 'accepted' as const, note: '' };

describe('a matter that comes without a ticket', () => {
  it('[C1] [C5] a matter that comes without a ticket makes the clerk who takes it its first contact, and is concluded away from any counter', async () => {
    const { caseId, answerBy } = await h.as.two.cases.take(letter());
    expect(answerBy).toBe('2026-11-30');
    const applicant = { kind: 'person' as const, name: '陈玉兰', telephone: TELEPHONE, document: null };
    await h.as.two.people.enter({
      ...{ ...wish(), of: { caseId }, helper: null, notice: PRIVACY_NOTICE },
      applicant: { ...applicant, language: 'zh-Hans' },
    });
    expect(await h.as.two.cases.one({ caseId })).toMatchObject({
      ...{ phase: 'open', firstContact: 'two 员', handler: 'two 员', number: '来信 2026-118' },
      ...{ origin: { by: 'letter', day: '2026-11-23' }, concludeBy: '2026-11-30', daysLeft: 5 },
    });
    expect(await refusalCode(h.as.one.cases.conclude({ ...wish(), caseId, conclusion: accepted }))).toBe('not-handler');
    const { receiptNo, paper } = await h.as.two.cases.conclude({ ...wish(), caseId, conclusion: accepted });
    expect(receiptNo).toMatch(/^SL2026-/);
    const printed = await (await fetch(`${h.hall.origin}${paper}`)).text();
    expect(printed).toContain(receiptNo!);
    expect((await h.as.two.cases.history({ caseId }))[0]!.facts).toEqual({ number: '来信 2026-118', came: 'letter' });
    const page = await (
      await fetch(`${h.hall.origin}${paper!.replace('/paper/receipt/', '/c/').split('?')[0]}`)
    ).text();
    expect(page).toContain('大厅收到来信 来信 2026-118');
  });

  it('[C8] a matter that comes without a ticket is accepted as of its receipt when nobody concluded it in five working days, whoever asks first', async () => {
    const { caseId } = await h.as.one.cases.take(letter({ by: 'web', number: 'WS-7' }));
    await h.at('2026-11-30T01:00:00.000Z');
    // C8: a working day before, its handler is sent a message.
    await eventually(() => expect(h.sentTo('one').some((text) => text.includes('WS-7'))).toBe(true));
    expect(h.caseNow(caseId).phase).toBe('open');
    await h.at('2026-12-01T01:00:00.000Z');
    expect(h.caseNow(caseId)).toMatchObject({ phase: 'accepted', acceptedOn: '2026-11-23', deemed: true });
    const one = await h.hall.clerk('one');
    const late = { kind: 'notice' as const, missing: ['A-1.1'], note: '' };
    expect(await refusalCode(one.cases.conclude({ ...wish(), caseId, conclusion: late }))).toBe('case-not-open');
  });

  it('[C8] what had lain for longer than that when it was taken in is accepted at once', async () => {
    const taken = await h.as.one.cases.take(letter({ receivedOn: '2026-11-12' }));
    expect(taken).toMatchObject({ phase: 'accepted', receiptNo: expect.stringMatching(/^SL2026-/) });
    expect(h.caseNow(taken.caseId)).toMatchObject({ acceptedOn: '2026-11-12', deemed: true });
  });

  it('[A3] a matter that comes without a ticket is refused in a sentence when it is of tomorrow, too old, taken already, not offered, or under somebody’s own number', async () => {
    const take = (more: Parameters<typeof letter>[0]) => h.as.one.cases.take(letter(more));
    expect(await refusalCode(take({ receivedOn: '2026-11-24' }))).toBe('received-on-wrong');
    expect(await refusalCode(take({ receivedOn: '2026-09-23' }))).toBe('received-on-wrong');
    expect(await refusalCode(take({ matterId: 'Z-9' }))).toBe('matter-unknown');
    expect(await refusalCode(take({ number: TELEPHONE }))).toBe('input-invalid');
    expect(await refusalCode(take({ number: '没有编号' }))).toBe('input-invalid');
    const wrong = await take({ number: ' 来信　２０２６-118' });
    expect(await refusalCode(take({}))).toBe('taken-already');
    // Of one letter each matter is a case, and what was taken wrongly is taken anew.
    await take({ matterId: 'A-2' });
    const notNeeded = { kind: 'not-needed' as const, note: '登记错了事项', mistaken: true as const };
    await h.as.one.cases.conclude({ ...wish(), caseId: wrong.caseId, conclusion: notNeeded });
    await take({});
    // Another way has numbers of its own, and what has no number is never the same.
    await take({ by: 'e-mail' });
    for (const _ of [1, 2]) await take({ number: '' });
    expect((await h.as.one.cases.mine({})).length).toBe(5);
    expect(await refusalCode(h.as.admin.cases.take(letter({ number: '' })))).toBe('not-allowed');
  });

  it('[C5] a case that came without a ticket says to each of its staff how that one may say that its end is known', async () => {
    const { caseId } = await h.as.one.cases.take(letter());
    const seen = async (of: Client) => (await of.cases.one({ caseId })).endWays;
    expect(await seen(h.as.one)).toEqual(EndWay.options);
    expect(await seen(h.as.two)).toEqual([]);
    expect(await seen(h.as.boss)).toEqual(['mistaken']);
    // A day later its author is refused, and is not offered it.
    await h.hall.clock.advance(24 * 3_600_000 + 1);
    const [one, two, boss] = [await h.hall.clerk('one'), await h.hall.clerk('two'), await h.hall.clerk('boss')];
    expect([await seen(one), await seen(boss)]).toEqual([ToldBy.options, ['mistaken']]);
    const mistake = { kind: 'not-needed' as const, note: '登记错了', mistaken: true as const };
    const conclude = (of: Client) => refusalCode(of.cases.conclude({ ...wish(), caseId, conclusion: mistake }));
    expect([await conclude(one), await conclude(two)]).toEqual(['mistake-not-yours', 'not-handler']);
    expect([await conclude(boss), await seen(boss)]).toEqual(['accepted', []]);
  });

  it('[C18] the conclusion of a matter without a ticket is undone by whoever gave it within ten seconds, and then no receipt of it is left', async () => {
    const { caseId } = await h.as.one.cases.take(letter());
    const { receiptNo } = await h.as.one.cases.conclude({ ...wish(), caseId, conclusion: accepted });
    expect(await refusalCode(h.as.two.cases.undoTaken({ ...wish(), caseId }))).toBe('undo-not-yours');
    await h.as.one.cases.undoTaken({ ...wish(), caseId });
    expect(h.caseNow(caseId)).toMatchObject({ phase: 'open' });
    expect(h.caseNow(caseId).receiptNo).toBeUndefined();
    const again = await h.as.one.cases.conclude({ ...wish(), caseId, conclusion: accepted });
    expect(again.receiptNo).not.toBe(receiptNo);
    await h.hall.clock.advance(10_000);
    expect(await refusalCode(h.as.one.cases.undoTaken({ ...wish(), caseId }))).toBe('undo-too-late');
  });

  it('[C5] [C12] a matter that comes without a ticket is never closed without its resident being told: by a message, or by a call that somebody owes', async () => {
    const withdrawn = await h.accepted();
    const telephone = { name: '陈玉兰', telephone: TELEPHONE };
    const answered = { kind: 'answered' as const, note: '已答复' };
    const ends = async (agreed: boolean, number: string) => {
      const { caseId } = await h.as.one.cases.take(letter({ number }));
      await h.as.one.people.enter({
        ...{ ...wish(), of: { caseId }, helper: null, notice: PRIVACY_NOTICE },
        applicant: { kind: 'person', ...telephone, document: null, language: 'zh-Hans' },
      });
      if (agreed) await h.as.one.cases.agreeMessages({ ...wish(), caseId, agreed });
      await h.as.one.cases.conclude({ ...wish(), caseId, conclusion: answered });
      return caseId;
    };
    const rung = await ends(false, 'L-1');
    expect(await h.as.one.cases.one({ caseId: rung })).toMatchObject({ phase: 'closed', ringTask: { why: 'ended' } });
    await h.as.one.cases.undoTaken({ ...wish(), caseId: rung });
    expect(await h.as.one.cases.one({ caseId: rung })).toMatchObject({ phase: 'open', ringTask: null });
    await ends(true, 'L-2');
    const toResident = () => h.sentToTelephone(TELEPHONE).filter((text) => text.includes('已结束'));
    expect(toResident()).toEqual([]);
    await h.hall.clock.advance(11_000);
    await eventually(() => expect(toResident()).toHaveLength(1));
    await h.as.one.people.enter({
      ...{ ...wish(), of: { caseId: withdrawn }, helper: null, notice: PRIVACY_NOTICE },
      applicant: { kind: 'person', ...telephone, document: null, language: 'zh-Hans' },
    });
    const close = { ...wish(), caseId: withdrawn, outcome: 'withdrawn' as const, note: '来电不办了' };
    await h.as.one.cases.close(close);
    expect(await h.as.one.cases.one({ caseId: withdrawn })).toMatchObject({ ringTask: { why: 'ended' } });
  });

  it('[C5] an answer to what came in writing closes it when somebody can be told, or when it is said how the answer was given', async () => {
    const answered = { kind: 'answered' as const, note: '已答复' };
    const { caseId } = await h.as.one.cases.take(letter({ by: 'e-mail', number: 'M-1' }));
    const conclude = (conclusion: Conclusion) => h.as.one.cases.conclude({ ...wish(), caseId, conclusion });
    expect(await refusalCode(conclude(answered))).toBe('telling-missing');
    expect(await refusalCode(conclude({ kind: 'done', note: '' }))).toBe('telling-missing');
    await conclude({ ...answered, told: 'e-mail' });
    expect(h.caseNow(caseId)).toMatchObject({
      ...{ phase: 'closed', outcome: 'answered' },
      tellings: [{ way: 'e-mail', by: h.idOf('one'), on: '2026-11-23', reached: true }],
    });
    expect(h.caseNow(caseId).ring).toBeUndefined();
    const steps = await h.as.one.cases.history({ caseId });
    expect(steps.at(-1)).toMatchObject({ kind: 'resident-told', facts: { way: 'e-mail', reached: 'yes' } });
    await h.as.one.cases.undoTaken({ ...wish(), caseId });
    expect(h.caseNow(caseId)).toMatchObject({ phase: 'open', tellings: [] });
    // Whoever rings up hears the answer.
    const rang = await h.as.one.cases.take(letter({ by: 'telephone', number: '' }));
    await h.as.one.cases.conclude({ ...wish(), caseId: rang.caseId, conclusion: answered });
    expect(h.caseNow(rang.caseId)).toMatchObject({ phase: 'closed', tellings: [] });
  });

  it('[C11] [C18] concluded by a deputy is undone by the deputy, not by whoever was away', async () => {
    await h.clerksOf('A-1', 'one', 'two');
    const { caseId } = await h.as.one.cases.take(letter());
    await h.away(h.as.boss, 'one', '2026-11-24', '2026-11-26');
    await h.at('2026-11-24T02:00:00.000Z');
    const [one, two] = [await h.hall.clerk('one'), await h.hall.clerk('two')];
    await two.cases.conclude({
      ...wish(),
      caseId,
      conclusion: { kind: 'answered', note: '已电话答复', told: 'telephone' },
    });
    expect(await refusalCode(one.cases.undoTaken({ ...wish(), caseId }))).toBe('undo-not-yours');
    await two.cases.undoTaken({ ...wish(), caseId });
    expect(h.caseNow(caseId)).toMatchObject({ phase: 'open', handler: h.idOf('one') });
  });

  it('[C8] [C10] a matter that comes without a ticket stands in the hall’s list by the day on which the law accepts it', async () => {
    const late = await h.accepted();
    const { caseId } = await h.as.one.cases.take(letter());
    await h.at('2026-11-27T02:00:00.000Z');
    const boss = await h.hall.clerk('boss');
    const { ids, states, clerks } = await boss.cases.open({});
    expect(ids).toEqual([caseId, late]);
    expect([states.soon, clerks[0]!.soon]).toEqual([1, 1]);
  });

  it('[C3] [C15] a matter that comes without a ticket goes to a colleague by an offer, and to an heir when its handler leaves', async () => {
    const { caseId } = await h.as.one.cases.take(letter());
    const offer = { ...wish(), caseId, to: h.idOf('two'), note: '请接着看' };
    const { handoverId } = await h.as.one.cases.offer(offer);
    await h.as.two.cases.accept({ ...wish(), caseId, handoverId });
    expect(h.caseNow(caseId)).toMatchObject({ handler: h.idOf('two'), firstContact: h.idOf('one'), phase: 'open' });
    const { duties } = await h.as.boss.cases.duties({ clerkId: h.idOf('two') });
    expect(duties.map((one) => one.caseId)).toEqual([caseId] satisfies CaseId[]);
    await h.as.boss.cases.handOverDuties({
      ...{ ...wish(), clerkId: h.idOf('two'), reason: '调离本岗位', note: '请接着看', account: null },
      duties: [{ caseId, to: h.idOf('three') }],
    });
    await h.as.three.cases.conclude({
      ...wish(),
      caseId,
      conclusion: { kind: 'answered', note: '已电话答复', told: 'telephone' },
    });
    expect(h.caseNow(caseId)).toMatchObject({ phase: 'closed', outcome: 'answered', firstContact: h.idOf('one') });
  });
});
