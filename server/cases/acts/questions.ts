/** Asks: to a colleague who is there, or outside (C2). */
import type { AnswerWay, Asked } from '../../../schema/cases/question.ts';
import type { Day, QuestionId } from '../../../schema/ids.ts';
import type { Clerk } from '../../../schema/people/clerk.ts';
import { isRefusal, type Refusal, refuse } from '../../../schema/refusal.ts';
import type { Tx } from '../../ledger/commit.ts';
import { clerks } from '../../people/tables/clerks.ts';
import { maySignIn } from '../../people/views/staff.ts';
import { openQuestions } from '../rules/question.ts';
import { cases } from '../tables/cases.ts';
import { type OnCase, runCase, stepCase } from './step-case.ts';

type Done = { seq: number } | Refusal;

export function askQuestion(tx: Tx, input: OnCase & { to: Asked; text: string; answerBy: Day }): Done {
  const { to, text, answerBy } = input;
  const asked = 'clerkId' in to ? tx.read(clerks).all().get(to.clerkId) : null;
  if (asked !== null && (!asked || !maySignIn(asked) || asked.role === 'administrator')) return refuse('clerk-unknown');
  return stepCase(tx, input, (by) => ({ type: 'ask-question', by, to, text, answerBy }));
}

export function answerQuestion(
  tx: Tx,
  input: OnCase & { questionId: QuestionId; text: string; how?: AnswerWay | undefined },
): Done {
  const { questionId, text, how } = input;
  return stepCase(tx, input, (by) => ({ type: 'answer-question', by, questionId, text, ...(how ? { how } : {}) }));
}

/** C2, C15: what somebody who is gone was asked stands with nobody: it is taken back, and its handler asks somebody else. */
export function endQuestionsTo(tx: Tx, { clerk: { id } }: { clerk: Clerk }): Refusal | null {
  for (const found of tx.read(cases).ofClerk(id))
    for (const { id: questionId, to } of openQuestions(found)) {
      if (!('clerkId' in to) || to.clerkId !== id) continue;
      const stood = runCase(tx, found.id, { type: 'take-back-question', questionId });
      if (isRefusal(stood)) return stood;
    }
  return null;
}
