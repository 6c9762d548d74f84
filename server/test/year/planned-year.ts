/**
 * A year of a municipality’s cases: 1,434 of them, 48 staff, a limit of 56 days, half decided within 50.6 days and nine in
 * ten within 105.6, 28 % late; they come to a counter, by web, letter and e-mail. The figures are a real log’s, the cases are not.
 */
import chineseDays from 'chinese-days';
import type { TakenBy } from '../../../schema/cases/events.ts';
import { addDays } from '../../../schema/time.ts';
import { type Chance, seededChance } from '../../demo/chance.ts';

export const MUNICIPAL = { cases: 1_434, staff: 48, limitDays: 56, halfDays: 50.6, mostDays: 105.6, latePart: 0.28 };

/** Parts of all cases, and the days from acceptance to decision within which such a part is decided. */
const DECIDED_WITHIN: [part: number, days: number][] = [
  [0, 1],
  [0.25, 33],
  [0.5, MUNICIPAL.halfDays],
  [1 - MUNICIPAL.latePart, MUNICIPAL.limitDays],
  [0.9, MUNICIPAL.mostDays],
  [1, 240],
];
const WAYS: [part: number, by: 'ticket' | TakenBy][] = [
  [0.5, 'ticket'],
  [0.8, 'web'],
  [0.92, 'letter'],
  [1, 'e-mail'],
];

/** Of so many cases with a notice one has a second. */
const ASKED_AGAIN = 3;

const CLOSING_SOON = 16.5;

/** Of a day that is full nothing more is done: the next workday's morning. */
export function stillToday(ms: number): number {
  const hour = ((ms + 8 * 60 * MINUTE) % DAY) / (60 * MINUTE);
  return hour < CLOSING_SOON ? ms : inHours(addDays(dayOf(ms), 1), () => 0);
}

export type PlannedCase = {
  /** Of the year, from 0. */
  n: number;
  by: 'ticket' | TakenBy;
  /** Instants in ms since 1970, each in opening hours. */
  comesAt: number;
  waitsMs: number;
  takesMs: number;
  clerk: number;
  /** A notice first, and when what is missing comes. */
  handedInAt: number | null;
  /** C7: a second notice before that, which a supervisor lets pass. */
  askedAgainAt: number | null;
  /** To whom it goes, and when, in order. */
  handovers: { at: number; to: number }[];
  decidedAt: number;
  outcome: 'granted' | 'refused';
  toldAt: number;
};

/** The same seed gives the same year. `firstDay`: of the year; `staff`: how many share it. */
export function plannedYear(
  seed: number,
  size: { cases: number; staff: number; firstDay: string; days: number },
): PlannedCase[] {
  const chance = seededChance(seed);
  const clerk = () => Math.floor(chance() * size.staff);
  // One of each part of the distribution, in any order: so the figures are met however few cases there are.
  const parts = shuffled(
    Array.from({ length: size.cases }, (_, n) => (n + chance()) / size.cases),
    chance,
  );
  return parts.map((part, n) => {
    const comesAt = inHours(addDays(size.firstDay, Math.floor(chance() * size.days)), chance);
    const by = WAYS.find(([until]) => n / size.cases < until)![1];
    const handedInAt = chance() < 0.2 ? after(comesAt, 2 + chance() * 12, chance) : null;
    const askedAgainAt = handedInAt !== null && n % ASKED_AGAIN === 0 ? between(comesAt, handedInAt, chance) : null;
    const acceptedAt = handedInAt ?? comesAt;
    const decidedAt = after(acceptedAt, daysWithin(part), chance);
    const first = clerk();
    return {
      ...{ n, by, comesAt, clerk: first, handedInAt, askedAgainAt, decidedAt },
      ...{ waitsMs: Math.round(chance() * 9 * MINUTE), takesMs: Math.round((2 + chance() * 6) * MINUTE) },
      handovers: handoversOf(acceptedAt, decidedAt, first, clerk, chance),
      outcome: chance() < 0.08 ? ('refused' as const) : ('granted' as const),
      toldAt: after(decidedAt, 1 + chance() * 6, chance),
    };
  });
}

export const MINUTE = 60_000;
const DAY = 86_400_000;
const [OPENS, CLOSES] = [9.2, 15.5];

function daysWithin(part: number): number {
  const at = DECIDED_WITHIN.findIndex(([until]) => part <= until);
  const [[from, least], [until, most]] = [DECIDED_WITHIN[at - 1] ?? DECIDED_WITHIN[0]!, DECIDED_WITHIN[at]!];
  return until === from ? most : least + ((part - from) / (until - from)) * (most - least);
}

/** Up to three, at least a day apart from acceptance and decision. */
function handoversOf(acceptedAt: number, decidedAt: number, first: number, clerk: () => number, chance: Chance) {
  const made: PlannedCase['handovers'] = [];
  let has = first;
  let at = acceptedAt;
  for (let left = Math.floor(chance() * 4); left > 0; left--) {
    at = after(at, 1 + chance() * 15, chance);
    if (at + DAY >= decidedAt) break;
    const to = clerk();
    if (to !== has) made.push({ at, to });
    has = to;
  }
  return made;
}

/** So many days later, on the nearest workday at or before it, though never earlier than the day after. */
export function after(fromMs: number, days: number, chance: Chance): number {
  const first = dayOf(fromMs + DAY);
  let day = dayOf(fromMs + days * DAY);
  while (day > first && !chineseDays.isWorkday(day)) day = addDays(day, -1);
  return inHours([first, day].sort().at(-1)!, chance);
}

/** The day after, where what follows comes later than that. */
function between(fromMs: number, untilMs: number, chance: Chance): number | null {
  const at = after(fromMs, 1, chance);
  return at < untilMs ? at : null;
}

/** A moment of that day, or of the next workday, in opening hours. */
export function inHours(day: string, chance: Chance): number {
  while (!chineseDays.isWorkday(day)) day = addDays(day, 1);
  return Date.parse(`${day}T00:00:00.000+08:00`) + Math.round((OPENS + chance() * (CLOSES - OPENS)) * 60) * MINUTE;
}

function dayOf(ms: number): string {
  return new Date(ms + 8 * 60 * MINUTE).toISOString().slice(0, 10);
}

function shuffled<T>(all: T[], chance: Chance): T[] {
  for (let at = all.length - 1; at > 0; at--) {
    const other = Math.floor(chance() * (at + 1));
    [all[at], all[other]] = [all[other]!, all[at]!];
  }
  return all;
}
