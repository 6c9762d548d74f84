/** What may be done with a ticket (T3–T10): each command answers with events or with a refusal. */

import { type Context, iso, ms } from '../../../schema/context.ts';
import type { CounterId, Instant } from '../../../schema/ids.ts';
import { type Ticket, type TicketEvent, ticketNumber } from '../../../schema/line/ticket.ts';
import { type Refusal, refuse } from '../../../schema/refusal.ts';
import { rankOf } from './queue.ts';
import { type AtCounter, MOST_MATTERS, type TicketCommand } from './ticket-command.ts';
import { type LifeStep, mattersFor, mayFollow } from './ticket-life.ts';

export function decideTicket(ticket: Ticket | null, command: TicketCommand, ctx: Context): TicketEvent[] | Refusal {
  if (command.type === 'issue-ticket') return issue(command, ctx);
  if (!ticket) return refuse('ticket-unknown');
  const undoable = { undoMs: ctx.settings.undoMs };
  switch (command.type) {
    case 'call-ticket': {
      const { counterId, clerkId } = command.at;
      const event = { type: 'ticket-called' as const, counterId, clerkId, callNo: 1, why: command.why };
      return step(ticket, 'ticket-called', [event]);
    }
    case 'recall-ticket':
      return recall(ticket, command.at, ctx);
    case 'put-back':
      return here(ticket, command.at, 'ticket-put-back', (counterId) => [
        { type: 'ticket-put-back', counterId, reason: command.reason },
      ]);
    case 'miss-ticket':
      if (ticket.counterId && ticket.counterId !== command.counterId) return elsewhere(ticket);
      return step(ticket, 'ticket-missed', [
        {
          ...{ type: 'ticket-missed', counterId: command.counterId, by: command.by, ...undoable },
          rejoinUntil: iso(ctx.nowMs + ctx.settings.rejoinWithinMs),
        },
      ]);
    case 'rejoin':
      return rejoin(ticket, command, ctx);
    case 'start-serving': {
      const matters = mattersFor(ticket, command.at);
      const { clerkId } = command.at;
      return here(ticket, command.at, 'serving-started', (counterId) =>
        matters.length === 0 ? refuse('matter-not-here') : [{ type: 'serving-started', counterId, clerkId, matters }],
      );
    }
    case 'conclude-matter':
      return here(ticket, command.at, 'matter-concluded', () =>
        ticket.sitting.includes(command.matterId) && ticket.remaining.includes(command.matterId)
          ? [{ type: 'matter-concluded', matterId: command.matterId, caseId: command.caseId, ...undoable }]
          : refuse('case-not-open'),
      );
    case 'hand-back':
      return here(ticket, command.at, 'ticket-handed-back', (counterId) => {
        if (ticket.remaining.length === 0) return refuse('nothing-remains');
        return unconcluded(ticket) ?? [{ type: 'ticket-handed-back', counterId, remaining: ticket.remaining }];
      });
    case 'finish-ticket':
      return here(ticket, command.at, 'ticket-finished', (counterId) =>
        ticket.remaining.length > 0
          ? refuse('matters-unconcluded', { count: ticket.remaining.length })
          : [{ type: 'ticket-finished', counterId, clerkId: command.at.clerkId, ...undoable }],
      );
    case 'step-away':
      return step(ticket, 'ticket-stepped-away', [
        { type: 'ticket-stepped-away', until: iso(ctx.nowMs + ctx.settings.awayMs), by: command.by },
      ]);
    case 'return': {
      // T7: the place is held so long; afterwards the ticket stands where somebody stands who comes now, and no better
      // than before: the rank of one who is booked for the afternoon may lie ahead.
      const { rank: before } = ticket;
      const rank = command.lapsed ? { ...before, at: Math.max(ctx.nowMs, before.at) } : undefined;
      return step(ticket, 'ticket-returned', [{ type: 'ticket-returned', by: command.by, rank }]);
    }
    case 'let-pass':
      if (mayFollow(ticket.phase, 'others-let-pass') && !command.rank) return refuse('nobody-to-let-pass');
      return step(ticket, 'others-let-pass', [
        { type: 'others-let-pass', count: command.count, rank: command.rank ?? ticket.rank, by: command.by },
      ]);
    case 'withdraw': {
      const { by, clerk } = command;
      if (by === 'clerk' && !/[\p{L}\p{N}].*[\p{L}\p{N}]/su.test(clerk?.reason ?? '')) return refuse('reason-missing');
      const author = clerk ? { clerkId: clerk.id, reason: clerk.reason, day: clerk.today } : {};
      const withdrawn: TicketEvent = { type: 'ticket-withdrawn', by, ...author, ...undoable };
      const { awayUntil } = ticket;
      if (ticket.phase === 'away')
        return [
          { type: 'ticket-returned', by },
          { ...withdrawn, awayUntil },
        ];
      return step(ticket, 'ticket-withdrawn', [withdrawn]);
    }
    case 'add-matter':
      return added(ticket, command);
    case 'hold-ticket':
      return here(ticket, command.at, 'ticket-held', (counterId) => {
        if (ticket.remaining.length === 0) return refuse('nothing-remains');
        const until = iso(ctx.nowMs + ctx.settings.awayMs);
        return [{ type: 'ticket-held', counterId, clerkId: command.at.clerkId, until }];
      });
    case 'pass-ticket':
      return passed(ticket, command);
    case 'release':
      return release(ticket, command.reason);
    case 'carry-over':
      return step(ticket, 'ticket-carried-over', [
        {
          type: 'ticket-carried-over',
          toDay: command.toDay,
          openingId: command.openingId,
          because: command.because,
          ...(ticket.counterId ? { counterId: ticket.counterId } : {}),
        },
      ]);
    case 'expire':
      return step(ticket, 'ticket-expired', [{ type: 'ticket-expired' }]);
    case 'undo':
      return undone(ticket, command, ctx);
    case 'report-slip':
      return step(ticket, 'slip-reported', [{ type: 'slip-reported', slip: command.slip }]);
    default:
      return command satisfies never;
  }
}

