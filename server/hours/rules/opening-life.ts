/** What may happen to an opening, and when it is (H1, H4). Pure. */
import { iso, ms } from '../../../schema/context.ts';
import type { Opening, OpeningEvent, OpeningPhase, OpeningPlan } from '../../../schema/hours/opening.ts';
import { type Refusal, refuse } from '../../../schema/refusal.ts';
import { addDays, instantOf } from '../../../schema/time.ts';

export type Times = { startsAt: string; endsAt: string; lastTicketAt: string };

/** The instants of a plan. An opening whose `to` is not after its `from` runs past midnight (T2). */
export function timesOf(plan: Pick<OpeningPlan, 'day' | 'from' | 'to'>, timeZone: string): Times {
  const starts = instantOf(plan.day, plan.from, timeZone);
  const ends = instantOf(plan.to > plan.from ? plan.day : addDays(plan.day, 1), plan.to, timeZone);
  // H4: somebody who comes in the last quarter of an hour is told so by the forecast, not shut out by the button.
  return { startsAt: iso(starts), endsAt: iso(ends), lastTicketAt: iso(ends) };
}

export type OpeningCommand = { type: 'begin' } | { type: 'end' } | { type: 'cancel'; reason: string };

/** H4: what comes too late or twice does nothing; only a plan or a running opening can be cancelled (H1). */
export function decideOpening(phase: OpeningPhase | null, command: OpeningCommand): OpeningEvent[] | Refusal {
  const now = phase ?? 'planned';
  switch (command.type) {
    case 'begin':
      return now === 'planned' ? [{ type: 'opening-began' }] : [];
    case 'end':
      return now === 'running' ? [{ type: 'opening-ended' }] : [];
    case 'cancel':
      if (now === 'ended' || now === 'cancelled') return refuse('opening-over');
      return [{ type: 'opening-cancelled', reason: command.reason }];
    default:
      return command satisfies never;
  }
}

/** Of a ledger older than plans in it, the plan comes after what became of it. */
export function evolveOpening(before: OpeningPhase | null, event: OpeningEvent): OpeningPhase {
  switch (event.type) {
    case 'opening-planned':
      return before ?? 'planned';
    case 'opening-began':
      return 'running';
    case 'opening-ended':
      return 'ended';
    case 'opening-cancelled':
      return 'cancelled';
    default:
      return event satisfies never;
  }
}

/** Whether they share an instant. */
export function meet(one: Pick<Times, 'startsAt' | 'endsAt'>, other: Pick<Times, 'startsAt' | 'endsAt'>): boolean {
  return ms(other.startsAt) < ms(one.endsAt) && ms(one.startsAt) < ms(other.endsAt);
}

/** Two openings overlap when they share a counter and an instant. */
export function overlapping(times: Times, counterIds: readonly string[], openings: readonly Opening[]): Opening | null {
  return (
    openings.find(
      (other) =>
        other.phase !== 'cancelled' && other.counterIds.some((id) => counterIds.includes(id)) && meet(times, other),
    ) ?? null
  );
}
