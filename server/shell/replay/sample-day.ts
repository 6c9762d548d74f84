/** A made-up day in the format that `hall replay` reads, for tests and for whoever has no recorded day yet. */
import { weekday } from '../../../schema/time.ts';
import { type Chance, drawMinutes, logNormalOf, seededChance } from '../../demo/chance.ts';

export type SampleDay = {
  office: string;
  date: string /** On a day that is no Monday. */;
  tickets: number;
  queues: number;
  seed: number;
};

/** Arrivals by hour from 8 to 17, per cent: as in twenty municipal halls. */
const BY_HOUR = [9.8, 10.3, 13.4, 14.8, 14.5, 13.7, 12.6, 7.4, 2.6, 0.9];
const FIRST_HOUR = 8;
const MONDAY = 1.5;
/** Nobody is called from here on. */
const CLOSES = 18 * 60;
/** From this minute to that one each queue has one counter more. */
const BUSY = [10 * 60, 14 * 60] as const;
const SERVICE = { mean: 8, variation: 0.8 };

type Drawn = { queueId: string; arrival: number; called: number | null; open: number };

/** CSV with the columns of docs/replay.md. The same seed gives the same day. */
export function sampleDay({ office, date, tickets, queues, seed }: SampleDay): string {
  const chance = seededChance(seed);
  const count = Math.round(tickets * (weekday(date) === 1 ? MONDAY : 1));
  const lines = Array.from({ length: queues }, (_, i) => {
    // The first queues are the busiest ones, each half as busy again as the next.
    const weight = 1.5 ** -i / Array.from({ length: queues }, (_, n) => 1.5 ** -n).reduce((sum, one) => sum + one);
    return drawQueue(`${i + 1}`, Math.round(count * weight), chance);
  });
  const rows = lines.flatMap((line) =>
    line.map(({ queueId, arrival, called, open }, i) =>
      [office, queueId, date, i + 1, arrival.toFixed(2), 0, called?.toFixed(2) ?? '', open, ''].join(','),
    ),
  );
  const header =
    'office,queue_id,date,ticket,arrival_min,arrival_left_censored,called_min,open_counters,vendor_minutes';
  return `${[header, ...rows].join('\n')}\n`;
}

/** First come, first called, at enough counters for the busiest hour and nearly none to spare. */
function drawQueue(queueId: string, count: number, chance: Chance): Drawn[] {
  const arrivals = Array.from({ length: count }, () => drawArrival(chance)).sort((a, b) => a - b);
  const few = Math.max(1, Math.round((count * SERVICE.mean) / (8 * 60)));
  const fit = logNormalOf(SERVICE.mean, SERVICE.variation);
  const freeAt = Array.from({ length: few + 1 }, () => 0);
  /** When this counter could take somebody who comes at `arrival`; the last one is the one for the busy hours. */
  const takes = (counter: number, arrival: number) => {
    const at = Math.max(arrival, freeAt[counter]!, counter === few ? BUSY[0] : 0);
    return counter === few && at >= BUSY[1] ? Number.POSITIVE_INFINITY : at;
  };
  return arrivals.map((arrival) => {
    const open = arrival >= BUSY[0] && arrival < BUSY[1] ? few + 1 : few;
    const starts = freeAt.map((_, counter) => takes(counter, arrival));
    const called = Math.min(...starts);
    const counter = starts.indexOf(called);
    if (called >= CLOSES) return { queueId, arrival, called: null, open };
    freeAt[counter] = called + drawMinutes(fit, chance);
    return { queueId, arrival, called, open };
  });
}

function drawArrival(chance: Chance): number {
  let left = chance() * BY_HOUR.reduce((sum, one) => sum + one, 0);
  let hour = 0;
  while (hour < BY_HOUR.length - 1 && left >= BY_HOUR[hour]!) left -= BY_HOUR[hour++]!;
  return (FIRST_HOUR + hour + chance()) * 60;
}