function issue(command: Extract<TicketCommand, { type: 'issue-ticket' }>, ctx: Context): TicketEvent[] | Refusal {
  const first = command.matters[0];
  if (!first) return refuse('matter-unknown');
  const matters = command.matters.map((matter) => matter.id);
  if (new Set(matters).size < matters.length) return refuse('matter-already-chosen');
  const { klass, slotStartMs } = command;
  const booked = klass === 'appointment' && slotStartMs !== undefined;
  const arrivedMs = Math.min(ctx.nowMs, command.happenedAt ? ms(command.happenedAt) : ctx.nowMs);
  return [
    {
      type: 'ticket-issued',
      day: command.day,
      letter: first.letter,
      ordinal: command.ordinal,
      number: ticketNumber(first.letter, command.ordinal),
      issueNo: command.issueNo,
      matters,
      letters: command.matters.map((matter) => matter.letter),
      klass,
      channel: command.channel,
      arrivedAt: iso(arrivedMs),
      rank: rankOf(klass, { arrivedMs, slotStartMs, issueNo: command.issueNo }, ctx.settings),
      notBefore: booked ? iso(slotStartMs - ctx.settings.appointmentEarlyMs) : undefined,
      slip: command.printing ? 'printing' : 'none',
      deviceId: command.deviceId,
      appointmentId: command.appointmentId,
    },
  ];
}

/** T8: with one slip five matters at most, each once. */
function added(ticket: Ticket, command: Extract<TicketCommand, { type: 'add-matter' }>): TicketEvent[] | Refusal {
  const { matterId, letter, by } = command;
  if (!mayFollow(ticket.phase, 'matter-added')) return wrongPhase(ticket, 'matter-added');
  if (ticket.matters.includes(matterId)) return refuse('matter-already-chosen');
  if (ticket.matters.length >= MOST_MATTERS) return refuse('too-many-matters', { count: MOST_MATTERS });
  return [{ type: 'matter-added', matterId, letter, by, here: command.here && ticket.phase === 'serving' }];
}

/** T8: a matter that was begun goes on where it is called next. */
function passed(ticket: Ticket, { at, to, serves }: Extract<TicketCommand, { type: 'pass-ticket' }>) {
  if (!mayFollow(ticket.phase, 'ticket-passed')) return wrongPhase(ticket, 'ticket-passed');
  if (ticket.counterId && ticket.counterId !== at.counterId) return elsewhere(ticket);
  if (ticket.remaining.length === 0) return refuse('nothing-remains');
  if (mattersFor(ticket, serves).length === 0) return refuse('matter-not-here');
  const from = ticket.counterId ? { counterId: ticket.counterId } : {};
  return [{ type: 'ticket-passed' as const, ...from, clerkId: at.clerkId, to }];
}

/** C18: by whoever did it, for as long as was set when it was done, while nobody was told: messages wait so long. */
function undone({ undo }: Ticket, command: Extract<TicketCommand, { type: 'undo' }>, ctx: Context) {
  const { by, clerkId, calledAgain, step: meant } = command;
  const { undoMs = ctx.settings.undoMs } = undo ?? {};
  if (!undo || (meant && undo.step !== meant)) return refuse('nothing-to-undo');
  if (undo.clerkId !== clerkId) return refuse('undo-not-yours');
  if (ctx.nowMs - ms(undo.at) >= undoMs) return refuse('undo-too-late', { seconds: undoMs / 1000 });
  if (calledAgain) return refuse('undo-told');
  return [{ type: 'step-undone' as const, undone: undo.step, since: undo.at, by, ...(clerkId ? { clerkId } : {}) }];
}

