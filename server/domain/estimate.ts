/** THE WAIT RANGE (Q6), first version: explicit inputs, one pure function. */
import type { WaitRange } from '../../schema/board.ts';

/** People of the same queues: how many, and how long one takes, in minutes: mean and variance as measured. */
export type Work = { count: number; mean: number; variance: number; queues: readonly string[] };

export type EstimateInput = {
  /** The queues the ticket stands in. */
  queues: readonly string[];
  /** Who waits with a smaller rank, in any order. */
  ahead: readonly Work[];
  /** Who is at a counter now, with the minutes already spent. */
  atCounter: readonly (Work & { spent: number })[];
  /** Counters that take people now or will within the opening: the queues each serves, and minutes until it does. */
  counters: readonly { queues: readonly string[]; inMinutes: number }[];
  /** Spread of forecasts against reality: 1 by default, measured by the hall. */
  spread?: number;
};

/** Half of normal waits lie below the mean; eight in ten below mean + 0.84 standard deviations. */
const EIGHT_IN_TEN = 0.8416;

/**
 * Minutes. Null when no counter serves the queue. The work ahead is shared by the counters that can do it: a counter
 * of several queues takes from each of them, so the flow into a queue is its part of each counter, by the work that
 * waits for that counter.
 */
export function estimateWait(input: EstimateInput): WaitRange | null {
  const serving = input.counters.filter((counter) => overlap(counter.queues, input.queues));
  if (serving.length === 0) return null;
  const flows = serving.map((counter) => ({ ...counter, part: partFor(counter.queues, input) }));
  const flow = flows.reduce((sum, counter) => sum + counter.part, 0);
  const own = input.ahead.filter((work) => overlap(work.queues, input.queues));
  const busy = input.atCounter.filter((work) => overlap(work.queues, input.queues));

  // Somebody in the middle of a sitting has, on average, half of it left, and never less than a tenth.
  const inProgress = busy.map((work) => Math.max(work.mean - work.spent, work.mean * 0.35));
  const free = Math.max(0, serving.length - busy.length);
  const workMean = own.reduce((sum, work) => sum + work.count * work.mean, 0);
  const workVariance =
    own.reduce((sum, work) => sum + work.count * work.variance, 0) + busy.reduce((s, w) => s + w.variance / 2, 0);
  const soonest = Math.min(...flows.map((counter) => counter.inMinutes));

  // With a counter free nobody waits; else the next counter frees itself after its share of what is in progress.
  const residual = free > 0 && own.length === 0 ? 0 : sum(inProgress) / Math.max(1, serving.length) / Math.max(1, flow);
  const mean = soonest + workMean / Math.max(flow, 0.25) + residual;
  const deviation = (Math.sqrt(workVariance) / Math.max(flow, 0.25)) * (input.spread ?? 1);
  const half = Math.max(0, mean);
  const most = Math.max(half, mean + EIGHT_IN_TEN * deviation + 0.15 * mean);
  return { halfMin: Math.round(half), mostMin: Math.max(Math.round(half), Math.ceil(most)) };
}

/** Which part of a counter's time goes to the queues of the ticket: by the work that waits for that counter. */
function partFor(counterQueues: readonly string[], input: EstimateInput): number {
  const mine = sum(
    input.ahead
      .filter((w) => overlap(w.queues, counterQueues) && overlap(w.queues, input.queues))
      .map((w) => w.count * w.mean),
  );
  const all = sum(input.ahead.filter((w) => overlap(w.queues, counterQueues)).map((w) => w.count * w.mean));
  return all === 0 ? 1 : Math.max(mine / all, 0.2);
}

function overlap(a: readonly string[], b: readonly string[]): boolean {
  return a.some((letter) => b.includes(letter));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** Mean and variance in minutes of measured durations, drawn to the catalogue's typical minutes while they are few. */
export function measure(durationsMs: readonly number[], typicalMinutes: number): { mean: number; variance: number } {
  const PRIOR = 4; // the catalogue counts like so many measurements
  const minutes = durationsMs.map((duration) => duration / 60_000);
  const n = minutes.length;
  const mean = (sum(minutes) + PRIOR * typicalMinutes) / (n + PRIOR);
  const prior = (0.8 * typicalMinutes) ** 2; // municipal halls: coefficient of variation near 0.8
  const variance = (sum(minutes.map((m) => (m - mean) ** 2)) + PRIOR * prior) / (n + PRIOR);
  return { mean, variance };
}
