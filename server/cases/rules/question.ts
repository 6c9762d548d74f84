/** ASKS (C2): a question to a colleague or outside, with the day of its answer; owner and clock stay where they are. */
import type { Case } from '../../../schema/cases/case.ts';
import type { CaseEvent } from '../../../schema/cases/events.ts';
import type { Question } from '../../../schema/cases/question.ts';
import type { ClerkId, Day, QuestionId } from '../../../schema/ids.ts';
import { type Refusal, refuse } from '../../../schema/refusal.ts';
import { addDays } from '../../../schema/time.ts';
import type { CaseContext, CommandOf } from './case-command.ts';
import { actsFor } from './owners/in-place.ts';

/** So many may wait for their answers at once. */
const MOST_OPEN = 5;
const MOST_DAYS = 180;

export function questioned(
  found: Case,
  command: CommandOf<'ask-question' | 'answer-question' | 'take-back-question'>,
  ctx: CaseContext,
): CaseEvent[] | Refusal {
  const on = ctx.today;
  if (command.type === 'take-back-question') {
    const open = openQuestions(found).find(({ id }) => id === command.questionId);
    return open ? [{ type: 'question-taken-back', questionId: open.id, to: open.to, on }] : refuse('inquiry-unknown');
  }
  const { by, text } = command;
  if (command.type === 'ask-question') {
    const { to, answerBy } = command;
    if (!actsFor(found.handler, by, ctx)) return refuse('not-handler');
    // C11: whoever asks in somebody's place would answer it, too.
    if ('clerkId' in to && actsFor(to.clerkId, by, ctx)) return refuse('question-to-oneself');
    if (answerBy <= on || answerBy > addDays(on, MOST_DAYS)) return refuse('question-day', { count: MOST_DAYS });
    if (openQuestions(found).length >= MOST_OPEN) return refuse('questions-open', { count: MOST_OPEN });
    return [{ type: 'question-asked', questionId: ctx.newId() as QuestionId, to, text, on, answerBy, by }];
  }
  const { questionId, how } = command;
  const question = found.questions.find(({ id }) => id === questionId);
  if (!question) return refuse('inquiry-unknown');
  if (question.answer) return refuse('inquiry-answered');
  if (question.takenBack) return refuse('question-taken-back');
  if (!actsFor(answererOf(question, found), by, ctx)) return refuse('question-not-yours');
  return [{ type: 'question-answered', questionId, by, on, text, ...(how ? { how } : {}) }];
}

/** Of one from outside the handler writes down what came. */
function answererOf({ to }: Question, { handler }: Case): ClerkId {
  return 'clerkId' in to ? to.clerkId : handler;
}

/** What is over waits for no answer. */
export function openQuestions({ phase, questions }: Case): Question[] {
  return phase === 'closed' ? [] : questions.filter(({ answer, takenBack }) => !answer && !takenBack);
}

/** Until when the next one is to be answered. */
export function answerQuestionBy(found: Case): Day | undefined {
  return openQuestions(found)
    .map(({ answerBy }) => answerBy)
    .sort()[0];
}

/** Colleagues who are to answer. */
export function askedClerks(found: Case): ClerkId[] {
  return openQuestions(found).flatMap(({ to }) => ('clerkId' in to ? [to.clerkId] : []));
}

/** On the working day before; of one that was asked on that day itself nobody needs it. */
export function questionReminders(
  found: Case,
  today: Day,
  dayBefore: (day: Day) => Day,
): { on: Day; events: CaseEvent[] }[] {
  return openQuestions(found).flatMap(({ id, on: askedOn, answerBy, reminded }) => {
    const on = dayBefore(answerBy);
    if (reminded || on <= askedOn || today > answerBy) return [];
    return [{ on, events: [{ type: 'question-reminded' as const, questionId: id, on: today }] }];
  });
}
