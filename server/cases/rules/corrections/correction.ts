/** A decision that was wrong (C5): another takes its place. A refusal needs a second person here, too, and till then the old one stands (C6). */
import type { Case } from '../../../../schema/cases/case.ts';
import { type ChangedWords, hasSubstance } from '../../../../schema/cases/conclusion.ts';
import type { CaseEvent } from '../../../../schema/cases/events.ts';
import { isRefusal, type Refusal, refuse } from '../../../../schema/refusal.ts';
import type { CaseContext, CommandOf } from '../case-command.ts';
import { countedFrom } from '../clock/told-days.ts';
import { objections } from '../conclusions/decision.ts';
import { decisionGoesOn, endingCorrected, voided } from './ending.ts';
import { changedWords, gaveIt } from './same-outcome.ts';

type Wish = Pick<CommandOf<'correct-outcome'>, 'by' | 'reason' | 'basis'> & {
  outcome: 'granted' | 'refused';
  changed: ChangedWords[] | null;
};

/** By somebody who neither made nor confirmed it. */
export function corrected(found: Case, command: CommandOf<'correct-outcome'>, ctx: CaseContext): CaseEvent[] | Refusal {
  const { decision, correction, offer } = found;
  if (!decision) return endingCorrected(found, command, ctx);
  const { by, outcome, reason, basis } = command;
  if (outcome !== 'granted' && outcome !== 'refused' && outcome !== 'corrected') return refuse('corrected-by-decision');
  if (gaveIt(decision, by)) return refuse('own-decision');
  if (offer) return refuse('offer-open');
  if (correction && !correction.sentBack) return refuse('refusal-proposed');
  if (command.outcome === 'corrected') return decisionGoesOn(found, command, ctx);
  if (!hasSubstance(ctx.said(reason))) return refuse('reason-too-thin');
  const changed = changedWords(found, command, ctx);
  if (isRefusal(changed)) return changed;
  const wish: Wish = { by, outcome: command.outcome === 'refused' ? 'refused' : 'granted', reason, basis, changed };
  return wish.outcome === 'granted'
    ? [anotherDecision(found, wish, decision.no, ctx), voided(decision.no), ...untold(found, wish, ctx)]
    : [correctionProposed(found, wish, decision.no, ctx)];
}

/** What a second person makes of it, or its author. */
export function reviewedCorrection(
  found: Case,
  command: CommandOf<'confirm-refusal' | 'send-back-refusal' | 'take-back-refusal'>,
  ctx: CaseContext,
): CaseEvent[] | Refusal {
  const { correction, decision, offer } = found;
  const { by } = command;
  if (!correction || !decision) return refuse('refusal-not-proposed');
  if (command.type === 'take-back-refusal') {
    if (correction.by !== by && !command.isSupervisor) return refuse('not-handler');
    return [{ type: 'correction-taken-back', by }];
  }
  if (correction.by === by) return refuse('own-proposal');
  // It waits for its author again.
  if (correction.sentBack) return refuse('refusal-not-proposed');
  if (command.type === 'send-back-refusal') {
    const { by: answerBy, counted } = countedFrom(ctx.today, ctx.settings.reviewDays, ctx.calendar);
    return [{ type: 'correction-sent-back', by, remark: command.remark, answerBy, counted }];
  }
  if (offer) return refuse('offer-open');
  const { by: author, reason, basis, changed = null } = correction;
  const wish: Wish = { by: author, outcome: 'refused', reason, basis, changed };
  // C15: nothing falls to an author who is gone.
  const heir = command.isAuthorGone ? { handler: by } : {};
  const corrected = { ...anotherDecision(found, wish, decision.no, ctx), confirmedBy: by, ...heir };
  return [corrected, voided(decision.no), ...untold(found, wish, ctx)];
}

/** The same outcome with other words is a correction of these words, and its paper says so. */
function anotherDecision(
  { outcome: was }: Case,
  { by, outcome, reason, basis, changed }: Wish,
  voids: string,
  ctx: CaseContext,
) {
  const others = changed ? { changed } : {};
  const { by: tellBy, counted } = countedFrom(ctx.today, ctx.settings.tellingDays, ctx.calendar);
  return {
    ...{ type: 'outcome-corrected' as const, outcome, by, reason, basis, voids, ...others },
    on: ctx.today,
    tellBy,
    counted,
    decisionNo: ctx.paperNo('decision'),
    day: ctx.today,
    paper: {
      ...{ ...ctx.content, basis, items: [], outcome, voids, ...others },
      ...(was ? { was } : {}),
      ...objections(outcome, ctx),
    },
  };
}

/** P1: whose data is erased nobody can tell; it closes at once. */
function untold({ personId }: Case, { by, outcome }: Wish, ctx: CaseContext): CaseEvent[] {
  const isErased = personId !== undefined && typeof ctx.reach() === 'object';
  return isErased ? [{ type: 'case-closed', outcome, clerkId: by, note: '' }] : [];
}

/** With a paper that says that the old decision stands, and by when somebody else looks at this. */
function correctionProposed(
  { outcome }: Case,
  { by, reason, basis, changed }: Wish,
  corrects: string,
  ctx: CaseContext,
) {
  const { by: reviewBy, counted } = countedFrom(ctx.today, ctx.settings.reviewDays, ctx.calendar);
  return {
    ...{ type: 'correction-proposed' as const, by, reason, basis, corrects, reviewBy, counted },
    ...(changed ? { changed } : {}),
    proposalNo: ctx.paperNo('proposal'),
    day: ctx.today,
    paper: { ...ctx.content, basis, items: [], ...(outcome ? { outcome } : {}), corrects },
  };
}
