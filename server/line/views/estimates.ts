/** The wait range of each queue and of each ticket (Q6), from what is measured, open and planned. */
import type { WaitRange } from '../../../schema/board.ts';
import type { Letter } from '../../../schema/ids.ts';
import type { Rank } from '../../../schema/ticket.ts';
import { reference } from '../../hall/tables/reference.ts';
import type { Hall } from '../../ledger/hall.ts';
import { type EstimateInput, estimateWait, measure } from '../rules/estimate.ts';
import { calls } from '../tables/calls.ts';
import { places } from '../tables/places.ts';
import { tickets } from '../tables/tickets.ts';

/** For the holder of this rank in these queues. */
export function estimateFor(hall: Hall, queues: readonly Letter[], rank: Rank): WaitRange | null {
  const ahead = hall.read(tickets).ahead(hall.day(), rank);
  return estimateWait(inputFor(hall, queues, ahead));
}

/** For somebody before whom these are called. */
export function estimateWith(
  hall: Hall,
  queues: readonly Letter[],
  ahead: { queues: string; count: number }[],
): WaitRange | null {
  return estimateWait(inputFor(hall, queues, ahead));
}

/** How often somebody of these queues is called, in ms, at the counters that are open. */
export function paceMs(hall: Hall, queues: readonly Letter[]): number {
  const { counters } = inputFor(hall, queues, []);
  const serving = counters.filter((counter) => queues.some((letter) => counter.queues.includes(letter)));
  const letter = queues[0] ?? '';
  const { mean } = measure(hall.read(calls).durations(letter), typicalMinutes(hall, letter));
  return (mean * 60_000) / Math.max(1, serving.length);
}

/** What somebody who comes now would find: behind everybody who waits, by the length of each line. */
export function estimateNew(hall: Hall, queues: readonly Letter[]): WaitRange | null {
  const day = hall.day();
  const ahead = [...hall.read(reference).groups().keys()]
    .map((letter) => ({ queues: letter as string, count: hall.read(tickets).line(day, letter).waiting }))
    .filter((line) => line.count > 0);
  return estimateWait(inputFor(hall, queues, ahead));
}

function inputFor(hall: Hall, queues: readonly Letter[], waiting: { queues: string; count: number }[]): EstimateInput {
  const known = new Map<string, { mean: number; variance: number }>();
  const work = (letters: readonly string[]) => {
    const letter = letters[0] ?? '';
    let measured = known.get(letter);
    if (!measured) {
      measured = measure(hall.read(calls).durations(letter), typicalMinutes(hall, letter));
      known.set(letter, measured);
    }
    return measured;
  };
  const running = hall.running();
  const counters = [];
  const atCounter = [];
  for (const state of hall.read(places).counters()) {
    const counter = hall.read(reference).counters().get(state.id);
    if (!counter?.inUse || state.phase !== 'open') continue;
    if (running.length > 0 && !running.some((opening) => opening.counterIds.includes(state.id))) continue;
    counters.push({ queues: counter.letters, inMinutes: 0 });
    const ticket = hall.read(tickets).atCounter(state.id);
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

function typicalMinutes(hall: Hall, letter: string): number {
  const minutes = [...hall.read(reference).matters().values()]
    .filter((matter) => matter.letter === letter)
    .map((matter) => matter.typicalMinutes);
  return minutes.reduce((sum, one) => sum + one, 0) / Math.max(1, minutes.length) || 15;
}
