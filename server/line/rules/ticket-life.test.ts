import { describe, expect, it } from 'vitest';
import type { CaseId, ClerkId, CounterId, Day, Letter, MatterId, OpeningId, TicketId } from '../../../schema/ids.ts';
import { TICKET_PHASES, type Ticket, type TicketEvent, type TicketPhase } from '../../../schema/line/ticket.ts';
import type { RefusalCode } from '../../../schema/refusal.ts';
import { givenTicket } from '../../test/given.ts';
import type { TicketCommand } from './ticket-command.ts';
import { evolveTicket, LIFE, type LifeStep } from './ticket-life.ts';

const counterId = 'c1' as CounterId;
const clerkId = 'one' as ClerkId;
const A1 = 'A-1' as MatterId;
const B1 = 'B-1' as MatterId;
const caseId = 'case' as CaseId;
const at = { counterId, clerkId, letters: ['A'] as Letter[] };
const rank = { at: 1, tie: 1 };
const why = { rule: 'smallest-rank' as const, rank, klass: 'walk-in' as const, passedOver: 0, waitedMs: 0 };

const issued: TicketEvent = {
  type: 'ticket-issued',
  day: '2026-11-23' as Day,
  letter: 'A' as Letter,
  ordinal: 1,
  number: 'A001',
  issueNo: 1,
  matters: [A1, B1],
  letters: ['A', 'B'] as Letter[],
  klass: 'walk-in',
  channel: 'kiosk',
  arrivedAt: '2026-11-23T01:00:00.000Z',
  rank,
  slip: 'printing',
};
const called: TicketEvent = { type: 'ticket-called', counterId, clerkId, callNo: 1, why };
const started: TicketEvent = { type: 'serving-started', counterId, clerkId, matters: [A1] };
const concluded = (matterId: MatterId): TicketEvent => ({ type: 'matter-concluded', matterId, caseId });
const missed: TicketEvent = { type: 'ticket-missed', counterId, by: 'clerk' };

/** A history that ends in each phase. */
const HISTORY: Record<TicketPhase, TicketEvent[]> = {
  waiting: [issued],
  called: [issued, called],
  serving: [issued, called, started],
  away: [issued, { type: 'ticket-stepped-away', until: '2026-11-23T01:20:00.000Z', by: 'resident' }],
  missed: [issued, called, missed],
  finished: [
    issued,
    called,
    started,
    concluded(A1),
    concluded(B1),
    { type: 'ticket-finished', counterId, clerkId } as const,
  ],
  withdrawn: [issued, { type: 'ticket-withdrawn', by: 'clerk', clerkId, reason: '已离开' }],
  expired: [issued, { type: 'ticket-expired' }],
};

/**
 * T4 by hand, not read from LIFE: each command, where it leads from each phase that allows it, and the code that every
 * other phase answers. `more` is what has to have happened for the command to be in order there.
 */
const COMMANDS: {
  command: TicketCommand;
  leads: Partial<Record<TicketPhase, TicketPhase>>;
  else: RefusalCode;
  more?: Partial<Record<TicketPhase, TicketEvent[]>>;
  /** C18: a minute later it is too late for it. */
  atOnce?: boolean;
}[] = [
  { command: { type: 'call-ticket', at, why }, leads: { waiting: 'called' }, else: 'ticket-not-waiting' },
  { command: { type: 'recall-ticket', at }, leads: { called: 'called' }, else: 'ticket-not-called' },
  { command: { type: 'put-back', at, reason: '叫错' }, leads: { called: 'waiting' }, else: 'ticket-not-called' },
  { command: { type: 'miss-ticket', counterId, by: 'clerk' }, leads: { called: 'missed' }, else: 'ticket-not-called' },
  {
    command: { type: 'rejoin', rank, behind: 3, by: 'kiosk' },
    leads: { missed: 'waiting' },
    else: 'ticket-not-missed',
  },
  { command: { type: 'start-serving', at }, leads: { called: 'serving' }, else: 'ticket-not-called' },
  {
    command: { type: 'conclude-matter', at, matterId: A1, caseId },
    leads: { serving: 'serving' },
    else: 'ticket-not-serving',
  },
  {
    command: { type: 'hand-back', at },
    leads: { serving: 'waiting' },
    else: 'ticket-not-serving',
    more: { serving: [concluded(A1)] },
  },
  {
    command: { type: 'finish-ticket', at },
    leads: { serving: 'finished' },
    else: 'ticket-not-serving',
    more: { serving: [concluded(A1), concluded(B1)] },
  },
  {
    command: { type: 'release', reason: '突发疾病' },
    leads: { called: 'waiting', serving: 'waiting' },
    else: 'ticket-not-at-counter',
  },
  {
    command: { type: 'add-matter', matterId: 'C-1' as MatterId, letter: 'C' as Letter, by: 'clerk', here: false },
    leads: { waiting: 'waiting', called: 'called', serving: 'serving', away: 'away' },
    else: 'ticket-over',
  },
  { command: { type: 'hold-ticket', at }, leads: { called: 'away', serving: 'away' }, else: 'ticket-not-at-counter' },
  {
    command: { type: 'pass-ticket', at, to: { counterId: 'c2' as CounterId }, serves: { letters: ['B'] as Letter[] } },
    leads: { waiting: 'waiting', called: 'waiting', serving: 'waiting' },
    else: 'ticket-not-at-counter',
  },
  { command: { type: 'step-away', by: 'resident' }, leads: { waiting: 'away' }, else: 'ticket-not-waiting' },
  { command: { type: 'return', by: 'resident', lapsed: false }, leads: { away: 'waiting' }, else: 'ticket-not-away' },
  {
    command: { type: 'let-pass', count: 1, rank: { at: 2, tie: 2 }, by: 'kiosk' },
    leads: { waiting: 'waiting' },
    else: 'ticket-not-waiting',
  },
  {
    // A ticket that is away comes back to the line first.
    command: { type: 'withdraw', by: 'resident' },
    leads: { waiting: 'withdrawn', away: 'withdrawn' },
    else: 'ticket-not-waiting',
  },
  {
    command: { type: 'carry-over', toDay: '2026-11-24' as Day, openingId: 'o' as OpeningId },
    leads: { waiting: 'waiting', called: 'waiting', serving: 'waiting', away: 'waiting' },
    else: 'ticket-not-waiting',
  },
  {
    command: { type: 'expire' },
    leads: { waiting: 'expired', called: 'expired', serving: 'expired', away: 'expired', missed: 'expired' },
    else: 'ticket-over',
  },
  {
    command: { type: 'report-slip', slip: 'printed' },
    leads: { waiting: 'waiting', called: 'called', serving: 'serving', away: 'away', missed: 'missed' },
    else: 'ticket-over',
  },
  {
    command: { type: 'undo', by: 'clerk', clerkId, calledAgain: false },
    leads: { serving: 'serving', missed: 'called', finished: 'serving', withdrawn: 'waiting' },
    else: 'nothing-to-undo',
    more: { serving: [concluded(A1)] },
    atOnce: true,
  },
];

