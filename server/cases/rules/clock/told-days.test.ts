import { describe, expect, it, test } from 'vitest';
import type { Day } from '../../../../schema/ids.ts';
import {
  accept,
  BOSS,
  grant,
  inquire,
  notice,
  ONE,
  pause,
  REASON,
  receive,
  TWO,
  take,
  takeLetter,
  tell,
} from '../../../test/case-wishes.ts';
import { CHINA, chinaWith, givenCaseBy } from '../../../test/given.ts';
import type { CaseCommand } from '../case-command.ts';
import { deemedBy } from './case-clock.ts';
import { owedOf } from './over.ts';
import { mayMove, ownMayMove, toldDays } from './told-days.ts';

/** A case under a calendar that a test may change; every history begins on Monday the 23rd of November. */
function begun() {
  const hall = { calendar: CHINA };
  const legalLimit = { days: 30, unit: 'working' } as const;
  const begin = givenCaseBy(() => hall.calendar);
  const promised = givenCaseBy(() => hall.calendar, { legalLimit })().after(take);
  return { hall, none: begin(), open: begin().after(take), taken: begin().after(takeLetter), promised };
}
const move: CaseCommand = { type: 'move-due' };
const escalate: CaseCommand = { type: 'conclude-case', by: ONE, conclusion: { kind: 'escalated', note: '像是民政的' } };
const propose: CaseCommand = { type: 'propose-refusal', by: ONE, reason: REASON, basis: '第五条' };
const correct: CaseCommand = { type: 'correct-outcome', by: BOSS, outcome: 'refused', reason: REASON, basis: '第五条' };
const sendBack: CaseCommand = { type: 'send-back-refusal', by: TWO, remark: '请再核对' };
const bring: CaseCommand = { type: 'take-late-papers', by: TWO, to: ONE, items: ['A-1.1'], note: '' };
const ask: CaseCommand = {
  type: 'ask-question',
  by: ONE,
  to: { clerkId: TWO },
  text: '是否重复',
  answerBy: '2026-11-26',
};

