import { describe, expect, it } from 'vitest';
import type { PersonId } from '../../../../schema/ids.ts';
import { accept, BOSS, DAY, grant, notice, ONE, receive, TWO, take, watch } from '../../../test/case-wishes.ts';
import { CHINA, givenCase, SETTINGS } from '../../../test/given.ts';
import type { CaseCommand } from '../case-command.ts';
import { evolveCase } from '../case-life.ts';
import { isOver } from '../owners/afterwards.ts';
import { ringOwed } from './ring.ts';

const named: CaseCommand = { type: 'name-applicant', by: ONE, personId: 'p1' as PersonId, isSupervisor: false };
const noticed = givenCase().after(take).after(named).after(notice('A-1.1'));
const silent = noticed.later(31 * DAY).after(watch);
const ring = (reached: boolean): CaseCommand => ({ type: 'ring-resident', by: TWO, reached, remark: '' });

describe('somebody who wished for no messages', () => {
  it('[C7] somebody who wished for no messages is to be rung up when the notice ends by silence, within a working day', () => {
    expect(silent.state).toMatchObject({ phase: 'closed', ring: { why: 'silent', answerBy: '2026-12-25', tries: [] } });
    expect(isOver(silent.state!)).toBe(false);
    const late = silent.later(2 * DAY).when(watch).events;
    expect(late).toContainEqual({ type: 'duty-late', duty: 'ring', on: '2026-12-26' });
  });

  it('[C7] somebody who wished for no messages is told on the telephone, or tried on two days, and then nobody owes it any more', () => {
    expect(silent.after(ring(true)).state?.ring).toBeUndefined();
    const tried = silent.after(ring(false)).after(ring(false));
    expect(tried.state?.ring?.tries).toHaveLength(2);
    const done = tried.later(DAY).after(ring(false));
    expect(done.state?.ring).toBeUndefined();
    expect(isOver(done.state!)).toBe(true);
    expect(done.when(ring(true)).refused).toBe('nobody-to-ring');
  });

  it('[C7] somebody who wished for no messages is rung up no more once the case is taken up again', () => {
    expect(silent.after({ type: 'revive-case', by: TWO }).state?.ring).toBeUndefined();
  });

  it('[C7] somebody who wished for no messages is not rung up where messages tell it, or nobody knows who it is', () => {
    const wished = noticed
      .after({ type: 'agree-messages', agreed: true })
      .later(31 * DAY)
      .after(watch);
    const unknown = givenCase()
      .after(take)
      .after(notice('A-1.1'))
      .later(31 * DAY)
      .after(watch);
    for (const { state } of [wished, unknown]) expect([state?.phase, state?.ring]).toEqual(['closed', undefined]);
  });

  it('[C6] somebody who wished for no messages is to be rung up when what was sent elsewhere is ours', () => {
    const PLACE = { place: '区公证处', address: '正义路 9 号', telephone: '0851-0000 2010' };
    const sent = givenCase()
      .after(take)
      .after(named)
      .after({
        ...{ type: 'conclude-case', by: ONE, isListed: false, isReachable: true },
        conclusion: { kind: 'not-ours', ...PLACE, note: '公证事项由公证机构受理，本大厅无权办理' },
      });
    const back = sent.after({ type: 'send-back-refusal', by: BOSS, remark: '属委托事项' });
    expect(back.state).toMatchObject({ phase: 'accepted', ring: { why: 'ours', answerBy: '2026-11-24' } });
    // C5: its decision is told instead.
    const decided = back.after({ type: 'close-case', by: ONE, outcome: 'granted', note: '' });
    expect(decided.state).toMatchObject({ phase: 'decided', ring: undefined });
    expect(decided.when(ring(true)).refused).toBe('nobody-to-ring');
  });

  it('[C12] somebody who heard at a counter that a refusal is proposed is to be rung up when it is over, and who was not there is not', () => {
    const AGAINST = { reason: '不符合条例规定的年龄条件', basis: '条例第五条' };
    const begun = givenCase().after(take).after(named);
    const heard = begun.after({ type: 'conclude-case', by: ONE, conclusion: { kind: 'refused', ...AGAINST } });
    const back: CaseCommand = { type: 'send-back-refusal', by: BOSS, remark: '请再核对' };
    for (const over of [back, { type: 'take-back-refusal', by: ONE } satisfies CaseCommand]) {
      const owed = heard.after(over);
      expect(owed.state).toMatchObject({ phase: 'accepted', ring: { why: 'over', answerBy: '2026-11-24' } });
      // Proposed anew it is not over, and its decision is told.
      expect(owed.after({ type: 'propose-refusal', by: ONE, ...AGAINST }).state?.ring).toBeUndefined();
    }
    const agreed = heard.after({ type: 'agree-messages', agreed: true });
    const later = begun.after(accept).after({ type: 'propose-refusal', by: ONE, ...AGAINST });
    for (const one of [agreed, later]) expect(one.after(back).state?.ring).toBeUndefined();
  });

  it('[C6] [C12] somebody who was to hear that the case goes on is rung up no more once it is closed', () => {
    const PLACE = { place: '区公证处', address: '正义路 9 号', telephone: '0851-0000 2010' };
    const begun = givenCase().after(take).after(named);
    const conclude = { type: 'conclude-case', by: ONE, isReachable: true } as const;
    const refused = begun.after({
      ...conclude,
      conclusion: { kind: 'refused', reason: '不符合条例规定的年龄条件', basis: '条例第五条' },
    });
    const sent = begun.after({
      ...conclude,
      conclusion: { kind: 'not-ours', ...PLACE, note: '公证事项由公证机构受理，本大厅无权办理' },
    });
    const close = { type: 'close-case', by: ONE, outcome: 'withdrawn', note: '不办了' } as const;
    for (const [proposed, why] of [
      [refused, 'over'],
      [sent, 'ours'],
    ] as const) {
      const back = proposed.after({ type: 'send-back-refusal', by: BOSS, remark: '请再核对' });
      expect(back.state?.ring?.why).toBe(why);
      for (const wish of [{ type: 'take-back-wish' }, { ...close, here: true }] satisfies CaseCommand[])
        expect(back.after(wish).state).toMatchObject({ phase: 'closed', outcome: 'withdrawn', ring: undefined });
      // Whoever is not there is told its end, by a task of its own.
      expect(back.after(close).state?.ring).toMatchObject({ why: 'ended', tries: [] });
    }
  });

  it('[C2] [C5] somebody whose ticket expired before the conclusion is told by message or a call, and not who took it back', () => {
    const begun = givenCase().after(take).after(named);
    const left = (from: typeof begun, byResident = false) => from.when({ type: 'leave-case', byResident });
    expect(left(begun).events).toMatchObject([
      { type: 'case-closed', outcome: 'withdrawn', left: true, toTell: true },
      { type: 'ring-owed', why: 'left' },
    ]);
    const agreed = begun.after({ type: 'agree-messages', agreed: true });
    expect(left(agreed).events).toMatchObject([{ type: 'case-closed', toTell: true }]);
    expect(left(begun, true).events).toEqual([expect.not.objectContaining({ toTell: true })]);
    expect(left(givenCase().after(take)).events).toHaveLength(1);
  });

  it('[C7] the task of a ledger that rings up after a decision has ended reads on', () => {
    const rang = { type: 'resident-rung', by: TWO, on: '2026-11-24', reached: true, remark: '' } as const;
    const decided = givenCase().after(take).after(accept).after(grant).state!;
    expect(evolveCase(decided, rang, decided.id, '2026-11-24T01:00:00.000Z').ring).toBeUndefined();
  });

  it('[C5] somebody who wished for no messages without a telephone is told in person or by letter: two tries in vain on two days are enough', () => {
    const unnamed = givenCase()
      .after(take)
      .after({ type: 'conclude-case', by: ONE, conclusion: { kind: 'done', note: '' } });
    const correct = { type: 'correct-outcome', by: BOSS, reason: '申请人不在本社区居住，不符合第五条' } as const;
    const corrected = unnamed.after({ ...correct, basis: '第五条', outcome: 'answered' });
    expect(corrected.state?.ring).toMatchObject({ why: 'corrected', unreachable: true, to: BOSS });
    const byPost = { ...ring(false), way: 'post' } as CaseCommand;
    expect(corrected.when(byPost).events).toMatchObject([{ type: 'resident-rung', way: 'post', reached: false }]);
    expect(isOver(corrected.after(byPost).state!)).toBe(false);
    expect(isOver(corrected.after(byPost).later(DAY).after(byPost).state!)).toBe(true);
  });

  it('[C5] [P1] a resident whose data is erased is told by nobody', () => {
    const erased = () => ({ erasedOn: '2027-05-23' });
    const facts = { today: '2027-06-01', settings: SETTINGS, calendar: CHINA, reach: erased };
    expect(ringOwed(silent.state!, 'corrected', facts)).toEqual([]);
    expect(ringOwed(silent.state!, 'corrected', { ...facts, reach: () => 'nobody' })).toMatchObject([
      { type: 'ring-owed', why: 'corrected', unreachable: true },
    ]);
  });

  it('[C8] [C12] somebody who gets no messages is to be rung up when the case counts as accepted, within a working day of that', () => {
    const whole = givenCase()
      .after(take)
      .after(named)
      .after(notice('A-1.1'))
      .after(receive(['A-1.1'], false));
    const deemed = whole.later(9 * DAY).after(watch);
    expect(deemed.state).toMatchObject({ deemed: true, ring: { why: 'deemed', answerBy: '2026-12-02', tries: [] } });
    const agreed = whole.after({ type: 'agree-messages', agreed: true });
    const told = agreed.later(9 * DAY).after(watch).state!;
    expect([told.deemed, told.ring]).toEqual([true, undefined]);
    // Its decision is told instead.
    expect(deemed.after(grant).state?.ring).toBeUndefined();
    expect(deemed.after(ring(true)).state?.ring).toBeUndefined();
  });
});
