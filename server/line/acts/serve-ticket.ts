/** What a clerk does with the ticket at the counter (T4–T8), and the cases that serving opens (C1, C5). */

import type { Conclusion } from '../../../schema/case.ts';
import type { CaseId, Day, RequestId, TicketId } from '../../../schema/ids.ts';
import { isRefusal, type Refusal, refuse } from '../../../schema/refusal.ts';
import type { Ticket } from '../../../schema/ticket.ts';
import type { Actor } from '../../../schema/who.ts';
import { decideCase } from '../../cases/rules/case.ts';
import { dueDay } from '../../cases/rules/working-days.ts';
import { cases } from '../../cases/tables/cases.ts';
import { papers } from '../../cases/tables/papers.ts';
import { contentOf } from '../../cases/views/papers.ts';
import { CHINA } from '../../hall/calendar.ts';
import { reference } from '../../hall/tables/reference.ts';
import type { Tx } from '../../ledger/commit.ts';
import type { Hall } from '../../ledger/hall.ts';
import { people } from '../../people/tables/people.ts';
import { caseStream, ticketStream } from '../../streams.ts';
import { type AtCounter, decideTicket, type TicketCommand } from '../rules/ticket.ts';
import type { StoredTicket } from '../tables/tickets.ts';
import { counterWith } from './at-counter.ts';
import { missLater } from './call.ts';
import { stepTicket } from './step-ticket.ts';

export type TicketReply = { ticketId: TicketId; number: string; phase: string };
/** 受理 and 告知. */
const PREFIX = { receipt: 'SL', notice: 'GZ' } as const;

type OnTicket = { requestId: RequestId; ticketId: TicketId };

export function recallTicket(hall: Hall, actor: Actor, input: OnTicket): Promise<TicketReply | Refusal> {
  return atCounter(
    hall,
    actor,
    'recall',
    input,
    (at) => ({ type: 'recall-ticket', at }),
    (tx, ticket) => missLater(tx, ticket.id),
  );
}

export function putBack(hall: Hall, actor: Actor, input: OnTicket & { reason: string }) {
  return atCounter(hall, actor, 'put-back', input, (at) => ({ type: 'put-back', at, reason: input.reason }));
}

export function missTicket(hall: Hall, actor: Actor, input: OnTicket) {
  return atCounter(hall, actor, 'miss', input, ({ counterId }) => ({ type: 'miss-ticket', counterId, by: 'clerk' }));
}

/** C1: who starts serving a matter is its first contact; a case that was left open is taken on. */
export function startServing(hall: Hall, actor: Actor, input: OnTicket) {
  return atCounter(
    hall,
    actor,
    'start',
    input,
    (at) => ({ type: 'start-serving', at }),
    (tx, ticket, at) => {
      const open = tx
        .read(cases)
        .ofTicket(ticket.id)
        .filter((found) => found.phase === 'open');
      for (const matterId of ticket.sitting) {
        const caseId = open.find((found) => found.matterId === matterId)?.id ?? (tx.newId() as CaseId);
        const { counterId, clerkId } = at;
        const command = { type: 'open-case', matterId, ticketId: ticket.id, counterId, clerkId } as const;
        tx.run(caseStream, caseId, (found) => decideCase(found, command, tx));
      }
    },
  );
}

/** T8: back in line with rank and number for what others must do. */
export function handBack(hall: Hall, actor: Actor, input: OnTicket) {
  return atCounter(hall, actor, 'hand-back', input, (at) => ({ type: 'hand-back', at }));
}

export function finishTicket(hall: Hall, actor: Actor, input: OnTicket) {
  return atCounter(hall, actor, 'finish', input, (at) => ({ type: 'finish-ticket', at }));
}

export type Concluded = {
  caseId: CaseId;
  phase: string;
  receiptNo: string | null;
  noticeNo: string | null;
  dueOn: Day | null;
  paper: string | null;
};

/** C5: the matter gets its conclusion; acceptance and notice get their number and paper (C7, C9). */
export function concludeMatter(
  hall: Hall,
  actor: Actor,
  input: { requestId: RequestId; caseId: CaseId; conclusion: Conclusion },
): Promise<Concluded | Refusal> {
  return hall.commit({ command: 'conclude', requestId: input.requestId, actor }, (tx) => {
    const before = tx.read(cases).byId(input.caseId);
    if (!before) return refuse('case-unknown');
    const with_ = counterWith(tx, before.ticketId);
    if (isRefusal(with_)) return with_;
    const { at } = with_;
    const found = tx.run(caseStream, before.id, (state) =>
      decideCase(state, conclusionFor(tx, at, before.matterId, input.conclusion), tx),
    );
    if (isRefusal(found)) return found;
    const concluded = { type: 'conclude-matter', at, matterId: found.matterId, caseId: found.id } as const;
    const ticket = tx.run(ticketStream, found.ticketId, (state) => decideTicket(state, concluded, tx));
    if (isRefusal(ticket)) return ticket;
    const kind = input.conclusion.kind;
    const hasPaper = kind === 'accepted' || kind === 'notice';
    const until = new Date(tx.nowMs + tx.settings.caseLinkMs).toISOString();
    const link = tx.write(people).addLink('case', found.id, until);
    return {
      caseId: found.id,
      phase: found.phase,
      receiptNo: found.receiptNo ?? null,
      noticeNo: found.noticeNo ?? null,
      dueOn: found.dueOn ?? null,
      // What is opened by any other path says that it was printed again.
      paper: hasPaper ? `/paper/${kind === 'accepted' ? 'receipt' : 'notice'}/${link}?original` : null,
    };
  });
}

/** T2: a paper's number and its date are both of the service day. */
function conclusionFor(tx: Tx, at: AtCounter, matterId: Ticket['matters'][number], conclusion: Conclusion) {
  const matter = tx.read(reference).matters().get(matterId);
  const today = tx.day;
  const dueOn = matter?.limitDays == null ? undefined : dueDay(today, matter.limitDays, matter.limitUnit, CHINA);
  const kind = conclusion.kind === 'notice' ? 'notice' : 'receipt';
  const nth = String(tx.read(papers).count(kind, today) + 1).padStart(4, '0');
  return {
    type: 'conclude-case' as const,
    clerkId: at.clerkId,
    conclusion,
    today,
    dueOn,
    legalDueOn: dueOn,
    paperNo: `${PREFIX[kind]}${today.replaceAll('-', '')}-${nth}`,
    paper: contentOf(matterId, matter),
  };
}

/** One command on a ticket by the clerk who has it. `and` runs in the same transaction with the ticket as it is then. */
function atCounter(
  hall: Hall,
  actor: Actor,
  name: string,
  input: OnTicket,
  command: (at: AtCounter, ticket: StoredTicket) => TicketCommand,
  and?: (tx: Tx, ticket: Ticket, at: AtCounter) => void,
): Promise<TicketReply | Refusal> {
  return hall.commit({ command: name, requestId: input.requestId, actor }, (tx) => {
    const found = counterWith(tx, input.ticketId);
    if (isRefusal(found)) return found;
    const { at } = found;
    const ticket = stepTicket(hall, tx, input.ticketId, (state) => decideTicket(state, command(at, found.ticket), tx));
    if (isRefusal(ticket)) return ticket;
    and?.(tx, ticket, at);
    return { ticketId: ticket.id, number: ticket.number, phase: ticket.phase };
  });
}
