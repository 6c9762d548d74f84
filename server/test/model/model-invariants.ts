/** What must hold after every wish of the model test, whatever was wished: read from the file, the ledger and the boards. */
import { expect } from 'vitest';
import type { Boards } from '../../../schema/board.ts';
import type { CaseId, CounterId, TicketId } from '../../../schema/ids.ts';
import { compareRank } from '../../../schema/line/ticket.ts';
import type { StoredCase } from '../../cases/tables/cases.ts';
import { cases } from '../../cases/tables/cases.ts';
import type { StoredTicket } from '../../line/tables/ticket-row.ts';
import { tickets } from '../../line/tables/tickets.ts';
import type { System } from '../../system.ts';
import { type Answered, FROM } from './model-wishes.ts';

export type SeenTicket = StoredTicket;
export type Seen = {
  head: number;
  day: string;
  tickets: Map<TicketId, SeenTicket>;
  cases: Map<CaseId, StoredCase>;
};

const LIVE = ['waiting', 'called', 'serving', 'away', 'missed'];
const AT_COUNTER = ['called', 'serving'];
/** Q7: what lets a ticket stand before others that were there already. */
const ENTERS = ['ticket-put-back', 'ticket-handed-back', 'ticket-rejoined', 'ticket-returned', 'ticket-carried-over'];
/** Q7: what moves a ticket's own place back, by its own wish or by the clock. */
const MOVES = ['others-let-pass', 'ticket-returned', 'ticket-rejoined', 'ticket-carried-over'];
const LEADS: Record<string, string> = {
  'call-this': 'called',
  recall: 'called',
  'put-back': 'waiting',
  miss: 'missed',
  rejoin: 'waiting',
  start: 'serving',
  conclude: 'serving',
  finish: 'finished',
  'hand-back': 'waiting',
  'step-away': 'away',
  return: 'waiting',
  'let-pass': 'waiting',
  withdraw: 'withdrawn',
};

export function look(system: System): Seen {
  const { store, hall } = system;
  const ids = (table: string) => store.db.prepare<[], string>(`SELECT id FROM ${table}`).pluck().all();
  return {
    head: store.ledger.head(),
    day: hall.look(({ day }) => day),
    tickets: new Map(ids('tickets').map((id) => [id as TicketId, store.read(tickets).byId(id as TicketId)!])),
    cases: new Map(ids('cases').map((id) => [id as CaseId, store.read(cases).byId(id as CaseId)!])),
  };
}

export function check(system: System, before: Seen, after: Seen, answered: Answered): void {
  const events = [...system.store.ledger.after(before.head)];
  unique(after);
  oneEach(after);
  nothingLost(before, after);
  firstContactStays(before, after);
  places(before, after, events);
  answer(before, after, answered);
  if (answered.wish.act === 'call-next') nextInLine(before, after, answered);
}

/** T1: of one service day there are no two of one number, and no two live ones wear the same. */
function unique({ tickets }: Seen): void {
  const all = [...tickets.values()];
  once(all.map((ticket) => `${ticket.day} ${ticket.number}`));
  once(all.filter((ticket) => LIVE.includes(ticket.phase)).map((ticket) => `${ticket.liveDay} ${ticket.number}`));
}

/** T5: one ticket per counter and one counter per ticket. */
function oneEach({ tickets }: Seen): void {
  const there = [...tickets.values()].filter((ticket) => AT_COUNTER.includes(ticket.phase));
  once(there.map((ticket) => ticket.counterId as string));
  for (const ticket of there) expect([ticket.counterId, ticket.clerkId]).not.toContain(undefined);
  for (const ticket of tickets.values()) if (ticket.phase === 'waiting') expect(ticket.counterId).toBeUndefined();
}

/** T10: whoever was there is there, and whatever is unfinished is in a line of today or of a day to come. */
function nothingLost(before: Seen, after: Seen): void {
  for (const [id, ticket] of before.tickets) {
    expect(after.tickets.get(id)).toMatchObject({ number: ticket.number, arrivedAt: ticket.arrivedAt });
  }
  for (const ticket of after.tickets.values())
    expect(ticket.remaining.length > 0 || !['waiting', 'away'].includes(ticket.phase)).toBe(true);
}

