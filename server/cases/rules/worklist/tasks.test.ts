import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LateDuty } from '../../../../schema/cases/deadline.ts';
import { breaksAt, type TaskKind } from '../../../../schema/cases/worklist/task.ts';
import type { ClerkId, Day } from '../../../../schema/ids.ts';
import { CHINA_ZONE, localTime } from '../../../../schema/time.ts';
import { wish } from '../../../test/any-wish.ts';
import {
  accept,
  BOSS,
  DAY,
  grant,
  inquire,
  notice,
  ONE,
  pause,
  REASON,
  receive,
  TWO,
  take,
  tell,
  watch,
} from '../../../test/case-wishes.ts';
import { CHINA, givenCase, SETTINGS } from '../../../test/given.ts';
import type { CaseCommand } from '../case-command.ts';
import { owedOf } from '../clock/over.ts';
import { tasksOf } from './tasks.ts';

const open = givenCase().after(take);
const accepted = open.after(accept);
type History = typeof open;
const on = (from: History, day: Day) => from.later(Date.parse(`${day}T01:00:00.000Z`) - from.nowMs);
const todayOf = ({ nowMs }: History) => localTime(nowMs, CHINA_ZONE).day;
const tasks = (from: History) => tasksOf(from.state!, { today: todayOf(from), calendar: CHINA, settings: SETTINGS });
const kinds = (from: History) => tasks(from).map(({ kind }) => kind);
/** What comes by itself that day has come. */
const watchedAt = (from: History) => from.and(...from.when(watch).events);
const refuse: CaseCommand = { type: 'propose-refusal', by: ONE, reason: REASON, basis: '第五条' };
const offer: CaseCommand = {
  ...{ type: 'offer-handover', from: ONE, to: TWO, note: '请接办', openMs: 1 },
  lapsesAt: '2026-11-23T01:30:00.000Z',
};
const ask = (to: { clerkId: ClerkId } | { outside: string }): CaseCommand => ({
  ...{ type: 'ask-question', by: ONE, to, text: '此件归哪个科？', answerBy: '2026-11-27' },
});

