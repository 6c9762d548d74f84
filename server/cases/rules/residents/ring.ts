/** RINGING UP somebody whom no message reaches (C6, C7, C8, C17): a task with a day, done when told, or tried on two days. */
import type { Case, Ring } from '../../../../schema/cases/case.ts';
import type { RingWhy, UntoldDay } from '../../../../schema/cases/conclusion.ts';
import type { CaseEvent } from '../../../../schema/cases/events.ts';
import type { ToldDuty } from '../../../../schema/hall/calendar.ts';
import type { Day } from '../../../../schema/ids.ts';
import type { MessageKind } from '../../../../schema/messages/message.ts';
import { type Refusal, refuse } from '../../../../schema/refusal.ts';
import type { CaseContext, CommandOf } from '../case-command.ts';
import { countedFrom, toldDays } from '../clock/told-days.ts';
import { isUnknown } from './unknown.ts';

const TRIED_DAYS = 2;

/** C5: of whom nothing is entered, too, because a paper in somebody's hand holds no more, or a letter named its sender. */
const TOLD_ANYWAY: ReadonlySet<RingWhy> = new Set<RingWhy>(['elsewhere', 'corrected', 'reworded']);
/** C7, C8, C17: what came in writing has an address where a ticket has its page. */
const BY_LETTER: ReadonlySet<RingWhy> = new Set<RingWhy>(['silent', 'deemed', 'moved']);

/** Nothing where a message tells it. Without a telephone it is told in person, or by letter. */
export function ringOwed(
  found: Case,
  why: RingWhy,
  { today, settings, calendar, reach }: Pick<CaseContext, 'today' | 'settings' | 'calendar' | 'reach'>,
  days: UntoldDay[] = [],
): CaseEvent[] {
  const { messages, personId } = found;
  const isByLetter = BY_LETTER.has(why) && isUnknown(found);
  if (!personId && !isByLetter && !TOLD_ANYWAY.has(why)) return [];
  const by = personId ? reach() : 'nobody';
  // P1: its data is erased.
  if (typeof by === 'object') return [];
  const { by: answerBy, counted } = countedFrom(today, settings.lateDays, calendar);
  const moved = days.length > 0 ? { days } : {};
  const owed = { type: 'ring-owed' as const, why, on: today, answerBy, counted, ...moved };
  if (by === 'nobody') return [{ ...owed, unreachable: true }];
  // No message says where to go.
  return messages && why !== 'elsewhere' ? [] : [owed];
}

/** C17: the paper of a moved day waits at the hall; by message or by a call somebody hears of it. */
export function movedUntold(found: Case, events: readonly CaseEvent[], ctx: CaseContext): CaseEvent[] {
  const days = events.flatMap(movedIn);
  return days.length > 0 ? ringOwed(found, 'moved', ctx, days) : [];
}

function movedIn(event: CaseEvent): UntoldDay[] {
  if (event.type === 'day-moved') return daysOn({ ...event, no: event.noticeNo });
  if (event.type !== 'due-moved') return [];
  const { noticeNo: no, from, to, paper } = event;
  return daysOn({ no, from, to, legal: paper?.legal });
}

type MovedDay = { no: string; duty?: ToldDuty | undefined; about?: string | undefined } & { from: Day; to: Day } & {
  legal?: { from: Day; to: Day } | undefined;
};

/** What the paper `no` says that moved. A decision that waits to be told is told with its day. */
export function daysOn({ no: paper, duty: what, about, from, to, legal }: MovedDay): UntoldDay[] {
  if (what === 'telling') return [];
  const day = from === to ? [] : [{ what: what ?? ('due' as const), from, to, paper, ...(about ? { about } : {}) }];
  return legal ? [...day, { what: 'legal-due', from: legal.from, to: legal.to, paper }] : day;
}

/** What a message of each kind would have told; what nobody waits to hear has a task or a paper of its own. */
const UNTOLD: Partial<Record<MessageKind, RingWhy>> = {
  'case-closed': 'ended',
  'case-left': 'left',
  'case-ended': 'silent',
  'case-corrected': 'corrected',
  'case-reworded': 'reworded',
  'case-ours': 'ours',
  'case-refusal-over': 'over',
  'case-accepted': 'deemed',
  'case-due-moved': 'moved',
  'case-day-moved': 'moved',
};

