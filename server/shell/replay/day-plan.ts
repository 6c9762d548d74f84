/** What the counters of a recorded day did: which one called whom, and when each sitting ended. Pure. */
import { type Chance, drawMinutes, fitLogNormal, type LogNormal, logNormalOf } from '../../demo/chance.ts';
import type { RecordedTicket } from './day-file.ts';

/** `counter` counts from 0 within its queue. Minutes after midnight. */
export type Sitting = {
  queueId: string;
  counter: number;
  from: number;
  to: number;
  /** The end was seen: whoever was called next at that counter had been waiting for it. */
  measured: boolean;
};
export type Shift = { queueId: string; counter: number; at: number; opens: boolean };
export type DayPlan = {
  sittings: Sitting[];
  shifts: Shift[];
  counters: Map<string, number>;
  fits: Map<string, LogNormal>;
};

/** Somebody called after a shorter wait came to a counter that was free: when it got free is not in the data. */
const WAITED_MIN = 1;
/** Where nothing was measured: ten minutes, as varied as municipal halls are. */
const UNKNOWN: LogNormal = logNormalOf(10, 0.8);

/**
 * The file names no counter and no end of service. So each call goes to the counter that has been serving longest and
 * ends its sitting; where the resident called had not waited, the sitting ended at some time before, and is drawn from
 * the log-normal of those whose end was seen.
 */
export function planDay(tickets: readonly RecordedTicket[], chance: Chance): DayPlan {
  const plan: DayPlan = { sittings: [], shifts: [], counters: new Map(), fits: new Map() };
  for (const queueId of queuesOf(tickets)) {
    const own = tickets.filter((ticket) => ticket.queueId === queueId);
    const { sittings, shifts, counters } = planQueue(queueId, own);
    plan.counters.set(queueId, counters);
    plan.sittings.push(...sittings);
    plan.shifts.push(...shifts);
  }
  const all = fitLogNormal(lengths(plan.sittings), UNKNOWN);
  for (const queueId of plan.counters.keys()) {
    plan.fits.set(queueId, fitLogNormal(lengths(plan.sittings.filter((one) => one.queueId === queueId)), all));
  }
  for (const sitting of plan.sittings) {
    if (sitting.measured) continue;
    const fit = plan.fits.get(sitting.queueId) ?? all;
    sitting.to = sitting.from + drawMinutes(fit, chance, sitting.to - sitting.from);
  }
  return plan;
}

/** In order of their names, which gives them their letters. */
export function queuesOf(tickets: readonly RecordedTicket[]): string[] {
  const names = [...new Set(tickets.map((ticket) => ticket.queueId))];
  return names.sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
}

function planQueue(queueId: string, tickets: RecordedTicket[]) {
  const sittings: Sitting[] = [];
  const shifts: Shift[] = [];
  const open: number[] = [];
  const sittingAt = new Map<number, Sitting>();
  let counters = 0;

  const end = (counter: number, at: number, measured: boolean) => {
    const sitting = sittingAt.get(counter);
    if (!sitting) return;
    sitting.to = at;
    sitting.measured = measured;
    sittingAt.delete(counter);
  };
  /** The one that serves longest; one that serves nobody has served for ever. */
  const longest = () =>
    open.reduce((a, b) => ((sittingAt.get(b)?.from ?? -1) < (sittingAt.get(a)?.from ?? -1) ? b : a), open[0]!);
  const setOpen = (count: number, at: number) => {
    for (let counter = 0; open.length < count; counter++) {
      if (open.includes(counter)) continue;
      open.push(counter);
      counters = Math.max(counters, counter + 1);
      shifts.push({ queueId, counter, at, opens: true });
    }
    while (open.length > count) {
      const counter = longest();
      end(counter, at, false);
      open.splice(open.indexOf(counter), 1);
      shifts.push({ queueId, counter, at, opens: false });
    }
  };

  const calls = tickets.filter((one) => one.calledMin !== null).sort((a, b) => a.calledMin! - b.calledMin!);
  const arrivals = [...tickets].sort((a, b) => a.arrivalMin - b.arrivalMin);
  let next = 0;
  for (const call of calls) {
    for (; next < arrivals.length && arrivals[next]!.arrivalMin <= call.calledMin!; next++) {
      setOpen(Math.max(1, arrivals[next]!.openCounters), arrivals[next]!.arrivalMin);
    }
    const counter = longest();
    end(counter, call.calledMin!, call.calledMin! - call.arrivalMin > WAITED_MIN);
    const sitting = { queueId, counter, from: call.calledMin!, to: Number.POSITIVE_INFINITY, measured: false };
    sittingAt.set(counter, sitting);
    sittings.push(sitting);
  }
  return { sittings, shifts, counters: Math.max(1, counters) };
}

function lengths(sittings: readonly Sitting[]): number[] {
  return sittings.filter((one) => one.measured).map((one) => one.to - one.from);
}
