import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TicketId } from '../../../schema/ids.ts';
import { compareRank, type Rank, type TicketClass } from '../../../schema/line/ticket.ts';
import { HOUR, MINUTE, NINE, SETTINGS } from '../../test/given.ts';
import { calledBefore, chooseNext, chooseThis, rankBehind, rankOf, virtualArrival, type Waiting } from './queue.ts';

const LARGEST_HEAD_START = Math.max(SETTINGS.appointmentHeadStartMs, SETTINGS.careHeadStartMs);

let issued = 0;
function ticket(
  klass: TicketClass,
  arrivedAtMs: number,
  more: { slotStartMs?: number; queues?: string[] } = {},
): Waiting {
  const issueNo = ++issued;
  const { slotStartMs = arrivedAtMs, queues = ['A'] } = more;
  return {
    id: `t${issueNo}` as TicketId,
    number: `A${String(issueNo).padStart(3, '0')}`,
    klass,
    arrivedAtMs,
    queues,
    rank: rankOf(klass, { arrivedMs: arrivedAtMs, slotStartMs, issueNo }, SETTINGS),
    notBeforeMs: klass === 'appointment' ? slotStartMs - SETTINGS.appointmentEarlyMs : undefined,
  };
}
const inOrder = (line: Waiting[]) => [...line].sort((a, b) => compareRank(a.rank, b.rank));
const next = (line: Waiting[], serves = ['A'], nowMs = NINE + 8 * HOUR) => chooseNext(inOrder(line), serves, nowMs);