/** T12: back in line as it was; where everything was concluded and only the last key not pressed, it is finished. */
function release(ticket: Ticket, reason: string): TicketEvent[] | Refusal {
  if (!mayFollow(ticket.phase, 'ticket-released')) return wrongPhase(ticket, 'ticket-released');
  const [counterId, clerkId] = [ticket.counterId!, ticket.clerkId!];
  return ticket.remaining.length === 0
    ? [{ type: 'ticket-finished', counterId, clerkId, reason }]
    : [{ type: 'ticket-released', counterId, clerkId, reason }];
}

/** T6: at least `callGapMs` apart, at most `callLimit` times. */
function recall(ticket: Ticket, at: AtCounter, ctx: Context): TicketEvent[] | Refusal {
  return here(ticket, at, 'ticket-recalled', (counterId) => {
    const { callLimit, callGapMs } = ctx.settings;
    if (ticket.callNo >= callLimit) return refuse('call-limit-reached', { limit: callLimit });
    const waitMs = ms(ticket.calledAt!) + callGapMs - ctx.nowMs;
    if (waitMs > 0) return refuse('call-too-soon', { seconds: Math.ceil(waitMs / 1000) });
    return [{ type: 'ticket-recalled', counterId, callNo: ticket.callNo + 1 }];
  });
}

/** T6: as it was told when the ticket was missed, whatever the setting is since; null: it was not. */
export function rejoinUntil(
  { missedAt, rejoinUntil: told }: Pick<Ticket, 'missedAt' | 'rejoinUntil'>,
  { rejoinWithinMs }: Pick<Context['settings'], 'rejoinWithinMs'>,
): Instant | null {
  return missedAt === undefined ? null : (told ?? iso(ms(missedAt) + rejoinWithinMs));
}

/** T6: in its time, behind the next `rejoinBehind` waiting, keeping its number. */
function rejoin(ticket: Ticket, command: Extract<TicketCommand, { type: 'rejoin' }>, ctx: Context) {
  const until = rejoinUntil(ticket, ctx.settings);
  if (ticket.missedAt && until !== null && ctx.nowMs > ms(until))
    return refuse('rejoin-too-late', { minutes: Math.round((ms(until) - ms(ticket.missedAt)) / 60_000) });
  const rank = command.rank ?? ticket.rank;
  return step(ticket, 'ticket-rejoined', [{ type: 'ticket-rejoined', rank, behind: command.behind, by: command.by }]);
}

/** The events where T4 lets the step follow, else the refusal that says in which phase the ticket is. */
function step(ticket: Ticket, name: LifeStep, events: TicketEvent[]): TicketEvent[] | Refusal {
  return mayFollow(ticket.phase, name) ? events : wrongPhase(ticket, name);
}

/** The same for what is done at the counter that has the ticket (T5). */
function here(
  ticket: Ticket,
  at: AtCounter,
  name: LifeStep,
  decide: (counterId: CounterId) => TicketEvent[] | Refusal,
): TicketEvent[] | Refusal {
  if (!mayFollow(ticket.phase, name)) return wrongPhase(ticket, name);
  return ticket.counterId === at.counterId ? decide(at.counterId) : elsewhere(ticket);
}

function elsewhere(ticket: Ticket): Refusal {
  return refuse('ticket-elsewhere', { number: ticket.number, counter: ticket.counterId ?? '' });
}

function unconcluded(ticket: Ticket): Refusal | null {
  const count = ticket.sitting.filter((matter) => ticket.remaining.includes(matter)).length;
  return count > 0 ? refuse('matters-unconcluded', { count }) : null;
}

function wrongPhase(ticket: Ticket, name: LifeStep): Refusal {
  const facts = { number: ticket.number };
  switch (name) {
    case 'ticket-called':
    case 'ticket-stepped-away':
    case 'others-let-pass':
    case 'ticket-withdrawn':
    case 'ticket-carried-over':
      return refuse('ticket-not-waiting', facts);
    case 'ticket-recalled':
    case 'ticket-put-back':
    case 'ticket-missed':
    case 'serving-started':
      return refuse('ticket-not-called', facts);
    case 'matter-concluded':
    case 'ticket-handed-back':
    case 'ticket-finished':
      return refuse('ticket-not-serving', facts);
    case 'ticket-released':
    case 'ticket-held':
    case 'ticket-passed':
      return refuse('ticket-not-at-counter', facts);
    case 'ticket-returned':
      return refuse('ticket-not-away', facts);
    case 'ticket-rejoined':
      return refuse('ticket-not-missed', facts);
    case 'ticket-expired':
    case 'matter-added':
    case 'slip-reported':
      return refuse('ticket-over', facts);
    case 'step-undone':
      return refuse('nothing-to-undo');
    default:
      return name satisfies never;
  }
}
