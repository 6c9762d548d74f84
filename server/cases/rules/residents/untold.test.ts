import { describe, expect, it } from 'vitest';
import type { UntoldDay } from '../../../../schema/cases/conclusion.ts';
import type { PersonId } from '../../../../schema/ids.ts';
import type { MessageKind } from '../../../../schema/messages/message.ts';
import {
  accept,
  BOSS,
  DAY,
  extend,
  grant,
  inquire,
  notice,
  ONE,
  pause,
  TWO,
  take,
  watch,
} from '../../../test/case-wishes.ts';
import { CHINA, chinaWith, givenCase, givenCaseBy } from '../../../test/given.ts';
import type { CaseCommand } from '../case-command.ts';
import { daysOn } from './ring.ts';

const named: CaseCommand = { type: 'name-applicant', by: ONE, personId: 'p1' as PersonId, isSupervisor: false };
const ring = (reached: boolean): CaseCommand => ({ type: 'ring-resident', by: TWO, reached, remark: '' });

describe('a day that the resident does not know', () => {
  it('[C9] [C17] somebody who gets no messages is to be rung up when a day that was told moves, with the day that was told and the last one', () => {
    const hall = { calendar: CHINA };
    const accepted = givenCaseBy(() => hall.calendar)()
      .after(take)
      .after(named)
      .after(accept);
    const paused = accepted.after(pause(5));
    const days = [{ what: 'due', from: '2026-12-21', to: '2026-12-28' }];
    expect(paused.state?.ring).toMatchObject({ why: 'moved', answerBy: '2026-11-24', days });
    const tried = paused.after(ring(false)).after(extend(1));
    expect(tried.state?.ring).toMatchObject({
      answerBy: '2026-11-24',
      tries: [],
      days: [{ ...days[0], to: '2026-12-29' }],
    });
    const pauseId = tried.state!.pauses[0]!.id;
    const ended = tried.later(DAY).after({ type: 'end-pause', by: ONE, pauseId });
    expect(ended.state?.ring?.days).toMatchObject([{ ...days[0], to: '2026-12-23' }]);
    hall.calendar = chinaWith(['2026-11-26', 'off']);
    const moved = ended.after({ type: 'move-due' });
    expect(moved.state?.ring?.days).toMatchObject([{ ...days[0], to: '2026-12-24' }]);
    expect(moved.after(ring(true)).state?.ring).toBeUndefined();
    expect(moved.after(grant).state?.ring).toBeUndefined();
    const agreed = accepted.after({ type: 'agree-messages', agreed: true });
    expect(agreed.after(pause(5)).state?.ring).toBeUndefined();
  });

  it('[C12] [C17] somebody who is to be rung up is told in the same call what moved since, and not what nobody waits for any more', () => {
    const hall = { calendar: CHINA };
    const asked = givenCaseBy(() => hall.calendar)()
      .after(take)
      .after(named)
      .after(accept)
      .after(inquire);
    hall.calendar = chinaWith(['2026-11-24', 'off']);
    const moved = asked.after({ type: 'move-due' });
    const [due, inquiry] = [
      { what: 'due', from: '2026-12-21', to: '2026-12-22' },
      { what: 'inquiry', from: '2026-11-25', to: '2026-11-26' },
    ];
    expect(moved.state?.ring).toMatchObject({ why: 'moved', days: [due, inquiry] });
    const [one] = moved.state!.inquiries;
    const answered = moved.after({ type: 'answer-inquiry', by: ONE, inquiryId: one!.id, text: '还在办' });
    expect(answered.state?.ring?.days).toMatchObject([due]);
    const withdrawn = answered.after({ type: 'take-back-wish' });
    expect(withdrawn.state).toMatchObject({ phase: 'closed', ring: undefined });
  });

  it('[C5] [C12] somebody whose message was given up is to be rung up for what it told, while that is true', () => {
    const lost = (kind: MessageKind, days: UntoldDay[] = []): CaseCommand => ({ type: 'ring-untold', kind, days });
    const agreed = givenCase().after(take).after(named).after({ type: 'agree-messages', agreed: true });
    const close = { type: 'close-case', by: ONE, outcome: 'withdrawn', note: '不办了' } as const;
    const closed = agreed.after(accept).after(close);
    expect(closed.state?.ring).toBeUndefined();
    const owed = closed.after(lost('case-closed'));
    expect(owed.state?.ring).toMatchObject({ why: 'ended', answerBy: '2026-11-24' });
    expect(owed.when(lost('case-closed')).events).toEqual([]);
    expect(agreed.after(accept).when(lost('case-closed')).events).toEqual([]);
    const silent = agreed
      .after(notice('A-1.1'))
      .later(31 * DAY)
      .after(watch);
    expect(silent.after(lost('case-ended')).state?.ring?.why).toBe('silent');
    expect(silent.after({ type: 'revive-case', by: TWO }).when(lost('case-ended')).events).toEqual([]);
    const days: UntoldDay[] = [{ what: 'due', from: '2026-12-21', to: '2026-12-28' }];
    const paused = agreed.after(accept).after(pause(5));
    expect(paused.after(lost('case-due-moved', days)).state?.ring).toMatchObject({ why: 'moved', days });
    expect(paused.when(lost('case-accepted')).events).toEqual([]);
    expect(paused.when(lost('staff-warned')).events).toEqual([]);
  });

  it('[C12] [C17] a call that says what moved says also what a lost message told, each day once and while it is awaited', () => {
    const lost = (kind: MessageKind, days: UntoldDay[] = []): CaseCommand => ({ type: 'ring-untold', kind, days });
    const days: UntoldDay[] = [{ what: 'due', from: '2026-12-21', to: '2026-12-28' }];
    const agreed = givenCase().after(take).after(named).after({ type: 'agree-messages', agreed: true });
    const paused = agreed.after(accept).after(pause(5)).after(lost('case-due-moved', days));
    expect(paused.when(lost('case-due-moved', days)).events).toEqual([]);
    const closed = paused.after({ type: 'close-case', by: ONE, outcome: 'withdrawn', note: '不办了' });
    expect(closed.state?.ring).toBeUndefined();
    expect(closed.when(lost('case-due-moved', days)).events).toEqual([]);
    const deemed = paused.after(pause(9));
    const { state } = deemed.after(lost('case-ours'));
    expect(state?.ring).toMatchObject({ why: 'ours', days: [{ what: 'due', from: '2026-12-21' }] });
  });

  it('[C12] [C17] a call about a lost message says the day that the resident knows, whichever message was given up first, and the day as it is now', () => {
    const agreed = givenCase().after(take).after(named).after({ type: 'agree-messages', agreed: true }).after(accept);
    const [from, to] = ['2026-12-21', '2026-12-28'];
    const lost = (no: string, moved: { from: string; to: string }): CaseCommand => ({
      ...{ type: 'ring-untold', kind: 'case-due-moved', days: daysOn({ no, ...moved }) },
    });
    const [first, second] = [lost('QX2026-000001', { from, to }), lost('QX2026-000002', { from: to, to: from })];
    const paused = agreed.after(pause(5));
    const pauseId = paused.state!.pauses[0]!.id;
    const ended = paused.after({ type: 'end-pause', by: ONE, pauseId });
    for (const given of [ended.after(first).after(second), ended.after(second).after(first)])
      expect(given.state?.ring?.days).toMatchObject([{ what: 'due', from, to: from }]);
    expect(ended.after(first).when(second).events).toEqual([]);
    // A later message may have told it: the call says no day that is over.
    expect(paused.after(first).after(extend(1)).state?.ring?.days).toMatchObject([{ from, to: '2026-12-29' }]);
    const telling: CaseCommand = {
      ...{ type: 'ring-untold', kind: 'case-day-moved', days: daysOn({ no: '', duty: 'telling', from, to }) },
    };
    expect(agreed.after(grant).when(telling).events).toEqual([]);
  });

  it('[C12] [C17] of two questions whose days moved a call says each until that one is answered', () => {
    const hall = { calendar: CHINA };
    const asked = givenCaseBy(() => hall.calendar)()
      .after(take)
      .after(named)
      .after(accept)
      .after(inquire)
      .later(DAY)
      .after({ ...inquire, text: '还要多久？' });
    hall.calendar = chinaWith(['2026-11-25', 'off']);
    const moved = asked.after({ type: 'move-due' });
    const [first, second] = moved.state!.inquiries;
    const days = (given: typeof moved) => given.state?.ring?.days?.filter(({ what }) => what === 'inquiry');
    expect(days(moved)).toMatchObject([
      { what: 'inquiry', from: '2026-11-25', to: '2026-11-26', about: first!.id },
      { what: 'inquiry', from: '2026-11-26', to: '2026-11-27', about: second!.id },
    ]);
    const answered = moved.after({ type: 'answer-inquiry', by: ONE, inquiryId: first!.id, text: '还在办' });
    expect(days(answered)).toMatchObject([
      { what: 'inquiry', from: '2026-11-26', to: '2026-11-27', about: second!.id },
    ]);
  });

  it('[C9] [C12] days that moved are still told when a refusal is proposed anew, and not once it is decided', () => {
    const AGAINST = { reason: '不符合条例规定的年龄条件', basis: '条例第五条' };
    const begun = givenCase().after(take).after(named);
    const heard = begun.after({ type: 'conclude-case', by: ONE, conclusion: { kind: 'refused', ...AGAINST } });
    const over = heard.after({ type: 'send-back-refusal', by: BOSS, remark: '请再核对' }).after(pause(5));
    const days = [{ what: 'due', from: '2026-12-21', to: '2026-12-28' }];
    expect(over.state?.ring).toMatchObject({ why: 'over', days });
    const anew = over.after({ type: 'propose-refusal', by: ONE, ...AGAINST });
    expect(anew.state).toMatchObject({ phase: 'proposed', ring: { why: 'moved', days } });
    expect(over.after(grant).state?.ring).toBeUndefined();
  });
});
