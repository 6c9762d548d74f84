import { describe, expect, it, test } from 'vitest';
import type { Day } from '../../../../schema/ids.ts';
import { accept, BOSS, grant, inquire, notice, ONE, REASON, TWO, take, tell } from '../../../test/case-wishes.ts';
import { CHINA, chinaWith, givenCaseBy } from '../../../test/given.ts';
import type { CaseCommand } from '../case-command.ts';
import { mayMove, toldDays } from './told-days.ts';

/** A case under a calendar that a test may change; every history begins on Monday the 23rd of November. */
function begun() {
  const hall = { calendar: CHINA };
  return { hall, open: givenCaseBy(() => hall.calendar)().after(take) };
}
const move: CaseCommand = { type: 'move-due' };
const escalate: CaseCommand = { type: 'conclude-case', by: ONE, conclusion: { kind: 'escalated', note: '像是民政的' } };
const propose: CaseCommand = { type: 'propose-refusal', by: ONE, reason: REASON, basis: '第五条' };
const correct: CaseCommand = { type: 'correct-outcome', by: BOSS, outcome: 'refused', reason: REASON, basis: '第五条' };
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

  it('[C17] a day that was told besides the due day stays where a person chose it, or it runs in calendar days', () => {
    const { hall, open } = begun();
    const asked = open.after(accept).after(ask);
    const noticed = open.after(notice('A-1.1'));
    hall.calendar = chinaWith(['2026-11-24', 'off'], ['2026-11-26', 'off'], ['2026-12-23', 'off']);
    expect(asked.after(move).state?.questions[0]).toMatchObject({ answerBy: '2026-11-26' });
    expect(noticed.when(move).events).toEqual([]);
  });

  it('[C17] that is later is late no more, and may be late again', () => {
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

  it('[C17] a day that was told besides the due day of a ledger that does not hold how it was counted stays as it was told', () => {
    const { hall, open } = begun();
    const before = open.after(accept).and({ type: 'case-escalated', by: ONE, reason: '', answerBy: '2026-11-24' });
    hall.calendar = chinaWith(['2026-11-24', 'off']);
    expect(before.after(move).state?.escalation?.answerBy).toBe('2026-11-24');
  });
});
