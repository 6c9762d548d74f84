/** When a case's clock stands still, and when it is given more time (C9); each tells the resident the old and the new date. */
import type { Case } from '../../../schema/cases/case.ts';
import type { CaseEvent } from '../../../schema/cases/events.ts';
import type { PaperContent } from '../../../schema/cases/paper.ts';
import type { PauseId } from '../../../schema/ids.ts';
import { type Refusal, refuse } from '../../../schema/refusal.ts';
import type { CaseContext, CommandOf } from './case-command.ts';
import { clockOf } from './clock/case-clock.ts';
import { type CaseClock, countOf, deadlineOf, pauseUntil } from './clock/deadline.ts';
import { actsFor } from './owners/in-place.ts';

type Cause = Extract<CaseEvent, { type: 'due-moved' }>['cause'];
/** What the paper of a moved due day says of its cause. */
type Why = Pick<PaperContent, 'pause' | 'extension'>;

const LEAST_BASIS = 2;

/** Only of the listed kinds, with a basis that the clerk writes or the matter names, for so many days as planned (行政许可法 Art. 45). */
export function paused(found: Case, command: CommandOf<'pause-case'>, ctx: CaseContext): CaseEvent[] | Refusal {
  const clock = clockOf(found);
  if (!actsFor(found.handler, command.by, ctx)) return refuse('not-handler');
  if (!clock) return refuse('case-without-limit');
  if (ctx.today > found.dueOn!) return refuse('deadline-over');
  const { kind, days, by } = command;
  const named = ctx.namedBasis(kind);
  if (named === null) return refuse('pause-not-named');
  // Whoever waits for the applicant twice asked for less than everything the first time (C7).
  if (kind === 'applicant' && found.pauses.some((one) => one.kind === kind)) return refuse('pause-applicant-again');
  if (named === undefined && ctx.said(command.basis).trim().length < LEAST_BASIS) return refuse('pause-basis-missing');
  const basis = named ?? command.basis;
  const told = ctx.today;
  const until = pauseUntil(told, days, clock.limit.unit, ctx.calendar);
  const event = { type: 'case-paused' as const, pauseId: ctx.newId() as PauseId, kind, basis, told, until, by };
  const pauses = [...clock.pauses, { told, until }];
  return [event, ...moved(found, { ...clock, pauses }, 'pause', ctx, { pause: { kind, basis, told, until } })];
}

/** Its cause ended before its planned end, which comes by itself. */
export function pauseEnded(found: Case, command: CommandOf<'end-pause'>, ctx: CaseContext): CaseEvent[] | Refusal {
  if (!actsFor(found.handler, command.by, ctx)) return refuse('not-handler');
  const clock = clockOf(found);
  const { pauseId, by } = command;
  const pause = found.pauses.find(({ id }) => id === pauseId);
  if (!clock || !pause || pause.ended !== undefined || pause.until < ctx.today) return refuse('pause-over');
  const pauses = found.pauses.map((one) => (one === pause ? { ...one, ended: ctx.today } : one));
  const event = { type: 'pause-ended' as const, pauseId, on: ctx.today, by };
  const { id: _, ...over } = { ...pause, ended: ctx.today };
  return [event, ...moved(found, { ...clock, pauses }, 'pause-ended', ctx, { pause: over })];
}

/** Once, told before the old limit is over (行政许可法 Art. 42). */
export function extended(found: Case, command: CommandOf<'extend-case'>, ctx: CaseContext): CaseEvent[] | Refusal {
  const clock = clockOf(found);
  const { days, reason, by } = command;
  if (!clock) return refuse('case-without-limit');
  if (found.extension) return refuse('extended-already');
  if (ctx.today > found.dueOn!) return refuse('deadline-over');
  if (ctx.extensionMost === 0) return refuse('extension-none');
  if (days > ctx.extensionMost) return refuse('extension-too-long', { days: ctx.extensionMost });
  const event = { type: 'case-extended' as const, days, reason, told: ctx.today, by };
  return [event, ...moved(found, { ...clock, extendedBy: days }, 'extension', ctx, { extension: { days, reason } })];
}

/** C17: the date that was told is counted again; nothing where it stays. */
export function moved(
  found: Case,
  clock: CaseClock | null,
  cause: Cause,
  ctx: CaseContext,
  why: Why = {},
): CaseEvent[] {
  if (!clock || !found.dueOn) return [];
  const counted = deadlineOf(clock, ctx.calendar);
  const legal = deadlineOf({ ...clock, limit: found.legalLimit ?? clock.limit }, ctx.calendar);
  const isTold = cause === 'pause' || cause === 'extension';
  // Another calendar moves the law's own day with a paper of its own (`toldDays`).
  const legalFrom = cause === 'calendar' && found.legalLimit ? undefined : found.legalDueOn;
  const isLegalMoved = legalFrom !== undefined && found.legalLimit !== undefined && legal.due !== legalFrom;
  // The resident gets a paper of each pause and extension, also where days that are off anyway are left out.
  if (counted.due === found.dueOn && !isLegalMoved && !isTold) return [];
  return [
    {
      type: 'due-moved',
      from: found.dueOn,
      to: counted.due,
      ...(legalFrom ? { legalFrom, legalTo: legal.due } : {}),
      cause,
      noticeNo: ctx.paperNo('due-change'),
      provisional: counted.provisional,
      day: ctx.today,
      paper: {
        ...ctx.content,
        ...{ items: [], count: countOf(clock, counted) },
        ...(isLegalMoved ? { legal: { from: legalFrom, to: legal.due, provisional: legal.provisional } } : {}),
        ...why,
      },
    },
  ];
}
