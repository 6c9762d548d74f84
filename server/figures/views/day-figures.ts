/** A day of the hall in figures and ticket by ticket, from read tables that the ledger alone decides (V4, A2, H13). */
import type { DayFigures, DayTicket } from '../../../schema/figures.ts';
import type { ClerkId, Day } from '../../../schema/ids.ts';
import { localTime } from '../../../schema/time.ts';
import { reference } from '../../hall/tables/reference.ts';
import type { Hall } from '../../ledger/hall.ts';
import { clerkName, counterLabel } from '../../line/board-rows.ts';
import type { DayTicketRow } from '../../line/tables/day-tickets.ts';
import { dayTickets } from '../../line/tables/day-tickets.ts';
import { places } from '../../line/tables/places.ts';

export function dayFigures(hall: Hall, wanted?: Day): DayFigures {
  const day = wanted ?? hall.day();
  const tickets = hall
    .read(dayTickets)
    .ofDay(day)
    .map((row) => ticketOf(hall, row));
  const calls = hall.read(dayTickets).calls(day);
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
    turnedAway: hall.read(places).turnedAway(day),
    callsByHour: byHour(hall, calls),
    tickets,
  };
}

/** In the order in which the hours came, also past midnight (T2); every hour between the first and the last is there. */
function byHour(hall: Hall, calls: { at: string; again: number }[]): DayFigures['callsByHour'] {
  const [first] = calls;
  const last = calls.at(-1);
  if (!first || !last) return [];
  const { timeZone } = hall.read(reference).hall();
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

function ticketOf(hall: Hall, row: DayTicketRow): DayTicket {
  const { counterId, clerkId, matters, why, carriedIn, outcome: _, ...facts } = row;
  return {
    ...facts,
    carriedIn: carriedIn === 1,
    matters: JSON.parse(matters),
    counterLabel: counterLabel(hall, counterId),
    clerkName: clerkName(hall, clerkId as ClerkId | null),
    why: why ? JSON.parse(why) : null,
  } as DayTicket;
}