/** C12: a message that nobody got is told by a call, while it is still true and no call says it already. */
export function untold(found: Case, { kind, days }: CommandOf<'ring-untold'>, ctx: CaseContext): CaseEvent[] {
  const why = UNTOLD[kind];
  const isToldBy = found.ring && found.ring.why !== 'moved' && why !== 'moved';
  const unsaid = awaited(found, days).filter((day) => !isSaid(found, day));
  if (!why || isToldBy || !isTrue(found, why, unsaid)) return [];
  return ringOwed({ ...found, messages: false }, why, ctx, unsaid);
}

function isSaid({ ring }: Case, day: UntoldDay): boolean {
  return ring?.days?.some((one) => keyOf(one) === keyOf(day) && !isBefore(day, one)) === true;
}

/** The day that the resident knows is the one before the first lost paper, whichever message was given up first. */
function isBefore({ paper }: UntoldDay, { paper: other }: UntoldDay): boolean {
  return paper !== undefined && other !== undefined && paper < other;
}

function keyOf({ what, about = '' }: Pick<UntoldDay, 'what' | 'about'>): string {
  return `${what} ${about}`;
}

function isTrue({ phase, silentSince, ending, deemed }: Case, why: RingWhy, days: UntoldDay[]): boolean {
  const corrected = ending?.corrected;
  const isOver = phase === 'closed';
  switch (why) {
    case 'ended':
    case 'left':
    case 'elsewhere':
      return isOver && !silentSince && !corrected;
    case 'silent':
      return isOver && silentSince !== undefined;
    case 'corrected':
      return isOver && corrected !== undefined && !corrected.changed;
    case 'reworded':
      return isOver && corrected?.changed !== undefined;
    case 'ours':
    case 'over':
      return phase === 'accepted';
    case 'deemed':
      return deemed === true && (phase === 'accepted' || phase === 'proposed');
    case 'moved':
      return days.length > 0;
    default:
      return why satisfies never;
  }
}

/** C5: of a wrong end whoever corrected it tells so, and not who closed it. C17: a call that stands says also what moved. */
export function ringOf({ ring, ending }: Case, event: Extract<CaseEvent, { type: 'ring-owed' }>): Ring {
  const { why, answerBy, unreachable, counted } = event;
  const days = daysOf(ring, event.days);
  if (ring && why === 'moved') return { ...ring, ...days, tries: [] };
  const to = ending?.corrected?.by;
  const by = { ...(to ? { to } : {}), ...(unreachable ? { unreachable } : {}), ...(counted ? { counted } : {}) };
  return { why, answerBy, tries: [], ...by, ...days };
}

/** Of one that moved twice the day that the resident knows, and the last one. */
function daysOf(ring: Ring | undefined, now: UntoldDay[] = []): Pick<Ring, 'days'> {
  const before = ring?.days ?? [];
  const known = new Map(before.map((one) => [keyOf(one), one]));
  const again = new Set(now.map(keyOf));
  const days = [
    ...before.filter((one) => !again.has(keyOf(one))),
    ...now.map((one) => {
      const first = known.get(keyOf(one));
      return first && !isBefore(one, first) ? { ...first, to: one.to } : one;
    }),
  ];
  return days.length > 0 ? { days } : {};
}

/** Without the days that nobody waits for any more; a call that has nothing else to say is over with them. */
export function stillUntold(found: Case, { days = [], ...ring }: Ring): Ring | undefined {
  const still = awaited(found, days);
  if (still.length > 0) return { ...ring, days: still };
  return ring.why === 'moved' ? undefined : ring;
}

/** With the last day as it is now, also where a message has told it since. */
function awaited(found: Case, days: UntoldDay[]): UntoldDay[] {
  const told = toldDays(found);
  const isAtWork = found.phase === 'accepted' || found.phase === 'proposed';
  return days.flatMap((day) => {
    const { what, about } = day;
    if (what === 'due') return isAtWork && found.dueOn ? [{ ...day, to: found.dueOn }] : [];
    const same = told.filter((one) => one.duty === what && (!about || one.about === about));
    // Of an older ledger it does not hold which of several questions it is of.
    return same.length > 0 ? [{ ...day, to: same.length === 1 ? same[0]!.by : day.to }] : [];
  });
}

/** What it was for is over or told by something else; days that it had to say besides are still to be told. */
export function daysAlone(ring: Ring | undefined): Ring | undefined {
  return ring?.days && { ...ring, why: 'moved' };
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
