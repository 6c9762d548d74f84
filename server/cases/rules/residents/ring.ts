/** RINGING UP somebody who wished for no messages (C6, C7): a task with a day, done when told, or tried on two days. */
import type { Case } from '../../../../schema/cases/case.ts';
import type { RingWhy } from '../../../../schema/cases/conclusion.ts';
import type { CaseEvent } from '../../../../schema/cases/events.ts';
import { type Refusal, refuse } from '../../../../schema/refusal.ts';
import type { CaseContext, CommandOf } from '../case-command.ts';
import { workingDayAfter } from '../clock/deadline.ts';

const TRIED_DAYS = 2;

/** Nothing where a message tells it, or nobody knows whom to ring. */
export function ringOwed(
  { messages, personId }: Case,
  why: RingWhy,
  { today, settings, calendar }: Pick<CaseContext, 'today' | 'settings' | 'calendar'>,
): CaseEvent[] {
  // No message says where to go.
  if ((messages && why !== 'elsewhere') || !personId) return [];
  return [{ type: 'ring-owed', why, on: today, answerBy: workingDayAfter(today, settings.lateDays, calendar) }];
}

export function rung(
  { ring }: Case,
  command: CommandOf<'ring-resident'>,
  { today }: CaseContext,
): CaseEvent[] | Refusal {
  if (!ring) return refuse('nobody-to-ring');
  const { by, reached, remark } = command;
  return [{ type: 'resident-rung', by, on: today, reached, remark }];
}

/** What is left to do after a try. */
export function ringAfter(
  ring: NonNullable<Case['ring']>,
  { by, on, reached }: Extract<CaseEvent, { type: 'resident-rung' }>,
): Case['ring'] {
  const tries = [...ring.tries, { by, on }];
  return reached || new Set(tries.map((one) => one.on)).size >= TRIED_DAYS ? undefined : { ...ring, tries };
}
