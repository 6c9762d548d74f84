/** The wait range of each queue and of each ticket (Q6), from what is measured, open and planned. */

import type { Day, Letter } from '../../../schema/ids.ts';
import type { WaitRange } from '../../../schema/line/rows.ts';
import type { Rank } from '../../../schema/line/ticket.ts';
import { typicalMinutes } from '../../catalogue/views/catalogue.ts';
import { counterPlans } from '../../hall/tables/counter-plans.ts';
import { groups } from '../../hall/tables/groups.ts';
import { daysNow, running } from '../../hours/views/openings.ts';
import type { Reader } from '../../ledger/reader.ts';
import { type EstimateInput, estimateWait, measure } from '../rules/estimate.ts';
import { calls } from '../tables/calls.ts';
import { counterStates } from '../tables/counter-states.ts';
import { tickets } from '../tables/tickets.ts';

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
  const letter = queues[0] ?? '';
  const { mean } = measure(from.read(calls).durations(letter), typicalMinutes(from, letter));
  return (mean * 60_000) / Math.max(1, serving.length);
}

/** What somebody who comes now would find: behind everybody who waits, by the length of each line. */
export function estimateNew(from: Reader, queues: readonly Letter[]): WaitRange | null {
  const days = daysNow(from);
  const ahead = [...from.read(groups).all().keys()]
    .map((letter) => ({ queues: letter as string, count: from.read(tickets).line(days, letter).waiting }))
    .filter((line) => line.count > 0);
  return estimateWait(inputFor(from, queues, ahead));
}

function inputFor(
  from: Reader,
  queues: readonly Letter[],
  waiting: { queues: string; count: number }[],
): EstimateInput {
  const known = new Map<string, { mean: number; variance: number }>();
  const work = (letters: readonly string[]) => {
    const letter = letters[0] ?? '';
    let measured = known.get(letter);
    if (!measured) {
      measured = measure(from.read(calls).durations(letter), typicalMinutes(from, letter));
      known.set(letter, measured);
    }
    return measured;
  };
  const open = running(from);
  const counters = [];
  const atCounter = [];
  for (const state of from.read(counterStates).all()) {
    const counter = from.read(counterPlans).all().get(state.id);
    if (!counter?.inUse || state.phase !== 'open') continue;
    if (open.length > 0 && !open.some((opening) => opening.counterIds.includes(state.id))) continue;
    counters.push({ queues: counter.letters, inMinutes: 0 });
    const ticket = from.read(tickets).atCounter(state.id);
    if (!ticket) continue;
    // Whoever sits there keeps that counter from each of its queues, whatever the matter.
    atCounter.push({ count: 1, ...work(ticket.letters), queues: counter.letters });
  }
  const ahead = waiting.map(({ queues: letters, count }) => {
    const of = [...letters];
    return { count, ...work(of), queues: of };
  });
  return { queues, ahead, atCounter, counters };
}
