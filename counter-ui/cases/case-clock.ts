/** The clock of a case in words (C9): how it stands is said, never "0 days". Pure. */
import type { ListedCase } from '../../schema/cases/views.ts';
import { type AcceptanceStage, LEGAL_STAGE } from '../../schema/catalogue/facts/stage.ts';
import type { Say } from '../words/speak.ts';

export type CaseClock =
  /** No limit at all; a limit that runs from acceptance; due today. */
  { kind: 'none' | 'later' | 'today'; days: null } | { kind: Counted; days: number };

type Stands = 'left' | 'left-one' | 'overdue' | 'overdue-one';
/** Working days, or days of the calendar. */
type Counted = Stands | `calendar-${Stands}`;

/** `limitDays`: what the catalogue grants for the matter. */
export function caseClock(
  { daysLeft, daysUnit, phase }: Pick<ListedCase, 'daysLeft' | 'daysUnit' | 'phase'>,
  limitDays: number | null,
): CaseClock {
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
