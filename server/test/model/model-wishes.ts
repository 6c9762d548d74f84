/** The wishes of the model test: drawn by chance, made by three clerks and a kiosk over HTTP, in order or not. */
import fc from 'fast-check';
import type { Conclusion } from '../../../schema/cases/conclusion.ts';
import type { CaseId, CounterId, MatterId, TicketId } from '../../../schema/ids.ts';
import type { TicketAct } from '../../../schema/line/views.ts';
import { REFUSALS } from '../../../schema/refusal.ts';
import { type Client, newRequestId } from '../../../web/client.ts';
import { links } from '../../people/tables/links.ts';
import type { TestHall } from '../harness.ts';
import type { Seen, SeenTicket } from './model-invariants.ts';

const [A1, A2, B1] = ['A-1', 'A-2', 'B-1'] as MatterId[] as [MatterId, MatterId, MatterId];
const MINUTE = 60_000;
const CONCLUSIONS: Conclusion[] = [
  { kind: 'done', note: '' },
  { kind: 'answered', note: '已答复' },
  { kind: 'accepted', note: '' },
  { kind: 'notice', missing: ['A-1.1', 'A-1.3'], note: '' },
  { kind: 'notice', missing: ['A-1.8'], note: '' },
  {
    kind: 'not-ours',
    place: '区医保局',
    address: '市民中心',
    telephone: '0851-2',
    note: '此事由区医保局负责，请到那里办理',
    unreachable: true,
  },
  { kind: 'withdrawn', note: '' },
];
const MATTERS: MatterId[][] = [[A1], [A1], [A2], [B1], [A1, B1], [A1, A2], [A1, A2, B1]];

const clerk = fc.integer({ min: 0, max: 2 });
/** Which ticket: mostly one for which the wish is in order, else any of all that were ever issued. */
const which = fc.record({ fitting: fc.constantFrom(true, true, true, true, false), pick: fc.nat(99) });
const onTicket = (...acts: string[]) =>
  fc.record({ act: fc.constantFrom(...acts), clerk, which, n: fc.integer({ min: 0, max: 6 }) });

export const wishes = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: onTicket('issue') },
    { weight: 7, arbitrary: onTicket('call-next') },
    { weight: 16, arbitrary: onTicket('go-on') },
    { weight: 4, arbitrary: onTicket('start', 'conclude', 'conclude', 'finish', 'finish', 'hand-back') },
    { weight: 5, arbitrary: onTicket('call-this', 'put-back', 'miss', 'miss') },
    { weight: 5, arbitrary: onTicket('recall') },
    { weight: 5, arbitrary: onTicket('rejoin', 'return') },
    { weight: 5, arbitrary: onTicket('step-away', 'let-pass', 'let-pass', 'withdraw') },
    { weight: 3, arbitrary: onTicket('open', 'pause', 'close') },
    { weight: 3, arbitrary: onTicket('wait', 'wait', 'wait', 'wait-long') },
    { weight: 2, arbitrary: onTicket('all-at-once') },
  ),
  { minLength: 25, maxLength: 40 },
);
export type Wish = { act: string; clerk: number; which: { fitting: boolean; pick: number }; n: number };

export type People = { kiosk: Client; clerks: Client[]; counters: CounterId[] };
/** What was wished, of which ticket, and the answer: `accepted` or the refusal's code. */
export type Answered = { wish: Wish; ticketId?: TicketId; answer: string; answers: string[] };

/** The phases from which T4 allows the wish. */
export const FROM: Record<string, string[]> = {
  'call-this': ['waiting'],
  recall: ['called'],
  'put-back': ['called'],
  miss: ['called'],
  rejoin: ['missed'],
  start: ['called'],
  conclude: ['serving'],
  finish: ['serving'],
  'hand-back': ['serving'],
  'step-away': ['waiting'],
  return: ['away'],
  'let-pass': ['waiting'],
  withdraw: ['waiting', 'away'],
};
const AT_COUNTER = ['recall', 'put-back', 'miss', 'start', 'conclude', 'finish', 'hand-back'];

