import { describe, expect, it } from 'vitest';
import type { ClerkId, Day, QuestionId } from '../../../schema/ids.ts';
import { accept, BOSS, grant, notice, ONE, TWO, take, tell, watch } from '../../test/case-wishes.ts';
import { givenCase } from '../../test/given.ts';
import type { CaseCommand } from './case-command.ts';

const open = givenCase().after(take);
const accepted = open.after(accept);
const on = (from: typeof open, day: Day) => from.later(Date.parse(`${day}T01:00:00.000Z`) - from.nowMs);
/** Monday asks for Friday. */
const ask = (to: { clerkId: ClerkId } | { outside: string }, answerBy = '2026-11-27', by = ONE): CaseCommand => ({
  ...{ type: 'ask-question', by, to, text: '此件归哪个科？', answerBy },
});
const asked = accepted.after(ask({ clerkId: TWO }));
const idOf = (from: typeof open) => from.state!.questions[0]!.id;
const answer = (questionId: QuestionId, by: ClerkId): CaseCommand => ({
  ...{ type: 'answer-question', questionId, by, text: '归民政科' },
});

describe('a question of the handler', () => {
  it('[C2] a question of the handler leaves owner and clock where they are, and is answered once, by the colleague who was asked', () => {
    const { handler, firstContact, dueOn, phase } = accepted.state!;
    expect(asked.state).toMatchObject({ handler, firstContact, dueOn, phase, pauses: [] });
    expect(asked.when(answer(idOf(asked), ONE)).refused).toBe('question-not-yours');
    expect(asked.when(answer(idOf(asked), BOSS)).refused).toBe('question-not-yours');
    expect(asked.when(answer('other' as QuestionId, TWO)).refused).toBe('inquiry-unknown');
    const answered = asked.after(answer(idOf(asked), TWO));
    expect(answered.state?.questions).toMatchObject([{ answer: { by: TWO, on: '2026-11-23', text: '归民政科' } }]);
    expect(answered.when(answer(idOf(asked), TWO)).refused).toBe('inquiry-answered');
  });

  it('[C2] a question of the handler to somebody outside is answered by whoever handles the case then', () => {
    const outside = accepted.after(ask({ outside: '区民政局' }));
    expect(outside.when(answer(idOf(outside), TWO)).refused).toBe('question-not-yours');
    expect(outside.after({ ...answer(idOf(outside), ONE), how: 'telephone' } as CaseCommand).state).toMatchObject({
      questions: [{ to: { outside: '区民政局' }, answer: { by: ONE, how: 'telephone' } }],
    });
  });

  it('[C2] a question of the handler is asked by the handler alone, of somebody else, for a day to come, and five at once are enough', () => {
    expect(accepted.when(ask({ clerkId: BOSS }, '2026-11-27', TWO)).refused).toBe('not-handler');
    expect(accepted.when(ask({ clerkId: ONE })).refused).toBe('question-to-oneself');
    for (const day of ['2026-11-23', '2026-11-22', '2027-08-01'])
      expect(accepted.when(ask({ clerkId: TWO }, day)).refused).toBe('question-day');
    let many = accepted;
    for (let count = 0; count < 5; count++) many = many.after(ask({ clerkId: TWO }));
    expect(many.when(ask({ clerkId: TWO })).refused).toBe('questions-open');
    expect(many.after(answer(idOf(many), TWO)).when(ask({ clerkId: TWO })).refused).toBeNull();
  });

  it('[C2] [C10] a question of the handler is reminded of on the working day before its day and late on the day after, once each', () => {
    for (const from of [asked, open.after(notice('A-1.1')).after(ask({ clerkId: TWO }))]) {
      expect(on(from, '2026-11-25').when(watch).events).toEqual([]);
      const reminded = on(from, '2026-11-26').after(watch);
      expect(reminded.state?.questions).toMatchObject([{ reminded: true }]);
      expect(on(reminded, '2026-11-27').when(watch).events).toEqual([]);
      const late = on(reminded, '2026-11-28').after(watch);
      expect(late.state?.late).toEqual(['question']);
      expect(on(late, '2026-11-30').when(watch).events).not.toContainEqual(
        expect.objectContaining({ duty: 'question' }),
      );
      expect(late.after(answer(idOf(late), TWO)).state?.late).toEqual([]);
    }
    // Friday asks for Monday: its working day before is the day on which it was asked.
    const friday = on(accepted, '2026-11-27').after(ask({ clerkId: TWO }, '2026-11-30'));
    expect(on(friday, '2026-11-30').when(watch).events).toEqual([]);
  });

  it('[C2] a question of the handler waits no more when its case is over', () => {
    const over = asked.after(grant).after(tell(true));
    expect(over.state?.phase).toBe('closed');
    expect(over.when(answer(idOf(over), TWO)).refused).toBe('case-over');
    expect(on(over, '2026-12-01').when(watch).events).toEqual([]);
  });
});