/** C1, C2. */
function firstContactStays(before: Seen, after: Seen): void {
  for (const [id, found] of before.cases) expect(after.cases.get(id)?.firstContact).toBe(found.firstContact);
  for (const found of after.cases.values()) expect(found.handler).toBeTruthy();
}

/** Q7: nobody's place in line rises, but by as many as came back before it with a reason, or by its own wish. */
function places(before: Seen, after: Seen, events: { stream: string; event: { type: string } }[]): void {
  const of = (types: string[]) =>
    new Set(
      events.filter(({ event }) => types.includes(event.type)).map(({ stream }) => stream.slice('ticket:'.length)),
    );
  const care = events
    .filter(({ event }) => event.type === 'ticket-issued' && (event as { klass?: string }).klass !== 'walk-in')
    .map(({ stream }) => stream.slice('ticket:'.length));
  const entered = new Set([...of(ENTERS), ...care]);
  const moved = of(MOVES);
  for (const [id, ticket] of before.tickets) {
    const now = after.tickets.get(id)!;
    if (ticket.phase !== 'waiting' || now.phase !== 'waiting' || ticket.liveDay !== now.liveDay || moved.has(id))
      continue;
    expect(ahead(after, now) - ahead(before, ticket)).toBeLessThanOrEqual(entered.size);
  }
}

/** T4 and A3: what was accepted led where the table says; what was refused changed nothing. */
function answer(before: Seen, after: Seen, { wish, ticketId, answers, answer }: Answered): void {
  if (answers.every((one) => one !== 'accepted')) {
    expect(after.head).toBe(before.head);
    return;
  }
  const ticket = ticketId && before.tickets.get(ticketId);
  if (!ticket || !LEADS[wish.act] || answer !== 'accepted') return;
  expect(FROM[wish.act]).toContain(ticket.phase);
  expect(after.tickets.get(ticket.id)?.phase).toBe(LEADS[wish.act]);
}

/** Q1: with nobody booked, the smallest rank of the counter's queues is called. */
function nextInLine(before: Seen, after: Seen, { wish, answer }: Answered): void {
  const serves = wish.clerk === 2 ? ['A', 'B'] : ['A'];
  const [first] = inLine(before, before.day).filter((ticket) =>
    ticket.queues.some((letter) => serves.includes(letter)),
  );
  if (answer === 'nobody-waiting') expect(first).toBeUndefined();
  if (answer === 'accepted') expect(after.tickets.get(first!.id)?.phase).toBe('called');
}

function inLine({ tickets }: Seen, day: string): SeenTicket[] {
  return [...tickets.values()]
    .filter((ticket) => ticket.phase === 'waiting' && ticket.liveDay === day)
    .sort((a, b) => compareRank(a.rank, b.rank));
}

function ahead(seen: Seen, ticket: SeenTicket): number {
  return inLine(seen, ticket.liveDay).filter(
    (other) =>
      compareRank(other.rank, ticket.rank) < 0 && other.queues.some((letter) => ticket.queues.includes(letter)),
  ).length;
}

/** The staff board is exactly what the file says. */
export function boardIsTrue(rows: Boards['staff'], { tickets, day }: Seen): void {
  const live = [...tickets.values()].filter((ticket) => ticket.liveDay === day && LIVE.includes(ticket.phase));
  const key = (one: { id: string; phase: string }) => `${one.id} ${one.phase}`;
  expect(rows.tickets.map(key).sort()).toEqual(live.map(key).sort());
  for (const queue of rows.queues) {
    const standing = (phase: string) =>
      live.filter((one) => one.phase === phase && one.queues.includes(queue.id)).length;
    expect([queue.waiting, queue.away]).toEqual([standing('waiting'), standing('away')]);
  }
  for (const counter of rows.counters) {
    const there = [...tickets.values()].find(
      (one) => one.counterId === (counter.id as CounterId) && AT_COUNTER.includes(one.phase),
    );
    expect(counter.number).toBe(there?.number ?? null);
  }
}

function once(list: string[]): void {
  expect([...new Set(list)]).toEqual(list);
}
