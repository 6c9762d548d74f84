/** "NOT CLEAR WHOSE IT IS" (C4): the supervisor's answer moves the case to whom it names. */
import type { Case } from '../../../../schema/cases/case.ts';
import type { CaseEvent } from '../../../../schema/cases/events.ts';
import { type Refusal, refuse } from '../../../../schema/refusal.ts';
import type { CaseContext, CommandOf } from '../case-command.ts';
import { ended } from '../conclusions/decision.ts';
import { sentElsewhere } from '../conclusions/review.ts';

/** Two persons have looked at it then: the clerk who asked, and the supervisor. */
export function escalationAnswered(
  found: Case,
  { by, remark, to, destination }: CommandOf<'answer-escalation'>,
  ctx: CaseContext,
): CaseEvent[] | Refusal {
  const { escalation, phase, handler } = found;
  if (!escalation) return refuse('not-escalated');
  const answer: CaseEvent = { type: 'escalation-answered', by, remark };
  if (destination) {
    if (phase !== 'accepted') return refuse('case-not-accepted');
    if (escalation.by === by) return refuse('own-proposal');
    return [answer, ...ended(sentElsewhere(by, destination, remark, ctx), found, false, ctx)];
  }
  if (!to || to === handler) return [answer];
  return [answer, { type: 'case-reassigned', from: handler, to, by, reason: remark, note: '' }];
}
