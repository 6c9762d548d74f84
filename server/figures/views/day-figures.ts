/** A day of the hall in figures and ticket by ticket, from read tables that the ledger alone decides (V4, A2, H13). */
import type { DayFigures, DayTicket } from '../../../schema/figures/day-figures.ts';
import type { ClerkId, Day } from '../../../schema/ids.ts';
import type { CallReason } from '../../../schema/line/ticket.ts';
import { localTime } from '../../../schema/time.ts';
import { papers } from '../../cases/tables/papers.ts';
import { counterLabel } from '../../hall/views/counter-label.ts';
import type { Reader } from '../../ledger/reader.ts';
import type { DayTicketRow } from '../../line/tables/day-tickets.ts';
import { dayTickets } from '../../line/tables/day-tickets.ts';
import { days } from '../../line/tables/days.ts';
import { notes } from '../../messages/tables/notes.ts';
import { isRef } from '../../people/tables/texts.ts';
import { clerkName } from '../../people/views/staff.ts';

export function dayFigures(from: Reader, { day: wanted }: { day?: Day }): DayFigures {
  const day = wanted ?? from.day;
  const tickets = from
    .read(dayTickets)
    .ofDay(day)
    .map((row) => ticketOf(from, row));
  const calls = from.read(dayTickets).calls(day);
  const count = (is: (ticket: DayTicket) => boolean) => tickets.filter(is).length;
  const of = (phase: string) => count((ticket) => ticket.phase === phase);
  return {
    day,
    issued: count((ticket) => !ticket.carriedIn),
    carriedIn: count((ticket) => ticket.carriedIn),
    finished: of('finished'),
    withdrawn: of('withdrawn'),
    expired: of('expired'),
    carriedOver: of('carried-over'),
    unfinished: count((ticket) => ticket.endedAt === null),
    calls: calls.filter((call) => call.again === 0).length,
    recalls: calls.filter((call) => call.again === 1).length,
    turnedAway: from.read(days).turnedAway(day),
    noticesAgain: from.read(papers).noticesAgain(day),
    outOfOrder: from
      .read(notes)
      .ofClerks('called-out-of-order', day, day)
      .map(({ clerkId, count }) => ({ clerkName: clerkName(from, clerkId) ?? '', count })),
    callsByHour: byHour(from, calls),
    tickets,
  };
}

/** In the order in which the hours came, also past midnight (T2); every hour between the first and the last is there. */
function byHour(from: Reader, calls: { at: string; again: number }[]): DayFigures['callsByHour'] {
  const [first] = calls;
  const last = calls.at(-1);
  if (!first || !last) return [];
  const { timeZone } = from;
  const hourOf = (atMs: number) => localTime(atMs, timeZone).time.slice(0, 2);
  const keyOf = (atMs: number) => `${localTime(atMs, timeZone).day} ${hourOf(atMs)}`;
  const hours = new Map<string, DayFigures['callsByHour'][number]>();
  for (let at = Date.parse(first.at); keyOf(at) <= keyOf(Date.parse(last.at)); at += HOUR_MS) {
    hours.set(keyOf(at), { hour: Number(hourOf(at)), calls: 0, recalls: 0 });
  }
  for (const { at, again } of calls) {
    const hour = hours.get(keyOf(Date.parse(at)));
    if (hour) hour[again ? 'recalls' : 'calls']++;
  }
  return [...hours.values()];
}

const HOUR_MS = 3_600_000;

function ticketOf(from: Reader, row: DayTicketRow): DayTicket {
  const { counterId, clerkId, matters, why, carriedIn, outcome: _, ...facts } = row;
  return {
    ...facts,
    carriedIn: carriedIn === 1,
    matters: JSON.parse(matters),
    counterLabel: counterLabel(from, counterId),
    clerkName: clerkName(from, clerkId as ClerkId | null),
    why: why ? withoutWords(JSON.parse(why)) : null,
  } as DayTicket;
}

/** A process that reads figures has no keys (P1): of a call out of order it says the rule, and not the words. */
function withoutWords({ reason = '', ...why }: CallReason): CallReason {
  return isRef(reason) || reason === '' ? why : { ...why, reason };
}
