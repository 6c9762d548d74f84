/** An end without a decision that was wrong (C5): the case stays closed, as another end, or a linked case goes on with its matter. */
import type { Case } from '../../../../schema/cases/case.ts';
import { hasSubstance } from '../../../../schema/cases/conclusion.ts';
import type { CaseEvent } from '../../../../schema/cases/events.ts';
import type { PaperContent } from '../../../../schema/cases/paper.ts';
import { type Refusal, refuse } from '../../../../schema/refusal.ts';
import type { CaseContext, CommandOf } from '../case-command.ts';
import { isRevivable } from '../conclusions/notice.ts';
import { ringOwed } from '../residents/ring.ts';

/** By somebody who did not end it. Its resident has papers that hold no more: a message, or a call, tells that. */
export function endingCorrected(
  found: Case,
  command: CommandOf<'correct-outcome'>,
  ctx: CaseContext,
): CaseEvent[] | Refusal {
  const { phase, outcome: was, ending } = found;
  const { by, reason, basis } = command;
  if (phase !== 'closed' || !was || !ending) return refuse('case-not-decided');
  const goesOn = ending.corrected?.linkedNo;
  if (goesOn) return refuse('corrected-already', { number: goesOn });
  // C7: what its notice asked for goes on under that number.
  if (isRevivable(found, ctx.today, ctx.settings)) return refuse('case-revivable', { number: found.noticeNo ?? '' });
  if (ending.by === by) return refuse('own-decision');
  if (command.outcome === 'granted' || command.outcome === 'refused') return refuse('corrected-by-ending');
  if (!hasSubstance(ctx.said(reason))) return refuse('reason-too-thin');
  const voids = ending.papers;
  const event = {
    ...{ type: 'ending-corrected' as const, was, outcome: command.outcome, by, reason, basis, on: ctx.today, voids },
    ...newEnd(command, { was, corrected: voids }, ctx),
  };
  // C5: no message says where to go.
  const why = command.outcome === 'not-ours' ? 'elsewhere' : 'corrected';
  return [event, ...voids.map(voided), ...ringOwed(found, why, ctx)];
}

/** What goes on has the receipt of the linked case as its paper. */
function newEnd(
  command: CommandOf<'correct-outcome'>,
  instead: Pick<PaperContent, 'was' | 'corrected'>,
  ctx: CaseContext,
): Partial<Extract<CaseEvent, { type: 'ending-corrected' }>> {
  if (command.outcome === 'corrected') return { linked: command.linked, linkedNo: command.linkedNo };
  const { outcome, basis } = command;
  const paper = { ...ctx.content, basis, items: [], outcome, ...instead };
  return command.outcome === 'not-ours'
    ? { destination: command.destination, referralNo: ctx.paperNo('referral'), day: ctx.today, paper }
    : { closingNo: ctx.paperNo('closing'), day: ctx.today, paper };
}

export function voided(no: string): CaseEvent {
  return { type: 'paper-voided', no, why: 'corrected' };
}
