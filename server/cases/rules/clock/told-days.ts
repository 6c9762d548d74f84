/** DAYS THAT A PERSON IS TOLD BESIDES THE DUE DAY (C17): counted in working days, and counted again where the calendar is another one. */
import type { Case } from '../../../../schema/cases/case.ts';
import type { Counted } from '../../../../schema/cases/deadline.ts';
import type { CaseEvent } from '../../../../schema/cases/events.ts';
import { type Calendar, type CountedDuty, OwnDuty } from '../../../../schema/hall/calendar.ts';
import type { Day } from '../../../../schema/ids.ts';
import type { CaseContext } from '../case-command.ts';
import { deemedBy, legalClockOf, stageClockOf } from './case-clock.ts';
import { type CaseClock, deadlineOf } from './deadline.ts';

/** `clock`: by what it was counted; null of an older ledger. */
export type ToldDay = { duty: CountedDuty; about?: string; by: Day; clock: CaseClock | null };
type Moved = Extract<CaseEvent, { type: 'day-moved' }>;
type OwnMoved = Extract<CaseEvent, { type: 'duty-moved' }>;

/** The day so many working days after another one, and how it was counted. */
export function countedFrom(from: Day, days: number, calendar: Calendar): { by: Day; counted: Counted } {
  const { due, provisional } = deadlineOf(workingClock(from, days), calendar);
  return { by: due, counted: { from, days, provisional } };
}

function workingClock(from: Day, days: number): CaseClock {
  return { accepted: from, limit: { days, unit: 'working' }, pauses: [], extendedBy: 0 };
}

/**
 * Those that somebody still waits for. Not among them is what a person chose, and what runs in calendar days: the answer to a
 * notice, a promise, a question of the handler. The planned end of a pause stays as its notice names it.
 */
export function toldDays(found: Case): ToldDay[] {
  const { phase, decision, escalation, proposal, correction, inquiries, latePapers, legalDueOn, concludeBy, ring } =
    found;
  const review = proposal ?? (correction?.sentBack ? undefined : correction);
  const isAtWork = phase === 'accepted' || phase === 'proposed';
  const [legal, stage] = [isAtWork ? legalClockOf(found) : null, stageClockOf(found)];
  return [
    ...(legal && legalDueOn ? [{ duty: 'legal-due' as const, by: legalDueOn, clock: legal }] : []),
    ...(stage && concludeBy ? [{ duty: 'deemed' as const, by: concludeBy, clock: stage }] : []),
    ...(phase === 'decided' && decision ? [one('telling', decision.tellBy, decision)] : []),
    ...(escalation ? [one('escalation', escalation.answerBy, escalation)] : []),
    ...(review?.reviewBy ? [one('review', review.reviewBy, review)] : []),
    ...inquiries.flatMap((asked) =>
      asked.answer ? [] : [{ ...one('inquiry', asked.answerBy, asked), about: asked.id }],
    ),
    ...latePapers.flatMap((came) =>
      came.answer ? [] : [{ ...one('late-papers', came.answerBy, came), about: came.no }],
    ),
    ...(ring ? [one('ring', ring.answerBy, ring)] : []),
    ...(correction?.sentBack?.answerBy ? [one('sent-back', correction.sentBack.answerBy, correction.sentBack)] : []),
  ];
}

function one(duty: CountedDuty, by: Day, { counted }: { counted?: Counted | undefined }): ToldDay {
  return { duty, by, clock: counted ? workingClock(counted.from, counted.days) : null };
}

/** Those that are another day as the calendar is now; a day that holds no count stays as it was told. */
export function otherDays(found: Case, calendar: Calendar): (ToldDay & { to: Day; provisional: boolean })[] {
  return toldDays(found).flatMap((told) => {
    if (!told.clock) return [];
    const { due: to, provisional } = deadlineOf(told.clock, calendar);
    return to === told.by ? [] : [{ ...told, to, provisional }];
  });
}

