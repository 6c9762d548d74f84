import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Readings, type Time, timeAfter, timeAt, timeConfirmed } from './clock.ts';

const MIN = 60_000;
const LIMITS = { clockStepMs: 2 * MIN, clockConfirmMs: 60 * MIN };
const NINE = Date.parse('2026-11-23T01:00:00.000Z');

/** Readings of a machine whose clock jumps; `passed` and `jump` in ms. */
function run(moves: { passed: number; jump: number }[], lastEventMs = NINE): Time[] {
  let now: Readings = { wallMs: NINE, monoMs: 0 };
  let time = timeAt(now, lastEventMs);
  return moves.map(({ passed, jump }) => {
    now = { wallMs: now.wallMs + passed + jump, monoMs: now.monoMs + passed };
    time = timeAfter(time, now, LIMITS).time;
    return time;
  });
}

const move = fc.record({
  passed: fc.integer({ min: 0, max: 10 * MIN }),
  jump: fc.oneof(fc.constant(0), fc.integer({ min: -48 * 60 * MIN, max: 48 * 60 * MIN })),
});

test('[Q8] the hall’s time never runs backwards, whatever the machine’s clock does', () => {
  fc.assert(
    fc.property(fc.array(move, { maxLength: 60 }), fc.integer({ min: -MIN * 600, max: MIN * 600 }), (moves, behind) => {
      const times = run(moves, NINE + behind).map(({ hallMs }) => hallMs);
      for (const [i, at] of times.entries())
        expect(at).toBeGreaterThanOrEqual(times[i - 1] ?? NINE + Math.min(0, behind));
    }),
  );
});

test('[Q8] timed work goes on behind a clock that was set back: the hall runs at half its speed at least', () => {
  fc.assert(
    fc.property(fc.array(move, { maxLength: 60 }), (moves) => {
      let before = NINE;
      for (const [i, { hallMs }] of run(moves).entries()) {
        expect(hallMs - before).toBeGreaterThanOrEqual(Math.floor(moves[i]!.passed / 2));
        before = hallMs;
      }
    }),
  );
});

test('[Q8] a clock that was set back by half an hour is met again after an hour, and then followed', () => {
  const times = run([{ passed: 0, jump: -30 * MIN }, ...Array.from({ length: 70 }, () => ({ passed: MIN, jump: 0 }))]);
  expect(times[0]!.hallMs).toBe(NINE);
  expect(times[30]!.hallMs).toBe(NINE + 15 * MIN);
  expect(times[60]!.hallMs).toBe(times[60]!.wallMs);
  expect(times[70]!.hallMs).toBe(times[70]!.wallMs);
});

test('[Q8] a jump ahead of up to an hour is followed at once', () => {
  const [time] = run([{ passed: MIN, jump: 59 * MIN }]);
  expect(time).toMatchObject({ hallMs: NINE + 60 * MIN, isHeld: false });
});

test('[Q8] a longer jump ahead is held until somebody confirms it', () => {
  const times = run([
    { passed: MIN, jump: 24 * 60 * MIN },
    { passed: 5 * MIN, jump: 0 },
  ]);
  expect(times[1]).toMatchObject({ hallMs: NINE + 6 * MIN, isHeld: true });
  expect(timeConfirmed(times[1]!)).toMatchObject({ hallMs: NINE + 24 * 60 * MIN + 6 * MIN, isHeld: false });
});

test('[Q8] a jump ahead that is taken back leaves nothing behind', () => {
  const times = run([
    { passed: MIN, jump: 24 * 60 * MIN },
    { passed: MIN, jump: -24 * 60 * MIN },
    { passed: MIN, jump: 0 },
  ]);
  expect(times[2]).toMatchObject({ hallMs: NINE + 3 * MIN, isHeld: false });
});

test('[Q8] a start behind the ledger goes on from its last event, and the jump that sets the clock right is followed', () => {
  const yesterday = -17 * 60 * MIN;
  const [, time] = run(
    [
      { passed: MIN, jump: yesterday },
      { passed: MIN, jump: 34 * 60 * MIN },
    ],
    NINE + 10 * MIN,
  );
  expect(time).toMatchObject({ isHeld: false, isSet: true });
  expect(time!.hallMs).toBe(time!.wallMs);
});

test.each([
  ['two minutes are no step', 2 * MIN, null],
  ['more are one', 3 * MIN, { byMs: 3 * MIN, held: false, fromMs: NINE + 1_000 }],
  ['back too', -3 * MIN, { byMs: -3 * MIN, held: false, fromMs: NINE + 1_000 }],
  ['a long one ahead is held', 90 * MIN, { byMs: 90 * MIN, held: true, fromMs: NINE + 1_000 }],
])('[Q8] a jump of the machine’s clock is told against its monotonic one: %s', (_, jump, step) => {
  const before = timeAt({ wallMs: NINE, monoMs: 7 }, NINE - 5_000);
  expect(timeAfter(before, { wallMs: NINE + 1_000 + jump, monoMs: 1_007 }, LIMITS).step).toEqual(step);
});
