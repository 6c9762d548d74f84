/**
 * THE HALL'S CLOCK (Q8): it never runs backwards, whatever the machine's clock does. A jump is told by the machine's
 * clock against its monotonic one, which nobody can set.
 */

/** ms. */
export type ClockLimits = { clockStepMs: number; clockConfirmMs: number };
/** The machine's clock, ms since 1970, and a clock that only runs, in ms since whenever. */
export type Readings = { wallMs: number; monoMs: number };
/** A jump that is worth telling; `held`: the hall does not follow it until somebody confirms. */
export type Step = { byMs: number; held: boolean; fromMs: number };

export type Time = Readings & {
  /** The hall's time. */
  hallMs: number;
  /** It runs by the monotonic clock alone until somebody confirms the machine's. */
  isHeld: boolean;
  /** The machine's clock was once at the hall's time: until then a jump ahead is what sets it right. */
  isSet: boolean;
};

/** A start follows the machine's clock, but never behind the last event of the ledger. */
export function timeAt(now: Readings, lastEventMs: number): Time {
  return { ...now, hallMs: Math.max(now.wallMs, lastEventMs), isHeld: false, isSet: now.wallMs >= lastEventMs };
}

/**
 * The hall's time at these readings, and the jump that they show. Behind a clock that was set back the hall runs at half
 * its speed until the two meet: timed work goes on, and who came first stays first.
 */
export function timeAfter(before: Time, now: Readings, limits: ClockLimits): { time: Time; step: Step | null } {
  const passedMs = Math.max(0, now.monoMs - before.monoMs);
  const byMs = now.wallMs - before.wallMs - passedMs;
  const aheadMs = now.wallMs - (before.hallMs + passedMs);
  const jumpsAhead = byMs > 0 && before.isSet && aheadMs > limits.clockConfirmMs;
  const isHeld = aheadMs > limits.clockConfirmMs && (before.isHeld || jumpsAhead);
  const hallMs = isHeld ? before.hallMs + passedMs : Math.max(now.wallMs, before.hallMs + Math.floor(passedMs / 2));
  const isSet = before.isSet || now.wallMs >= before.hallMs;
  const isTold = Math.abs(byMs) > limits.clockStepMs && before.isSet;
  const step = isTold ? { byMs, held: isHeld, fromMs: before.hallMs + passedMs } : null;
  return { time: { ...now, hallMs, isHeld, isSet }, step };
}

/** Somebody has looked: the machine's clock is right. */
export function timeConfirmed(time: Time): Time {
  return { ...time, hallMs: Math.max(time.hallMs, time.wallMs), isHeld: false, isSet: true };
}

/** A clock that is moved by hand: what it says is what has passed. */
export function movedByHand(nowMs: () => number): () => Readings {
  return () => ({ wallMs: nowMs(), monoMs: nowMs() });
}

export type Clock = {
  /** The hall's time, ms since 1970. */
  nowMs: () => number;
  /** How far the machine's clock is ahead while the hall does not follow it, in ms; behind it is below 0. */
  aheadMs: () => number;
  isHeld: () => boolean;
  /** The jumps since it was last asked. */
  steps: () => Step[];
  /** A jump that could not be recorded: it is told again. */
  keep: (step: Step) => void;
  /** The last jump that nobody has looked at yet, or how far a start was behind the ledger; null: none. */
  unseenMs: () => number | null;
  confirm: () => void;
};

export function createClock(read: () => Readings, lastEventMs: number, limits: () => ClockLimits): Clock {
  let time = timeAt(read(), lastEventMs);
  const behindMs = time.wallMs - time.hallMs;
  let unseenMs = -behindMs > limits().clockStepMs ? behindMs : null;
  // A start behind the ledger is a step too.
  let steps: Step[] = unseenMs === null ? [] : [{ byMs: behindMs, held: false, fromMs: time.hallMs }];
  const look = () => {
    const after = timeAfter(time, read(), limits());
    time = after.time;
    if (after.step) {
      steps.push(after.step);
      unseenMs = after.step.byMs;
    }
    return time;
  };
  return {
    nowMs: () => look().hallMs,
    aheadMs: () => look().wallMs - time.hallMs,
    isHeld: () => look().isHeld,
    steps() {
      look();
      const found = steps;
      steps = [];
      return found;
    },
    keep: (step) => void steps.push(step),
    unseenMs: () => unseenMs,
    confirm() {
      time = timeConfirmed(look());
      unseenMs = null;
    },
  };
}
