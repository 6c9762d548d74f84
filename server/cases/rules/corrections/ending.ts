/** An end that was wrong (C5): the case stays closed, as another end, or a linked case goes on with its matter. */
import type { Case } from '../../../../schema/cases/case.ts';
import { type ChangedWords, hasSubstance } from '../../../../schema/cases/conclusion.ts';
import type { CaseEvent } from '../../../../schema/cases/events.ts';
import type { PaperContent } from '../../../../schema/cases/paper.ts';
import { isRefusal, type Refusal, refuse } from '../../../../schema/refusal.ts';
import type { CaseContext, CommandOf } from '../case-command.ts';
import { isRevivable } from '../conclusions/revival.ts';
import { ringOwed } from '../residents/ring.ts';
import { changedWords, gaveIt } from './same-outcome.ts';

type EndingCorrected = Extract<CaseEvent, { type: 'ending-corrected' }>;

/** By somebody who neither gave nor confirmed it. */
export function endingCorrected(
  found: Case,
  command: CommandOf<'correct-outcome'>,
  ctx: CaseContext,
): CaseEvent[] | Refusal {
  const { phase, outcome: was, ending } = found;
  if (phase !== 'closed' || !was || !ending) return refuse('case-not-decided');
  const goesOn = ending.corrected?.linkedNo;
  if (goesOn) return refuse('corrected-already', { number: goesOn });
  // C7: what its notice asked for goes on under that number.
  if (isRevivable(found, ctx.today, ctx.settings)) return refuse('case-revivable', { number: found.noticeNo ?? '' });
  if (gaveIt(ending, command.by)) return refuse('own-decision');
  if (command.outcome === 'granted' || command.outcome === 'refused') return refuse('corrected-by-ending');
  return asAnotherEnd(found, command, ending.papers, ctx);
}

/** C5: a decision should have gone on; told or not, it is void. */
export function decisionGoesOn(
  found: Case,
  command: CommandOf<'correct-outcome'> & { outcome: 'corrected' },
  ctx: CaseContext,
): CaseEvent[] | Refusal {
  return found.decision ? asAnotherEnd(found, command, [found.decision.no], ctx) : refuse('case-not-decided');
}

/** Its resident has papers that hold no more: a message, a call or a letter tells that. */
function asAnotherEnd(
  found: Case,
  command: CommandOf<'correct-outcome'>,
  voids: string[],
  ctx: CaseContext,
): CaseEvent[] | Refusal {
  const { by, outcome, reason, basis } = command;
  const was = found.outcome!;
  if (!hasSubstance(ctx.said(reason))) return refuse('reason-too-thin');
  const changed = changedWords(found, command, ctx);
  if (isRefusal(changed)) return changed;
  const others = changed ? { changed } : {};
  const event: EndingCorrected = {
    ...{ type: 'ending-corrected', was, outcome, by, reason, basis, on: ctx.today, voids },
    ...others,
    ...newEnd(command, { was, corrected: voids, ...others }, ctx),
  };
  return [event, ...voids.map(voided), ...ringOwed(found, whyTold(outcome, changed), ctx)];
}

/** C5: no message says where to go. */
function whyTold(outcome: EndingCorrected['outcome'], changed: ChangedWords[] | null) {
  if (outcome === 'not-ours' && (!changed || changed.includes('destination'))) return 'elsewhere';
  return changed ? 'reworded' : 'corrected';
}

/** What goes on has the receipt of the linked case as its paper; one that was there before says nothing of it. */
function newEnd(
  command: CommandOf<'correct-outcome'>,
  instead: Pick<PaperContent, 'was' | 'corrected' | 'changed'>,
  ctx: CaseContext,
): Partial<EndingCorrected> {
  const { outcome, basis } = command;
  const paper = { ...ctx.content, basis, items: [], outcome, ...instead };
  const closing = () => ({ closingNo: ctx.paperNo('closing'), day: ctx.today });
  if (command.outcome === 'corrected') {
    const { linked, linkedNo, wasThere } = command;
    return { linked, linkedNo, ...(wasThere ? { ...closing(), paper: { ...paper, goesOnAs: linkedNo } } : {}) };
  }
  return command.outcome === 'not-ours'
    ? { destination: command.destination, referralNo: ctx.paperNo('referral'), day: ctx.today, paper }
    : { ...closing(), paper };
}

export function voided(no: string): CaseEvent {
  return { type: 'paper-voided', no, why: 'corrected' };
}
