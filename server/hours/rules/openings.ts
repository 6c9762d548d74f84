/** Openings out of series (H1, H2), what runs now, slots (H5), open time (C3). Pure. */

import { iso, ms } from '../../../schema/context.ts';
import type { Calendar } from '../../../schema/hall/calendar.ts';
import type { Opening, OpeningEvent, OpeningPhase, OpeningPlan, SeriesPlan } from '../../../schema/hours/opening.ts';
import type { Day, Instant, Letter } from '../../../schema/ids.ts';
import { type Refusal, refuse } from '../../../schema/refusal.ts';
import { addDays, instantOf, localTime, weekday } from '../../../schema/time.ts';

export type Times = { startsAt: string; endsAt: string; lastTicketAt: string };

/** The instants of a plan. An opening whose `to` is not after its `from` runs past midnight (T2). */
export function timesOf(plan: Pick<OpeningPlan, 'day' | 'from' | 'to'>, timeZone: string): Times {
  const starts = instantOf(plan.day, plan.from, timeZone);
  const ends = instantOf(plan.to > plan.from ? plan.day : addDays(plan.day, 1), plan.to, timeZone);
  // H4: somebody who comes in the last quarter of an hour is told so by the forecast, not shut out by the button.
  return { startsAt: iso(starts), endsAt: iso(ends), lastTicketAt: iso(ends) };
}

/** H2: the days of this range on which the series opens. */
export function seriesDays(plan: SeriesPlan, from: Day, to: Day, calendar: Calendar): Day[] {
  const days: Day[] = [];
  const first = from > plan.firstDay ? from : plan.firstDay;
  const last = plan.lastDay && plan.lastDay < to ? plan.lastDay : to;
  for (let day = first; day <= last; day = addDays(day, 1)) {
    if (opensOn(plan, day, calendar) && weeksBetween(plan.firstDay, day) % plan.everyWeeks === 0) days.push(day);
  }
  return days;
}

function opensOn(plan: SeriesPlan, day: Day, calendar: Calendar): boolean {
  if (plan.days === 'workdays') return calendar.isWorkingDay(day);
  if (plan.days === 'rest-days') return !calendar.isWorkingDay(day);
  // H1: a holiday takes the day, the Saturday in it too; a make-up workday leaves it.
  return plan.days.includes(weekday(day)) && !calendar.isHoliday(day);
}

function weeksBetween(first: Day, day: Day): number {
  const monday = (of: Day) => Date.parse(`${addDays(of, 1 - weekday(of))}T00:00:00Z`);
  return Math.round((monday(day) - monday(first)) / (7 * 86_400_000));
}

/** T2: the day of the opening that runs now, else the local date. */
export function serviceDay(nowMs: number, openings: readonly Opening[], timeZone: string): Day {
  return runningAt(nowMs, openings)[0]?.day ?? localTime(nowMs, timeZone).day;
}

export function runningAt(nowMs: number, openings: readonly Opening[]): Opening[] {
  const now = iso(nowMs); // instants of one format compare as text
  return openings.filter((opening) => opening.startsAt <= now && now < opening.endsAt && !isOver(opening, now));
}

/** Come to its end, by its time, early, or because it was cancelled (T12). */
function isOver(opening: Opening, now: Instant): boolean {
  return opening.phase === 'cancelled' || opening.phase === 'ended' || opening.endsAt <= now;
}

/**
 * Whether somebody who stands in these queues on one of these days is called now. Openings that follow each other at once are
 * one: `stopsAt` is where calling ends in truth, `goesOnAt` when it goes on that day. `stopped` has the opening that is
 * waited for; null when that day has none any more (T10, T12).
 */
export type Calling =
  | { phase: 'calling'; stopsAt: Instant; goesOnAt: Instant | null }
  | { phase: 'stopped'; opening: Opening | null };

export function callingOf(
  nowMs: number,
  openings: readonly Opening[],
  queues: readonly Letter[],
  days: readonly Day[],
): Calling {
  const now = iso(nowMs);
  const left = openings
    .filter(
      (one) => days.includes(one.day) && !isOver(one, now) && one.letters.some((letter) => queues.includes(letter)),
    )
    .sort((a, b) => a.startsAt.localeCompare(b.startsAt));
  const [first] = left;
  if (!first || first.startsAt > now) return { phase: 'stopped', opening: first ?? null };
  let stopsAt = first.endsAt;
  for (const one of left) if (one.startsAt <= stopsAt && one.endsAt > stopsAt) stopsAt = one.endsAt;
  return { phase: 'calling', stopsAt, goesOnAt: left.find((one) => one.startsAt > stopsAt)?.startsAt ?? null };
}

/** T10: where somebody is carried over to whose day has no opening any more; `isFree` says on which days the number is. */
export function openingAfter(
  nowMs: number,
  openings: readonly Opening[],
  queues: readonly Letter[],
  day: Day,
  isFree: (day: Day) => boolean,
): Opening | null {
  const now = iso(nowMs);
  const found = openings
    .filter((one) => one.day > day && !isOver(one, now) && one.letters.some((letter) => queues.includes(letter)))
    .sort((a, b) => a.startsAt.localeCompare(b.startsAt))
    .find((one) => isFree(one.day));
  return found ?? null;
}

