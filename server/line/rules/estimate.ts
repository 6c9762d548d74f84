/**
 * THE WAIT RANGE (Q6): explicit inputs, pure functions. Its three numbers were set on 117,000 recorded waits of twenty
 * municipal halls (`hall replay`): of those told to wait, half waited at most `half`, eight in ten at most `most`.
 */
import type { WaitRange } from '../../../schema/line/rows.ts';

/** People of the same queues: how many, and how long one takes, in minutes: mean and variance as measured. */
export type Work = { count: number; mean: number; variance: number; queues: readonly string[] };

export type EstimateInput = {
  /** The queues the ticket stands in. */
  queues: readonly string[];
  /** Who waits with a smaller rank, in any order. */
  ahead: readonly Work[];
  /** Who is at a counter now; the queues are those of the counter. */
  atCounter: readonly Work[];
  counters: readonly Serving[];
};

/** A counter that takes people now or will within the opening: the queues it serves, and minutes until it does. */
type Serving = { queues: readonly string[]; inMinutes: number };

/** Eight in ten of a normal distribution lie below its mean and so many standard deviations. */
const EIGHT_IN_TEN = 0.8416;
/** How far the pace of the wait to come strays from the pace measured, as a part of it: clerks come, go and hurry. */
const DRIFT = 0.5;
/** A sitting longer than so many usual ones was interrupted or forgotten; it counts as so many. */
const LONGEST = 4;

/** What of the work ahead falls to a counter: minutes until it comes to whoever stands behind it all. */
export type Load = { queues: readonly string[]; mean: number; variance: number };

/**
 * Minutes. Null when no counter serves the queue. Everybody ahead has a smaller rank, so a counter comes to this ticket
 * when its share of the work ahead, of whatever queue, is done; the ticket goes to the counter that is soonest there.
 */
export function estimateWait({ queues, ahead, atCounter, counters }: EstimateInput): WaitRange | null {
  return rangeOf(queues, loadsOf(ahead, counters), atCounter);
}

/** The same of loads that are known: those of everybody who comes now are alike, whatever their queues. */
export function rangeOf(
  queues: readonly string[],
  loads: readonly Load[],
  atCounter: readonly Work[],
): WaitRange | null {
  const serving = loads.filter((load) => overlap(load.queues, queues)).sort((a, b) => a.mean - b.mean);
  const [soonest] = serving;
  if (!soonest) return null;

  // What is left of a sitting that one comes into: the longer sittings are come into more often.
  const busy = atCounter.filter((work) => overlap(work.queues, queues));
  const left = sum(busy.map((work) => (work.mean + work.variance / work.mean) / 2)) / serving.length;
  const isFree = soonest.mean === 0 && busy.length < serving.length;
  const first = isFree ? 0 : left / serving.length;
  const mean = soonest.mean + first;
  if (mean === 0) return { halfMin: 0, mostMin: 0 };
  const variance = soonest.variance + first ** 2 + (DRIFT * mean) ** 2;

  // Waits are never negative and have a long tail: the log-normal with this mean and variance.
  const sigma2 = Math.log(1 + variance / mean ** 2);
  const half = mean / Math.exp(sigma2 / 2);
  const most = half * Math.exp(EIGHT_IN_TEN * Math.sqrt(sigma2));
  return { halfMin: Math.round(half), mostMin: Math.max(Math.round(half), Math.ceil(most)) };
}

/**
 * Of each counter in turn. Work is shared among the counters that take it; each gives it that part of its time which it
 * is of all that waits for that counter.
 */
export function loadsOf(ahead: readonly Work[], counters: readonly Serving[]): Load[] {
  // Asked for with each push: sums in these make no garbage.
  const [waiting, mean, variance] = [0, 1, 2].map(() => new Float64Array(counters.length)) as [Sums, Sums, Sums];
  // By people and counter: 1 where it takes them.
  const takes = new Uint8Array(ahead.length * counters.length);
  for (let n = 0; n < ahead.length; n++) {
    const minutes = minutesOf(ahead[n]!);
    for (let at = 0; at < counters.length; at++) {
      if (!overlap(ahead[n]!.queues, counters[at]!.queues)) continue;
      takes[n * counters.length + at] = 1;
      waiting[at]! += minutes;
    }
  }
  for (let n = 0; n < ahead.length; n++) {
    const minutes = minutesOf(ahead[n]!);
    let attention = 0;
    for (let at = 0; at < counters.length; at++)
      if (takes[n * counters.length + at]) attention += minutes / waiting[at]!;
    for (let at = 0; at < counters.length; at++) {
      if (!takes[n * counters.length + at]) continue;
      const share = minutes / waiting[at]! / attention;
      mean[at]! += share * minutes;
      variance[at]! += share ** 2 * ahead[n]!.count * ahead[n]!.variance;
    }
  }
  return counters.map(({ queues, inMinutes }, at) => ({
    queues,
    mean: inMinutes + mean[at]!,
    variance: variance[at]!,
  }));
}
type Sums = Float64Array;

function minutesOf({ count, mean }: Work): number {
  return count * mean;
}

function overlap(a: readonly string[], b: readonly string[]): boolean {
  for (const queue of a) if (b.includes(queue)) return true;
  return false;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** Mean and variance in minutes of measured durations, drawn to the catalogue's typical minutes while they are few. */
export function measure(durationsMs: readonly number[], typicalMinutes: number): { mean: number; variance: number } {
  const PRIOR = 4; // the catalogue counts like so many measurements
  const sorted = durationsMs.map((duration) => duration / 60_000).sort((a, b) => a - b);
  const usual = Math.max(1, sorted[sorted.length >> 1] ?? typicalMinutes);
  const minutes = sorted.map((one) => Math.min(one, LONGEST * usual));
  const n = minutes.length;
  const mean = (sum(minutes) + PRIOR * typicalMinutes) / (n + PRIOR);
  const prior = (0.8 * typicalMinutes) ** 2; // municipal halls: coefficient of variation near 0.8
  const variance = (sum(minutes.map((m) => (m - mean) ** 2)) + PRIOR * prior) / (n + PRIOR);
  return { mean, variance };
}
