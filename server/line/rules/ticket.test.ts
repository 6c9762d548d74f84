import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaseId, ClerkId, CounterId, Day, Letter, MatterId, OpeningId } from '../../../schema/ids.ts';
import { ticketNumber } from '../../../schema/line/ticket.ts';
import { givenTicket, HOUR, MINUTE, NINE, SECOND, SETTINGS } from '../../test/given.ts';
import type { AtCounter, TicketCommand } from './ticket-command.ts';
import { mattersFor, queuesOf } from './ticket-life.ts';

const A1 = 'A-1' as MatterId;
const A2 = 'A-2' as MatterId;
const B1 = 'B-1' as MatterId;
const A = 'A' as Letter;
const B = 'B' as Letter;
const caseId = 'case' as CaseId;
const at = (counter: string, ...letters: Letter[]): AtCounter => ({
  counterId: counter as CounterId,
  clerkId: `clerk of ${counter}` as ClerkId,
  letters,
});
const C1 = at('c1', A);
const C3 = at('c3', B);

const issue = (more: Partial<Extract<TicketCommand, { type: 'issue-ticket' }>> = {}): TicketCommand => ({
  type: 'issue-ticket',
  day: '2026-11-23' as Day,
  ordinal: 7,
  issueNo: 41,
  matters: [{ id: A1, letter: A }],
  klass: 'walk-in',
  channel: 'kiosk',
  printing: false,
  ...more,
});
const TWO = issue({
  matters: [
    { id: A1, letter: A },
    { id: B1, letter: B },
  ],
});
const call = (where = C1): TicketCommand => ({
  type: 'call-ticket',
  at: where,
  why: { rule: 'smallest-rank', rank: { at: 0, tie: 0 }, klass: 'walk-in', passedOver: 0, waitedMs: 0 },
});
const recall: TicketCommand = { type: 'recall-ticket', at: C1 };
const waiting = givenTicket().after(issue());
const called = waiting.later(MINUTE).after(call());
const serving = (wish = issue()) => givenTicket().after(wish).after(call()).after({ type: 'start-serving', at: C1 });
const conclude = (matterId: MatterId, where = C1): TicketCommand => ({
  type: 'conclude-matter',
  at: where,
  matterId,
  caseId,
});

describe('a number', () => {
  it('[Q1] a number that was taken before it was recorded ranks by when it was taken, never by the future', () => {
    const taken = (happenedAt: string) => givenTicket().when(issue({ happenedAt })).events[0];
    const earlier = '2026-11-23T00:50:00.000Z';
    expect(taken(earlier)).toMatchObject({ arrivedAt: earlier, rank: { at: Date.parse(earlier), tie: 0, no: 41 } });
    expect(taken('2026-11-23T03:00:00.000Z')).toMatchObject({ arrivedAt: '2026-11-23T01:00:00.000Z' });
  });

  it('[T1] a number is one letter and at least three digits; after A999 comes A1000', () => {
    expect([1, 42, 999, 1000, 12345].map((n) => ticketNumber('A', n))).toEqual([
      'A001',
      'A042',
      'A999',
      'A1000',
      'A12345',
    ]);
    expect(waiting.state?.number).toBe('A007');
  });

  it('[T8] a ticket carries several matters, each once, and stands in the queue of each', () => {
    const { state } = givenTicket().after(TWO);
    expect(state).toMatchObject({ number: 'A007', matters: [A1, B1], remaining: [A1, B1] });
    expect(queuesOf(state!)).toEqual([A, B]);
    const twice = issue({
      matters: [
        { id: A1, letter: A },
        { id: A1, letter: A },
      ],
    });
    expect(givenTicket().when(twice).refused).toBe('matter-already-chosen');
    expect(givenTicket().when(issue({ matters: [] })).refused).toBe('matter-unknown');
  });
});

