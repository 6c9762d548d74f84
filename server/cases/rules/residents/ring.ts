/** RINGING UP somebody who wished for no messages (C6, C7): a task with a day, done when told, or tried on two days. */
import type { Case } from '../../../../schema/cases/case.ts';
import type { RingWhy } from '../../../../schema/cases/conclusion.ts';
import type { CaseEvent } from '../../../../schema/cases/events.ts';
import { type Refusal, refuse } from '../../../../schema/refusal.ts';
import type { CaseContext, CommandOf } from '../case-command.ts';
import { workingDayAfter } from '../clock/deadline.ts';
import { isUnknown } from './unknown.ts';

const TRIED_DAYS = 2;

/** C5: of whom nothing is entered, too, because a paper in somebody's hand holds no more, or a letter named its sender. */
const TOLD_ANYWAY: ReadonlySet<RingWhy> = new Set<RingWhy>(['elsewhere', 'corrected', 'reworded']);

/** Nothing where a message tells it. Without a telephone it is told in person, or by letter. */
export function ringOwed(
  found: Case,
  why: RingWhy,
  { today, settings, calendar, reach }: Pick<CaseContext, 'today' | 'settings' | 'calendar' | 'reach'>,
): CaseEvent[] {
  const { messages, personId } = found;
  // C7: what came in writing, and ends by silence, has an address where a ticket has its page.
  const isByLetter = why === 'silent' && isUnknown(found);
  if (!personId && !isByLetter && !TOLD_ANYWAY.has(why)) return [];
  const by = personId ? reach() : 'nobody';
  // P1: its data is erased.
  if (typeof by === 'object') return [];
  const answerBy = workingDayAfter(today, settings.lateDays, calendar);
  const owed = { type: 'ring-owed' as const, why, on: today, answerBy };
  if (by === 'nobody') return [{ ...owed, unreachable: true }];
  // No message says where to go.
  return messages && why !== 'elsewhere' ? [] : [owed];
}

export function rung(
  { ring }: Case,
  command: CommandOf<'ring-resident'>,
  { today }: CaseContext,
): CaseEvent[] | Refusal {
  if (!ring) return refuse('nobody-to-ring');
  const { by, reached, remark, way } = command;
  return [{ type: 'resident-rung', by, on: today, reached, remark, ...(way ? { way } : {}) }];
}

/** What is left to do after a try. */
export function ringAfter(
  ring: NonNullable<Case['ring']>,
  { by, on, reached }: Extract<CaseEvent, { type: 'resident-rung' }>,
): Case['ring'] {
  const tries = [...ring.tries, { by, on }];
  return reached || new Set(tries.map((one) => one.on)).size >= TRIED_DAYS ? undefined : { ...ring, tries };
}