/** T12: why calling stopped: the reason of an opening of this day that would run now had nobody cancelled it. */
export function cancelledNow(nowMs: number, openings: readonly Opening[], queues: readonly Letter[]): string | null {
  const now = iso(nowMs);
  const found = openings.find(
    (one) =>
      one.phase === 'cancelled' &&
      one.startsAt <= now &&
      now < one.endsAt &&
      one.letters.some((letter) => queues.includes(letter)),
  );
  return found?.cancelReason ?? null;
}

/** T12: why the last opening of that day for these queues never came or ended early; null where it came to its end. */
export function cancelledOn(openings: readonly Opening[], queues: readonly Letter[], day: Day): string | null {
  const last = openings
    .filter((one) => one.day === day && one.letters.some((letter) => queues.includes(letter)))
    .sort((a, b) => a.endsAt.localeCompare(b.endsAt))
    .at(-1);
  return last?.phase === 'cancelled' ? (last.cancelReason ?? null) : null;
}

/** T12: whether an opening of that day for these queues has begun by this instant. */
export function hasBegun(nowMs: number, openings: readonly Opening[], queues: readonly Letter[], day: Day): boolean {
  const now = iso(nowMs);
  return openings.some(
    (one) =>
      one.day === day &&
      one.startsAt <= now &&
      one.phase !== 'cancelled' &&
      one.letters.some((letter) => queues.includes(letter)),
  );
}

/** The next opening to begin after this instant, or null. `letter` narrows it to a queue. */
export function nextOpening(nowMs: number, openings: readonly Opening[], letter?: Letter): Opening | null {
  let next: Opening | null = null;
  for (const opening of openings) {
    if (opening.phase === 'cancelled' || ms(opening.startsAt) <= nowMs) continue;
    if (letter && !opening.letters.includes(letter)) continue;
    if (!next || opening.startsAt < next.startsAt) next = opening;
  }
  return next;
}

/** Two openings overlap when they share a counter and an instant. */
export function overlapping(times: Times, counterIds: readonly string[], openings: readonly Opening[]): Opening | null {
  return (
    openings.find(
      (other) =>
        other.phase !== 'cancelled' &&
        other.counterIds.some((id) => counterIds.includes(id)) &&
        ms(other.startsAt) < ms(times.endsAt) &&
        ms(times.startsAt) < ms(other.endsAt),
    ) ?? null
  );
}

/** C3: the instant at which so much open time has passed; without enough planned openings, plain time. */
export function afterOpenTime(fromMs: number, openMs: number, openings: readonly Opening[]): number {
  let left = openMs;
  const ahead = openings
    .filter((opening) => opening.phase !== 'cancelled' && ms(opening.endsAt) > fromMs)
    .sort((a, b) => ms(a.startsAt) - ms(b.startsAt));
  let at = fromMs;
  for (const opening of ahead) {
    const begins = Math.max(at, ms(opening.startsAt));
    const lasts = ms(opening.endsAt) - begins;
    if (lasts <= 0) continue;
    if (lasts >= left) return begins + left;
    left -= lasts;
    at = ms(opening.endsAt);
  }
  return at + left;
}

/**
 * H5: slots of one opening for one letter. Capacity: what the counters of that letter can do in a slot, times the
 * bookable share, less the share kept for people without a phone; at least one where anything is bookable at all.
 */
export function slotsOf(
  opening: Pick<Opening, 'startsAt' | 'endsAt' | 'bookableShare'>,
  counters: number,
  typicalMinutes: number,
  slotMs: number,
  noPhoneShare: number,
): { startsAt: string; endsAt: string; capacity: number }[] {
  const share = opening.bookableShare * (1 - noPhoneShare);
  if (share <= 0 || counters === 0) return [];
  const perSlot = (counters * slotMs) / (typicalMinutes * 60_000);
  const capacity = Math.max(1, Math.floor(perSlot * share));
  const slots = [];
  for (let at = ms(opening.startsAt); at + slotMs <= ms(opening.endsAt); at += slotMs) {
    slots.push({ startsAt: iso(at), endsAt: iso(at + slotMs), capacity });
  }
  return slots;
}

export type OpeningCommand = { type: 'begin' } | { type: 'end' } | { type: 'cancel'; reason: string };

/** H4: what comes too late or twice does nothing; only a plan or a running opening can be cancelled (H1). */
export function decideOpening(phase: OpeningPhase | null, command: OpeningCommand): OpeningEvent[] | Refusal {
  const now = phase ?? 'planned';
  switch (command.type) {
    case 'begin':
      return now === 'planned' ? [{ type: 'opening-began' }] : [];
    case 'end':
      return now === 'running' ? [{ type: 'opening-ended' }] : [];
    case 'cancel':
      if (now === 'ended' || now === 'cancelled') return refuse('opening-over');
      return [{ type: 'opening-cancelled', reason: command.reason }];
    default:
      return command satisfies never;
  }
}

/** Of a ledger older than plans in it, the plan comes after what became of it. */
export function evolveOpening(before: OpeningPhase | null, event: OpeningEvent): OpeningPhase {
  switch (event.type) {
    case 'opening-planned':
      return before ?? 'planned';
    case 'opening-began':
      return 'running';
    case 'opening-ended':
      return 'ended';
    case 'opening-cancelled':
      return 'cancelled';
    default:
      return event satisfies never;
  }
}