describe('calling again', () => {
  it('[T6] a call is not repeated before callGapMs after the last one, and then at once', () => {
    const early = called.later(SETTINGS.callGapMs - 1).when(recall);
    expect(early).toMatchObject({ refused: 'call-too-soon', facts: { seconds: 1 }, state: called.state });
    expect(called.when(recall).facts).toEqual({ seconds: 20 });
    expect(called.later(SETTINGS.callGapMs).when(recall).refused).toBeNull();
  });

  it('[T6] the gap counts from the last call, not from the first', () => {
    const again = called.later(20 * SECOND).after(recall);
    expect(again.later(19 * SECOND).when(recall).refused).toBe('call-too-soon');
  });

  it('[T6] a call is repeated at most callLimit times, however long one waits', () => {
    let now = called;
    for (let n = 2; n <= SETTINGS.callLimit; n++) now = now.later(20 * SECOND).after(recall);
    expect(now.state?.callNo).toBe(SETTINGS.callLimit);
    expect(now.later(HOUR).when(recall)).toMatchObject({ refused: 'call-limit-reached', facts: { limit: 3 } });
  });

  it('[T6] a ticket that was put back and is called anew has all its calls again', () => {
    const anew = called.after({ type: 'put-back', at: C1, reason: '叫错' }).after(call());
    expect(anew.state?.callNo).toBe(1);
  });

  it('[T5] another counter can neither recall, put back, miss, start nor finish a ticket', () => {
    for (const type of ['recall-ticket', 'put-back', 'start-serving'] as const)
      expect(called.later(MINUTE).when({ type, at: C3, reason: '' }).refused).toBe('ticket-elsewhere');
    const miss = { type: 'miss-ticket', counterId: C3.counterId, by: 'clerk' } as const;
    expect(called.when(miss).refused).toBe('ticket-elsewhere');
    for (const type of ['finish-ticket', 'hand-back'] as const)
      expect(serving().when({ type, at: C3 }).refused).toBe('ticket-elsewhere');
    expect(serving().when(conclude(A1, C3)).refused).toBe('ticket-elsewhere');
  });
});

describe('a no-show', () => {
  const missed = called.after({ type: 'miss-ticket', counterId: C1.counterId, by: 'clock' });
  const rank = { at: NINE + HOUR, tie: 44.5 };
  const rejoin: TicketCommand = { type: 'rejoin', rank, behind: 3, by: 'kiosk' };

  it('[T6] a no-show may rejoin until rejoinWithinMs, to the very last, with its number and the place it is given', () => {
    const back = missed.later(SETTINGS.rejoinWithinMs).when(rejoin);
    expect(back.state).toMatchObject({ phase: 'waiting', number: 'A007', rank, callNo: 0 });
    expect(back.state?.missedAt).toBeUndefined();
    expect(back.state?.counterId).toBeUndefined();
    const late = missed.later(SETTINGS.rejoinWithinMs + 1).when(rejoin);
    expect(late).toMatchObject({ refused: 'rejoin-too-late', facts: { minutes: 30 }, state: missed.state });
  });

  it('[T6] a no-show keeps its own rank where nobody waits', () => {
    // What was told stands, whatever the setting is since.
    const since = missed.set({ rejoinWithinMs: MINUTE });
    expect(since.later(SETTINGS.rejoinWithinMs).when(rejoin).state?.phase).toBe('waiting');
    expect(since.later(SETTINGS.rejoinWithinMs + 1).when(rejoin)).toMatchObject({ refused: 'rejoin-too-late' });
    expect(missed.when({ ...rejoin, rank: null, behind: 0 }).state?.rank).toEqual(waiting.state?.rank);
  });
});

describe('stepping away', () => {
  const away = waiting.after({ type: 'step-away', by: 'resident' });

  it('[T7] a ticket that steps away keeps its rank for awayMs', () => {
    expect(Date.parse(away.state!.awayUntil!)).toBe(NINE + SETTINGS.awayMs);
    const back = away.later(19 * MINUTE).when({ type: 'return', by: 'resident', lapsed: false });
    expect(back.state?.rank).toEqual(waiting.state?.rank);
    expect(back.state?.awayUntil).toBeUndefined();
  });

  it('[T7] a ticket that stays away longer stands where somebody stands who comes now', () => {
    const back = away.later(20 * MINUTE).when({ type: 'return', by: 'clock', lapsed: true });
    expect(back.state?.rank.at).toBe(NINE + 20 * MINUTE);
  });

  it('[T7] [Q7] a ticket never gains a place by stepping away: one booked for the afternoon does not move to the morning', () => {
    const slotStartMs = NINE + 6 * HOUR;
    const booked = givenTicket().after(issue({ klass: 'appointment', slotStartMs }));
    const back = booked
      .after({ type: 'step-away', by: 'resident' })
      .later(20 * MINUTE)
      .when({ type: 'return', by: 'clock', lapsed: true });
    expect(back.state?.rank).toEqual(booked.state?.rank);
  });

  it('[T7] letting others pass is refused where nobody stands behind', () => {
    const letPass = { type: 'let-pass', count: 0, rank: null, by: 'kiosk' } as const;
    expect(waiting.when(letPass).refused).toBe('nobody-to-let-pass');
  });
});

