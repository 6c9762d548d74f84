/** What may be done with a case besides handing it over and deciding it, by whom (C4, C5, C7, C9, C10). */
import type { ListedCase } from '../../../schema/cases/views.ts';
import type { StaffRole } from '../../../schema/who.ts';
import { myQuestion } from './question-forms.tsx';

export type CaseAct =
  | 'receive'
  | 'accept-after'
  | 'take-back-notice'
  | 'notice-again'
  | 'ring'
  | 'let-pass'
  | 'pause'
  | 'end-pause'
  | 'extend'
  | 'explain'
  | 'escalation'
  | 'tell'
  | 'revive'
  | 'answer-inquiry'
  | 'ask-question'
  | 'answer-question'
  | 'correct'
  | 'take-late'
  | 'answer-late'
  | 'linked';

/** In the order in which they are offered; the first is what is waited for. */
export function actsOf(one: ListedCase, isHandler: boolean, role: StaffRole): CaseAct[] {
  const { phase, notice, pause, escalation, late, explanation } = one;
  const isSupervisor = role === 'supervisor';
  const mayClock = one.acceptedOn !== null && (phase === 'accepted' || phase === 'proposed');
  const acts: [CaseAct, boolean][] = [
    ['tell', phase === 'decided'],
    ['ring', one.ringTask !== null],
    ['revive', one.revivableUntil !== null],
    ['answer-late', one.lateTask !== null && (one.lateTask.toMe || isSupervisor)],
    ['answer-inquiry', one.inquiries.some(({ answer }) => answer === null)],
    ['answer-question', myQuestion(one) !== undefined],
    ['escalation', isSupervisor && escalation !== null],
    ['explain', isHandler && late.includes('due') && explanation === null],
    ['accept-after', isHandler && notice !== null && notice.completeOn !== null],
    ['receive', (notice !== null && notice.completeOn === null) || one.promise?.isOpen === true],
    ['end-pause', isHandler && pause !== null],
    ['pause', isHandler && mayClock && pause === null],
    ['ask-question', isHandler && phase !== 'open' && phase !== 'closed'],
    ['extend', isSupervisor && mayClock && !one.extended],
    ['correct', isSupervisor && mayCorrect(one)],
    ['take-late', phase === 'closed' && one.revivableUntil === null],
    ['linked', phase === 'decided' || phase === 'closed'],
    ['take-back-notice', notice !== null && (isHandler || isSupervisor)],
    ['notice-again', notice !== null && isSupervisor],
    ['let-pass', phase === 'open' && isSupervisor],
  ];
  // An administrator plans the hall, and handles nothing.
  if (role === 'administrator') return [];
  return acts.flatMap(([act, may]) => (may ? [act] : []));
}

/** C5: what somebody else concluded; a refusal that is proposed comes first, and what can be taken up again goes on so. */
function mayCorrect({ decision, ending, correction, revivableUntil }: ListedCase): boolean {
  if (decision) return !decision.mine && correction === null;
  return ending !== null && !ending.mine && revivableUntil === null;
}

/** C5: because the reader gave it, or confirmed it. */
export function mayNotCorrect({ decision, ending }: ListedCase): boolean {
  return (decision ?? ending)?.mine === true;
}