describe('a day that was told besides the due day', () => {
  test.each<[string, CaseCommand[], Day, Day]>([
    ['telling', [accept, grant], '2026-12-07', '2026-12-08'],
    ['escalation', [escalate], '2026-11-24', '2026-11-25'],
    ['review', [accept, propose], '2026-11-25', '2026-11-26'],
    ['review', [accept, grant, correct], '2026-11-25', '2026-11-26'],
    ['inquiry', [accept, inquire], '2026-11-25', '2026-11-26'],
    ['inquiry', [notice('A-1.1'), inquire], '2026-11-25', '2026-11-26'],
    ['inquiry', [accept, grant, tell(true), inquire], '2026-11-25', '2026-11-26'],
    ['late-papers', [accept, grant, tell(true), bring], '2026-11-24', '2026-11-25'],
  ])(
    '[C17] a day that was told besides the due day moves with the calendar and a paper of both days, once: %s',
    (duty, wishes, from, to) => {
      const { hall, open } = begun();
      const told = wishes.reduce((now, wish) => now.after(wish), open);
      expect(told.when(move).events).toEqual([]);
      hall.calendar = chinaWith(['2026-11-24', 'off']);
      const moved = told.when(move).events.filter(({ type }) => type === 'day-moved');
      expect(moved).toContainEqual(
        expect.objectContaining({
          duty,
          from,
          to,
          noticeNo: 'QX20261123-0001',
          paper: expect.objectContaining({ duty }),
        }),
      );
      const after = told.after(move);
      expect(toldDays(after.state!)).toContainEqual(expect.objectContaining({ duty, by: to }));
      expect(after.when(move).events).toEqual([]);
    },
  );

  test.each<['ring' | 'sent-back', CaseCommand[], Day, Day]>([
    ['ring', [takeLetter, pause(5)], '2026-11-24', '2026-11-25'],
    ['sent-back', [take, grant, correct, sendBack], '2026-11-25', '2026-11-26'],
  ])(
    '[C6] [C12] [C17] a day that the hall told its own staff alone moves with the calendar and without a paper, once: %s',
    (duty, [taken, ...wishes], from, to) => {
      const { hall, none } = begun();
      const told = wishes.reduce((now, wish) => now.after(wish), none.after(taken!).after(accept));
      expect(told.when(move).events).toEqual([]);
      hall.calendar = chinaWith(['2026-11-24', 'off']);
      const { events } = told.when(move);
      expect(events).toContainEqual({ type: 'duty-moved', duty, from, to, provisional: false });
      const after = told.after(move);
      expect(owedOf(after.state!).get(duty)).toBe(to);
      expect(toldDays(after.state!)).toContainEqual(expect.objectContaining({ duty, by: to }));
      expect(after.when(move).events).toEqual([]);
    },
  );

  it('[C8] [C17] a day that was told besides the due day moves also before acceptance: the last day of that stage', () => {
    const { hall, open, taken } = begun();
    const whole = open.after(notice('A-1.1')).after(receive(['A-1.1'], false));
    for (const told of [taken, whole]) {
      hall.calendar = CHINA;
      expect(told.when(move).events).toEqual([]);
      hall.calendar = chinaWith(['2026-11-24', 'off']);
      const { events } = told.when(move);
      expect(events[0]).toMatchObject({ type: 'day-moved', duty: 'deemed', from: '2026-11-30', to: '2026-12-01' });
      const after = told.after(move);
      expect(after.when(move).events).toEqual([]);
      expect(deemedBy(after.state!, hall)).toBe(after.state?.concludeBy);
    }
  });

  it('[C9] [C17] a day that was told besides the due day is the law’s, too: it moves alone, or with the promised one, each with its paper', () => {
    const { hall, promised } = begun();
    const told = promised.after(accept);
    const moved = () =>
      told.when(move).events.map((one) => [one.type, 'from' in one && one.from, 'to' in one && one.to]);
    hall.calendar = chinaWith(['2026-12-29', 'off']);
    expect(moved()).toEqual([['day-moved', '2027-01-05', '2027-01-06']]);
    const extend: CaseCommand = { type: 'extend-case', by: BOSS, days: 1, reason: '案情复杂' };
    expect(told.after(move).when(extend).events[1]).toMatchObject({ legalFrom: '2027-01-06', legalTo: '2027-01-07' });
    hall.calendar = chinaWith(['2026-11-24', 'off']);
    expect(moved()).toEqual([
      ['due-moved', '2026-12-21', '2026-12-22'],
      ['day-moved', '2027-01-05', '2027-01-06'],
    ]);
    expect(told.after(move).when(move).events).toEqual([]);
  });

  it('[C9] [C17] a pause on the last promised day moves the law’s alone, its early end moves it back, and both papers name it', () => {
    const { promised } = begun();
    const last = promised.after(accept).later(28 * 24 * 3_600_000);
    const paused = last.after(pause(5));
    expect(paused.state).toMatchObject({ dueOn: '2026-12-21', legalDueOn: '2027-01-12' });
    const pauseId = paused.state!.pauses[0]!.id;
    const { events } = paused.later(24 * 3_600_000).when({ type: 'end-pause', by: ONE, pauseId });
    // The promised day is over by then.
    expect(events).toMatchObject([
      { type: 'duty-late' },
      { type: 'pause-ended' },
      { type: 'due-moved', legalTo: '2027-01-06', paper: { legal: { from: '2027-01-12', to: '2027-01-06' } } },
    ]);
  });

  it('[C17] a day that was told besides the due day stays where a person chose it, or it runs in calendar days', () => {
    const { hall, open } = begun();
    const asked = open.after(accept).after(ask);
    const noticed = open.after(notice('A-1.1'));
    hall.calendar = chinaWith(['2026-11-24', 'off'], ['2026-11-26', 'off'], ['2026-12-23', 'off']);
    expect(asked.after(move).state?.questions[0]).toMatchObject({ answerBy: '2026-11-26' });
    expect(noticed.when(move).events).toEqual([]);
  });

  it('[C17] a told day that is moved later is late no more, and may be late again', () => {
    const { hall, open } = begun();
    const day = 24 * 3_600_000;
    const late = open
      .after(escalate)
      .later(2 * day)
      .after({ type: 'watch-case' });
    expect(late.state?.late).toEqual(['escalation']);
    hall.calendar = chinaWith(['2026-11-24', 'off']);
    const moved = late.after(move);
    expect(moved.state?.late).toEqual([]);
    expect(moved.later(day).when({ type: 'watch-case' }).events).toMatchObject([{ type: 'duty-late' }]);
  });

  it('[C9] [C17] a day that was told besides the due day in a year without an official calendar is one that may still move, and no other is', () => {
    const { open } = begun();
    const inDecember = open.later(35 * 24 * 3_600_000);
    expect(mayMove(inDecember.after(accept).after(grant).state!, CHINA)).toEqual(['2027-01-12']);
    expect(mayMove(open.after(accept).after(grant).state!, CHINA)).toEqual([]);
  });

  it('[C9] [C17] a day that the staff alone was told may move apart from those that the resident was told', () => {
    const { none } = begun();
    const origin = { kind: 'letter', number: '来信 12', day: '2026-12-31' };
    const letter = { ...takeLetter, origin } as CaseCommand;
    const last = none.later(38 * 24 * 3_600_000);
    const paused = last.after(letter).after(accept).after(pause(5));
    expect(toldDays(paused.state!)).toMatchObject([{ duty: 'ring', by: '2027-01-04' }]);
    expect([mayMove(paused.state!, CHINA), ownMayMove(paused.state!, CHINA)]).toEqual([[], ['2027-01-04']]);
  });

  it('[C17] a day that was told besides the due day of a ledger that does not hold how it was counted stays as it was told', () => {
    const { hall, open } = begun();
    const before = open.after(accept).and({ type: 'case-escalated', by: ONE, reason: '', answerBy: '2026-11-24' });
    hall.calendar = chinaWith(['2026-11-24', 'off']);
    expect(before.after(move).state?.escalation?.answerBy).toBe('2026-11-24');
  });
});
