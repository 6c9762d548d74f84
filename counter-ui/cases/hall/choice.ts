/** Which of the hall's cases are shown, and how much each of the staff has to carry (C10, C11, C15). Pure. */
import type { CaseState, HallList } from '../../../schema/cases/worklist/hall-list.ts';
import type { Matter } from '../../../schema/catalogue/catalogue.ts';
import type { ClerkId, Instant, MatterId } from '../../../schema/ids.ts';
import type { CounterRow } from '../../../schema/line/rows.ts';
import type { AbsenceView } from '../../../schema/people/absence.ts';
import type { Clerk } from '../../../schema/people/clerk.ts';

/** `month`: of what is closed; null: this one. */
export type Choice = {
  handler: ClerkId | null;
  matterId: MatterId | null;
  state: CaseState | null;
  month: string | null;
};

/** As it is asked for: what was not chosen is not named. */
export function askedFor({ handler, matterId, state, month }: Choice) {
  return {
    ...(handler ? { handler } : {}),
    ...(matterId ? { matterId } : {}),
    ...(state ? { state } : {}),
    ...(state === 'closed' && month ? { month } : {}),
  };
}

export type Load = {
  id: ClerkId;
  name: string;
  open: number;
  overdue: number;
  soon: number;
  /** Offers that wait for this person. */
  offered: number;
  /** Closed cases of which this person still owes something. */
  owed: number;
  /** At which counter; null: at none. */
  counter: string | null;
  /** Away, and until when; `until` null: not known. */
  away: { until: Instant | null } | null;
  /** Matters of which the person is A, and B. */
  a: number;
  b: number;
};

type Facts = {
  carried: HallList['clerks'];
  clerks: readonly Pick<Clerk, 'id' | 'name' | 'role' | 'active'>[];
  counters: readonly CounterRow[];
  absences: readonly Pick<AbsenceView, 'clerkId' | 'isAway' | 'until'>[];
  matters: readonly Pick<Matter, 'clerkA' | 'clerkB'>[];
};

const NOTHING = { open: 0, overdue: 0, soon: 0, offered: 0, owed: 0 };
const hasSome = (one?: HallList['clerks'][number]) => one !== undefined && one.open + one.owed > 0;

/** Whoever may handle cases, or does; who has most that is late first, then who has most. */
export function loadsOf({ carried, clerks, counters, absences, matters }: Facts): Load[] {
  const of = new Map(carried.map((one) => [one.clerkId, one]));
  const may = clerks.filter(({ id, role, active }) => (active && role === 'clerk') || hasSome(of.get(id)));
  const loads = may.map(({ id, name }): Load => {
    const { open, overdue, soon, offered, owed } = of.get(id) ?? NOTHING;
    const away = absences.find(({ clerkId, isAway }) => clerkId === id && isAway);
    return {
      ...{ id, name, open, overdue, soon, offered, owed },
      counter: counters.find(({ clerkId }) => clerkId === id)?.label ?? null,
      away: away ? { until: away.until } : null,
      a: matters.filter(({ clerkA }) => clerkA === id).length,
      b: matters.filter(({ clerkB }) => clerkB === id).length,
    };
  });
  return loads.sort((x, y) => y.overdue - x.overdue || y.open - x.open || x.name.localeCompare(y.name));
}
