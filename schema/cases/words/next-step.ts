/** What a resident is told comes next (C12, Q9): one order for phone and kiosk, which have a sentence for each step. */
import type { Day } from '../../ids.ts';
import type { ResidentCase } from '../views.ts';

type Asked = Pick<
  ResidentCase,
  'phase' | 'latePapers' | 'corrected' | 'revivableUntil' | 'concludeBy' | 'destination' | 'isOverdue' | 'mayMove'
>;
/** `step`: a phase, or what says more than it. `mayMove`: its day is provisional (C9). `no`: under which it goes on. */
export type NextStep = { step: string; day?: Day; mayMove?: boolean; no?: string };

/** The first that applies. */
export function nextStep(one: Asked): NextStep {
  const { phase, corrected, revivableUntil, concludeBy } = one;
  const late = phase === 'closed' ? one.latePapers.find(({ answer }) => !answer) : undefined;
  const by = (step: string, day: Day) => ({ step, day, mayMove: one.mayMove.includes(day) });
  if (late) return by('late', late.answerBy);
  if (corrected?.linkedNo) return { step: 'goesOn', no: corrected.linkedNo };
  // C7: a day that was told, which no calendar moves.
  if (revivableUntil) return { step: 'revivable', day: revivableUntil, mayMove: false };
  if (one.destination) return { step: 'elsewhere' };
  if (one.isOverdue) return { step: 'overdue' };
  return concludeBy ? by('received', concludeBy) : { step: phase };
}
