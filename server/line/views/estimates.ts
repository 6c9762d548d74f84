/** The wait range of each queue and of each ticket (Q6), from what is measured, open and planned. */

import type { Day, Letter } from '../../../schema/ids.ts';
import type { WaitRange } from '../../../schema/line/rows.ts';
import type { Rank } from '../../../schema/line/ticket.ts';
import { once, type Reader } from '../../ledger/reader.ts';
import { type EstimateInput, estimateWait } from '../rules/estimate.ts';
import { tickets } from '../tables/tickets.ts';
import { linesNow, seatsNow, workOf } from './line-now.ts';

/** For the holder of this rank in these queues, among those of these days. */
export function estimateFor(
  from: Reader,
  queues: readonly Letter[],
  days: readonly Day[],
  rank: Rank,
): WaitRange | null {
  const ahead = from.read(tickets).ahead(days, rank);
  return estimateWait(inputFor(from, queues, ahead));
}

/** For somebody before whom these are called. */
export function estimateWith(
  from: Reader,
  queues: readonly Letter[],
  ahead: { queues: string; count: number }[],
): WaitRange | null {
  return estimateWait(inputFor(from, queues, ahead));
}

/** How often somebody of these queues is called, in ms, at the counters that are open. */
export function paceMs(from: Reader, queues: readonly Letter[]): number {
  const { counters } = inputFor(from, queues, []);
  const serving = counters.filter((counter) => queues.some((letter) => counter.queues.includes(letter)));
  const { mean } = once(from, workOf)(queues[0] ?? '');
  return (mean * 60_000) / Math.max(1, serving.length);
}

/** What somebody who comes now would find: behind everybody who waits, by the length of each line. */
export function estimateNew(from: Reader, queues: readonly Letter[]): WaitRange | null {
  const ahead = [...once(from, linesNow)]
    .map(([letter, { waiting }]) => ({ queues: letter as string, count: waiting }))
    .filter((line) => line.count > 0);
  return estimateWait(inputFor(from, queues, ahead));
}

function inputFor(
  from: Reader,
  queues: readonly Letter[],
  waiting: { queues: string; count: number }[],
): EstimateInput {
  const work = once(from, workOf);
  const seats = once(from, seatsNow);
  // Whoever sits there keeps that counter from each of its queues, whatever the matter.
  const atCounter = seats.flatMap(({ queues: of, ticket }) =>
    ticket ? [{ count: 1, ...work(ticket.letters[0] ?? ''), queues: of }] : [],
  );
  const ahead = waiting.map(({ queues: letters, count }) => {
    const of = [...letters];
    return { count, ...work(of[0] ?? ''), queues: of };
  });
  return { queues, ahead, atCounter, counters: seats.map(({ queues: of }) => ({ queues: of, inMinutes: 0 })) };
}