describe('who is called before whom', () => {
  const PACE = 10 * MINUTE;
  const TEN = NINE + HOUR;

  it('[Q2] [Q9] any line is played through in the order in which counters will call it', () => {
    const arrival = fc.record({
      at: fc.integer({ min: 0, max: 60 }),
      slot: fc.option(fc.integer({ min: 0, max: 120 }), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(arrival, { minLength: 1, maxLength: 12 }), fc.nat(11), (arrivals, pick) => {
        const line = arrivals.map(({ at, slot }) =>
          slot === undefined
            ? ticket('walk-in', NINE + at * MINUTE)
            : ticket('appointment', NINE + at * MINUTE, { slotStartMs: NINE + slot * MINUTE }),
        );
        const me = line[pick % line.length]!;
        const others = line.filter((one) => one !== me);
        const told = calledBefore(inOrder(others), me, TEN, PACE).map((one) => one.id);
        const called = [];
        let left = line;
        for (let at = TEN; ; at += PACE) {
          const { ticket: now } = next(left, ['A'], at)!;
          if (now.id === me.id) break;
          called.push(now.id);
          left = left.filter((one) => one.id !== now.id);
        }
        expect(told).toEqual(called);
      }),
    );
  });

  it('[Q2] a ticket booked for later stands behind those whom counters reach before that time, and before the others', () => {
    const booked = ticket('appointment', NINE + 17 * MINUTE, { slotStartMs: TEN });
    const line = Array.from({ length: 6 }, (_, i) => ticket('walk-in', NINE + i * MINUTE));
    // 9:17; calling every ten minutes from now on, the sixth call is after 9:55.
    const before = calledBefore(inOrder(line), booked, NINE + 17 * MINUTE, PACE);
    expect(before).toHaveLength(4);
    expect(calledBefore(inOrder([booked, ...line.slice(0, 3)]), line[3]!, NINE + 17 * MINUTE, PACE)).toHaveLength(3);
    expect(calledBefore(inOrder([booked, ...line.slice(0, 5)]), line[5]!, NINE + 17 * MINUTE, PACE)).toHaveLength(6);
  });
});

describe('the order', () => {
  it('[Q1] the order is by virtual arrival: slot start less an hour, care half an hour, walk-in as they came', () => {
    expect(virtualArrival('walk-in', NINE, 0, SETTINGS)).toBe(NINE);
    expect(virtualArrival('care', NINE, 0, SETTINGS)).toBe(NINE - 30 * MINUTE);
    expect(virtualArrival('appointment', NINE, NINE + 20 * MINUTE, SETTINGS)).toBe(NINE - 40 * MINUTE);
    expect(virtualArrival('late', NINE + 40 * MINUTE, NINE, SETTINGS)).toBe(NINE);
  });

  it('[Q2] [H8] a late appointment never counts for more than the largest head start before the arrival', () => {
    expect(virtualArrival('appointment', NINE + 15 * MINUTE, NINE, SETTINGS)).toBe(NINE - 45 * MINUTE);
    expect(virtualArrival('late', NINE + 3 * HOUR, NINE, SETTINGS)).toBe(NINE + 2 * HOUR);
  });

  it('[Q1] the care class comes before a walk-in of 29 minutes earlier and after one of 31', () => {
    const care = ticket('care', NINE);
    expect(next([care, ticket('walk-in', NINE - 29 * MINUTE)])?.ticket).toBe(care);
    expect(next([care, ticket('walk-in', NINE - 31 * MINUTE)])?.ticket).not.toBe(care);
  });

  it('[Q1] tickets of one virtual arrival go by their true arrival, also where the first was recorded last', () => {
    const slotStartMs = NINE + HOUR;
    const recorded = [2, 0, 1].map((i) => ticket('appointment', NINE + i, { slotStartMs }));
    expect(new Set(recorded.map(({ rank }) => rank.at)).size).toBe(1);
    expect(inOrder(recorded).map((one) => one.arrivedAtMs - NINE)).toEqual([0, 1, 2]);
  });

  it('[Q1] tickets of one virtual arrival and one true arrival go by their running issue number', () => {
    for (const klass of ['walk-in', 'appointment'] as const) {
      const line = Array.from({ length: 5 }, () => ticket(klass, NINE, { slotStartMs: NINE + HOUR }));
      expect(inOrder([...line].reverse())).toEqual(line);
    }
  });

  it('[Q1] [T7] a ticket put behind the last of its slot stays before whoever of that slot comes next', () => {
    const slotStartMs = NINE + HOUR;
    const [first, last] = [ticket('appointment', NINE, { slotStartMs }), ticket('appointment', NINE, { slotStartMs })];
    const behind = { ...first, rank: rankBehind([last], 1)! };
    const next = ticket('appointment', NINE, { slotStartMs });
    expect(inOrder([next, behind, last])).toEqual([last, behind, next]);
  });

  it('[Q1] a counter calls only from the queues that it serves', () => {
    const b = ticket('walk-in', NINE, { queues: ['B'] });
    const a = ticket('walk-in', NINE + MINUTE);
    const both = ticket('walk-in', NINE + 2 * MINUTE, { queues: ['A', 'B'] });
    expect(next([b, a, both], ['A'])?.ticket).toBe(a);
    expect(next([b, a, both], ['B'])?.ticket).toBe(b);
    expect(next([b, both], ['A'])?.ticket).toBe(both);
    expect(next([b], ['A'])).toBeNull();
    expect(next([], ['A'])).toBeNull();
  });
});

/** A day of arrivals: when, which class, and for which slot (minutes from the arrival on; booked ones keep their class to 15 late). */
const arrivals = fc.array(
  fc.record({
    minute: fc.integer({ min: 0, max: 480 }),
    klass: fc.constantFrom<TicketClass>('walk-in', 'walk-in', 'care', 'appointment', 'late'),
    slotIn: fc.integer({ min: -15, max: 240 }),
    lateBy: fc.integer({ min: 16, max: 400 }),
    queues: fc.constantFrom<string[]>(['A'], ['B'], ['A', 'B']),
  }),
  { minLength: 2, maxLength: 40 },
);

describe('the guarantee', () => {
  it('[Q2] nobody is overtaken by someone who came more than the largest head start later', () => {
    fc.assert(
      fc.property(arrivals, fc.integer({ min: 5, max: 60 }), (day, everyMinutes) => {
        const coming = day
          .map(({ minute, klass, slotIn, lateBy, queues }) => {
            const at = NINE + minute * MINUTE;
            const slot = klass === 'late' ? at - lateBy * MINUTE : at + slotIn * MINUTE;
            return ticket(klass, at, { slotStartMs: slot, queues });
          })
          .sort((a, b) => a.arrivedAtMs - b.arrivedAtMs);
        let line: Waiting[] = [];
        for (let nowMs = NINE; nowMs < NINE + 48 * HOUR && (coming.length > 0 || line.length > 0); ) {
          while (coming[0] && coming[0].arrivedAtMs <= nowMs) line.push(coming.shift()!);
          const serves = ['A', 'B'].slice(0, 1 + (Math.floor(nowMs / MINUTE) % 2));
          const chosen = next(line, serves, nowMs);
          for (const other of chosen ? line : []) {
            // Who is booked has no claim on the time before the slot's own head start.
            const since = Math.max(other.arrivedAtMs, other.rank.at);
            const overtaken = other !== chosen!.ticket && other.queues.some((letter) => serves.includes(letter));
            if (!overtaken || (other.notBeforeMs ?? 0) > nowMs) continue;
            expect(chosen!.ticket.arrivedAtMs - since).toBeLessThanOrEqual(LARGEST_HEAD_START);
          }
          line = line.filter((one) => one !== chosen?.ticket);
          nowMs += everyMinutes * MINUTE;
        }
      }),
    );
  });

  it('[Q2] an appointment is not called before its slot start less five minutes, unless nobody else waits', () => {
    const slotStartMs = NINE + HOUR;
    const booked = ticket('appointment', NINE, { slotStartMs });
    const walkIn = ticket('walk-in', NINE + MINUTE);
    expect(next([booked, walkIn], ['A'], slotStartMs - 5 * MINUTE - 1)?.ticket).toBe(walkIn);
    expect(next([booked, walkIn], ['A'], slotStartMs - 5 * MINUTE)?.ticket).toBe(booked);
    expect(next([booked], ['A'], NINE + MINUTE)).toMatchObject({
      ticket: booked,
      why: { rule: 'nobody-else-waits', passedOver: 0 },
    });
  });

  it('[Q2] an early appointment is called when others wait only in queues that the counter does not serve', () => {
    const booked = ticket('appointment', NINE, { slotStartMs: NINE + HOUR });
    const elsewhere = ticket('walk-in', NINE, { queues: ['B'] });
    expect(next([booked, elsewhere], ['A'], NINE + MINUTE)?.ticket).toBe(booked);
  });
});

describe('why this ticket', () => {
  it('[Q3] a call says its rule, rank, class and wait, and how many booked tickets were not due yet', () => {
    const early = [1, 2].map((n) => ticket('appointment', NINE + n, { slotStartMs: NINE + HOUR }));
    const walkIn = ticket('walk-in', NINE + MINUTE);
    const elsewhere = ticket('walk-in', NINE, { queues: ['B'] });
    expect(next([...early, walkIn, elsewhere], ['A'], NINE + 11 * MINUTE)?.why).toEqual({
      rule: 'smallest-rank',
      rank: walkIn.rank,
      klass: 'walk-in',
      passedOver: 2,
      waitedMs: 10 * MINUTE,
    });
  });

  it('[Q3] [Q4] a call out of order counts exactly the tickets with a smaller rank in these queues, and keeps the reason', () => {
    const places = fc.array(fc.record({ minute: fc.nat(60), b: fc.boolean() }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(places, fc.nat(19), (people, pick) => {
        const line = inOrder(
          people.map((one) => ticket('walk-in', NINE + one.minute * MINUTE, { queues: [one.b ? 'B' : 'A'] })),
        );
        const index = pick % line.length;
        const why = chooseThis(line, line[index]!, ['A'], '行动不便', NINE + 2 * HOUR);
        const before = line.slice(0, index).filter((one) => one.queues.includes('A'));
        expect(why).toMatchObject({ rule: 'out-of-order', passedOver: before.length, reason: '行动不便' });
      }),
    );
  });
});

/** Places that may be equal instants, as booked ones of one slot are. */
const line = fc
  .array(fc.record({ at: fc.nat(3), tie: fc.nat(2), isOld: fc.boolean() }), { minLength: 2, maxLength: 12 })
  .map((places) =>
    places
      // Ledgers of before hold arrival and issue number in one figure.
      .map(({ at, tie, isOld }, i) => ({
        name: i,
        rank: isOld ? { at, tie: tie + (i + 1) / 4096 } : { at, tie, no: i },
      }))
      .sort((a, b) => compareRank(a.rank, b.rank)),
  );

describe('a place behind others', () => {
  it('[T7] letting pass costs exactly the people let pass, again and again, and moves nobody else', () => {
    const wishes = fc.array(fc.record({ who: fc.nat(11), count: fc.integer({ min: 1, max: 20 }) }), { maxLength: 30 });
    fc.assert(
      fc.property(line, wishes, (people, moves) => {
        let standing: { name: number; rank: Rank }[] = people;
        for (const { who, count } of moves) {
          const from = who % standing.length;
          const behind = standing.slice(from + 1);
          const rank = rankBehind(behind, Math.min(count, behind.length));
          if (!rank) {
            expect(behind).toEqual([]);
            continue;
          }
          const mover = { ...standing[from]!, rank };
          const others = standing.filter((_, i) => i !== from);
          const to = from + Math.min(count, behind.length);
          const expected = [...others.slice(0, to), mover, ...others.slice(to)];
          standing = [...others, mover].sort((a, b) => compareRank(a.rank, b.rank));
          expect(standing.map((one) => one.name)).toEqual(expected.map((one) => one.name));
        }
      }),
    );
  });

  it('[T6] a no-show rejoins behind the next three waiting, or behind the last where there are fewer', () => {
    fc.assert(
      fc.property(line, fc.integer({ min: 0, max: 12 }), (people, waiting) => {
        const standing = people.slice(0, waiting);
        const n = Math.min(SETTINGS.rejoinBehind, standing.length);
        const rank = rankBehind(standing, n);
        expect(rank === null).toBe(standing.length === 0);
        if (rank) expect(standing.filter((one) => compareRank(one.rank, rank) < 0)).toHaveLength(n);
        if (rank) expect(standing.filter((one) => compareRank(one.rank, rank) === 0)).toEqual([]);
      }),
    );
  });
});

describe('matters that name their counters', () => {
  it('[L3] [Q1] [Q2] a property: a counter gets the smallest rank of those whom it may serve, and whoever has a counter is called', () => {
    const may = fc.option(fc.subarray(['c1', 'c2', 'c3'], { minLength: 1 }), { nil: null });
    fc.assert(
      fc.property(arrivals, fc.array(may, { minLength: 40, maxLength: 40 }), (day, named) => {
        const whole = day.map(({ minute, klass }) => ticket(klass, NINE + minute * MINUTE));
        const countersOf = new Map(whole.map((one, n) => [one.id, named[n] ?? null]));
        const nowMs = NINE + 48 * HOUR;
        let line = inOrder(whole);
        for (let turn = 0; line.length > 0; turn++) {
          expect(turn).toBeLessThan(3 * whole.length);
          const counter = `c${(turn % 3) + 1}`;
          const mayTake = ({ id }: Waiting) => countersOf.get(id)?.includes(counter) ?? true;
          const chosen = chooseNext(line, ['A'], nowMs, mayTake);
          expect(chosen?.ticket).toBe(line.find(mayTake));
          line = line.filter((one) => one !== chosen?.ticket);
        }
      }),
    );
  });

  it('[L3] [Q4] a call out of order passes over nobody whom the counter may not serve', () => {
    const [first, second, third] = [0, 1, 2].map((n) => ticket('walk-in', NINE + n * MINUTE));
    const why = chooseThis([first!, second!, third!], third!, ['A'], 'x', NINE + HOUR, (one) => one !== first);
    expect(why.passedOver).toBe(1);
  });
});