/** C17: each with a paper that names the old and the new day, but what the hall told its own staff alone. */
export function daysMoved(found: Case, ctx: CaseContext): CaseEvent[] {
  return otherDays(found, ctx.calendar).map(({ duty, about, by: from, to, provisional }) => {
    if (isOwn(duty)) return { type: 'duty-moved', duty, from, to, provisional };
    return {
      ...{ type: 'day-moved', duty, ...(about ? { about } : {}), from, to, provisional },
      ...{ noticeNo: ctx.paperNo('due-change'), day: ctx.today, paper: { ...ctx.content, items: [], duty } },
    };
  });
}

function isOwn(duty: CountedDuty): duty is OwnDuty {
  return OwnDuty.safeParse(duty).success;
}

/** C9: days that the resident was told, and of which one that was counted is of a year without an official calendar. */
export function mayMove(found: Case, calendar: Calendar): Day[] {
  // Of an older ledger the last day of acceptance is shown, too, as the calendar is now.
  const last = deemedBy(found, { calendar });
  const shown = last ? [{ by: last, clock: stageClockOf(found) }] : [];
  return openOf([...toldDays(found).filter(({ duty }) => !isOwn(duty)), ...shown], calendar);
}

/** The same of the days that the staff alone was told. */
export function ownMayMove(found: Case, calendar: Calendar): Day[] {
  const own = toldDays(found).filter(({ duty }) => isOwn(duty));
  return openOf(own, calendar);
}

function openOf(days: Pick<ToldDay, 'by' | 'clock'>[], calendar: Calendar): Day[] {
  const open = days.filter(({ by, clock }) =>
    clock ? deadlineOf(clock, calendar).provisional : calendar.isProvisional(by),
  );
  return [...new Set(open.map(({ by }) => by))];
}

/** The case with the new day; what is late no more may be late again. */
export function withDay(found: Case, { duty, about, from, to, provisional }: Moved): Case {
  const isLater = to > from;
  const late = isLater ? found.late.filter((one) => one !== duty) : found.late;
  const again = <T extends { counted?: Counted }>(of: T): T => countedAgain(of, provisional);
  const dutiesWarned = found.dutiesWarned?.filter((one) => one !== duty);
  switch (duty) {
    case 'legal-due':
      return { ...found, late, legalDueOn: to };
    case 'deemed':
      return { ...found, dutiesWarned, concludeBy: to };
    case 'telling':
      return { ...found, late, dutiesWarned, decision: { ...again(found.decision!), tellBy: to } };
    case 'escalation':
      return { ...found, late, escalation: { ...again(found.escalation!), answerBy: to } };
    case 'review':
      return found.proposal
        ? { ...found, late, proposal: { ...again(found.proposal), reviewBy: to } }
        : { ...found, late, correction: { ...again(found.correction!), reviewBy: to } };
    case 'inquiry': {
      const inquiries = found.inquiries.map((one) => (one.id === about ? { ...again(one), answerBy: to } : one));
      return { ...found, late, inquiries };
    }
    case 'late-papers': {
      const latePapers = found.latePapers.map((one) => (one.no === about ? { ...again(one), answerBy: to } : one));
      return { ...found, late, latePapers };
    }
    default:
      return duty satisfies never;
  }
}

/** As `withDay`. */
export function withOwnDay(found: Case, { duty, from, to, provisional }: OwnMoved): Case {
  const late = to > from ? found.late.filter((one) => one !== duty) : found.late;
  switch (duty) {
    case 'ring':
      return { ...found, late, ring: { ...countedAgain(found.ring!, provisional), answerBy: to } };
    case 'sent-back': {
      const correction = found.correction!;
      const sentBack = { ...countedAgain(correction.sentBack!, provisional), answerBy: to };
      return { ...found, late, correction: { ...correction, reviewBy: to, sentBack } };
    }
    default:
      return duty satisfies never;
  }
}

function countedAgain<T extends { counted?: Counted }>(of: T, provisional: boolean): T {
  return of.counted ? { ...of, counted: { ...of.counted, provisional } } : of;
}
