/** The events of a ticket, ready to be given to the specifications of tables; each says what its table is about. */
import type { UndoableStep } from '../../schema/line/ticket.ts';
import { at, type Line } from './given-ledger.ts';

type Event = Extract<Line, readonly [string, `ticket:${string}`, ...unknown[]]>[2];
type Issued = Extract<Event, { type: 'ticket-issued' }>;
type Called = Extract<Event, { type: 'ticket-called' }>;

/** `A001` of queue A on Monday, with one matter; called to `c1` by `one`, unless something else is said. */
export function ticketLines(id: string) {
  const line = (time: string, event: Event, actor = 'clerk:one'): Line => [at(time), `ticket:${id}`, event, actor];
  const counterId = 'c1';
  return {
    issued: (time: string, other: Partial<Issued> = {}) =>
      line(time, {
        type: 'ticket-issued',
        day: '2026-11-23',
        letter: 'A',
        ordinal: 1,
        number: 'A001',
        issueNo: 1,
        matters: ['A-1'],
        letters: ['A'],
        klass: 'walk-in',
        channel: 'kiosk',
        arrivedAt: at(time),
        rank: { at: 1000, tie: 1 },
        slip: 'none',
        ...other,
      }),
    called: (time: string, other: { counterId?: string; clerkId?: string; why?: Partial<Called['why']> } = {}) =>
      line(time, {
        type: 'ticket-called',
        counterId,
        clerkId: 'one',
        callNo: 1,
        ...other,
        why: {
          rule: 'smallest-rank',
          rank: { at: 1000, tie: 1 },
          klass: 'walk-in',
          passedOver: 0,
          waitedMs: 0,
          ...other.why,
        },
      }),
    recalled: (time: string, callNo = 2, of = counterId) =>
      line(time, { type: 'ticket-recalled', counterId: of, callNo }),
    putBack: (time: string) => line(time, { type: 'ticket-put-back', counterId, reason: '叫错' }),
    missed: (time: string) => line(time, { type: 'ticket-missed', counterId, by: 'clerk', rejoinUntil: at('01:40') }),
    rejoined: (time: string) =>
      line(time, { type: 'ticket-rejoined', rank: { at: 2000, tie: 1.5 }, behind: 3, by: 'kiosk' }),
    started: (time: string, matters: string[] = ['A-1'], by = { counterId, clerkId: 'one' }) =>
      line(time, { type: 'serving-started', ...by, matters }),
    concluded: (time: string, matterId = 'A-1') => line(time, { type: 'matter-concluded', matterId, caseId: 'k' }),
    handedBack: (time: string, remaining: string[] = ['A-1']) =>
      line(time, { type: 'ticket-handed-back', counterId, remaining }),
    finished: (time: string, other: { reason?: string } = {}, actor?: string) =>
      line(time, { type: 'ticket-finished', counterId, clerkId: 'one', ...other }, actor),
    undone: (time: string, undone: UndoableStep, since: string, actor?: string) =>
      line(time, { type: 'step-undone', undone, since: at(since), by: 'clerk', clerkId: 'one' }, actor),
    steppedAway: (time: string) =>
      line(time, { type: 'ticket-stepped-away', until: at('08:00'), by: 'resident' }, 'resident'),
    returned: (time: string) => line(time, { type: 'ticket-returned', by: 'resident' }, 'resident'),
    letPass: (time: string, count: number) =>
      line(time, { type: 'others-let-pass', count, rank: { at: 3000, tie: 1.75 }, by: 'resident' }, 'resident'),
    withdrawn: (time: string, other: { clerkId?: string; reason?: string; day?: string } = {}) =>
      line(time, { type: 'ticket-withdrawn', by: other.clerkId ? 'clerk' : 'resident', ...other }),
    released: (time: string, actor?: string) =>
      line(time, { type: 'ticket-released', counterId, clerkId: 'one', reason: '突发急病' }, actor),
    carriedOver: (time: string, toDay: string) =>
      line(time, { type: 'ticket-carried-over', toDay, openingId: 'o1' }, 'clock'),
    added: (time: string, matterId = 'B-1', letter = 'B', here = false) =>
      line(time, { type: 'matter-added', matterId, letter, by: 'clerk', here }),
    held: (time: string) => line(time, { type: 'ticket-held', counterId, clerkId: 'one', until: at('08:00') }),
    passed: (time: string, toCounter = 'c2') =>
      line(time, { type: 'ticket-passed', counterId, clerkId: 'one', to: { counterId: toCounter } }),
    expired: (time: string) => line(time, { type: 'ticket-expired' }, 'clock'),
    slipReported: (time: string) => line(time, { type: 'slip-reported', slip: 'printed' }, 'device:k1'),
  };
}
