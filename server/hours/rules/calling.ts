/** Which openings run, and whether somebody in a queue is called (T2, T10, T12, C3). Pure. */
import { iso, ms } from '../../../schema/context.ts';
import type { Opening } from '../../../schema/hours/opening.ts';
import type { Day, Instant, Letter } from '../../../schema/ids.ts';
import { localTime } from '../../../schema/time.ts';

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

type Span = Pick<Opening, 'phase' | 'startsAt' | 'endsAt'>;

/** C3: the instant at which so much open time has passed; without enough planned openings, plain time. */
export function afterOpenTime(fromMs: number, openMs: number, openings: readonly Span[]): number {
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