describe('what a case asks of somebody now', () => {
  it('[C10] a case that nothing is owed of asks nothing, at the counter and after its acceptance', () => {
    expect(tasks(open)).toEqual([]);
    expect(tasks(accepted)).toEqual([]);
    expect(tasks(open.after(notice('A-1.1')))).toEqual([]);
  });

  it('[C3] an offer asks its receiver until it is accepted or taken back', () => {
    const offered = accepted.after(offer);
    const by = '2026-11-23T01:30:00.000Z';
    expect(tasks(offered)).toMatchObject([{ kind: 'offer', by, to: [TWO], words: '请接办' }]);
    const handoverId = offered.state!.offer!.id;
    expect(tasks(offered.after({ type: 'accept-handover', handoverId, by: TWO }))).toEqual([]);
    expect(tasks(offered.after({ type: 'take-back-handover', handoverId, by: ONE }))).toEqual([]);
  });

  it('[C5] a decision asks its handler to tell it, counts the tries in vain, and asks nothing once it is told', () => {
    const decided = accepted.after(grant);
    const by = decided.state!.decision!.tellBy;
    expect(tasks(decided)).toMatchObject([{ kind: 'tell', by, to: [ONE], count: null }]);
    const tried = decided.after(tell(false));
    expect(tasks(tried)).toMatchObject([{ kind: 'ring', by, to: [ONE], count: 1 }]);
    expect(tasks(tried.after(tell(false)))).toMatchObject([{ kind: 'ring', by, count: 2 }]);
    expect(tasks(decided.after(tell(true)))).toEqual([]);
  });

  it('[C6] a proposed refusal asks any supervisor but its author, and its handler once it is sent back', () => {
    const proposed = accepted.after(refuse);
    expect(tasks(proposed)).toMatchObject([{ kind: 'review', to: [], author: ONE, words: REASON }]);
    const back = proposed.after({ type: 'send-back-refusal', by: BOSS, remark: '再核实' });
    expect(tasks(back)).toMatchObject([{ kind: 'sent-back', to: [ONE], words: '再核实' }]);
    expect(kinds(back.after(refuse))).toEqual(['review']);
  });

  it('[C4] a case that is not clear asks a supervisor until it is answered', () => {
    const unclear = open.after({
      ...{ type: 'conclude-case', by: ONE },
      conclusion: { kind: 'escalated', note: '归属不清' },
    });
    const { answerBy } = unclear.state!.escalation!;
    expect(tasks(unclear)).toMatchObject([{ kind: 'escalation', by: answerBy, to: [], words: '归属不清' }]);
    expect(kinds(unclear.after({ type: 'answer-escalation', by: BOSS, remark: '由民政办' }))).toEqual([]);
  });

  it('[C12] a resident’s question asks the handler until it is answered', () => {
    const asked = accepted.after(inquire);
    expect(tasks(asked)).toMatchObject([{ kind: 'inquiry', to: [ONE], words: '办到哪一步了？' }]);
    const inquiryId = asked.state!.inquiries[0]!.id;
    expect(tasks(asked.after({ type: 'answer-inquiry', by: ONE, inquiryId, text: '在办' }))).toEqual([]);
  });

  it('[C2] a question asks its colleague, and its handler to ask again once it is late; one from outside its handler alone', () => {
    const asked = accepted.after(ask({ clerkId: TWO }));
    expect(tasks(asked)).toMatchObject([{ kind: 'question', by: '2026-11-27', to: [TWO] }]);
    expect(tasks(on(asked, '2026-11-28'))).toMatchObject([
      { kind: 'question', to: [TWO] },
      { kind: 'remind', by: '2026-11-27', to: [ONE] },
    ]);
    const outside = accepted.after(ask({ outside: '区民政局' }));
    expect(tasks(outside)).toEqual([]);
    expect(tasks(on(outside, '2026-11-26').after(watch))).toMatchObject([{ kind: 'remind', to: [ONE] }]);
    expect(tasks(on(outside, '2026-11-27'))).toMatchObject([{ kind: 'remind', to: [ONE] }]);
  });

  it('[C7] [C8] a notice asks its handler when it is about to lapse, and from the day on which all papers came', () => {
    const noticed = open.after(notice('A-1.1', 'A-1.3'));
    const { answerBy } = noticed.state!.notice!;
    expect(tasks(on(noticed, '2026-12-10').after(watch))).toEqual([]);
    expect(tasks(on(noticed, answerBy!).after(watch))).toMatchObject([
      { kind: 'notice', by: answerBy, to: [ONE], count: 2 },
    ]);
    const came = noticed.after(receive(['A-1.1', 'A-1.3'], false));
    expect(tasks(came)).toMatchObject([{ kind: 'deemed', by: '2026-11-30', to: [ONE] }]);
    expect(tasks(came.after({ type: 'accept-case', by: ONE, note: '' }))).toEqual([]);
    // C10: with its warning, the working day before, it asks the first contact, too.
    const offered = came.after(offer);
    const handed = offered.after({ type: 'accept-handover', by: TWO, handoverId: offered.state!.offer!.id });
    expect(tasks(handed)).toMatchObject([{ kind: 'deemed', to: [TWO] }]);
    const day = (date: string) => on(handed, date as Day).after(watch);
    expect(tasks(day('2026-11-26'))).toMatchObject([{ kind: 'deemed', to: [TWO] }]);
    expect(tasks(day('2026-11-27'))).toMatchObject([{ kind: 'deemed', to: [TWO, ONE] }]);
  });

  it('[C13] a promise asks its handler from its reminder until the last paper came', () => {
    const follow = { items: ['A-1.2'], by: '2026-11-30' };
    const promised = open.after({
      ...{ type: 'conclude-case', by: ONE },
      conclusion: { kind: 'accepted', note: '', follow },
    });
    expect(tasks(promised)).toEqual([]);
    const near = on(promised, '2026-11-26').after(watch);
    expect(tasks(near)).toMatchObject([{ kind: 'promise', by: '2026-11-30', to: [ONE], count: 1 }]);
    expect(kinds(on(promised, '2026-12-01'))).toEqual(['promise']);
    expect(tasks(near.after(receive(['A-1.2'])))).toEqual([]);
  });

  it('[C9] a pause asks its handler shortly before it ends, and a supervisor once it lasts for long', () => {
    const paused = accepted.after(pause(40));
    const { until } = paused.state!.pauses[0]!;
    expect(tasks(paused)).toEqual([]);
    expect(tasks(on(paused, '2026-12-23'))).toMatchObject([{ kind: 'paused-long', to: [], count: 30, by: until }]);
    expect(kinds(on(paused, '2026-12-22'))).toEqual([]);
    expect(kinds(on(paused, until))).toEqual(['pause', 'paused-long']);
  });

  it('[C10] a limit asks handler and first contact from its first warning, and what is late its handler to say why', () => {
    const { dueOn } = accepted.state!;
    const half = on(accepted, '2026-12-08').after(watch);
    expect(tasks(half)).toMatchObject([{ kind: 'limit', by: dueOn, to: [ONE], count: 50 }]);
    const moved = half.after({ type: 'reassign-case', from: ONE, to: TWO, by: BOSS, reason: '离岗', note: '' });
    expect(tasks(moved)).toMatchObject([{ kind: 'limit', to: [TWO, ONE] }]);
    const last = on(half, dueOn!).after(watch);
    expect(tasks(last)).toMatchObject([{ kind: 'limit', count: 100 }]);
    const late = on(last, '2027-01-04').after(watch);
    expect(tasks(late)).toMatchObject([{ kind: 'explain', by: dueOn, to: [ONE] }]);
    const explained = late.after({ type: 'explain-overdue', by: ONE, text: '等待上级答复', isSupervisor: false });
    expect(tasks(explained)).toMatchObject([{ kind: 'overdue', by: dueOn }]);
    expect(kinds(explained.after(grant))).toEqual(['tell']);
  });

  it('[C5] papers that came late ask whoever is to answer them, of a closed case', () => {
    const came = accepted
      .after(grant)
      .after(tell(true))
      .after({ type: 'take-late-papers', by: TWO, to: ONE, items: ['A-1.1'], note: '' });
    expect(tasks(came)).toMatchObject([{ kind: 'late-papers', to: [ONE] }]);
    const { no } = came.state!.latePapers[0]!;
    const answer = { kind: 'filed' as const, text: '已归档', isSupervisor: false, linkedNo: null };
    expect(tasks(came.after({ type: 'answer-late-papers', by: ONE, no, ...answer }))).toEqual([]);
  });

  it('[C5] [C6] [C10] a property: any duty of a case whose day has come is on the list, with its day', () => {
    const shownBy: Record<LateDuty, TaskKind[]> = {
      due: ['limit', 'overdue', 'explain'],
      'legal-due': ['limit', 'overdue', 'explain'],
      telling: ['tell', 'ring'],
      escalation: ['escalation'],
      review: ['review'],
      'sent-back': ['sent-back'],
      inquiry: ['inquiry'],
      question: ['question', 'remind'],
      'late-papers': ['late-papers'],
      promise: ['promise'],
      ring: ['ring-up'],
    };
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 25 }), (wishes) => {
        let now = open;
        for (const { days, of } of wishes) {
          const then = watchedAt(now.later(days * DAY));
          now = watchedAt(then.and(...then.when(of(then.state!)).events));
          const listed = tasks(now);
          for (const [duty, by] of owedOf(now.state!)) {
            if (by > todayOf(now)) continue;
            expect(listed.map(({ kind }) => kind)).toEqual(expect.arrayContaining([expect.toBeOneOf(shownBy[duty])]));
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});

it('[C10] what breaks first: an instant of today before the end of today, and what has no day last', () => {
  const order = [null, '2026-11-24', '2026-11-23', '2026-11-23T09:30:00.000Z', '2026-11-22'].sort(
    (a, b) => breaksAt(a) - breaksAt(b) || 0,
  );
  expect(order).toEqual(['2026-11-22', '2026-11-23T09:30:00.000Z', '2026-11-23', '2026-11-24', null]);
});