describe('several matters in one visit', () => {
  it('[T8] a sitting holds the matters that this counter serves, and does not begin where it serves none', () => {
    expect(serving(TWO).state?.sitting).toEqual([A1]);
    const both = givenTicket()
      .after(TWO)
      .after(call(at('c9', A, B)));
    expect(both.when({ type: 'start-serving', at: at('c9', A, B) }).state?.sitting).toEqual([A1, B1]);
    const wrong = givenTicket().after(issue()).after(call(C3));
    expect(wrong.when({ type: 'start-serving', at: C3 }).refused).toBe('matter-not-here');
  });

  it('[L3] a counter serves no matter of its group that names other counters, unless the matter left the group since', () => {
    const both = givenTicket()
      .after(TWO)
      .after(call(at('c9', A, B)));
    const but = (...leaves: { matterId: MatterId; letter: Letter }[]) => ({ ...at('c9', A, B), leaves });
    const start = (at: AtCounter) => both.when({ type: 'start-serving', at });
    expect(start(but({ matterId: A1, letter: A })).state?.sitting).toEqual([B1]);
    expect(start(but({ matterId: A1, letter: B })).state?.sitting).toEqual([A1, B1]);
    expect(start(but({ matterId: A1, letter: A }, { matterId: B1, letter: B })).refused).toBe('matter-not-here');
  });

  it('[T8] a ticket handed back keeps rank and number, and asks only for what remains', () => {
    const before = givenTicket().after(TWO);
    const back = serving(TWO).later(MINUTE).after(conclude(A1)).when({ type: 'hand-back', at: C1 });
    const { rank, number, arrivedAt } = before.state!;
    expect(back.state).toMatchObject({ phase: 'waiting', rank, number, arrivedAt, remaining: [B1], sitting: [] });
    expect(queuesOf(back.state!)).toEqual([B]);
    expect(mattersFor(back.state!, { letters: [A] })).toEqual([]);
  });

  it('[T8] a property: a visit ends with all matters concluded and one rank, in whichever order counters take it', () => {
    const visits = fc.record({
      letters: fc.array(fc.constantFrom<string[]>('A', 'B', 'C'), { minLength: 1, maxLength: 5 }),
      order: fc.shuffledSubarray<string>(['A', 'B', 'C'], { minLength: 3 }),
    });
    fc.assert(
      fc.property(visits, ({ letters, order }) => {
        const matters = letters.map((letter, i) => ({ id: `${letter}-${i}` as MatterId, letter: letter as Letter }));
        let now = givenTicket().after(issue({ matters }));
        const { rank, number } = now.state!;
        for (const letter of order.filter((one) => letters.includes(one))) {
          const where = at(`c${letter}`, letter as Letter);
          now = now.later(MINUTE).after(call(where)).after({ type: 'start-serving', at: where });
          for (const matter of now.state!.sitting) now = now.after(conclude(matter, where));
          now = now.after({ type: now.state!.remaining.length > 0 ? 'hand-back' : 'finish-ticket', at: where });
          expect(now.state).toMatchObject({ rank, number });
        }
        expect(now.state).toMatchObject({ phase: 'finished', remaining: [] });
      }),
    );
  });

  it('[C5] a ticket cannot finish or go back while a matter of the sitting has no conclusion', () => {
    const both = issue({
      matters: [
        { id: A1, letter: A },
        { id: A2, letter: A },
      ],
    });
    const one = serving(both).after(conclude(A1));
    expect(one.when({ type: 'finish-ticket', at: C1 })).toMatchObject({
      refused: 'matters-unconcluded',
      facts: { count: 1 },
    });
    expect(one.when({ type: 'hand-back', at: C1 }).refused).toBe('matters-unconcluded');
    expect(one.when(conclude(A1)).refused).toBe('case-not-open');
    const all = one.after(conclude(A2));
    expect(all.when({ type: 'hand-back', at: C1 }).refused).toBe('nothing-remains');
    expect(all.when({ type: 'finish-ticket', at: C1 }).state?.phase).toBe('finished');
  });
});

describe('the day’s end', () => {
  const carry: TicketCommand = { type: 'carry-over', toDay: '2026-11-24' as Day, openingId: 'o' as OpeningId };

  it('[T10] a ticket carried over keeps number, rank, arrival and day of issue, and is live on the next opening’s day', () => {
    const { number, rank, arrivedAt, day, remaining } = givenTicket().after(TWO).state!;
    for (const given of [
      givenTicket().after(TWO),
      givenTicket().after(TWO).after({ type: 'step-away', by: 'resident' }),
      givenTicket().after(TWO).after(call()),
      serving(TWO),
    ]) {
      const { state } = given.when(carry);
      expect(state).toMatchObject({ phase: 'waiting', number, rank, arrivedAt, day, remaining, liveDay: '2026-11-24' });
      expect([state?.awayUntil, state?.counterId, state?.startedAt]).toEqual([undefined, undefined, undefined]);
    }
  });

  it('[T9] a slip has its own state, and a failed one leaves the ticket valid', () => {
    const printing = givenTicket().after(issue({ printing: true }));
    expect(printing.state?.slip).toBe('printing');
    const failed = printing.when({ type: 'report-slip', slip: 'failed' });
    expect(failed.state).toMatchObject({ slip: 'failed', phase: 'waiting', number: 'A007' });
  });
});
