/** BY WHAT A CASE RUNS (C8, C9): its limit, the law's beside it, and before both the stage of acceptance. */
import type { Case } from '../../../../schema/cases/case.ts';
import { isTaken } from '../../../../schema/cases/events.ts';
import { type AcceptanceStage, LEGAL_STAGE } from '../../../../schema/catalogue/facts/stage.ts';
import type { Calendar } from '../../../../schema/hall/calendar.ts';
import type { Day } from '../../../../schema/ids.ts';
import type { CaseContext } from '../case-command.ts';
import { type CaseClock, deadlineOf } from './deadline.ts';

const ALONE = { pauses: [], extendedBy: 0 };

/** Null of a case without a limit, and of one of an older ledger, whose date stays as it was told. */
export function clockOf({ acceptedOn, limit, pauses, extension }: Case): CaseClock | null {
  return acceptedOn && limit ? { accepted: acceptedOn, limit, pauses, extendedBy: extension?.days ?? 0 } : null;
}

/** Null where the hall promises no less than the law. */
export function legalClockOf(found: Case): CaseClock | null {
  const clock = clockOf(found);
  return clock && found.legalLimit ? { ...clock, limit: found.legalLimit } : null;
}

/** Null: nothing is waiting for the hall's answer. */
export function stageClockOf(found: Case): CaseClock | null {
  const on = receivedOf(found);
  return on ? { accepted: on, limit: found.acceptance ?? LEGAL_STAGE, ...ALONE } : null;
}

/** C8: the last day on which the hall may still answer to what was received, as the calendar is now. */
export function deemedBy(found: Case, { calendar }: Pick<CaseContext, 'calendar'>): Day | null {
  const clock = stageClockOf(found);
  return clock && deadlineOf(clock, calendar).due;
}

/** C8: the last day of the stage of acceptance, counted as the limit is: the day after the receipt is the first. */
export function stageEnd(receivedOn: Day, stage: AcceptanceStage = LEGAL_STAGE, calendar: Calendar): Day {
  return deadlineOf({ accepted: receivedOn, limit: stage, ...ALONE }, calendar).due;
}

/** What was asked for is all there, or the application came without anybody who could be answered at once. */
export function receivedOf({ phase, notice, origin }: Case): Day | undefined {
  if (phase === 'noticed') return notice?.completeOn;
  return phase === 'open' && isTaken(origin) ? origin.day : undefined;
}