export async function make(hall: TestHall, people: People, drawn: Wish, seen: Seen): Promise<Answered> {
  const wish = drawn.act === 'go-on' ? goOn(drawn, people, seen) : atItsCounter(drawn, people, seen);
  const client = people.clerks[wish.clerk]!;
  const counterId = people.counters[wish.clerk]!;
  const own = { requestId: newRequestId() };
  const ticket = FROM[wish.act] && choose(wish, counterId, seen);
  const ticketId = (ticket || undefined)?.id ?? ('none' as TicketId);
  const one = { ...own, ticketId };
  const { tickets, counters } = client;
  // As its resident does with the slip's QR code.
  const link = hall.system.hall.read(links).of('ticket', ticketId);
  const byLink = (act: TicketAct) => people.kiosk.tickets.act({ ...own, link, act });
  const issue = (n: number) =>
    people.kiosk.tickets.issue({
      requestId: newRequestId(),
      matterIds: MATTERS[n % MATTERS.length]!,
      care: n === 5,
      printing: false,
    });
  const acts: Record<string, () => Promise<unknown>> = {
    issue: () => issue(wish.n),
    'call-next': () => tickets.callNext({ ...own, counterId }),
    'call-this': () => tickets.callThis({ ...one, counterId, reason: '行动不便' }),
    recall: () => tickets.recall(one),
    'put-back': () => tickets.putBack({ ...one, reason: '叫错了' }),
    miss: () => tickets.miss(one),
    rejoin: () => byLink({ kind: 'rejoin' }),
    start: () => tickets.start(one),
    conclude: () =>
      client.cases.conclude({ ...own, caseId: caseOf(wish, seen, ticketId), conclusion: CONCLUSIONS[wish.n]! }),
    finish: () => tickets.finish(one),
    'hand-back': () => tickets.handBack(one),
    'step-away': () => byLink({ kind: 'step-away' }),
    return: () => byLink({ kind: 'return' }),
    'let-pass': () => byLink({ kind: 'let-pass', count: 1 + (wish.n % 3) }),
    withdraw: () => byLink({ kind: 'withdraw' }),
    open: () => counters.open({ ...own, counterId }),
    pause: () => counters.pause({ ...own, counterId, reason: '茶歇' }),
    close: () => counters.close({ ...own, counterId }),
    wait: () => hall.clock.advance([1_000, 20_000, MINUTE, 2 * MINUTE, 5 * MINUTE, 20 * MINUTE, 31 * MINUTE][wish.n]!),
    'wait-long': () => hall.clock.advance([1, 2, 8, 9, 16, 24, 24][wish.n]! * 60 * MINUTE),
  };
  const next = (each: Client, i: number) =>
    each.tickets.callNext({ requestId: newRequestId(), counterId: people.counters[i]! });
  const calls =
    wish.act === 'all-at-once' ? [...people.clerks.map(next), issue(wish.n), issue(wish.n + 1)] : [acts[wish.act]!()];
  const answers = await Promise.all(calls.map(codeOf));
  return { wish, ticketId: ticket ? ticket.id : undefined, answer: answers[0]!, answers };
}

/** What a clerk who has somebody does next. */
function goOn(wish: Wish, people: People, seen: Seen): Wish {
  const busy = [...seen.tickets.values()].filter((ticket) => ['called', 'serving'].includes(ticket.phase));
  const ticket = busy[wish.which.pick % Math.max(1, busy.length)];
  if (!ticket) return { ...wish, act: 'call-next' };
  const unconcluded = ticket.sitting.some((matter) => ticket.remaining.includes(matter));
  const left = ticket.remaining.length > 0 ? 'hand-back' : 'finish';
  const act = ticket.phase === 'called' ? 'start' : unconcluded ? 'conclude' : left;
  return { ...wish, act, clerk: people.counters.indexOf(ticket.counterId!), which: { fitting: true, pick: 0 } };
}

/** Most often by the clerk who has the ticket, where it takes one. */
function atItsCounter(wish: Wish, people: People, seen: Seen): Wish {
  if (!wish.which.fitting || !AT_COUNTER.includes(wish.act)) return wish;
  const fit = [...seen.tickets.values()].filter((ticket) => FROM[wish.act]!.includes(ticket.phase));
  const ticket = fit[wish.which.pick % Math.max(1, fit.length)];
  return ticket?.counterId ? { ...wish, clerk: people.counters.indexOf(ticket.counterId) } : wish;
}

function choose(wish: Wish, counterId: CounterId, seen: Seen): SeenTicket | undefined {
  const { fitting, pick } = wish.which;
  // Who was carried over to a day to come is on no screen before that day.
  const all = [...seen.tickets.values()];
  const fit = all.filter(
    (ticket) =>
      FROM[wish.act]!.includes(ticket.phase) && (!AT_COUNTER.includes(wish.act) || ticket.counterId === counterId),
  );
  const from = fitting && fit.length > 0 ? fit : all;
  return from[pick % Math.max(1, from.length)];
}

function caseOf(wish: Wish, seen: Seen, ticketId: TicketId): CaseId {
  const cases = [...seen.cases.values()].filter((one) => one.origin.ticketId === ticketId);
  const open = cases.filter((one) => one.phase === 'open');
  const from = wish.which.fitting && open.length > 0 ? open : cases;
  return from[wish.which.pick % Math.max(1, from.length)]?.id ?? ('none' as CaseId);
}

/** Anything that is neither accepted nor a refusal of the closed list is a fault. */
async function codeOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return 'accepted';
  } catch (error) {
    const { code } = error as { code?: string };
    if (code && code in REFUSALS) return code;
    throw error;
  }
}