const PAIRS = COMMANDS.flatMap((row) =>
  TICKET_PHASES.map((phase) => ({ ...row, phase, name: row.command.type, leadsTo: row.leads[phase] })),
);

describe('the life of a ticket', () => {
  it.each(PAIRS)(
    '[T4] a command obeys the table or is refused: $name, $phase',
    ({ phase, command, more, atOnce, ...row }) => {
      // A minute later no gap between calls forbids what the phase allows.
      const given = givenTicket(...HISTORY[phase], ...(more?.[phase] ?? [])).later(atOnce ? 0 : 60_000);
      expect(given.state?.phase).toBe(phase);
      const outcome = given.when(command);
      expect(outcome.refused).toBe(row.leadsTo ? null : row.else);
      expect(outcome.state?.phase).toBe(row.leadsTo ?? phase);
      if (outcome.refused) expect(outcome.state).toBe(given.state);
    },
  );

  it('[T4] the table names every command, and every step of LIFE is taken by one of them', () => {
    const taken = PAIRS.flatMap(({ phase, command, more, atOnce }) =>
      givenTicket(...HISTORY[phase], ...(more?.[phase] ?? []))
        .later(atOnce ? 0 : 60_000)
        .when(command)
        .events.map((event) => event.type),
    );
    expect([...new Set(taken)].sort()).toEqual(Object.keys(LIFE).sort());
  });

  const STEPS = Object.keys(LIFE) as LifeStep[];
  const WRONG = TICKET_PHASES.flatMap((phase) =>
    STEPS.filter((step) => !(LIFE[step].from as readonly string[]).includes(phase)).map((step) => ({ phase, step })),
  );
  it.each(WRONG)('[T4] folding a step that may not follow throws: $step, $phase', ({ phase, step }) => {
    const ticket = givenTicket(...HISTORY[phase]).state as Ticket;
    const fold = () => evolveTicket(ticket, { type: step } as TicketEvent, 't' as TicketId, issued.arrivedAt as string);
    expect(fold).toThrow('may not follow');
  });

  it('[T4] a ticket begins once, by being issued', () => {
    expect(() => givenTicket(issued, issued)).toThrow('issued twice');
    expect(() => givenTicket(called)).toThrow('before it was issued');
    expect(givenTicket().when({ type: 'expire' }).refused).toBe('ticket-unknown');
  });

  it('[T12] a ticket released with everything concluded is finished, and its event says by whom and why', () => {
    const given = givenTicket(...HISTORY.serving, concluded(A1), concluded(B1));
    const { events, state } = given.when({ type: 'release', reason: '突发疾病' });
    expect(events).toEqual([{ type: 'ticket-finished', counterId, clerkId, reason: '突发疾病' }]);
    expect(state?.phase).toBe('finished');
  });

  it('[T5] a ticket that leaves the counter keeps nothing of that counter', () => {
    for (const leave of [
      { type: 'ticket-put-back', counterId, reason: '' },
      { type: 'ticket-released', counterId, clerkId, reason: '' },
      { type: 'ticket-carried-over', toDay: '2026-11-24', openingId: 'o' as OpeningId },
      { type: 'ticket-passed', counterId, clerkId, to: { clerkId: 'two' as ClerkId } },
    ] as TicketEvent[]) {
      const { state } = givenTicket(issued, called, leave);
      expect(state).toMatchObject({ phase: 'waiting', callNo: 0, sitting: [] });
      expect([state?.counterId, state?.clerkId, state?.calledAt, state?.startedAt]).toEqual(Array(4).fill(undefined));
    }
  });
});
