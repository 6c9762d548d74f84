/** The wait range of each queue and of each ticket (Q6), from what is measured, open and planned. */

import type { Day, Letter } from '../../../schema/ids.ts';
import type { WaitRange } from '../../../schema/line/rows.ts';
import type { Rank } from '../../../schema/line/ticket.ts';
import { matters } from '../../catalogue/tables/matters.ts';
import { countersOf, type Place } from '../../catalogue/views/counters-of.ts';
import { once, type Reader } from '../../ledger/reader.ts';
import { type EstimateInput, estimateWait, type Load, loadsOf, rangeOf, type Work } from '../rules/estimate.ts';
import { tickets } from '../tables/tickets.ts';
import { counterKey, linesNow, seatsNow, workOf } from './line-now.ts';

/** For the holder of this rank in these queues, among those of these days. */
export function estimateFor(
  from: Reader,
  queues: readonly Letter[],
  days: readonly Day[],
  rank: Rank,
): WaitRange | null {
  const ahead = from.read(tickets).ahead(days, rank);
  return estimateWait(inputFor(from, queues, ahead.map(byLetters)));
}

/** For somebody before whom these are called; `queues` as `keysOf` has them. */
export function estimateWith(from: Reader, queues: readonly string[], ahead: Ahead[]): WaitRange | null {
  return estimateWait(inputFor(from, queues, ahead));
}

/** The queues of these places, as the estimate takes them: of a matter that names its counters each of them is one (L3). */
export function keysOf(from: Reader, places: readonly Place[]): string[] {
  return [...new Set(places.flatMap((place) => countersOf(from, place)?.map(counterKey) ?? place.letter))];
}

/** Whether a matter of these queues names its counters. */
export function someNamed(from: Reader, queues: readonly Letter[]): boolean {
  return from
    .read(matters)
    .naming()
    .some(({ letter }) => queues.includes(letter));
}

/** How often somebody of these queues is called, in ms, at the counters that are open. */
export function paceMs(from: Reader, keys: readonly string[], queues: readonly Letter[]): number {
  const serving = once(from, seatsNow).filter((seat) => keys.some((key) => seat.queues.includes(key)));
  const { mean } = once(from, workOf)(queues[0] ?? '');
  return (mean * 60_000) / Math.max(1, serving.length);
}

/** What somebody who comes now would find: behind everybody who waits, by the length of each line. */
export function estimateNew(from: Reader, queues: readonly Letter[]): WaitRange | null {
  return rangeOf(queues, once(from, loadsNow), once(from, sittingNow));
}

/** Of each counter that is open, until it comes to somebody who comes now. */
function loadsNow(from: Reader): Load[] {
  const work = once(from, workOf);
  const ahead: Work[] = [];
  for (const [letter, { waiting }] of once(from, linesNow)) {
    if (waiting === 0) continue;
    const { mean, variance } = work(letter);
    ahead.push({ count: waiting, mean, variance, queues: [letter] });
  }
  return loadsOf(ahead, servingNow(from));
}

/** Whoever sits there keeps that counter from each of its queues, whatever the matter. */
function sittingNow(from: Reader): Work[] {
  const work = once(from, workOf);
  return once(from, seatsNow).flatMap(({ queues, ticket }) =>
    ticket ? [{ count: 1, ...work(ticket.letters[0] ?? ''), queues }] : [],
  );
}

/** People alike: their queues, and the group by whose sittings they are measured. */
type Ahead = { queues: readonly string[]; letter: string; count: number };

function byLetters({ queues, count }: { queues: string; count: number }): Ahead {
  return { queues: [...queues], letter: queues[0] ?? '', count };
}

function aheadOf(from: Reader, waiting: readonly Ahead[]): Work[] {
  const work = once(from, workOf);
  return waiting.filter(({ count }) => count > 0).map((one) => ({ ...work(one.letter), ...one }));
}

function servingNow(from: Reader): EstimateInput['counters'] {
  return once(from, seatsNow).map(({ queues }) => ({ queues, inMinutes: 0 }));
}

function inputFor(from: Reader, queues: readonly string[], waiting: readonly Ahead[]): EstimateInput {
  const [ahead, atCounter] = [aheadOf(from, waiting), once(from, sittingNow)];
  return { queues, ahead, atCounter, counters: servingNow(from) };
}
