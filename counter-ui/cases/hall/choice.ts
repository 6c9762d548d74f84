/** Which of the hall's cases are shown, and how much each of the staff has to carry (C10, C11, C15). Pure. */
import type { HallCase } from '../../../schema/cases/views.ts';
import type { Matter } from '../../../schema/catalogue/catalogue.ts';
import type { ClerkId, Instant, MatterId } from '../../../schema/ids.ts';
import type { CounterRow } from '../../../schema/line/rows.ts';
import type { AbsenceView } from '../../../schema/people/absence.ts';
import type { Clerk } from '../../../schema/people/clerk.ts';
import { urgencyOf } from '../case-order.ts';

export const STATES = ['overdue', 'soon', 'offered', 'paused', 'noticed', 'accepted', 'proposed', 'decided'] as const;
export type CaseState = (typeof STATES)[number];
export type Choice = { handler: ClerkId | null; matterId: MatterId | null; state: CaseState | null };

export function isIn(one: HallCase, state: CaseState): boolean {
  switch (state) {
    case 'overdue':
    case 'soon':
      return urgencyOf(one) === state;
    case 'offered':
      return one.offer !== null;
    case 'paused':
      return one.pause !== null;
    default:
      return one.phase === state;
  }
}

export function chosenOf(cases: readonly HallCase[], { handler, matterId, state }: Choice): HallCase[] {
  return cases.filter(
    (one) =>
      (handler === null || one.handlerId === handler) &&
      (matterId === null || one.matterId === matterId) &&
      (state === null || isIn(one, state)),
  );
}

export type Load = {
  id: ClerkId;
  name: string;
  open: number;
  overdue: number;
  soon: number;
  /** Offers that wait for this person. */
  offered: number;
  /** At which counter; null: at none. */
  counter: string | null;
  /** Away, and until when; `until` null: not known. */
  away: { until: Instant | null } | null;
  /** Matters of which the person is A, and B. */
  a: number;
  b: number;
};

type Facts = {
  cases: readonly HallCase[];
  clerks: readonly Pick<Clerk, 'id' | 'name' | 'role' | 'active'>[];
  counters: readonly CounterRow[];
  absences: readonly Pick<AbsenceView, 'clerkId' | 'isAway' | 'until'>[];
  matters: readonly Pick<Matter, 'clerkA' | 'clerkB'>[];
};

/** Whoever may handle cases, or does; who has most that is late first, then who has most. */
export function loadsOf({ cases, clerks, counters, absences, matters }: Facts): Load[] {
  const open = cases.filter(({ phase }) => phase !== 'closed');
  const handlers = new Set(open.map(({ handlerId }) => handlerId));
  const may = clerks.filter(({ id, role, active }) => (active && role === 'clerk') || handlers.has(id));
  const loads = may.map(({ id, name }): Load => {
    const own = open.filter(({ handlerId }) => handlerId === id);
    const away = absences.find(({ clerkId, isAway }) => clerkId === id && isAway);
    return {
      ...{ id, name, open: own.length },
      overdue: own.filter((one) => isIn(one, 'overdue')).length,
      soon: own.filter((one) => isIn(one, 'soon')).length,
      offered: open.filter(({ offer }) => offer?.toName === name).length,
      counter: counters.find(({ clerkId }) => clerkId === id)?.label ?? null,
      away: away ? { until: away.until } : null,
      a: matters.filter(({ clerkA }) => clerkA === id).length,
      b: matters.filter(({ clerkB }) => clerkB === id).length,
    };
  });
  return loads.sort((x, y) => y.overdue - x.overdue || y.open - x.open || x.name.localeCompare(y.name));
}
