/** The clock of a case in words (C9): how it stands is said, never "0 days". Pure. */
import type { ListedCase } from '../../schema/cases/views.ts';
import { type AcceptanceStage, LEGAL_STAGE } from '../../schema/catalogue/facts/stage.ts';
import type { Say } from '../words/speak.ts';
import { isOver, type Owed } from './list/case-order.ts';

export type CaseClock =
  /** No limit at all; a limit that runs from acceptance; due today; over, and over before the limit began. */
  { kind: 'none' | 'later' | 'today' | 'ended' | 'unaccepted'; days: null } | { kind: Counted; days: number };

type Stands = 'left' | 'left-one' | 'overdue' | 'overdue-one';
/** Working days, or days of the calendar. */
type Counted = Stands | `calendar-${Stands}`;

/** `limitDays`: what the catalogue grants for the matter. */
export function caseClock(
  one: Pick<ListedCase, 'daysLeft' | 'daysUnit' | 'acceptedOn'> & Owed,
  limitDays: number | null,
): CaseClock {
  const { daysLeft, daysUnit, phase } = one;
  if (isOver(one)) return { kind: one.acceptedOn === null && limitDays !== null ? 'unaccepted' : 'ended', days: null };
  if (daysLeft === null) {
    const runsLater = limitDays !== null && (phase === 'noticed' || phase === 'open');
    return { kind: runsLater ? 'later' : 'none', days: null };
  }
  if (daysLeft === 0) return { kind: 'today', days: null };
  const days = Math.abs(daysLeft);
  const kind = daysLeft < 0 ? 'overdue' : 'left';
  const stands: Stands = days === 1 ? `${kind}-one` : kind;
  return { kind: daysUnit === 'calendar' ? `calendar-${stands}` : stands, days };
}

/** In one line. */
export function clockWords(say: Say, clock: CaseClock): string {
  if (clock.days !== null) return `${clock.days} ${say(`clock.${clock.kind}`)}`;
  return say(`clock.${clock.kind}.line`);
}

/** C8: how long the stage of acceptance is; of a matter that names none, the law's. */
export function withinText(say: Say, stage: AcceptanceStage | null | undefined): string {
  const { days, unit } = stage ?? LEGAL_STAGE;
  return say(`stage.${unit}`, { days });
}
